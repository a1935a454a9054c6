import { applicationRole, enableApplicationRole, migrate } from '@slipstream/db';
import { migrateQueue } from '@slipstream/jobs';
import { readMigrationEnv } from './env.ts';

/** The step before a new version is rolled out: schema and queue, as the owner, then the application role's sign-in. */
const { DATABASE_URL, APPLICATION_PASSWORD } = readMigrationEnv();
const applied = await migrate(DATABASE_URL);
await migrateQueue(DATABASE_URL, applicationRole);
if (APPLICATION_PASSWORD) await enableApplicationRole(DATABASE_URL, APPLICATION_PASSWORD);
process.stdout.write(`Migrations applied: ${applied.join(', ') || 'none, the database is up to date'}\n`);
