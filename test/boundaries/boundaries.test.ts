import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** From the ground up: a package may depend only on those of a lower layer. */
const layers = [
  ['quantity'],
  ['state-machine', 'footprint'],
  ['factor-library', 'organization-inventory', 'diagnosis', 'assurance'],
  ['inventory-sheet', 'programme', 'pact'],
  ['db', 'embedded-database', 'jobs', 'storage', 'email', 'report'],
  ['services'],
  ['api'],
  ['web', 'worker'],
  ['standalone'],
] as const;

const root = join(import.meta.dirname, '../..');
const ourPackages = ['packages', 'apps'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => existsSync(join(root, folder, name, 'package.json')))
        .map((name) => ({ name, folder: join(root, folder, name) }))
    : [],
);
const layerOf = (name: string) => layers.findIndex((layer) => (layer as readonly string[]).includes(name));

it.each(ourPackages.map(({ name, folder }) => [name, folder] as const))(
  '%s depends downward only',
  (name, folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const ours = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter((dependency) => dependency.startsWith('@slipstream/'))
      .map((dependency) => dependency.replace('@slipstream/', ''));
    expect(layerOf(name), `${name} has no layer`).toBeGreaterThanOrEqual(0);
    for (const dependency of ours)
      expect(layerOf(dependency), `${name} → ${dependency}`).toBeLessThan(layerOf(name));
  },
);
