import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@slipstream/db';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { templateDatabase } from './database-server.ts';

interface TestDatabase {
  /** The pool of the application role, as the product uses it. */
  readonly database: Database;
  /** URL of the application role. */
  readonly url: string;
  /** A superuser's client, to look at what is really stored. */
  readonly superuser: pg.Client;
}

/** Gives the test file a database of its own, cloned from the migrated template, and drops it at the end. */
export function useDatabase(
  options: { poolSize?: number; statementTimeoutMs?: number; quiet?: boolean } = {},
): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = inject('databaseServer');
  const urlAs = (role: string, password: string) => {
    const url = new URL(server.superuserUrl);
    url.username = role;
    url.password = password;
    url.pathname = `/${name}`;
    return url.href;
  };
  const url = urlAs('slipstream_app', server.applicationPassword);
  const superuserOfClone = new URL(server.superuserUrl);
  superuserOfClone.pathname = `/${name}`;
  const superuser = new pg.Client({ connectionString: superuserOfClone.href });
  const database = openDatabase({
    url,
    onError: (error) => options.quiet || console.error(error),
    poolSize: options.poolSize ?? 4,
    ...options,
  });
  beforeAll(async () => {
    await onServer(server.superuserUrl, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
    await superuser.connect();
  });
  afterAll(async () => {
    await database.close();
    await superuser.end();
    await onServer(server.superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { database, url, superuser };
}

async function onServer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
