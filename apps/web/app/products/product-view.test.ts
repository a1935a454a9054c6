import type { ProductSummary } from '@slipstream/services';
import { expect, it } from 'vitest';
import { productQuery, productsIn } from './product-view.ts';

const product = (code: string, name: string, knownKgCo2e: number | null, openInputs = 0) =>
  ({ id: code, code, name, knownKgCo2e, openInputs }) as ProductSummary;
const all = [
  product('B-2', '升降柱', 367.9, 3),
  product('A-10', '鋁捲', null, 9),
  product('A-9', 'H 型鋼', 947, 0),
];
const withoutCodes = [
  product('鋁捲', '鋁捲', 1),
  product('H 型鋼', 'H 型鋼', 2),
  product('升降柱', '升降柱', 3),
];
const seen = (address: object) =>
  productsIn(all, productQuery.parse(address))
    .map(({ code }) => code)
    .join(' ');

it('sorts either way, by code where nothing is said, with what nobody knows last', () => {
  expect(seen({})).toBe('A-9 A-10 B-2');
  expect(productsIn(withoutCodes, productQuery.parse({})).map(({ id }) => id)).toEqual([
    'H 型鋼',
    '升降柱',
    '鋁捲',
  ]);
  expect(seen({ order: 'desc' })).toBe('B-2 A-10 A-9');
  expect(seen({ sort: 'footprint' })).toBe('A-9 B-2 A-10');
  expect(seen({ sort: 'footprint', order: 'asc' })).toBe('B-2 A-9 A-10');
  expect(seen({ sort: 'open' })).toBe('A-10 B-2 A-9');
  expect(seen({ sort: '__proto__', order: 'up' })).toBe('A-9 A-10 B-2');
});

it('finds by words in the name or the code', () => {
  expect(seen({ search: ' h 型' })).toBe('A-9');
  expect(seen({ search: 'a-1' })).toBe('A-10');
  expect(seen({ search: '無' })).toBe('');
});
