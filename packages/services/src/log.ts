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

/** What can be told of an error wherever it came from: what the database says of rows may quote them. */
export function withoutValues(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { readonly code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message.replace(/"[^"]*"|'[^']*'|`[^`]*`|\([^()]*\)|[\d.,]*\d/g, '…'),
    frames: frames.map((line) => line.trim()),
  };
}
