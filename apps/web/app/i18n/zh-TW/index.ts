import { common } from './common.ts';
import { errors } from './errors.ts';

export const zhTW = { common, errors } as const;
