import { defineConfig } from 'prisma/config';

/** Where the Prisma command line finds schema and migrations. The database is named only for `migrate` commands. */
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
