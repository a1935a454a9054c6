import { expect, it } from 'vitest';
import { type CellDraft, makeWorkbook } from '../making/workbook.ts';
import { readWorkbook } from '../workbook/read.ts';
import { parseInventorySheet } from './parse.ts';

/** Parses worksheets given as rows. */
async function parsed(sheets: Readonly<Record<string, readonly (readonly CellDraft[])[]>>) {
  const drafts = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows,
    columnWidths: [],
    frozenRows: 0,
    validations: [],
  }));
  const read = await readWorkbook(await makeWorkbook(drafts));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const result = parseInventorySheet(read.value);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  const { account } = result.value;
  expect(account.cells).toBe(read.value.sheets.reduce((sum, sheet) => sum + sheet.cellCount, 0));
  return {
    ...result.value,
    found: result.findings.map(({ code, path }) => `${code} ${path.join('!')}`),
    findings: result.findings,
  };
}

const importHeader = [
  '活動名稱',
  '數值',
  '單位',
  '每單位數值',
  '單位',
  '係數名稱',
  '係數數值',
  '單位',
  '來源',
];

it('reads the one worksheet of the platform: a bare 單位 belongs to the amount on its left (R30)', async () => {
  const { lines, found } = await parsed({
    Sheet1: [importHeader, ['原料 鋁錠', 1000, 'kg', 1.25, 'kg', '鋁錠', 8.5, 'kgCO2e/kg', '平台公用係數']],
  });
  expect(lines).toMatchObject([
    {
      name: '原料 鋁錠',
      total: { amount: { value: 1000 }, unit: 'kg' },
      perUnit: { amount: { value: 1.25 }, unit: 'kg' },
      factor: {
        name: '鋁錠',
        value: { value: 8.5 },
        unit: { mass: 'kg', per: 'kg' },
        source: '平台公用係數',
      },
    },
  ]);
  expect(found).toEqual(['sheet.stageUnknown Sheet1!A2']);
});

it('reads basic data, sections, a sheet named by its stage and two header rows', async () => {
  const { basicData, lines, found } = await parsed({
    基本資料: [
      ['公司名稱', '大明工業', '聯絡人', '林小姐'],
      ['產品名稱：鋁輪圈'],
      ['盤查期間', '110/1/1~110/12/31'],
      ['產量', '1,000', '個'],
      ['系統邊界', '搖籃到大門(B2B)'],
    ],
    '2 原料取得': [
      ['活動數據', null, null, null, '排放係數', null, null],
      ['名稱', '總量', '單位', '數據期間', '名稱', '數值', '單位'],
      ['主要原料'],
      ['鋁錠', '１，２００', '公斤', '民國110年1月1日至110年12月31日', '鋁錠', 8.5, 'kgCO2e/kg'],
      ['產品包裝'],
      ['紙箱', 30, '公斤', '110年3月', null, null, null],
      ['合計', 1230],
    ],
  });
  expect(basicData).toMatchObject({
    firm: '大明工業',
    contact: '林小姐',
    productName: '鋁輪圈',
    period: { start: '2021-01-01', end: '2021-12-31' },
    production: { typed: '1,000', value: 1000 },
    productionUnit: 'pcs',
    boundary: 'cradleToGate',
  });
  expect(lines).toMatchObject([
    {
      stage: 'rawMaterial',
      group: 'mainMaterial',
      total: { amount: { typed: '１，２００', value: 1200 }, unit: 'kg' },
      period: { start: '2021-01-01', end: '2021-12-31' },
    },
    { group: 'packaging', name: '紙箱', period: { start: '2021-03-01', end: '2021-03-31' } },
  ]);
  expect(found).toEqual([
    'table.totalRow 2 原料取得!7',
    'sheet.perUnitMissing 2 原料取得!A4',
    'sheet.perUnitMissing 2 原料取得!A6',
  ]);
});

