import { common } from './common.ts';
import { errors } from './errors.ts';
import { findings } from './findings.ts';
import { footprint } from './footprint.ts';
import { identity } from './identity.ts';
import { processFlow } from './process-flow.ts';
import { refusals } from './refusals.ts';
import { shell } from './shell.ts';

export const zhTW = { common, errors, findings, footprint, identity, processFlow, refusals, shell } as const;
