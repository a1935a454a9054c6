import type { TargetStatus } from '@slipstream/programme';
import type { FollowedTarget, TargetList } from '@slipstream/services';
import { z } from 'zod';
import { inOrder, type ListSorting, pageOf, type SortOrder, sortingOf, sortOrders } from '../list/sorting.ts';

export const targetSorts = ['status', 'name', 'reported', 'cut'] as const;
export type TargetSort = (typeof targetSorts)[number];
/** As they want looking at: what went wrong first. */
export const standings = [
  'missed',
  'behind',
  'noData',
  'onTrack',
  'achieved',
] as const satisfies readonly TargetStatus[];
export const targetFilters = ['all', ...standings] as const;
export type TargetFilter = (typeof targetFilters)[number];

/** What the address asks to see; anything else in it counts as not said. */
export const targetQuery = z.object({
  show: z.enum(targetFilters).default('all').catch('all'),
  sort: z.enum(targetSorts).default('status').catch('status'),
  order: z.enum(sortOrders).optional().catch(undefined),
  search: z.string().max(200).default('').catch(''),
  page: z.coerce.number().int().positive().default(1).catch(1),
});
export type TargetQuery = z.infer<typeof targetQuery>;

const firstOrder = (sort: TargetSort): SortOrder => (sort === 'name' || sort === 'status' ? 'asc' : 'desc');

/** How the page puts its targets in order. */
export function targetSorting(query: TargetQuery): ListSorting<TargetSort> {
  return sortingOf(targetSorts, firstOrder, query);
}

const perPage = 25;
/** So many promises can be told apart in a chart. */
const mostInChart = 12;

/** What the page of the targets is given: of many the rows it shows, the largest promises, and how many stand how. */
export function targetPage({ targets, ...about }: TargetList, query: TargetQuery) {
  const words = query.search.trim().toLowerCase();
  const shown = targets.filter(
    ({ partnerName, track }) =>
      (query.show === 'all' || track.status === query.show) && partnerName.toLowerCase().includes(words),
  );
  // Of equals the one that is most short of its promise.
  const found = inOrder(inOrder(shown, 'desc', shortfallOf), targetSorting(query).order, (target) =>
    keyOf(target, query.sort),
  );
  const standing = (status: TargetStatus) => targets.filter(({ track }) => track.status === status).length;
  const reported = targets.filter(({ latest }) => latest !== null);
  return {
    ...about,
    ...pageOf(found, query.page, perPage),
    counts: {
      all: targets.length,
      ...Object.fromEntries(standings.map((status) => [status, standing(status)])),
    } as Readonly<Record<TargetFilter, number>>,
    largest: inOrder(reported, 'desc', ({ latest }) => latest?.promisedTonnes ?? null).slice(0, mostInChart),
    reported: reported.length,
  };
}
export type TargetPage = ReturnType<typeof targetPage>;

const shortfallOf = ({ latest }: FollowedTarget): number | null =>
  latest && latest.promisedTonnes - latest.cutTonnes;

function keyOf(target: FollowedTarget, sort: TargetSort): number | string | null {
  switch (sort) {
    case 'status':
      return standings.indexOf(target.track.status);
    case 'name':
      return target.partnerName;
    case 'reported':
      return target.latest?.year ?? null;
    case 'cut':
      return target.latest?.cutTonnes ?? null;
  }
}
