import type { SupplierRequestState, TenantTransaction } from '@slipstream/db';
import { inTenant, type ServiceContext } from '../context.ts';

/** States in which a request waits for the organization that asked. */
const waitsForRecipient: readonly SupplierRequestState[] = ['submitted', 'underReview'];
/** States in which a request waits for the organization that was asked. */
const waitsForOwner: readonly SupplierRequestState[] = ['sent', 'accepted', 'inProgress', 'returned'];
const shown = 15;

/** Something the other party of a request did. */
export interface NewsItem {
  readonly id: string;
  readonly requestId: string;
  /** The event of the request's state machine, e.g. `submit`. */
  readonly event: string;
  readonly at: string;
  readonly by: string;
  /** What the request is about. */
  readonly about: string;
}

/** What the frame of every page shows: how many requests wait for the reader's organization, and what is new. */
export interface Bell {
  readonly waitingRequests: number;
  readonly waitingInbox: number;
  readonly news: readonly NewsItem[];
}

/**
 * Reads the bell of the actor's organization in one transaction. News are the other party's transitions of requests
 * both see; nothing is copied, so nothing can outlive the right to see it.
 */
export function readBell(ctx: ServiceContext): Promise<Bell> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const waiting = await tx.supplierRequest.groupBy({
      by: ['state', 'dataRecipientId'],
      where: { state: { in: [...waitsForRecipient, ...waitsForOwner] } },
      _count: true,
    });
    const events = await tx.supplierRequestEvent.findMany({
      where: { NOT: { actorOrganizationId: organizationId } },
      orderBy: { at: 'desc' },
      take: shown,
      include: { request: { select: { items: { select: { name: true }, take: 1 } } } },
    });
    const names = await namesOf(tx, [...new Set(events.map((event) => event.actorOrganizationId))]);
    const count = (isOurs: boolean, states: readonly SupplierRequestState[]) =>
      waiting
        .filter((row) => (row.dataRecipientId === organizationId) === isOurs && states.includes(row.state))
        .reduce((sum, row) => sum + row._count, 0);
    return {
      waitingRequests: count(true, waitsForRecipient),
      waitingInbox: count(false, waitsForOwner),
      news: events.map(({ id, requestId, event, at, actorOrganizationId, request }) => ({
        id,
        requestId,
        event,
        at: at.toISOString(),
        by: names.get(actorOrganizationId) ?? '',
        about: request.items[0]?.name ?? '',
      })),
    };
  });
}

/** Names of other organizations: as they call themselves where that may be seen, else as we call them. */
async function namesOf(
  tx: TenantTransaction,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (organizationIds.length === 0) return new Map();
  const ids = [...organizationIds];
  const relations = await tx.supplierRelation.findMany({ where: { supplierId: { in: ids } } });
  const organizations = await tx.organization.findMany({ where: { id: { in: ids } } });
  return new Map([
    ...relations.map(({ supplierId, name }) => [supplierId, name] as const),
    ...organizations.map(({ id, name }) => [id, name] as const),
  ]);
}
