import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationRole, enableApplicationRole, migrate, provisionDatabase } from '@slipstream/db';
import { startCluster } from '@slipstream/embedded-database';
import { migrateQueue } from '@slipstream/jobs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { installRedis } from './redis.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The servers' superuser on its `postgres` database, and the sign-ins of the two roles that tests use. */
    databaseServer: { superuserUrl: string; ownerPassword: string; applicationPassword: string };
  }
}

export const templateDatabase = 'slipstream_template';

/**
 * One server for the whole run, with one migrated database that each test file clones, and one folder for the files its
 * runtimes keep; all of it is gone when the run ends. Redis is there if it can be.
 */
export default async function setup({ provide }: TestProject) {
  installRedis();
  const folder = mkdtempSync(join(tmpdir(), 'slipstream-test-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder: join(folder, 'database'), durable: false });
  process.env.TEST_FILES_FOLDER = join(folder, 'files');
  const superuserUrl = cluster.url('postgres');
  const ownerPassword = randomUUID();
  const applicationPassword = randomUUID();
  const ownerUrl = await provisionDatabase({ superuserUrl, name: templateDatabase, ownerPassword });
  await migrate(ownerUrl);
  await migrateQueue(ownerUrl, applicationRole);
  await enableApplicationRole(ownerUrl, applicationPassword);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`ALTER DATABASE ${templateDatabase} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  await client.end();
  provide('databaseServer', { superuserUrl, ownerPassword, applicationPassword });
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
