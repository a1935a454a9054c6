import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The port of a server that is running on this data folder and answers, or undefined. */
export async function answeringPort(data: string): Promise<number | undefined> {
  const port = lockFileLine(data, 3);
  return port && (await answers(port)) ? port : undefined;
}

/**
 * Clears the lock file of a server that was killed. PostgreSQL does so itself, unless the number of the dead process
 * still counts as alive: not yet reaped, or taken by another program. Only where every process of the old server is
 * gone (Linux; elsewhere the start is tried again for some seconds instead).
 */
export async function clearLeftBehind(data: string): Promise<void> {
  const postmaster = lockFileLine(data, 0);
  if (!postmaster || !existsSync('/proc/self/stat') || isRunningPostgres(postmaster)) return;
  for (let attempt = 0; attempt < 50 && worksIn(data); attempt += 1) await wait(100);
  if (!worksIn(data)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Line 0 of postmaster.pid is the process id, line 3 the port. */
function lockFileLine(data: string, line: number): number | undefined {
  const lockFile = join(data, 'postmaster.pid');
  if (!existsSync(lockFile)) return undefined;
  return Number(readFileSync(lockFile, 'utf8').split('\n')[line]) || undefined;
}

/** "Do you speak TLS?" in PostgreSQL's protocol: any living server answers it with one byte, before signing in. */
const tlsRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const answerWithinMs = 5_000;

/** Whether a server answers. The kernel still takes connections for one that is just being killed. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(answerWithinMs, () => settle(false));
    socket.once('connect', () => socket.write(tlsRequest));
    socket.once('data', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}

function isRunningPostgres(processId: number): boolean {
  try {
    const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${processId}/stat`, 'utf8')) ?? [];
    return name === 'postgres' && state !== 'Z';
  } catch {
    return false;
  }
}

/** Whether any process has the data folder as its working directory, as every server process has. */
function worksIn(data: string): boolean {
  return readdirSync('/proc').some((entry) => {
    try {
      return /^\d+$/.test(entry) && readlinkSync(`/proc/${entry}/cwd`) === data;
    } catch {
      return false;
    }
  });
}
