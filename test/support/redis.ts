import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { canInstallPackages, installPackages } from './system-packages.ts';

/**
 * The server's program, and the name it must be started by: Debian's `redis-tools` holds it under that of another
 * tool and brings no service that would start by itself.
 */
const programs = ['redis-server', '/usr/bin/redis-check-rdb'];
const startedAs = 'redis-server';

function findProgram(): string | undefined {
  return programs.find((program) => {
    const { stdout } = spawnSync(program, ['--version'], { argv0: startedAs, encoding: 'utf8' });
    return stdout?.startsWith('Redis server');
  });
}

/** Installs a Redis server where none is and this process may; to be called once, before the tests that ask for one. */
export function installRedis(): void {
  if (findProgram() || !canInstallPackages()) return;
  try {
    installPackages('Redis', 'redis-tools');
  } catch {
    // `hasRedis` says what is missing.
  }
}

/** Whether this machine has a Redis server; where not, it says so and the caller skips. */
export function hasRedis(): boolean {
  if (findProgram()) return true;
  console.warn(
    '\n*** SKIPPED: tests of the queue on Redis. No `redis-server` was found on this machine: install Redis. ***\n',
  );
  return false;
}

/** A Redis server of its own, in memory, on a free port. */
export async function startRedis(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'slipstream-redis-'));
  const server: ChildProcess = spawn(
    findProgram() ?? startedAs,
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--dir',
      folder,
      '--maxmemory-policy',
      'noeviction',
    ],
    { argv0: startedAs, stdio: 'ignore' },
  );
  while (!(await accepts(port))) await wait(50);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
