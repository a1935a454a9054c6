import { parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import { describe, expect, it } from 'vitest';
import { packSheets, type Value } from './messy.ts';

/** How one file titles its columns, over two lines of data, and what each column is to be read as. */
interface HeaderRows {
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly data: readonly Value[];
  /** By column; null for one that nothing is read from. */
  readonly fields: readonly (string | null)[];
  readonly product?: string;
}

const groups = ['零件', null, null, '用量', null, '供應商', null];
const below = ['料號', '品名', '材質', '數量', '單位', '名稱', '國別'];
const partsOfGroups = ['partNumber', 'name', 'material', 'quantity', 'unit', 'supplier', null];
const part = ['A-1', '軸', '鋁錠', 2, '個', '大新鋁業', 'TW'];

const shapes: Readonly<Record<string, HeaderRows>> = {
  'groups in merged cells': {
    rows: [groups, below],
    merges: ['A1:C1', 'D1:E1', 'F1:G1'],
    data: part,
    fields: partsOfGroups,
  },
  'groups whose merges were lost': { rows: [groups, below], data: part, fields: partsOfGroups },
  'groups that say nothing': {
    rows: [
      ['產品名稱：鋁輪圈', null, null, null, null, null],
      ['物料資料', null, null, '採購資料', null, null],
      ['料號', '品名', '數量', '單位', '供應商', '單價'],
    ],
    merges: ['A2:C2', 'D2:F2'],
    data: ['A-1', '軸', 2, '個', '大新鋁業', 5],
    fields: ['partNumber', 'name', 'quantity', 'unit', 'supplier', 'unitPrice'],
    product: '鋁輪圈',
  },
  'one group, over some columns': {
    rows: [
      [null, null, null, null, '供應商資料', null],
      ['料號', '品名', '數量', '單位', '名稱', '國別'],
    ],
    merges: ['E1:F1'],
    data: ['A-1', '軸', 2, '個', '大新鋁業', 'TW'],
    fields: ['partNumber', 'name', 'quantity', 'unit', 'supplier', null],
  },
  'the assembly and the part under their own titles': {
    rows: [
      ['母件', null, '子件', null, null, null],
      ['料號', '品名', '料號', '品名', '用量', '單位'],
    ],
    merges: ['A1:B1', 'C1:F1'],
    data: ['P-1', '輪圈', 'A-1', '軸', 2, '個'],
    fields: ['parent', null, 'partNumber', 'name', 'quantity', 'unit'],
  },
  'titles over both rows beside groups': {
    rows: [
      ['料號', '品名', '數量', '單位', '重量', null],
      [null, null, null, null, '單重(g)', '總重(kg)'],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'],
    data: ['A-1', '軸', 2, '個', 500, 1],
    fields: ['partNumber', 'name', 'quantity', 'unit', 'pieceMass', 'lineMass'],
  },
  'groups in English': {
    rows: [
      ['Part', null, 'Quantity', null, 'Supplier', 'Purchase', null],
      ['Number', 'Description', 'Per assembly', 'UOM', 'Name', 'Annual volume', 'Unit price'],
    ],
    merges: ['A1:B1', 'C1:D1', 'F1:G1'],
    data: ['A-1', 'Shaft', 2, 'pcs', 'Acme', 1000, 5],
    fields: ['partNumber', 'name', 'quantity', 'unit', 'supplier', 'annualVolume', 'unitPrice'],
  },
  'the same in two languages': {
    rows: [
      ['料號', '品名', '數量', '單位', '供應商'],
      ['Part No.', 'Description', 'Qty', 'Unit', 'Supplier'],
    ],
    data: ['A-1', '軸', 2, '個', '大新鋁業'],
    fields: ['partNumber', 'name', 'quantity', 'unit', 'supplier'],
  },
  'groups of groups': {
    rows: [
      ['物料', null, null, null, '採購', null],
      ['基本', null, '用量', null, '廠商', null],
      ['料號', '品名', '數量', '單位', '名稱', '單價'],
    ],
    merges: ['A1:D1', 'E1:F1', 'A2:B2', 'C2:D2', 'E2:F2'],
    data: ['A-1', '軸', 2, '個', '大新鋁業', 5],
    fields: ['partNumber', 'name', 'quantity', 'unit', 'supplier', 'unitPrice'],
  },
  'a product beside its name, which is no group': {
    rows: [
      ['產品名稱', '鋁輪圈', null, null],
      ['料號', '品名', '數量', '單位'],
    ],
    data: ['A-1', '軸', 2, '個'],
    fields: ['partNumber', 'name', 'quantity', 'unit'],
    product: '鋁輪圈',
  },
};

async function parsed({ rows, merges = [], data }: HeaderRows) {
  const read = await readWorkbook(
    packSheets([
      { name: '工作表1', merges, rows: [...rows, data, data.map((one) => (one === 'A-1' ? 'A-2' : one))] },
    ]),
  );
  if (!read.ok) throw new Error('unreadable');
  const bill = parseBillOfMaterials(read.value);
  if (!bill.ok) throw new Error(JSON.stringify(bill.findings));
  const { account } = bill.value;
  expect(account.cells).toBe(read.value.sheets[0]?.cellCount);
  expect(account.cells).toBe(account.mapped + account.heading + account.flagged);
  return { ...bill.value, findings: bill.findings };
}

describe('columns with several rows of titles', () => {
  it.each(Object.entries(shapes))('%s', async (_, shape) => {
    const { tables, lines, products, findings } = await parsed(shape);
    expect(tables.map(({ headerRow }) => headerRow)).toEqual([shape.rows.length]);
    expect(tables[0]?.columns.map(({ field }) => field)).toEqual(shape.fields);
    expect(lines.map(({ partNumber }) => partNumber)).toEqual(['A-1', 'A-2']);
    expect(lines[0]).toMatchObject({ quantity: { value: 2 }, unit: 'pcs' });
    // What is said is only of columns that nothing is read from, never of a row of titles.
    const unread = shape.fields.filter((field) => field === null).length;
    expect(findings.map(({ code }) => code)).toEqual(Array(unread).fill('table.columnNotUsed'));
    expect(products[0]?.name ?? null).toBe(shape.product ?? null);
  });

  it('tells of a row above that titles nothing, with its place and what stands there', async () => {
    const { findings } = await parsed({
      rows: [
        ['公司名稱', '大同機械', '文件編號', 'QF-01'],
        ['料號', '品名', '數量', '單位'],
      ],
      data: ['A-1', '軸', 2, '個'],
      fields: [],
    });
    expect(findings).toMatchObject([
      {
        code: 'table.rowAboveTable',
        path: ['工作表1', 1],
        values: { sheet: '工作表1', row: 1, found: '公司名稱 | 大同機械 | 文件編號 | QF-01' },
      },
    ]);
  });
});
