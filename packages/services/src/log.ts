import { pino } from 'pino';
import type { Log } from './context.ts';

/** Fields that never reach a log line, wherever they stand in it. */
const secrets = ['password', 'token', 'secret', 'cookie', 'authorization', 'email'];

/** The one logger: JSON lines on standard output, each with the name of the process. */
export function makeLog(name: string, level: string): Log {
  return pino({
    name,
    level,
    redact: { paths: secrets.flatMap((field) => [field, `*.${field}`]), censor: '[removed]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
