import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWorkbook } from '../workbook/read.ts';
import { makeInventorySheet } from './make.ts';
import { type InventoryLine, type LineGroup, lineGroups } from './model.ts';
import { parseInventorySheet } from './parse.ts';
import { stageOfGroup } from './words.ts';

const word = fc
  .stringMatching(/^[\u4e00-\u9fff=+@A-Za-z][\u4e00-\u9fff0-9A-Za-z &<>".=_-]{0,20}$/)
  .map((text) => text.trim())
  .filter((text) => text !== '');
const nullable = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const amount = fc
  .oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 1e9 }))
  .map((value) => ({ typed: String(value + 0), value: value + 0 }));
const unit = fc.constantFrom('kg', 't', 'kWh', 'm3', 'L', 'pcs', 'tkm', 'MJ', 'h' as const);
const unitAmount = fc
  .record({ amount, unit })
  .map(({ amount, unit }) => ({ amount, unit, unitTyped: unit as string }));
const scores = fc
  .tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 1, max: 5 })))
  .map(([reliability = 1, completeness = 1, temporal = 1, geographical = 1, technological = 1]) => ({
    reliability,
    completeness,
    temporal,
    geographical,
    technological,
  }));
const period = fc.constantFrom(
  { start: '2021-01-01', end: '2021-12-31' },
  { start: '2022-02-14', end: '2022-02-14' },
);
const factor = fc
  .record({
    name: word,
    value: amount,
    mass: fc.constantFrom('kg', 'g', 't' as const),
    per: unit,
    source: nullable(word),
    year: nullable(fc.integer({ min: 1990, max: 2030 })),
  })
  .map(({ name, value, mass, per, source, year }) => ({
    name,
    value,
    unit: { mass, per },
    unitTyped: `${mass} CO2e/${per}`,
    source,
    year,
  }));
const line: fc.Arbitrary<Omit<InventoryLine, 'sheet' | 'row'>> = fc
  .record({
    group: fc.constantFrom(...lineGroups),
    name: word,
    specification: nullable(word),
    total: nullable(unitAmount),
    perUnit: nullable(unitAmount),
    dataType: nullable(fc.constantFrom('primary', 'secondary' as const)),
    source: nullable(word),
    period: nullable(period),
    allocationBasis: nullable(word),
    allocationExplanation: nullable(word),
    factor: nullable(factor),
    transport: nullable(
      fc.record({
        origin: word,
        mode: nullable(fc.constantFrom('road', 'sea', 'air', 'rail' as const)),
        km: nullable(amount),
      }),
    ),
    treatment: nullable(word),
    activityScores: nullable(scores),
    factorScores: nullable(scores),
    remark: nullable(word),
  })
  .map((content) => ({ ...content, stage: stageOfGroup[content.group as LineGroup] }));

const basicData = fc.record({
  firm: nullable(word),
  site: nullable(word),
  contact: nullable(word),
  contactEmail: nullable(word),
  filler: nullable(word),
  reviewer: nullable(word),
  productName: nullable(word),
  productSpecification: nullable(word),
  functionalUnit: nullable(word),
  productCategoryRule: nullable(word),
  period: nullable(period),
  boundary: nullable(fc.constantFrom('cradleToGate', 'cradleToGrave' as const)),
  unitMass: nullable(fc.constant({ typed: '12.5', value: 12.5 })),
  unitMassUnit: fc.constant(null),
  production: nullable(fc.constant({ typed: '1000', value: 1000 })),
  productionUnit: fc.constant(null),
});

const language = fc.constantFrom('zh-TW', 'en' as const);

it('reads back the inventory sheet it made', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      basicData,
      fc.array(line, { maxLength: 12 }),
      language,
      async (basicData, lines, language) => {
        const read = await readWorkbook(await makeInventorySheet({ language, basicData, lines }));
        if (!read.ok) throw new Error(JSON.stringify(read.findings));
        const parsed = parseInventorySheet(read.value);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
        expect(read.findings).toEqual([]);
        expect(parsed.value.rejected).toEqual([]);
        expect(parsed.value.basicData).toEqual(basicData);
        const order = (of: readonly Omit<InventoryLine, 'sheet' | 'row'>[]) =>
          of.map((one) => JSON.stringify(one)).sort();
        const bare = parsed.value.lines.map(({ sheet, row, ...rest }) => rest);
        expect(order(bare.map((one) => sorted(one)))).toEqual(order(lines.map((one) => sorted(one))));
        const { cells, mapped, heading, flagged } = parsed.value.account;
        expect(flagged).toBe(0);
        expect(cells).toBe(mapped + heading);
        expect(cells).toBe(read.value.sheets.reduce((sum, sheet) => sum + sheet.cellCount, 0));
      },
    ),
    { numRuns: 40 },
  );
});

/** Keys in one order, so that two equal lines have one text. */
function sorted<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, entry]) => [key, entry !== null && typeof entry === 'object' ? sorted(entry) : entry]),
  ) as Value;
}

it.each(['zh-TW', 'en'] as const)(
  'reads the empty template in %s as a sheet without lines',
  async (language) => {
    const read = await readWorkbook(await makeInventorySheet({ language }));
    if (!read.ok) throw new Error('unreadable');
    const parsed = parseInventorySheet(read.value);
    expect(parsed.ok && parsed.value.lines).toEqual([]);
    expect(parsed.ok && parsed.value.templateVersion).toBe('slipstream-inventory-sheet/1');
    expect(parsed.findings).toEqual([]);
    const hasChinese = read.value.sheets.some(({ name }) => /\p{Script=Han}/u.test(name));
    expect(hasChinese).toBe(language === 'zh-TW');
  },
);
