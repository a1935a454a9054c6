import { join } from 'node:path';
import { type Database, openDatabase } from '@slipstream/db';
import { startCluster } from '@slipstream/embedded-database';
import pg from 'pg';

/** The product's own database, whose server runs already: this finds it and its superuser, whom no row is hidden from. */
async function urlOfProduct(): Promise<string> {
  const cluster = await startCluster({ folder: join(process.env.E2E_DATA_FOLDER ?? '', 'database') });
  return cluster.url('slipstream');
}

/** Works in the product's own database by its verbs, from another process than the product's. */
export async function inProduct<Outcome>(work: (database: Database) => Promise<Outcome>): Promise<Outcome> {
  const database = openDatabase({
    url: await urlOfProduct(),
    poolSize: 1,
    onError: (error) => console.error(error),
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Asks or changes something in the product's own database, past every rule. */
export async function inDatabase<Row extends pg.QueryResultRow>(
  sql: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: await urlOfProduct() });
  await client.connect();
  try {
    return await client.query<Row>(sql, [...values]);
  } finally {
    await client.end();
  }
}
