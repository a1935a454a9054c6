import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CollectedTest, collectedTests } from './collected-tests.ts';

/** What run.ts names: the tests beside the files under mutation. */
const { MUTATION_TESTS: own = '' } = process.env;

/** These, and of the whole calculation of a footprint the tests that a reader can follow. */
const judges = [
  own,
  ...(own.startsWith('packages/footprint/')
    ? [
        'packages/footprint/src/calculation/{by-hand,calculate-footprint,reading}.test.ts',
        'packages/footprint/src/check/{bad-input,check-product-system}.test.ts',
        'packages/footprint/src/missing-fields.test.ts',
      ]
    : []),
];
const tooSlow = 'packages/footprint/src/large-systems.test.ts';

const standIns: Readonly<Record<string, string>> = {
  vitest: import.meta.resolve('./collected-tests.ts'),
  'fast-check': import.meta.resolve('./property-runs.ts'),
};

/** Loads the tests of the slice from the folder of the process, with `it` and `fast-check` replaced by ours. */
export async function loadTests(): Promise<readonly CollectedTest[]> {
  const ownFiles = new Set(Object.values(standIns));
  registerHooks({
    resolve: (specifier, context, next) =>
      ownFiles.has(context.parentURL ?? '')
        ? next(specifier, context)
        : next(standIns[specifier] ?? specifier, context),
  });
  const files = new Set(judges.flatMap((glob) => globSync(glob).sort()));
  files.delete(tooSlow);
  for (const file of files) await import(pathToFileURL(resolve(file)).href);
  return collectedTests;
}
