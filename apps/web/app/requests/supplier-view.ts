import { supplierStandings } from '@slipstream/programme';
import type { SupplierCandidateRow, SupplierList } from '@slipstream/services';
import { z } from 'zod';
import { inOrder, type ListSorting, pageOf, type SortOrder, sortingOf, sortOrders } from '../list/sorting.ts';

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
  page: z.coerce.number().int().positive().default(1).catch(1),
});
export type SupplierQuery = z.infer<typeof supplierQuery>;

/** What is shown where nothing is said: those not asked yet, or everybody where there are none. */
export function filterOf(suppliers: readonly SupplierCandidateRow[], show: SupplierFilter | undefined) {
  return show ?? (suppliers.some(({ standing }) => standing === 'notAsked') ? 'notAsked' : 'all');
}

/** Names begin at the start and standings with the first, all else with the most. */
const firstOrder = (sort: SupplierSort): SortOrder => (sort === 'name' || sort === 'status' ? 'asc' : 'desc');

/** How the page puts its suppliers in order. */
export function supplierSorting(query: SupplierQuery): ListSorting<SupplierSort> {
  return sortingOf(supplierSorts, firstOrder, query);
}

/** The suppliers the page shows, in its order, of equals by their place; what is not known comes last in either direction. */
export function viewOf(
  suppliers: readonly SupplierCandidateRow[],
  query: SupplierQuery,
): readonly SupplierCandidateRow[] {
  const show = filterOf(suppliers, query.show);
  const words = query.search.trim().toLowerCase();
  const shown = suppliers.filter(
    ({ standing, name, suppliesPart }) =>
      (show === 'all' || standing === show) && (suppliesPart || name.toLowerCase().includes(words)),
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

/** So many suppliers a page shows: those proposed are all on the first. */
const perPage = 50;

/** What the page of the suppliers is given: of many only the rows it shows. */
export function supplierPage(list: SupplierList, query: SupplierQuery) {
  const { suppliers, ...about } = list;
  const found = viewOf(suppliers, query);
  const counts = Object.fromEntries(
    supplierFilters.map((filter) => [
      filter,
      filter === 'all' ? suppliers.length : suppliers.filter(({ standing }) => standing === filter).length,
    ]),
  ) as Readonly<Record<SupplierFilter, number>>;
  return {
    ...about,
    ...pageOf(found, query.page, perPage),
    counts,
    show: filterOf(suppliers, query.show),
    /** The best of all, for how much asking them covers. */
    best: suppliers
      .flatMap(({ name, ranked }) => (ranked ? [{ name, ...ranked }] : []))
      .slice(0, mostInChart),
  };
}
export type SupplierPage = ReturnType<typeof supplierPage>;

/** So many bars can be told apart. */
const mostInChart = 30;
