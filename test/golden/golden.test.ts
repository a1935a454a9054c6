import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { type GoldenFile, operations } from './operations.ts';

const folder = join(import.meta.dirname, 'cases');
for (const name of readdirSync(folder).sort()) {
  const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldenFile;
  describe(name, () => {
    it.each(file.cases.map((testCase) => [testCase.id, testCase] as const))('%s', (_, testCase) => {
      const result = operations[testCase.operation]?.(testCase.inputs);
      expect(result).toMatchObject({ ok: true });
      if (result?.ok) expect(compare(testCase.expected, result.value, testCase)).toEqual([]);
    });
  });
}
