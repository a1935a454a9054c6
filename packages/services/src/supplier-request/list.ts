import type { SupplierRequestState, TenantTransaction } from '@slipstream/db';
import { daysOverdue, supplierRequestMachine } from '@slipstream/programme';
import { inTenant, type ServiceContext } from '../context.ts';

export const requestSorts = ['supplier', 'state', 'dueDate', 'updated'] as const;
export type RequestSort = (typeof requestSorts)[number];
export type RequestOrder = 'asc' | 'desc';

/** Which way round a list of requests begins: what changed last comes first, all else from its start. */
export function firstRequestOrder(sort: RequestSort): RequestOrder {
  return sort === 'updated' ? 'desc' : 'asc';
}

/** A request on the board of the firm that made it. */
export interface RequestRow {
  readonly id: string;
  readonly state: SupplierRequestState;
  readonly supplierName: string;
  /** ISO day. */
  readonly dueDate: string | null;
  /** 0 where the supplier is not late. */
  readonly daysOverdue: number;
  readonly items: readonly string[];
  readonly itemCount: number;
  /** ISO instant. */
  readonly updatedAt: string;
}

export interface RequestBoard {
  readonly requests: readonly RequestRow[];
  /** Of the search and the filter, over all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Of all requests, whatever the filter. */
  readonly countByState: Readonly<Partial<Record<SupplierRequestState, number>>>;
  readonly overdue: number;
}

const perPage = 25;
const shownItems = 2;

/**
 * The requests the caller's organization made: filtered by state, by what is overdue, by words in the supplier's name
 * or an item; by due day with those overdue on top (the default), by supplier, state or last change, either way; a page
 * of 25.
 */
export async function listRequests(
  ctx: ServiceContext,
  input: {
    readonly state?: SupplierRequestState | undefined;
    readonly overdue?: boolean | undefined;
    readonly search?: string | undefined;
    readonly sort?: RequestSort | undefined;
    readonly order?: RequestOrder | undefined;
    readonly page?: number | undefined;
  } = {},
): Promise<RequestBoard> {
  const { organizationId } = ctx.actor;
  const now = ctx.clock().toISOString();
  const words = input.search?.trim().slice(0, 200) ?? '';
  return inTenant(ctx, async (tx) => {
    // A few columns of all of them are counted, filtered and put in order here, by the rules; a page is read in full.
    const { supplierRelations, requestsMade } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: {
        supplierRelations: { select: { supplierId: true, name: true } },
        requestsMade: {
          select: { id: true, state: true, dueDate: true, updatedAt: true, dataOwnerId: true },
        },
      },
    });
    const nameOf = new Map(supplierRelations.map(({ supplierId, name }) => [supplierId, name]));
    const all = requestsMade.map(({ id, state, dueDate, updatedAt, dataOwnerId }) => {
      const day = dayOf(dueDate);
      return {
        id,
        state,
        supplierName: nameOf.get(dataOwnerId) ?? '',
        dueDate: day,
        daysOverdue: daysOverdue(state, day, now),
        updatedAt: updatedAt.toISOString(),
      };
    });
    const matching = words ? await idsOf(tx, organizationId, words, nameOf) : null;
    const found = all
      .filter(
        ({ id, state, daysOverdue }) =>
          (matching === null || matching.has(id)) &&
          (!input.state || state === input.state) &&
          (!input.overdue || daysOverdue > 0),
      )
      .sort(comparison(input.sort ?? 'dueDate', input.order));
    const pages = Math.max(1, Math.ceil(found.length / perPage));
    const page = Math.min(Math.max(1, Math.trunc(input.page ?? 1) || 1), pages);
    const shown = found.slice((page - 1) * perPage, page * perPage);
    const details = await tx.supplierRequest.findMany({
      where: { dataRecipientId: organizationId, id: { in: shown.map(({ id }) => id) } },
      select: {
        id: true,
        items: { select: { name: true }, take: shownItems, orderBy: { code: 'asc' } },
        _count: { select: { items: true } },
      },
    });
    const detailOf = new Map(details.map((detail) => [detail.id, detail]));
    return {
      requests: shown.map((request) => {
        const { items = [], _count } = detailOf.get(request.id) ?? {};
        return {
          ...request,
          items: items.map(({ name }) => name),
          itemCount: _count?.items ?? 0,
        };
      }),
      total: found.length,
      page,
      pages,
      countByState: Object.fromEntries(
        [...Map.groupBy(all, ({ state }) => state)].map(([state, ofState]) => [state, ofState.length]),
      ),
      overdue: all.filter(({ daysOverdue }) => daysOverdue > 0).length,
    };
  });
}

/** Requests whose supplier, by the caller's name of it, or an item's name or code holds the words. */
async function idsOf(
  tx: TenantTransaction,
  organizationId: string,
  words: string,
  nameOf: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const named = [...nameOf].filter(([, name]) => name.toLowerCase().includes(words.toLowerCase()));
  // Prisma hands a pattern's signs through.
  const contains = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  const matching = await tx.supplierRequest.findMany({
    where: {
      dataRecipientId: organizationId,
      OR: [
        { dataOwnerId: { in: named.map(([supplierId]) => supplierId) } },
        { items: { some: { name: contains } } },
        { items: { some: { code: contains } } },
      ],
    },
    select: { id: true },
  });
  return new Set(matching.map(({ id }) => id));
}

type Ordered = Pick<RequestRow, 'id' | 'state' | 'supplierName' | 'dueDate' | 'daysOverdue' | 'updatedAt'>;
const ascending = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const newest = (one: Ordered, other: Ordered) => ascending(other.id, one.id);
const place = ({ state }: Ordered) => supplierRequestMachine.states.indexOf(state);

const orders: Readonly<Record<RequestSort, (one: Ordered, other: Ordered) => number>> = {
  supplier: (one, other) => one.supplierName.localeCompare(other.supplierName, 'zh-TW'),
  state: (one, other) => place(one) - place(other),
  dueDate: (one, other) =>
    Number(other.daysOverdue > 0) - Number(one.daysOverdue > 0) ||
    ascending(one.dueDate ?? '', other.dueDate ?? ''),
  updated: (one, other) => ascending(one.updatedAt, other.updatedAt),
};

/** Of equals the newest comes first, and what has no due day last, whichever way round. */
function comparison(sort: RequestSort, order: RequestOrder = firstRequestOrder(sort)) {
  const compare = orders[sort];
  const direction = order === 'asc' ? 1 : -1;
  return (one: Ordered, other: Ordered) =>
    (sort === 'dueDate' ? Number(one.dueDate === null) - Number(other.dueDate === null) : 0) ||
    direction * compare(one, other) ||
    newest(one, other);
}

/** ISO day of a date column. */
export function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
