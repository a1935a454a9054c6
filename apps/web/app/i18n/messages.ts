import type { zhTW } from './zh-TW/index.ts';

type Shape<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Shape<Tree[Key]>;
} & {
  /** How one is told, in a language that tells it from many. */
  readonly [Key in keyof Tree & string as Tree[Key] extends string ? `${Key}_one` : never]?: string;
};

/** Every message of the interface. zh-TW is written first; a catalog that lacks one of its keys does not compile. */
export type Messages = Shape<typeof zhTW>;
