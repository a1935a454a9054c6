import { common } from './common.ts';
import { errors } from './errors.ts';
import { shell } from './shell.ts';

export const zhTW = { common, errors, shell } as const;
