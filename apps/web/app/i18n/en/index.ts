import type { Messages } from '../messages.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';

export const en: Messages = { common, errors };
