import { supplierStandings } from '@slipstream/programme';
import type { SupplierCandidateRow } from '@slipstream/services';
import { z } from 'zod';
import { inOrder, type ListSorting, type SortOrder, sortOrders } from '../list/sorting.ts';

export const supplierSorts = ['score', 'name', 'bomShare', 'willingness', 'status'] as const;
export type SupplierSort = (typeof supplierSorts)[number];
export const supplierFilters = [...supplierStandings, 'all'] as const;
export type SupplierFilter = (typeof supplierFilters)[number];

/** What the address asks to see; anything else in it counts as not said. */
export const supplierQuery = z.object({
  show: z.enum(supplierFilters).optional().catch(undefined),
  sort: z.enum(supplierSorts).default('score').catch('score'),
  order: z.enum(sortOrders).optional().catch(undefined),
  search: z.string().max(200).default('').catch(''),
});
export type SupplierQuery = z.infer<typeof supplierQuery>;

/** What is shown where nothing is said: those not asked yet, or everybody where there are none. */
export function filterOf(suppliers: readonly SupplierCandidateRow[], show: SupplierFilter | undefined) {
  return show ?? (suppliers.some(({ standing }) => standing === 'notAsked') ? 'notAsked' : 'all');
}

/** Names begin at the start and standings with the first, all else with the most. */
const firstOrder = (sort: SupplierSort): SortOrder => (sort === 'name' || sort === 'status' ? 'asc' : 'desc');

/** How the page puts its suppliers in order. */
export function supplierSorting({ sort, order }: SupplierQuery): ListSorting<SupplierSort> {
  return {
    by: sort,
    order: order ?? firstOrder(sort),
    sorts: supplierSorts.map((one) => ({ sort: one, first: firstOrder(one) })),
  };
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
  return inOrder(shown, supplierSorting(query).order, (supplier) => keyOf(supplier, query.sort));
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
