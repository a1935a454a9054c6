import { inflateRawSync } from 'node:zlib';
import { makeInventorySheet, parseInventorySheet, readWorkbook } from '@slipstream/inventory-sheet';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packZip } from './zip.ts';

const amount = (value: number) => ({
  amount: { typed: String(value), value },
  unit: 'kg' as const,
  unitTyped: 'kg',
});
const lines = Array.from({ length: 6 }, (_, index) => ({
  stage: 'rawMaterial' as const,
  group: (['mainMaterial', 'auxiliaryMaterial', 'packaging'] as const)[index % 3] ?? null,
  name: `原料 ${index + 1}`,
  specification: '99.7 %',
  total: amount(1000.5 * (index + 1)),
  perUnit: amount(1.0005 * (index + 1)),
  dataType: 'primary' as const,
  source: '領料單',
  period: { start: '2021-01-01', end: '2021-12-31' },
  allocationBasis: null,
  allocationExplanation: null,
  factor: {
    name: '鋁錠',
    value: { typed: '8.5', value: 8.5 + index },
    unit: { mass: 'kg' as const, per: 'kg' as const },
    unitTyped: 'kg CO2e/kg',
    source: '平台',
    year: 2021,
  },
  transport: { origin: '甲公司', mode: 'road' as const, km: { typed: '35', value: 35 } },
  treatment: null,
  activityScores: null,
  factorScores: null,
  remark: null,
}));
const honest = await makeInventorySheet({
  basicData: { productName: '鋁輪圈', production: { typed: '1000', value: 1000 } },
  lines,
});

/** The parts of an archive that `makeInventorySheet` wrote, as text. */
function unpack(bytes: Uint8Array): { name: string; data: string }[] {
  const buffer = Buffer.from(bytes);
  const parts: { name: string; data: string }[] = [];
  for (let at = 0; buffer.readUInt32LE(at) === 0x04034b50; ) {
    const [size, nameLength] = [buffer.readUInt32LE(at + 18), buffer.readUInt16LE(at + 26)];
    const start = at + 30 + nameLength;
    parts.push({
      name: buffer.toString('utf8', at + 30, start),
      data: inflateRawSync(buffer.subarray(start, start + size)).toString(),
    });
    at = start + size;
  }
  return parts;
}
const parts = unpack(honest);

/** The numbers a file states, and whether anything was said about it. */
async function numbersOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) return { numbers: null, findings: read.findings.map(({ code }) => code as string) };
  const parsed = parseInventorySheet(read.value);
  const findings = [...read.findings, ...parsed.findings].map(
    ({ code, path }) => `${code} ${path.join('!')}`,
  );
  if (!parsed.ok) return { numbers: null, findings };
  const numbers = parsed.value.lines.map(({ name, total, perUnit, factor, transport }) => [
    name,
    total?.amount.value,
    total?.unit,
    perUnit?.amount.value,
    perUnit?.unit,
    factor?.value?.value,
    factor?.unit?.per,
    transport?.km?.value,
  ]);
  return { numbers, findings };
}
const original = await numbersOf(honest);

it('starts from a file that reads without a finding', () => {
  expect(original.findings).toEqual([]);
  expect(original.numbers).toHaveLength(lines.length);
});

const mutations = ['drop', 'double', 'swap', 'character', 'cut', 'attribute'] as const;

/** Changes the markup of a part at a tag, never the text between tags: a changed digit is a true other number. */
function mutate(xml: string, kind: (typeof mutations)[number], where: number, character: string): string {
  const tags = [...xml.matchAll(/<[^>]*>/g)];
  const tag = tags[where % tags.length];
  const other = tags[(where * 7 + 3) % tags.length];
  if (!tag || !other) return xml;
  const end = tag.index + tag[0].length;
  switch (kind) {
    case 'drop':
      return xml.slice(0, tag.index) + xml.slice(end);
    case 'double':
      return xml.slice(0, end) + tag[0] + xml.slice(end);
    case 'swap':
      return xml.slice(0, tag.index) + other[0] + xml.slice(end);
    case 'cut':
      return xml.slice(0, tag.index);
    case 'character': {
      const at = tag.index + (where % tag[0].length);
      return xml.slice(0, at) + character + xml.slice(at + 1);
    }
    case 'attribute':
      return (
        xml.slice(0, tag.index) + tag[0].replace(/"([A-Z]*)\d+"/, `"$1${(where % 40) + 1}"`) + xml.slice(end)
      );
  }
}

it('never throws on a mutated part, and never takes changed numbers without a word', async () => {
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
        const { numbers, findings } = await numbersOf(packZip(changed));
        if (findings.length === 0) expect(numbers).toEqual(original.numbers);
      },
    ),
    { numRuns: 1500 },
  );
});

it('never throws on byte noise, and never takes changed numbers without a word', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (noise) => {
        const bytes = honest.slice();
        for (const [at, byte] of noise) bytes[at] = byte;
        const { numbers, findings } = await numbersOf(bytes);
        if (findings.length === 0) expect(numbers).toEqual(original.numbers);
      },
    ),
    { numRuns: 500 },
  );
});
