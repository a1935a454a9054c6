import { expect, it } from 'vitest';
import type { Cell } from '../workbook/workbook.ts';
import { contradicts, readAmount } from './amount.ts';
import { readFactorUnit, readUnit } from './unit.ts';

const cell = (text: string): Cell => ({
  row: 1,
  column: 1,
  kind: 'text',
  text,
  number: null,
  formula: false,
});

it.each([
  ['1,200', 1200, null],
  ['１，２００．５', 1200.5, null],
  ['12 kg', 12, 'kg'],
  ['NT$ 3,500', 3500, null],
  ['1.2E-3', 0.0012, null],
  ['1.2×10^-3', 0.0012, null],
  ['-5', -5, null],
  ['.5', 0.5, null],
  ['30%', 30, '%'],
  ['3 個/台', 3, '個/台'],
])('reads %s', (typed, value, unit) => {
  expect(readAmount(cell(typed))).toEqual({ kind: 'amount', amount: { typed, value }, unit });
});

it.each(['1,5', '1.234,5', '約3', '3~5', '三', '1 200', '2022/3/1', '12,34', '1-2', '=1+1', '0x10', '1e999'])(
  'does not guess at %s',
  (typed) => {
    expect(readAmount(cell(typed))).toEqual({ kind: 'unreadable', typed });
  },
);

it.each(['', ' ', '-', 'N/A', '無', '不適用', '?'])('takes %j for not known, never for zero', (typed) => {
  expect(readAmount(cell(typed))).toEqual({ kind: 'absent' });
});

it.each([
  ['公斤', 'kg'],
  ['ＫＧ', 'kg'],
  ['m³', 'm3'],
  ['延噸公里', 'tkm'],
  ['公秉', 'm3'],
  ['PCS', 'pcs'],
  ['度', 'du'],
  ['千度', null],
  ['Mg', null],
  ['桶', null],
])('knows the unit %s as %s', (typed, code) => {
  expect(readUnit(typed)).toBe(code);
});

it('takes 度 for what its medium says', () => {
  expect([
    readUnit('度', 'electricity'),
    readUnit('度', 'water'),
    readUnit('千度', 'electricity'),
    readUnit('千度', 'gas'),
  ]).toEqual(['kWh', 'm3', 'MWh', '1000m3']);
});

it.each([
  ['kg CO2e/kWh', { mass: 'kg', per: 'kWh' }],
  ['公斤CO₂e／公斤', { mass: 'kg', per: 'kg' }],
  ['kgCO2-eq/tkm', { mass: 'kg', per: 'tkm' }],
  ['g CO2e/pcs', { mass: 'g', per: 'pcs' }],
  ['tCO2e/t', { mass: 't', per: 't' }],
  ['kg', null],
  ['kWh/kg', null],
])('reads the factor unit %s', (typed, unit) => {
  expect(readFactorUnit(typed)).toEqual(unit);
});

it('sees when the unit behind a number is not the unit of its column', () => {
  expect(contradicts('kg', '公斤')).toBe(false);
  expect(contradicts('kg', 'g')).toBe(true);
  expect(contradicts('月', '個')).toBe(true);
  expect(contradicts(null, '個')).toBe(false);
});
