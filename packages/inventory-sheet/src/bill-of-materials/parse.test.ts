import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CellDraft, makeWorkbook } from '../making/workbook.ts';
import { columnLetters } from '../workbook/address.ts';
import { readWorkbook } from '../workbook/read.ts';
import { makeBillOfMaterialsTemplate } from './make.ts';
import { type ParseBillOfMaterialsOptions, parseBillOfMaterials } from './parse.ts';

async function parsed(rows: readonly (readonly CellDraft[])[], name = 'Sheet1', findingLimit?: number) {
  const read = await readWorkbook(
    await makeWorkbook([{ name, rows, columnWidths: [], frozenRows: 0, validations: [] }]),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const result = parseBillOfMaterials(read.value, findingLimit === undefined ? {} : { findingLimit });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  expect(result.value.account.cells).toBe(read.value.sheets[0]?.cellCount);
  const { findings } = result;
  return { ...result.value, findings, found: findings.map(({ code, path }) => `${code} ${path.join('!')}`) };
}

it('joins parts to their assemblies by level, and takes level 0 for the product', async () => {
  const { products, lines, found } = await parsed([
    ['階層', '料號', '品名', '數量', '單位'],
    [0, 'W-1', '輪圈', 1, '個'],
    [1, 'A', '輪圈本體', 1, '個'],
    [2, 'B', '鋁錠', 9.5, 'kg'],
    [1, 'C', '氣嘴', 1, '個'],
    ['..3', 'D', '橡膠', 2, 'g'],
  ]);
  expect(products).toEqual([
    { sheet: 'Sheet1', partNumber: 'W-1', name: '輪圈', declaredUnit: { amount: 1, unit: 'pcs' } },
  ]);
  expect(lines.map(({ partNumber, parent }) => [partNumber, parent])).toEqual([
    ['A', null],
    ['B', 0],
    ['C', null],
    ['D', 2],
  ]);
  expect(found).toEqual(['bom.levelJump Sheet1!A6']);
});

it('joins by the parent number, and takes out the line that closes a cycle', async () => {
  const { lines, rejected, found } = await parsed([
    ['上階料號', '料號', '品名', '用量', '單位'],
    ['W-1', 'A', '甲', 1, '個'],
    ['A', 'B', '乙', 2, '個'],
    ['B', 'A', '甲', 1, '個'],
    ['X', 'C', '丙', 1, '個'],
  ]);
  expect(lines.map(({ partNumber, parent }) => [partNumber, parent])).toEqual([
    ['A', null],
    ['B', 0],
    ['C', null],
  ]);
  expect(rejected.map(({ row, code }) => [row, code])).toEqual([[4, 'bom.cycle']]);
  expect(found).toContain('bom.parentUnknown Sheet1!A5');
});

it('reads masses in the unit of the header, shares in per cent, sole sources in any mark', async () => {
  const { lines, found } = await parsed([
    ['Part No.', 'Description', 'Qty', 'UOM', 'Unit Weight (g)', 'Cost Share %', 'Sole Source'],
    ['P1', 'Bearing', 2, 'EA', 125, 12.5, 'Y'],
    ['P2', 'Bolt', '１０', 'pcs', '8', 0.5, 'N'],
  ]);
  expect(lines).toMatchObject([
    { kgPerPiece: 0.125, costShare: 0.125, soleSource: true, unit: 'pcs' },
    { kgPerPiece: 0.008, costShare: 0.005, soleSource: false, quantity: { typed: '１０', value: 10 } },
  ]);
  expect(found).toEqual([]);
});

it('goes by content where there are no headers, and says so', async () => {
  const { lines, found } = await parsed([
    ['P-001', '鋁錠', 12.5, '公斤', '大明工業股份有限公司'],
    ['P-002', '螺絲', 4, '個', '小華企業有限公司'],
    ['P-003', '面板', 1, '片', '大明工業股份有限公司'],
  ]);
  expect(lines[0]).toMatchObject({
    partNumber: 'P-001',
    name: '鋁錠',
    quantity: { value: 12.5 },
    unit: 'kg',
    supplier: '大明工業股份有限公司',
  });
  expect(found).toEqual(['table.headerMissing Sheet1!1']);
});

const word = fc.stringMatching(/^[\u4e00-\u9fff=A-Za-z][\u4e00-\u9fffA-Za-z0-9]{0,12}$/);
const nullable = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

it('reads back the bill it made', async () => {
  const line = fc
    .record({
      name: word,
      specification: nullable(word),
      material: nullable(word),
      quantity: nullable(positive.map((value) => ({ typed: String(value), value }))),
      unit: fc.constantFrom('pcs', 'kg', 'm', 'L' as const),
      kgPerPiece: nullable(positive),
      supplier: nullable(word),
      unitPrice: nullable(positive),
      costShare: nullable(fc.double({ min: 0, max: 1, noNaN: true })),
      annualVolume: nullable(positive),
      soleSource: nullable(fc.boolean()),
      remark: nullable(word),
    })
    .map((content) => ({ ...content, unitTyped: content.unit as string, lineMassKg: null, level: null }));
  await fc.assert(
    fc.asyncProperty(word, fc.array(line, { minLength: 1, maxLength: 10 }), async (productName, contents) => {
      const lines = contents.map((content, index) => ({ ...content, partNumber: `P-${index}` }));
      const read = await readWorkbook(await makeBillOfMaterialsTemplate([{ productName, lines }]));
      if (!read.ok) throw new Error('unreadable');
      const result = parseBillOfMaterials(read.value);
      if (!result.ok) throw new Error(JSON.stringify(result.findings));
      expect(result.value.products).toMatchObject([{ name: productName }]);
      expect(result.value.rejected).toEqual([]);
      expect(result.value.lines).toEqual(
        lines.map((one, index) => ({
          ...one,
          sheet: '物料清單 BOM',
          row: index + 3,
          product: 0,
          parent: null,
        })),
      );
    }),
    { numRuns: 40 },
  );
});

it('asks about part numbers that a spreadsheet turned into dates, and proposes what was typed', async () => {
  const date = (value: number): CellDraft => ({ value, style: 'date' });
  const { lines, findings } = await parsed([
    ['料號', '上階料號', '品名', '數量', '單位'],
    [date(46085), null, '軸承', 1, '個'],
    ['5-6', date(46085), '螺絲', 1, '個'],
    [date(16497), null, '墊片', 1, '個'],
    ['4-Mar', null, '銅線', 1, '個'],
    ['12月1日', null, '紙箱', 1, '個'],
    ['4-Max', null, '外殼', 1, '個'],
  ]);
  expect(lines[0]?.partNumber).toBe('2026-03-04');
  expect(findings.map(({ code, path, values }) => [code, path[1], values.proposed])).toEqual([
    ['bom.partNumberBecameDate', 'A2', '3-4'],
    ['bom.partNumberBecameDate', 'B3', '3-4'],
    ['bom.partNumberBecameDate', 'A4', '3-45'],
    ['bom.partNumberBecameDate', 'A5', '3-4'],
    ['bom.partNumberBecameDate', 'A6', '12-1'],
  ]);
});

it('tells why a row was left out, however many doubts come before', async () => {
  const doubtful = Array.from({ length: 40 }, (_, index): readonly CellDraft[] => [
    `P${index}`,
    '螺絲',
    null,
    '個',
  ]);
  const { findings, rejected } = await parsed(
    [['料號', '品名', '數量', '單位'], ...doubtful, ['X', '外殼', '四', '個']],
    'Sheet1',
    10,
  );
  expect(rejected.map(({ row }) => row)).toEqual([42]);
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'table.amountUnreadable', values: { row: 42 } },
  ]);
  expect(findings.at(-1)).toMatchObject({ code: 'table.moreFindings', values: { count: 30 } });
});

