import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Run, runToEnd } from './children.ts';
import { StartError } from './sentences.ts';

const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
const root = join(import.meta.dirname, '../../..');

/** Builds the pages, unless they stand as they would be built. Fails with a `StartError` that holds the reason. */
export function buildPages(env: NodeJS.ProcessEnv): Run {
  return runToEnd(
    [turbo, 'run', 'build', '--filter=@slipstream/web', '--output-logs=errors-only', `--cwd=${root}`],
    {
      // The build tool would report its use to its maker; this product reports nothing to anybody.
      env: { ...env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
      prints: 'kept',
      failed: (_, printed) => new StartError(`The pages could not be built.\n${printed}`),
    },
  );
}
