/** `npm run prisma -- <command>`: the Prisma command line with this project's configuration and schema engine. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status } = spawnSync(
  process.execPath,
  [prisma, ...process.argv.slice(2), '--config', join(folder, 'prisma.config.ts')],
  {
    stdio: 'inherit',
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: join(folder, 'schema-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      // It warns of a missing OpenSSL, which only an engine that is not used here would need.
      PRISMA_DISABLE_WARNINGS: '1',
      ...process.env,
    },
  },
);
process.exitCode = status ?? 1;
