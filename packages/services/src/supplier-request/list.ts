import type { Prisma, SupplierRequestState } from '@slipstream/db';
import { isOverdue, supplierRequestMachine } from '@slipstream/programme';
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
  readonly isOverdue: boolean;
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
 * or an item; sorted by due day (the default) or last change; a page of 25.
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
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(Math.max(1, Math.trunc(input.page ?? 1) || 1), pages);
    const rows = await tx.supplierRequest.findMany({
      where,
      select: {
        id: true,
        state: true,
        dueDate: true,
        updatedAt: true,
        dataOwnerId: true,
        items: { select: { name: true }, take: shownItems, orderBy: { code: 'asc' } },
        _count: { select: { items: true } },
      },
      orderBy: orderBy(input.sort ?? 'dueDate'),
      skip: (page - 1) * perPage,
      take: perPage,
    });
    return {
      requests: rows.map(({ id, state, dueDate, updatedAt, dataOwnerId, items, _count }) => {
        const day = dayOf(dueDate);
        return {
          id,
          state,
          supplierName: nameOf.get(dataOwnerId) ?? '',
          dueDate: day,
          isOverdue: isOverdue(state, day, now),
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

/** What {@link isOverdue} says, as a condition: in a state that can be late, with a due day that has ended in Taiwan. */
function lateAt(now: string): Prisma.SupplierRequestWhereInput {
  const longAgo = '1900-01-01';
  const states = supplierRequestMachine.states.filter((state) => isOverdue(state, longAgo, now));
  return { state: { in: states }, dueDate: { lt: new Date(dayInTaiwan(now)) } };
}

function orderBy(sort: RequestSort): Prisma.SupplierRequestOrderByWithRelationInput[] {
  const newest = { id: 'desc' } as const;
  return sort === 'updated'
    ? [{ updatedAt: 'desc' }, newest]
    : [{ dueDate: { sort: 'asc', nulls: 'last' } }, newest];
}
