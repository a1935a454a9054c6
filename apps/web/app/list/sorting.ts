export const sortOrders = ['asc', 'desc'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** How a list is put in order: by what, which way round, and what else it could be put in order by. */
export interface ListSorting<Sort extends string> {
  readonly by: Sort;
  readonly order: SortOrder;
  readonly sorts: readonly {
    readonly sort: Sort;
    /** Which way round it begins. */
    readonly first: SortOrder;
  }[];
}

/** How a list is sorted as asked: by what, and from its own beginning where no order is named. */
export function sortingOf<Sort extends string>(
  sorts: readonly Sort[],
  firstOrder: (sort: Sort) => SortOrder,
  { sort, order }: { readonly sort: Sort; readonly order?: SortOrder | undefined },
): ListSorting<Sort> {
  return {
    by: sort,
    order: order ?? firstOrder(sort),
    sorts: sorts.map((one) => ({ sort: one, first: firstOrder(one) })),
  };
}

/** What the address says of a list beside what it shows: a list shown another way begins with its first page. */
const ofOnePage = ['page', 'sent'];

/** The address of the list by something else, or by the same the other way round. */
export function sortedAddress<Sort extends string>(
  address: URLSearchParams,
  { by, order, sorts }: ListSorting<Sort>,
  sort: Sort,
): string {
  const next = listAddress(address);
  const first = sorts.find((one) => one.sort === sort)?.first ?? 'asc';
  next.set('sort', sort);
  next.set('order', sort === by ? (order === 'asc' ? 'desc' : 'asc') : first);
  return `?${next}`;
}

/** The address of the list as it is, from its first page on. */
export function listAddress(address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const name of ofOnePage) next.delete(name);
  return next;
}

/**
 * Items in order of a key, of equals as they stood; what has none comes last whichever way round. `locale` is the order of
 * words, and of numbers in them.
 */
export function inOrder<Item>(
  items: readonly Item[],
  order: SortOrder,
  keyOf: (item: Item) => number | string | null,
  locale = 'zh-TW',
): readonly Item[] {
  const direction = order === 'asc' ? 1 : -1;
  return items.toSorted((one, other) => {
    const [left, right] = [keyOf(one), keyOf(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compare(left, right, locale);
  });
}

function compare(one: number | string, other: number | string, locale: string): number {
  return typeof one === 'string' || typeof other === 'string'
    ? String(one).localeCompare(String(other), locale, { numeric: true })
    : one - other;
}

/** The items of a page, counted from 1: of a page behind the last the last. */
export function pageOf<Item>(items: readonly Item[], asked: number, perPage: number) {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const page = Math.min(asked, pages);
  return { rows: items.slice((page - 1) * perPage, page * perPage), page, pages };
}
