import type { SupplierCandidateRow } from '@slipstream/services';
import { expect, it } from 'vitest';
import { supplierQuery, viewOf } from './supplier-view.ts';

const supplier = (name: string, more: Partial<SupplierCandidateRow>) =>
  ({
    id: name,
    name,
    parts: [],
    bomShare: 0,
    willingness: null,
    ranked: null,
    standing: 'notAsked',
    ...more,
  }) as unknown as SupplierCandidateRow;
const ranked = (score: number) => ({ score }) as SupplierCandidateRow['ranked'];

const everybody = [
  supplier('丁', { bomShare: 0.2, ranked: ranked(0.8), willingness: 4 }),
  supplier('甲', { bomShare: 0.5, ranked: ranked(0.9), standing: 'answered', parts: ['輪圈'] }),
  supplier('乙', { bomShare: 0.1, ranked: ranked(0.3), standing: 'underWay', willingness: 2 }),
  supplier('丙', { bomShare: 0.2, ranked: null, standing: 'declined', willingness: 1 }),
];
const seen = (address: object, suppliers = everybody) =>
  viewOf(suppliers, supplierQuery.parse(address))
    .map(({ name }) => name)
    .join('');

it('shows who was not asked yet, and everybody where that is nobody', () => {
  expect(seen({})).toBe('丁');
  expect(seen({}, everybody.slice(1))).toBe('甲乙丙');
  expect(seen({ show: 'answered' })).toBe('甲');
  expect(seen({ show: 'anything' })).toBe('丁');
});

it('sorts by a column either way, with what is not known last', () => {
  expect(seen({ show: 'all' })).toBe('甲丁乙丙');
  expect(seen({ show: 'all', order: 'asc' })).toBe('乙丁甲丙');
  expect(seen({ show: 'all', sort: 'bomShare' })).toBe('甲丁丙乙');
  expect(seen({ show: 'all', sort: 'willingness' })).toBe('丁乙丙甲');
  expect(seen({ show: 'all', sort: 'willingness', order: 'asc' })).toBe('丙乙丁甲');
  expect(seen({ show: 'all', sort: 'name' })).toBe('乙丁丙甲');
  expect(seen({ show: 'all', sort: '__proto__' })).toBe('甲丁乙丙');
});

it('finds by words in the name or a part', () => {
  expect(seen({ show: 'all', search: '輪' })).toBe('甲');
  expect(seen({ show: 'all', search: ' 乙 ' })).toBe('乙');
  expect(seen({ show: 'all', search: '無' })).toBe('');
});
