import type { ProductSummary } from '@slipstream/services';
import { z } from 'zod';
import { inOrder, type ListSorting, type SortOrder, sortingOf, sortOrders } from '../list/sorting.ts';

export const productSorts = ['code', 'name', 'footprint', 'open'] as const;
export type ProductSort = (typeof productSorts)[number];

/** What the address asks to see; anything else in it counts as not said. */
export const productQuery = z.object({
  sort: z.enum(productSorts).default('code').catch('code'),
  order: z.enum(sortOrders).optional().catch(undefined),
  search: z.string().max(200).default('').catch(''),
});
export type ProductQuery = z.infer<typeof productQuery>;

/** Words begin at the start, figures with the most. */
const firstOrder = (sort: ProductSort): SortOrder => (sort === 'code' || sort === 'name' ? 'asc' : 'desc');

/** How the page puts its products in order. */
export function productSorting(query: ProductQuery): ListSorting<ProductSort> {
  return sortingOf(productSorts, firstOrder, query);
}

/** The products the page shows, in its order; a footprint nobody knows comes last either way round. */
export function productsIn(
  products: readonly ProductSummary[],
  query: ProductQuery,
): readonly ProductSummary[] {
  const words = query.search.trim().toLowerCase();
  const shown = products.filter(({ name, code }) =>
    [name, code].some((text) => text.toLowerCase().includes(words)),
  );
  // Codes are Latin before anything else.
  const locale = query.sort === 'code' ? 'en' : undefined;
  return inOrder(shown, productSorting(query).order, (product) => keyOf(product, query.sort), locale);
}

function keyOf(product: ProductSummary, sort: ProductSort): number | string | null {
  switch (sort) {
    case 'code':
      return product.code;
    case 'name':
      return product.name;
    case 'footprint':
      return product.knownKgCo2e;
    case 'open':
      return product.openInputs;
  }
}