async function readWith(
  rows: readonly (readonly CellDraft[])[],
  mappings: ParseBillOfMaterialsOptions['mappings'] = [],
) {
  const read = await readWorkbook(
    await makeWorkbook([{ name: 'BOM', rows, columnWidths: [], frozenRows: 0, validations: [] }]),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return parseBillOfMaterials(read.value, { mappings });
}

it('reads again with the columns a person corrected, and keeps the units of the headers', async () => {
  const rows = [
    ['料號', '品名', '組數', '單位', '單重 (g)', null],
    ['A', '殼', 2, '個', 500, '大新鋁業'],
    ['B', '蓋', 3, '個', 250, '永固螺絲'],
  ];
  const guessed = await readWith(rows);
  if (!guessed.ok) throw new Error('refused');
  expect(guessed.value.lines.map(({ quantity, supplier }) => [quantity, supplier])).toEqual([
    [null, null],
    [null, null],
  ]);
  const [table] = guessed.value.tables;
  expect(table?.columns.map(({ header, field, samples }) => [header, field, samples])).toEqual([
    ['料號', 'partNumber', ['A', 'B']],
    ['品名', 'name', ['殼', '蓋']],
    ['組數', null, ['2', '3']],
    ['單位', 'unit', ['個']],
    ['單重 (g)', 'pieceMass', ['500', '250']],
    ['', null, ['大新鋁業', '永固螺絲']],
  ]);
  const mapping = { sheet: 'BOM', headerRow: 1, columns: { C: 'quantity', f: 'supplier' } } as const;
  const corrected = await readWith(rows, [mapping]);
  if (!corrected.ok) throw new Error('refused');
  expect(
    corrected.value.lines.map(({ quantity, kgPerPiece, supplier }) => [
      quantity?.value,
      kgPerPiece,
      supplier,
    ]),
  ).toEqual([
    [2, 0.5, '大新鋁業'],
    [3, 0.25, '永固螺絲'],
  ]);
  expect(corrected.value.tables[0]?.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
    ['partNumber', 1],
    ['name', 1],
    ['quantity', 1],
    ['unit', 1],
    ['pieceMass', expect.closeTo(0.97, 9)],
    ['supplier', 1],
  ]);
});

