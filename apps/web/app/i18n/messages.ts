import type { zhTW } from './zh-TW/index.ts';

type Shape<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Shape<Tree[Key]> };

/** Every message of the interface. zh-TW is written first; a catalog that lacks one of its keys does not compile. */
export type Messages = Shape<typeof zhTW>;
