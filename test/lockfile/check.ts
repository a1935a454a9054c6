import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOptionalDependencies } from './complete.ts';

const lockfile = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));
const missing = missingOptionalDependencies(lockfile);
for (const line of missing) console.error(`package-lock.json: ${line}`);
if (missing.length > 0) {
  console.error(
    'A platform is missing: pin a version whose binaries are all published, then npm install again.',
  );
  process.exitCode = 1;
}
