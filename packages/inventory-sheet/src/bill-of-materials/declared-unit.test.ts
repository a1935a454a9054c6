import { expect, it } from 'vitest';
import { type CellDraft, makeWorkbook } from '../making/workbook.ts';
import { readWorkbook } from '../workbook/read.ts';
import { readDeclaredUnit } from './declared-unit.ts';
import { makeBillOfMaterialsTemplate } from './make.ts';
import { parseBillOfMaterials } from './parse.ts';

async function read(bytes: Uint8Array) {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) throw new Error('unreadable');
  const bill = parseBillOfMaterials(workbook.value);
  if (!bill.ok) throw new Error(JSON.stringify(bill.findings));
  return {
    units: bill.value.products.map(({ name, declaredUnit }) => [name, declaredUnit]),
    found: bill.findings.map(({ code, path }) => `${code} ${path.join('!')}`),
  };
}

const sheet = (...rows: readonly (readonly CellDraft[])[]) =>
  makeWorkbook([{ name: 'S', rows, columnWidths: [], frozenRows: 0, validations: [] }]).then(read);
const table = [
  ['料號', '品名', '數量', '單位'],
  ['A', '鋼胚', 1035, 'kg'],
] as const;

it.each([
  ['1 公噸', 1, 't'],
  ['1000 kg', 1000, 'kg'],
  ['１，０００　公斤', 1000, 'kg'],
  ['每公噸', 1, 't'],
  ['每 1 個', 1, 'pcs'],
  ['per tonne', 1, 't'],
  ['per 100 m', 100, 'm'],
  ['個', 1, 'pcs'],
  ['0.5 m3', 0.5, 'm3'],
])('reads %s', (typed, amount, unit) => {
  expect(readDeclaredUnit(typed)).toEqual({ amount, unit });
});

it.each([
  '',
  '1000',
  '0 kg',
  '-1 t',
  '1 箱子',
  '5 kW',
  '1 bar',
  '100 度',
  '1e12 t',
  '一 公噸',
  '10~20 kg',
  '%',
])('refuses %s: no amount of a product', (typed) => {
  expect(readDeclaredUnit(typed)).toBeNull();
});

it('finds it in the title, in one cell or two, and under the name ERP systems give it', async () => {
  const unit = [['H300', { amount: 1, unit: 't' }]];
  expect((await sheet(['產品名稱', 'H300', '宣告單位', '1 公噸'], ...table)).units).toEqual(unit);
  expect((await sheet(['產品名稱：H300', '宣告單位：每公噸'], ...table)).units).toEqual(unit);
  const split = await sheet(['Product', 'H300'], ['Base quantity', 1000, 'kg'], ...table);
  expect(split).toEqual({ units: [['H300', { amount: 1000, unit: 'kg' }]], found: [] });
});

it('finds it in brackets behind the name, and does not guess from a name that only speaks of a unit', async () => {
  const ofName = async (name: string) => (await sheet(['產品名稱', name], ...table)).units[0]?.[1];
  expect(await ofName('H 型鋼 H300（每公噸）')).toEqual({ amount: 1, unit: 't' });
  expect(await ofName('H-beam H300 (per 1000 kg)')).toEqual({ amount: 1000, unit: 'kg' });
  expect(await ofName('水泥 50 kg 袋裝')).toBeNull();
  expect(await ofName('千斤頂（3 公噸）')).toBeNull();
});

it('takes the row of level 0 at its word where it is for one', async () => {
  const leveled = (quantity: number, unit: string) =>
    sheet(['階層', '料號', '品名', '數量', '單位'], [0, 'P', '鋼', quantity, unit], [1, 'A', '胚', 2, 'kg']);
  expect((await leveled(1, '公噸')).units).toEqual([['鋼', { amount: 1, unit: 't' }]]);
  expect((await leveled(10, '個')).units).toEqual([['鋼', null]]);
});

it('says at the cell what it could not read, and takes no unit instead', async () => {
  const { units, found } = await sheet(['產品名稱', 'H300', '宣告單位', '5 kW'], ...table);
  expect(units).toEqual([['H300', null]]);
  expect(found).toEqual(['bom.declaredUnitUnreadable S!D1']);
});

it('stands in the template, filled in or not', async () => {
  const line = {
    level: null,
    partNumber: 'A',
    name: '鋼胚',
    specification: null,
    material: null,
    quantity: { typed: '1', value: 1 },
    unit: 'kg',
    unitTyped: 'kg',
    kgPerPiece: null,
    lineMassKg: null,
    supplier: null,
    unitPrice: null,
    costShare: null,
    annualVolume: null,
    soleSource: null,
    remark: null,
  } as const;
  const written = (productName: string, declaredUnit?: string) =>
    makeBillOfMaterialsTemplate([{ productName, lines: [line], ...(declaredUnit && { declaredUnit }) }]).then(
      read,
    );
  expect(await written('H300', '1 公噸')).toEqual({ units: [['H300', { amount: 1, unit: 't' }]], found: [] });
  expect(await written('H300')).toEqual({ units: [['H300', null]], found: [] });
  expect((await written('')).units).toEqual([[null, null]]);
});
