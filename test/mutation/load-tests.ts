import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CollectedTest, collectedTests } from './collected-tests.ts';

// run.ts sets both.
const { MUTATION_PACKAGE: name, MUTATION_FOLDER: folder = '' } = process.env;

/** The tests of the folder under mutation, and of the whole calculation those a reader can follow. */
const judges = [
  `packages/${name}/src/${folder}**/*.test.ts`,
  ...(name === 'footprint'
    ? [
        'packages/footprint/src/calculation/{by-hand,calculate-footprint,reading}.test.ts',
        'packages/footprint/src/check/{bad-input,check-product-system}.test.ts',
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
