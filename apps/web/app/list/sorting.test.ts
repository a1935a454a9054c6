import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder, type ListSorting, listAddress, sortedAddress, sortOrders } from './sorting.ts';

const sorting: ListSorting<'name' | 'score'> = {
  by: 'score',
  order: 'desc',
  sorts: [
    { sort: 'name', first: 'asc' },
    { sort: 'score', first: 'desc' },
  ],
};
const address = new URLSearchParams('show=all&search=a+b&page=3&sent=2');

it('leads to another order from its beginning, and to the same one turned round', () => {
  expect(sortedAddress(address, sorting, 'name')).toBe('?show=all&search=a+b&sort=name&order=asc');
  expect(sortedAddress(address, sorting, 'score')).toBe('?show=all&search=a+b&sort=score&order=asc');
  expect(sortedAddress(address, { ...sorting, order: 'asc' }, 'score')).toMatch(/order=desc$/);
  expect(String(listAddress(address))).toBe('show=all&search=a+b');
  expect(address.get('page')).toBe('3');
});

it('puts what has no key last either way, leaves equals as they stood, and loses nothing', () => {
  const key = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });
  fc.assert(
    fc.property(fc.array(key), fc.constantFrom(...sortOrders), (keys, order) => {
      const items = keys.map((value, place) => ({ value, place }));
      const sorted = inOrder(items, order, ({ value }) => value);
      expect(sorted.toSorted((one, other) => one.place - other.place)).toEqual(items);
      for (const [at, item] of sorted.entries()) {
        const next = sorted[at + 1];
        if (!next) continue;
        if (item.value === null) expect(next.value).toBeNull();
        else if (next.value !== null) {
          const [low, high] = order === 'asc' ? [item, next] : [next, item];
          expect(low.value ?? 0).toBeLessThanOrEqual(high.value ?? 0);
          if (low.value === high.value) expect(item.place).toBeLessThan(next.place);
        }
      }
    }),
  );
});

it('reads numbers in names as numbers', () => {
  expect(inOrder(['R-80', 'R-9', 'R-10'], 'asc', (name) => name)).toEqual(['R-9', 'R-10', 'R-80']);
});
