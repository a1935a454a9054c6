import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, unprivilegedAccount } from './account.ts';
import { ClusterError } from './errors.ts';
import { answeringPort, clearLeftBehind } from './left-behind.ts';
import { reachablePlace } from './place.ts';
import { findPrograms, run } from './programs.ts';

/** A running PostgreSQL server. */
export interface Cluster {
  readonly port: number;
  /** Whether the data folder was made by this start. */
  readonly isNew: boolean;
  /** Connection URL of the superuser. */
  url(database: string): string;
  stop(): Promise<void>;
}

const serverMajor = '18';
const passwordFile = 'superuser-password';

/**
 * Starts the PostgreSQL of `folder`, and makes it first where there is none: UTF-8 with a UTF-8 character type
 * (Chinese search needs it), password authentication, TCP on the loopback address only.
 * A server left running by a killed process is taken over; one that died is recovered by PostgreSQL itself.
 * `durable: false` trades safety for speed and is for tests alone.
 */
export async function startCluster(options: {
  readonly folder: string;
  readonly durable?: boolean;
}): Promise<Cluster> {
  const { durable = true } = options;
  const account = unprivilegedAccount(join(options.folder, 'postgres'));
  const programs = await findPrograms(account);
  const folder = reachablePlace(options.folder, account);
  const data = join(folder, 'postgres');
  mkdirSync(folder, { recursive: true });
  const isNew = !existsSync(data);
  if (isNew) await makeCluster(programs.initdb, folder, data, account);
  assertUsable(data);

  const port = (await answeringPort(data)) ?? (await startServer());
  const password = readFileSync(join(data, passwordFile), 'utf8');

  async function startServer(): Promise<number> {
    await clearLeftBehind(data);
    const freePort = await findFreePort();
    const settings = [
      `-p ${freePort}`,
      '-c listen_addresses=127.0.0.1',
      '-c unix_socket_directories=',
      ...(durable ? [] : ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']),
    ];
    const args = ['start', '-w', '-D', data, '-l', join(data, 'server.log'), '-o', settings.join(' ')];
    // After an unclean stop the old process id may still be taken for some seconds.
    for (let attempt = 1; ; attempt += 1) {
      const started = await run(programs.pg_ctl, args, account);
      if (started.exitCode === 0) return freePort;
      if (attempt === 5) throw new ClusterError('startFailed', lastLogLines(data) || started.output.trim());
      await wait(1000);
    }
  }

  return {
    port,
    isNew,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await run(programs.pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w'], account);
    },
  };
}

/** Stops the server of `folder` if one runs and removes all its data. */
export async function removeCluster(options: { readonly folder: string }): Promise<void> {
  const account = unprivilegedAccount(join(options.folder, 'postgres'));
  const { pg_ctl } = await findPrograms(account);
  const data = join(reachablePlace(options.folder, account), 'postgres');
  if (existsSync(data)) await run(pg_ctl, ['stop', '-D', data, '-m', 'immediate', '-w'], account);
  for (const left of [data, `${data}.unfinished`]) rmSync(left, { recursive: true, force: true });
}

/** Makes the data folder under another name and moves it into place whole, so that a half-made one never counts. */
async function makeCluster(initdb: string, folder: string, data: string, account: Account | undefined) {
  const draft = join(folder, 'postgres.unfinished');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'slipstream-'));
  const passwordPath = join(secrets, 'password');
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordPath, password, { mode: 0o600 });
  if (account) for (const path of [draft, secrets, passwordPath]) chownSync(path, account.uid, account.gid);
  try {
    const made = await run(
      initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordPath}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      account,
    );
    if (made.exitCode !== 0) {
      const unreachable = /Permission denied|could not access/i.test(made.output);
      throw new ClusterError(unreachable ? 'folderUnreachable' : 'startFailed', made.output.trim());
    }
    const kept = join(draft, passwordFile);
    writeFileSync(kept, password, { mode: 0o600 });
    if (account) chownSync(kept, account.uid, account.gid);
    chmodSync(draft, 0o700);
    renameSync(draft, data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

function assertUsable(data: string) {
  const entries = new Set(readdirSync(data));
  for (const needed of ['PG_VERSION', 'global', 'base', 'pg_wal', passwordFile])
    if (!entries.has(needed)) throw new ClusterError('folderIncomplete', data);
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== serverMajor) throw new ClusterError('versionMismatch', version);
}

function lastLogLines(data: string): string {
  const log = join(data, 'server.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : '';
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
