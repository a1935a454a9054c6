import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { applicationRole, enableApplicationRole, migrate, provisionDatabase } from '@slipstream/db';
import { startCluster } from '@slipstream/embedded-database';
import { migrateQueue } from '@slipstream/jobs';
import pg from 'pg';
import { buildPages } from '../../../apps/standalone/src/pages.ts';
import { webEnvironment, webProgram } from '../../../apps/standalone/src/web-program.ts';
import { isAsked } from '../../support/asked-queries.ts';
import { addLargeBill, type LargeBill } from './large-bill.ts';

const root = join(import.meta.dirname, '../../..');
const logged = /LOG: {2}(?:execute [^:]*|statement): ?(.*)$/;

/** The web process over the demo world, alone: no worker, so that what the database hears is the pages' own. */
export interface DemoServer {
  readonly url: string;
  /** The pages of the large bill, and whose they are; null where none was asked for. */
  readonly large: LargeBill | null;
  /** Queries the database was asked since the call before. */
  queries(): Promise<number>;
  residentMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Makes a database with the demo world, with a bill of so many lines beside where that is not 0, and serves its pages,
 * built beforehand.
 */
export async function startDemoServer(lines = 0): Promise<DemoServer> {
  await buildPages(process.env).done;
  const folder = mkdtempSync(join(tmpdir(), 'slipstream-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder: join(folder, 'database') });
  const superuserUrl = cluster.url('postgres');
  const ownerUrl = await provisionDatabase({ superuserUrl, name: 'slipstream', ownerPassword: randomUUID() });
  await migrate(ownerUrl);
  await migrateQueue(ownerUrl, applicationRole);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    DATABASE_URL: await enableApplicationRole(ownerUrl, randomUUID()),
    STORAGE_FOLDER: join(folder, 'files'),
    LOG_LEVEL: 'error',
  };
  const began = performance.now();
  execFileSync(process.execPath, [join(root, 'prisma/seed/main.ts')], { env, stdio: 'inherit' });
  console.log(`demo world made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const large = lines > 0 ? await addLargeBill(env.DATABASE_URL, env.STORAGE_FOLDER, lines) : null;
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`ALTER ROLE ${applicationRole} SET log_statement = 'all'`);
  await superuser.end();
  const web = spawn(process.execPath, webProgram, { env: { ...env, ...webEnvironment }, stdio: 'inherit' });
  while (!(await fetch(`${url}/health`).catch(() => null))) await wait(100);

  const log = join(folder, 'database', 'postgres', 'server.log');
  let read = statSync(log).size;
  return {
    url,
    large,
    async queries() {
      const text = readFileSync(log).subarray(read);
      read += text.length;
      return text
        .toString()
        .split('\n')
        .filter((line) => {
          const statement = logged.exec(line)?.[1];
          return statement !== undefined && isAsked(statement);
        }).length;
    },
    async residentMegabytes() {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6;
    },
    async stop() {
      const ended = new Promise((resolve) => web.once('exit', resolve));
      web.kill('SIGTERM');
      await ended;
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
