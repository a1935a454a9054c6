import { inflateRawSync } from 'node:zlib';
import { makeInventorySheet, parseInventorySheet, readWorkbook } from '@slipstream/inventory-sheet';

const amount = (value: number) => ({
  amount: { typed: String(value), value },
  unit: 'kg' as const,
  unitTyped: 'kg',
});
export const lineCount = 6;
const lines = Array.from({ length: lineCount }, (_, index) => ({
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
/** A file with six lines, as the platform makes it. */
export const honest = await makeInventorySheet({
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
export const parts = unpack(honest);

type Found = { readonly code: string; readonly path: readonly (string | number)[]; readonly part: unknown };
export const places = [
  'name',
  'total',
  'unit',
  'perUnit',
  'perUnitUnit',
  'factorValue',
  'factorUnit',
  'transportKm',
];

/** The numbers a file states by field and row, the worksheets they stand in, and what was said about it. */
export async function numbersOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  const parsed = read.ok ? parseInventorySheet(read.value) : null;
  const found: Found[] = [...read.findings, ...(parsed?.findings ?? [])].map(({ code, path, values }) => ({
    code,
    path,
    part: values.part,
  }));
  const sheets = new Set(['2 原料取得', ...(parsed?.ok ? parsed.value.lines.map(({ sheet }) => sheet) : [])]);
  if (!parsed?.ok) return { numbers: null, sheets, found };
  const numbers = new Map<string, unknown>();
  for (const { row, name, total, perUnit, factor, transport } of parsed.value.lines)
    for (const [index, value] of [
      name,
      total?.amount.value,
      total?.unit,
      perUnit?.amount.value,
      perUnit?.unit,
      factor?.value?.value,
      factor?.unit?.per,
      transport?.km?.value,
    ].entries())
      numbers.set(`${places[index]} ${row}`, value);
  return { numbers, sheets, found };
}
export const original = await numbersOf(honest);
export const honestNumbers = original.numbers ?? new Map<string, unknown>();

/** The columns of the fields, as the honest file has them. */
export const letters = await lettersOfFields();
async function lettersOfFields(): Promise<Map<string, string>> {
  const read = await readWorkbook(honest);
  const parsed = read.ok ? parseInventorySheet(read.value) : null;
  return new Map(
    parsed?.ok
      ? parsed.value.tables[0]?.columns.map(({ field, column }) => [
          field ?? '',
          String.fromCharCode(64 + column),
        ])
      : [],
  );
}

/**
 * True where a finding speaks of a number's place: its cell or row, its column at the header, its sheet as a whole,
 * or a part of the file that numbers depend on. A finding at another row's cell does not count.
 */
function speaksOf({ path, part }: Found, sheets: ReadonlySet<unknown>, letter: string, row: number): boolean {
  if (typeof part === 'string') return true;
  if (!sheets.has(path[0])) return false;
  const at = path[1];
  if (at === undefined || at === row) return true;
  const [, column, line] = /^([A-Z]+)(\d+)$/.exec(String(at)) ?? [];
  return Number(line) === row || column === letter;
}

/** The numbers that changed, or went, without a finding that speaks of their place. */
export function unspoken({ numbers, sheets, found }: Awaited<ReturnType<typeof numbersOf>>): string[] {
  if (numbers === null) return found.length > 0 ? [] : ['refused without a finding'];
  const keys = new Set([...honestNumbers.keys(), ...numbers.keys()]);
  return [...keys].filter((key) => {
    if (numbers.get(key) === honestNumbers.get(key)) return false;
    const [field = '', row] = key.split(' ');
    return !found.some((one) => speaksOf(one, sheets, letters.get(field) ?? '', Number(row)));
  });
}

/** Ways to spoil the markup of a part. */
export const mutations = ['drop', 'double', 'swap', 'character', 'cut', 'attribute'] as const;

/** Changes the markup of a part at a tag, never the text between tags: a changed digit is a true other number. */
export function mutate(
  xml: string,
  kind: (typeof mutations)[number],
  where: number,
  character: string,
): string {
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
