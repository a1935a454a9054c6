import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  honest,
  honestNumbers,
  letters,
  lineCount,
  mutate,
  mutations,
  numbersOf,
  original,
  parts,
  places,
  unspoken,
} from './mutations.ts';
import { packZip } from './zip.ts';

const seed = Number(process.env.UPLOAD_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.UPLOAD_RUNS ?? 1000);

it('starts from a file that reads without a finding', () => {
  expect(original.found).toEqual([]);
  expect(honestNumbers.size).toBe(lineCount * places.length);
  for (const place of places) expect(letters.get(place)).toMatch(/^[A-Z]$/);
});

it(`never throws on a mutated part, and names the place of every changed number (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(parts.length - 1),
      fc.constantFrom(...mutations),
      fc.nat(5000),
      fc.constantFrom('<', '>', '"', '/', 'x', 'E', '7', '\u0000', ' ', '=', '&'),
      async (part, kind, where, character) => {
        const changed = parts.map((one, index) =>
          index === part ? { ...one, data: mutate(one.data, kind, where, character) } : one,
        );
        expect(unspoken(await numbersOf(packZip(changed)))).toEqual([]);
      },
    ),
    { numRuns: runs, seed },
  );
});

it(`never throws on byte noise, and names the place of every changed number (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (noise) => {
        const bytes = honest.slice();
        for (const [at, byte] of noise) bytes[at] = byte;
        expect(unspoken(await numbersOf(bytes))).toEqual([]);
      },
    ),
    { numRuns: runs / 2, seed },
  );
});
