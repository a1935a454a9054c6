import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A worker as it is deployed: a process of its own, by its own entry. */
export interface WorkerProcess {
  readonly process: ChildProcess;
  /** Where it answers operation. */
  readonly address: string;
  /** Ends it and resolves with its exit code; null where the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Starts a worker on a database, and on Redis if `redisUrl` is given; with files of its own unless told where they are. */
export function startWorker(options: {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly port: number;
  readonly filesFolder?: string;
}): WorkerProcess {
  const folder = mkdtempSync(join(tmpdir(), 'slipstream-worker-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../apps/worker/src/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: options.databaseUrl,
      ...(options.redisUrl && { REDIS_URL: options.redisUrl }),
      PUBLIC_URL: 'https://carbon.example',
      STORAGE_FOLDER: options.filesFolder ?? folder,
      LOG_LEVEL: 'silent',
      WORKER_PORT: String(options.port),
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    process: child,
    address: `http://127.0.0.1:${options.port}`,
    async end(signal) {
      child.kill(signal);
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
