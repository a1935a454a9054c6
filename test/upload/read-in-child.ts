import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a child made of a file, or how it ended without an answer. */
export type ChildOutcome =
  | {
      readonly refused: boolean;
      readonly codes: readonly string[];
      readonly lines: number;
      readonly peakMegabytes: number;
    }
  | { readonly died: string };

/**
 * Reads a file in a child process that may use 256 MB of heap and five seconds, and is then killed: the way every
 * stranger's file is to be read.
 */
export function readInChild(file: string): Promise<ChildOutcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--max-old-space-size=256', join(import.meta.dirname, 'child.ts'), file],
      { timeout: 5000, killSignal: 'SIGKILL', maxBuffer: 4_000_000, env: {} },
      (fault, output, errors) =>
        resolve(
          fault
            ? { died: fault.killed ? 'timeout' : errors.slice(-800) || fault.message }
            : JSON.parse(output),
        ),
    );
  });
}