it('corrects one of the tables of a sheet and leaves the others as they are', async () => {
  const header = ['料號', '品名', '數量', '單位'];
  const rows = [header, ['A', '殼', 2, '個'], [], ['產品名稱：泵'], header, ['B', '蓋', 3, '個']];
  const guessed = await readWith(rows);
  if (!guessed.ok) throw new Error('refused');
  const [first, second] = guessed.value.tables;
  expect([first?.headerRow, second?.headerRow]).toEqual([1, 5]);
  const corrected = await readWith(rows, [{ sheet: 'BOM', headerRow: 5, columns: { B: 'material' } }]);
  if (!corrected.ok) throw new Error('refused');
  expect(corrected.value.lines.map(({ partNumber, name, material }) => [partNumber, name, material])).toEqual(
    [
      ['A', '殼', null],
      ['B', null, '蓋'],
    ],
  );
});

it('reads the same where a person confirms what was guessed', async () => {
  const bytes = await makeBillOfMaterialsTemplate();
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error('unreadable');
  const guessed = parseBillOfMaterials(read.value);
  if (!guessed.ok) throw new Error('refused');
  const mappings = guessed.value.tables.map(({ sheet, headerRow, columns }) => ({
    sheet,
    headerRow,
    columns: Object.fromEntries(columns.map(({ column, field }) => [columnLetters(column), field])),
  }));
  const confirmed = parseBillOfMaterials(read.value, { mappings });
  if (!confirmed.ok) throw new Error('refused');
  expect(confirmed.value.lines).toEqual(guessed.value.lines);
  expect(confirmed.value.account).toEqual(guessed.value.account);
  expect(confirmed.findings).toEqual(guessed.findings);
});
