import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evilFiles } from './evil-files.ts';
import { readInChild } from './read-in-child.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evil-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('has a set of its own names', () => {
  expect(new Set(evilFiles.map(({ name }) => name)).size).toBe(evilFiles.length);
  expect(evilFiles.length).toBeGreaterThanOrEqual(60);
});

describe('every evil file ends in its code within the limits of a child', () => {
  it.concurrent.each(evilFiles.map((file, index) => [file.name, file, index] as const))(
    '%s',
    async (_, file, index) => {
      const path = join(folder, `${index}.bin`);
      await writeFile(path, file.make());
      const outcome = await readInChild(path);
      await rm(path);
      if ('died' in outcome) throw new Error(outcome.died);
      expect(outcome.refused).toBe(file.refused);
      if (file.refused) expect(outcome.codes).toEqual([file.code]);
      else if (file.code === null)
        expect({ codes: outcome.codes, lines: outcome.lines }).toEqual({ codes: [], lines: 1 });
      else expect(outcome.codes).toContain(file.code);
      expect(outcome.peakMegabytes).toBeLessThanOrEqual(300);
    },
  );
});
