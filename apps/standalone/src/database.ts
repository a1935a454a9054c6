import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { applicationRole, enableApplicationRole, migrate, provisionDatabase } from '@slipstream/db';
import { removeCluster, startCluster } from '@slipstream/embedded-database';
import { migrateQueue } from '@slipstream/jobs';
import type { Env } from './env.ts';

interface ReadyDatabase {
  /** URL of the application role, for web and worker. */
  readonly applicationUrl: string;
  readonly migrations: readonly string[];
  stop(): Promise<void>;
}

/** A migrated database: the one `DATABASE_URL` names, else the embedded one in the data folder. */
export async function prepareDatabase(env: Env): Promise<ReadyDatabase> {
  const { ownerUrl, stop } = env.DATABASE_URL
    ? { ownerUrl: env.DATABASE_URL, stop: async () => {} }
    : await startEmbedded(env);
  try {
    const migrations = await migrate(ownerUrl);
    await migrateQueue(ownerUrl, applicationRole);
    const applicationUrl =
      env.APPLICATION_DATABASE_URL ?? (await enableApplicationRole(ownerUrl, newPassword()));
    return { applicationUrl, migrations, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startEmbedded(env: Env) {
  const folder = join(env.DATA_FOLDER, 'database');
  if (env.fresh) await removeCluster({ folder });
  const cluster = await startCluster({ folder });
  const ownerUrl = await provisionDatabase({
    superuserUrl: cluster.url('postgres'),
    name: 'slipstream',
    ownerPassword: newPassword(),
  });
  return { ownerUrl, stop: () => cluster.stop() };
}

/** The embedded database's passwords are new at every start, so none is kept anywhere. */
function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
