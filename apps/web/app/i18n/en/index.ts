import type { Messages } from '../messages.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { footprint } from './footprint.ts';
import { processFlow } from './process-flow.ts';
import { shell } from './shell.ts';

export const en: Messages = { common, errors, footprint, processFlow, shell };
