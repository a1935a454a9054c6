import { common } from './common.ts';
import { errors } from './errors.ts';
import { footprint } from './footprint.ts';
import { processFlow } from './process-flow.ts';
import { shell } from './shell.ts';

export const zhTW = { common, errors, footprint, processFlow, shell } as const;
