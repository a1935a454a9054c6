import type { Prisma, SupplierRequestState } from '@slipstream/db';
import { daysOverdue, isWaitingForSupplier, supplierRequestMachine } from '@slipstream/programme';
import { dayInTaiwan } from '@slipstream/quantity';
import { inTenant, type ServiceContext } from '../context.ts';

export const requestSorts = ['dueDate', 'updated'] as const;
export type RequestSort = (typeof requestSorts)[number];

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
const shownOf = {
  id: true,
  state: true,
  dueDate: true,
  updatedAt: true,
  dataOwnerId: true,
  items: { select: { name: true }, take: shownItems, orderBy: { code: 'asc' } },
  _count: { select: { items: true } },
} as const satisfies Prisma.SupplierRequestSelect;

/**
 * The requests the caller's organization made: filtered by state, by what is overdue, by words in the supplier's name
 * or an item; those overdue first and then by due day (the default), or by last change; a page of 25.
 */
export async function listRequests(
  ctx: ServiceContext,
  input: {
    readonly state?: SupplierRequestState | undefined;
    readonly overdue?: boolean | undefined;
    readonly search?: string | undefined;
    readonly sort?: RequestSort | undefined;
    readonly page?: number | undefined;
  } = {},
): Promise<RequestBoard> {
  const { organizationId } = ctx.actor;
  const now = ctx.clock().toISOString();
  const own = { dataRecipientId: organizationId };
  const late = lateAt(now);
  const words = input.search?.trim().slice(0, 200) ?? '';
  return inTenant(ctx, async (tx) => {
    const relations = await tx.supplierRelation.findMany({
      where: { organizationId },
      select: { supplierId: true, name: true },
      orderBy: { name: 'asc' },
    });
    const nameOf = new Map(relations.map(({ supplierId, name }) => [supplierId, name]));
    const named = relations.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
    // Prisma hands a pattern's signs through.
    const contains = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
    const matching: Prisma.SupplierRequestWhereInput = words
      ? {
          OR: [
            { dataOwnerId: { in: named.map(({ supplierId }) => supplierId) } },
            { items: { some: { name: contains } } },
            { items: { some: { code: contains } } },
          ],
        }
      : {};
    const where: Prisma.SupplierRequestWhereInput = {
      AND: [own, matching, input.state ? { state: input.state } : {}, input.overdue ? late : {}],
    };
    const counts = await tx.supplierRequest.groupBy({ by: ['state'], where: own, _count: true });
    const overdue = await tx.supplierRequest.count({ where: { AND: [own, late] } });
    const total = await tx.supplierRequest.count({ where });
    const sort = input.sort ?? 'dueDate';
    // What is overdue comes first: a page may begin among it and end after it.
    const first = { AND: [where, late] };
    const rest = sort === 'dueDate' ? { AND: [where, notLateAt(now)] } : where;
    const firstCount = sort === 'dueDate' ? await tx.supplierRequest.count({ where: first }) : 0;
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(Math.max(1, Math.trunc(input.page ?? 1) || 1), pages);
    const skip = (page - 1) * perPage;
    const order = orderBy(sort);
    const overdueRows =
      skip < firstCount
        ? await tx.supplierRequest.findMany({
            where: first,
            select: shownOf,
            orderBy: order,
            skip,
            take: perPage,
          })
        : [];
    const take = perPage - overdueRows.length;
    const otherRows =
      take > 0 && total > firstCount
        ? await tx.supplierRequest.findMany({
            where: rest,
            select: shownOf,
            orderBy: order,
            skip: Math.max(0, skip - firstCount),
            take,
          })
        : [];
    const rows = [...overdueRows, ...otherRows];
    return {
      requests: rows.map(({ id, state, dueDate, updatedAt, dataOwnerId, items, _count }) => {
        const day = dayOf(dueDate);
        return {
          id,
          state,
          supplierName: nameOf.get(dataOwnerId) ?? '',
          dueDate: day,
          daysOverdue: daysOverdue(state, day, now),
          items: items.map(({ name }) => name),
          itemCount: _count.items,
          updatedAt: updatedAt.toISOString(),
        };
      }),
      total,
      page,
      pages,
      countByState: Object.fromEntries(counts.map(({ state, _count }) => [state, _count])),
      overdue,
    };
  });
}

/** ISO day of a date column. */
export function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

const waiting = supplierRequestMachine.states.filter(isWaitingForSupplier);

/** What `isOverdue` says, as a condition: in a state that can be late, with a due day that has ended in Taiwan. */
function lateAt(now: string): Prisma.SupplierRequestWhereInput {
  return { state: { in: waiting }, dueDate: { lt: new Date(dayInTaiwan(now)) } };
}

/** The opposite of {@link lateAt}, a request without a due day included. */
function notLateAt(now: string): Prisma.SupplierRequestWhereInput {
  return {
    OR: [{ state: { notIn: waiting } }, { dueDate: null }, { dueDate: { gte: new Date(dayInTaiwan(now)) } }],
  };
}

function orderBy(sort: RequestSort): Prisma.SupplierRequestOrderByWithRelationInput[] {
  const newest = { id: 'desc' } as const;
  return sort === 'updated'
    ? [{ updatedAt: 'desc' }, newest]
    : [{ dueDate: { sort: 'asc', nulls: 'last' } }, newest];
}
