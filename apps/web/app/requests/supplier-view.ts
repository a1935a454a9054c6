import { supplierStandings } from '@slipstream/programme';
import type { SupplierCandidateRow } from '@slipstream/services';
import { z } from 'zod';

export const supplierSorts = ['score', 'name', 'bomShare', 'willingness', 'status'] as const;
export type SupplierSort = (typeof supplierSorts)[number];
export const supplierFilters = [...supplierStandings, 'all'] as const;
export type SupplierFilter = (typeof supplierFilters)[number];

/** What the address asks to see; anything else in it counts as not said. */
export const supplierQuery = z.object({
  show: z.enum(supplierFilters).optional().catch(undefined),
  sort: z.enum(supplierSorts).default('score').catch('score'),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  search: z.string().max(200).default('').catch(''),
});
export type SupplierQuery = z.infer<typeof supplierQuery>;

/** What is shown where nothing is said: those not asked yet, or everybody where there are none. */
export function filterOf(suppliers: readonly SupplierCandidateRow[], show: SupplierFilter | undefined) {
  return show ?? (suppliers.some(({ standing }) => standing === 'notAsked') ? 'notAsked' : 'all');
}

/** A heading sorts names from the start and standings from the first, all else from the most. */
export function orderOf({ sort, order }: Pick<SupplierQuery, 'sort' | 'order'>): 'asc' | 'desc' {
  return order ?? (sort === 'name' || sort === 'status' ? 'asc' : 'desc');
}

/** The suppliers the page shows, in its order, of equals by their place; what is not known comes last in either direction. */
export function viewOf(
  suppliers: readonly SupplierCandidateRow[],
  query: SupplierQuery,
): readonly SupplierCandidateRow[] {
  const show = filterOf(suppliers, query.show);
  const words = query.search.trim().toLowerCase();
  const shown = suppliers.filter(
    ({ standing, name, parts }) =>
      (show === 'all' || standing === show) &&
      [name, ...parts].some((text) => text.toLowerCase().includes(words)),
  );
  const direction = orderOf(query) === 'asc' ? 1 : -1;
  return shown.toSorted((one, other) => {
    const [left, right] = [keyOf(one, query.sort), keyOf(other, query.sort)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compare(left, right);
  });
}

function keyOf(supplier: SupplierCandidateRow, sort: SupplierSort): number | string | null {
  switch (sort) {
    case 'score':
      return supplier.ranked?.score ?? null;
    case 'name':
      return supplier.name;
    case 'bomShare':
      return supplier.bomShare;
    case 'willingness':
      return supplier.willingness;
    case 'status':
      return supplierStandings.indexOf(supplier.standing);
  }
}

function compare(one: number | string, other: number | string): number {
  return typeof one === 'string' || typeof other === 'string'
    ? String(one).localeCompare(String(other), 'zh-TW')
    : one - other;
}
