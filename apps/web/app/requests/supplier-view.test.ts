import type { SupplierCandidateRow, SupplierList } from '@slipstream/services';
import { expect, it } from 'vitest';
import { supplierPage, supplierQuery, viewOf } from './supplier-view.ts';

const supplier = (name: string, more: Partial<SupplierCandidateRow>) =>
  ({
    id: name,
    name,
    suppliesPart: false,
    bomShare: 0,
    willingness: null,
    ranked: null,
    standing: 'notAsked',
    ...more,
  }) as unknown as SupplierCandidateRow;
const ranked = (score: number) => ({ score }) as SupplierCandidateRow['ranked'];

const everybody = [
  supplier('丁', { bomShare: 0.2, ranked: ranked(0.8), willingness: 4 }),
  supplier('甲', { bomShare: 0.5, ranked: ranked(0.9), standing: 'answered', suppliesPart: true }),
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

it('finds by words in the name, or by who supplies such a part', () => {
  expect(seen({ show: 'all', search: '輪' })).toBe('甲');
  expect(seen({ show: 'all', search: ' 乙 ' })).toBe('甲乙');
  const without = everybody.map((one) => ({ ...one, suppliesPart: false }));
  expect(seen({ show: 'all', search: '無' }, without)).toBe('');
});

it('hands a page its rows alone, all who are proposed on the first, and counts everybody', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    supplier(`S${index}`, { ranked: ranked(1 - index / 100), ...(index === 59 && { standing: 'answered' }) }),
  );
  const list = { suppliers: many, lines: 60 } as unknown as SupplierList;
  const page = (number: unknown) => supplierPage(list, supplierQuery.parse({ show: 'all', page: number }));
  expect(page(1)).toMatchObject({
    page: 1,
    pages: 2,
    lines: 60,
    counts: { all: 60, notAsked: 59, answered: 1 },
  });
  expect(page(1).rows.map(({ name }) => name)).toEqual(many.slice(0, 50).map(({ name }) => name));
  expect(page(2).rows).toHaveLength(10);
  expect(page(99).page).toBe(2);
  expect(page('x').page).toBe(1);
  expect(page(1).best).toHaveLength(30);
  expect(page(1)).not.toHaveProperty('suppliers');
});