it('checks a line against itself, with a proposal at the cell', async () => {
  const { findings } = await parsed({
    基本資料: [
      ['產品名稱', '鋁輪圈'],
      ['產量', 100],
    ],
    '3 製造': [
      ['名稱', '總量', '總量單位', '每單位數量', '每單位數量單位', '係數名稱', '係數', '係數單位'],
      ['外購電力', 500, '度', 6, '度', '電力', 0.5, 'kgCO2e/kWh'],
      ['柴油', 100, 'L', 1, 'L', '柴油', 3.2, 'kgCO2e/kg'],
      ['天然氣', 3, 'kg', 30, 'g', '天然氣', 2, 'kgCO2e/kg'],
    ],
  });
  expect(findings).toMatchObject([
    {
      code: 'sheet.perUnitDisagrees',
      path: ['3 製造', 'D2'],
      values: { found: '6', proposed: 5, unit: 'kWh' },
    },
    {
      code: 'sheet.unitIncompatibleWithFactor',
      path: ['3 製造', 'E3'],
      values: { found: 'L', expected: 'kg' },
    },
    {
      code: 'sheet.unitDiffersFromFactor',
      path: ['3 製造', 'E4'],
      values: { expected: 'kg', proposed: 0.03 },
    },
  ]);
});

it('never takes blank or unreadable for zero, and goes on with the rest', async () => {
  const { lines, rejected, found } = await parsed({
    '2 原料取得': [
      ['名稱', '總量', '單位', '備註'],
      ['鋁錠', null, 'kg', '待補'],
      ['銅線', '約三', 'kg'],
      ['鋼板', -5, 'kg'],
      ['墊片', '3 g', 'kg'],
      ['橡膠', 0, 'kg'],
      [null, 7, 'kg'],
    ],
  });
  expect(lines.map(({ name, total }) => [name, total?.amount.value ?? null])).toEqual([
    ['鋁錠', null],
    ['橡膠', 0],
  ]);
  expect(rejected.map(({ row, code }) => [row, code])).toEqual([
    [3, 'table.amountUnreadable'],
    [4, 'table.amountNegative'],
    [5, 'table.unitConflict'],
    [7, 'table.rowIncomplete'],
  ]);
  expect(found).toContain('table.amountMissing 2 原料取得!B2');
});

it('asks about lines that look entered twice, and about 度 without a medium', async () => {
  const { found } = await parsed({
    '3 製造': [
      ['名稱', '總量', '單位'],
      ['設備用', 5, '度'],
      ['設備用', 5, '度'],
    ],
  });
  expect(found).toEqual([
    'table.unitNeedsMedium 3 製造!C2',
    'table.unitNeedsMedium 3 製造!C3',
    'sheet.lineRepeated 3 製造!A3',
  ]);
});

it('reads by a mapping a person set', async () => {
  const rows = [
    ['甲', '乙', '丙'],
    ['鋁錠', 5, 'kg'],
  ];
  const read = await readWorkbook(
    await makeWorkbook([{ name: 'x', rows, columnWidths: [], frozenRows: 0, validations: [] }]),
  );
  if (!read.ok) throw new Error('unreadable');
  expect(parseInventorySheet(read.value).findings[0]?.code).toBe('table.notFound');
  const mapping = { sheet: 'x', headerRow: 1, columns: { A: 'name', B: 'total', C: 'unit' } } as const;
  const mapped = parseInventorySheet(read.value, { mappings: [mapping] });
  expect(mapped.ok && mapped.value.lines[0]).toMatchObject({ name: '鋁錠', total: { unit: 'kg' } });
  const unknown = parseInventorySheet(read.value, { mappings: [{ ...mapping, sheet: 'y' }] });
  expect(unknown.findings[0]?.code).toBe('table.mappingUnknown');
});

it('reads headers under group titles, a unit among several brackets, and leaves notes out', async () => {
  const { lines, rejected, tables } = await parsed({
    '2 原料取得': [
      ['係數資料', '係數資料', '係數資料', '活動數據(總量)(kg)', '單位 Unit', '項目名稱 Item'],
      ['名稱', '數值', '來源', null, null, null],
      ['鋁錠', 8.5, '環境部', '12公斤', null, '原料 鋁錠'],
      [null, null, null, null, null, '備註：以上為實際用量'],
      [null, null, null, null, '填表人：王小明', '審核人：李大華'],
    ],
  });
  expect(tables[0]?.columns.map(({ field }) => field)).toEqual([
    'factorName',
    'factorValue',
    'factorSource',
    'total',
    'unit',
    'name',
  ]);
  expect(lines).toMatchObject([{ name: '原料 鋁錠', total: { amount: { value: 12 }, unit: 'kg' } }]);
  expect(rejected.map(({ row, code }) => [row, code])).toEqual([
    [4, 'table.rowIncomplete'],
    [5, 'table.rowIncomplete'],
  ]);
});
