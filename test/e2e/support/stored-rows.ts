import { join } from 'node:path';
import { startCluster } from '@slipstream/embedded-database';
import pg from 'pg';

/** What an upload always leaves: the file, that it came, what was found in it. */
const records = ['Evidence', 'ImportBatch', 'ImportFinding', 'AuditEvent', 'AuditHead', 'OutboxMessage'];

/** How many rows each table holds for the organization of a person, apart from the record of what was uploaded. */
export async function storedRows(email: string): Promise<Readonly<Record<string, number>>> {
  // The server runs already: this finds it and its superuser, whom no row is hidden from.
  const cluster = await startCluster({ folder: join(process.env.E2E_DATA_FOLDER ?? '', 'database') });
  const client = new pg.Client({ connectionString: cluster.url('slipstream') });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'organizationId' AND NOT table_name = ANY($1)`,
      [records],
    );
    const counts = tables.rows.map(
      ({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM "${name}", own
        WHERE "${name}"."organizationId" = own.id`,
    );
    const counted = await client.query<{ name: string; rows: number }>(
      `WITH own AS (SELECT "organizationId" AS id FROM "Membership" JOIN "User" ON "User"."id" = "userId"
        WHERE "email" = $1) ${counts.join(' UNION ALL ')} ORDER BY 1`,
      [email],
    );
    return Object.fromEntries(counted.rows.map(({ name, rows }) => [name, rows]));
  } finally {
    await client.end();
  }
}
