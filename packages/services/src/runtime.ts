import { type DatabaseFault, findDatabaseFaults, openDatabase } from '@slipstream/db';
import { openMailTransport } from '@slipstream/email';
import { openDiskStore, openObjectStore } from '@slipstream/storage';
import { z } from 'zod';
import type { Log, Runtime } from './context.ts';

/** The settings web and worker share, by the names of the environment. Each app parses them once, at boot. */
export const runtimeSettings = z
  .object({
    /** The application role's URL, never the owner's. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().default('Slipstream <no-reply@localhost>'),
    /** Where files are kept when there is no object store. */
    STORAGE_FOLDER: z.string().optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine(
    (env) =>
      env.STORAGE_FOLDER ||
      (env.S3_ENDPOINT && env.S3_BUCKET && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY),
    {
      message:
        'Files need a place: STORAGE_FOLDER, or S3_ENDPOINT with S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
      path: ['STORAGE_FOLDER'],
    },
  );
export type RuntimeSettings = z.infer<typeof runtimeSettings>;

/** The database must not be served from; `faults` say why. */
export class UnsafeDatabaseError extends Error {
  override readonly name = 'UnsafeDatabaseError';
  readonly faults: readonly DatabaseFault[];
  constructor(faults: readonly DatabaseFault[]) {
    super(`The database must not be served from as this role: ${faults.join(', ')}`);
    this.faults = faults;
  }
}

/** A runtime that is open; `close` gives everything back. */
export interface OpenRuntime extends Runtime {
  close(): Promise<void>;
}

/**
 * Opens database, files and mail. Refuses with `UnsafeDatabaseError` to run as a role that row-level security does
 * not bind, or on a server with known holes in it.
 */
export async function openRuntime(settings: RuntimeSettings, log: Log): Promise<OpenRuntime> {
  const database = openDatabase({
    url: settings.DATABASE_URL,
    poolSize: settings.DATABASE_POOL_SIZE,
    onError: (error) => log.error({ err: error }, 'A database connection was lost'),
  });
  const faults = await findDatabaseFaults(database).catch(async (error) => {
    await database.close();
    throw error;
  });
  if (faults.length > 0) {
    await database.close();
    throw new UnsafeDatabaseError(faults);
  }
  const mail = openMailTransport({ smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM });
  return {
    database,
    mail,
    files: openFiles(settings),
    clock: () => new Date(),
    log,
    publicUrl: settings.PUBLIC_URL,
    async close() {
      mail.close();
      await database.close();
    },
  };
}

function openFiles(settings: RuntimeSettings) {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, STORAGE_FOLDER } = settings;
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY)
    return openObjectStore({
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: settings.S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    });
  return openDiskStore(STORAGE_FOLDER ?? '.');
}
