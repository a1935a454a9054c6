import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Owner of a database of one's own; without it the embedded one is used. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The application role on that database, where its password is managed elsewhere. */
  APPLICATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_FOLDER: z.string().default(join(import.meta.dirname, '../../../.data')),
});

export type Env = z.infer<typeof schema> & {
  /** Whether to throw the embedded data away and begin anew. */
  readonly fresh: boolean;
  /** Everything else, handed on to web and worker, which check what they use. */
  readonly inherited: NodeJS.ProcessEnv;
};

/** Reads environment and arguments once. A wrong value is an error that names it. */
export function readEnv(): Env {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
  return { ...schema.parse(process.env), fresh: values.fresh, inherited: process.env };
}

const migrationSchema = z.object({
  /** The owner of the database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Set as the application role's password; left out where somebody else manages it. */
  APPLICATION_PASSWORD: z.string().min(12).optional(),
});

/** What the migration step needs of the environment. */
export function readMigrationEnv(): z.infer<typeof migrationSchema> {
  return migrationSchema.parse(process.env);
}
