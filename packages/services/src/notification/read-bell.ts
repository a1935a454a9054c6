import type { SupplierRequestState } from '@slipstream/db';
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
 * Reads the bell of the actor's organization, which every page shows, with one query. News are the other party's
 * transitions of requests both see; nothing is copied, so nothing can outlive the right to see it. Another organization
 * is named as it calls itself where that may be seen, else as we call it.
 */
export async function readBell(ctx: ServiceContext): Promise<Bell> {
  const { organizationId } = ctx.actor;
  const [bell] = await inTenant(
    ctx,
    (tx) => tx.$queryRaw<[Bell]>`
      SELECT
        (SELECT count(*)::int FROM "SupplierRequest" WHERE "dataRecipientId" = ${organizationId}::uuid
          AND "state" = ANY(${waitsForRecipient}::"SupplierRequestState"[])) AS "waitingRequests",
        (SELECT count(*)::int FROM "SupplierRequest" WHERE "dataOwnerId" = ${organizationId}::uuid
          AND "state" = ANY(${waitsForOwner}::"SupplierRequestState"[])) AS "waitingInbox",
        (SELECT coalesce(jsonb_agg(item ORDER BY item."at" DESC, item."id" DESC), '[]') FROM (
          SELECT event."id", event."requestId", event."event", event."at",
            coalesce(acting."name", known."name", '') AS "by",
            coalesce((SELECT asked."name" FROM "RequestedItem" asked
              WHERE asked."dataRecipientId" = event."dataRecipientId" AND asked."dataOwnerId" = event."dataOwnerId"
                AND asked."requestId" = event."requestId"
              ORDER BY asked."code" LIMIT 1), '') AS "about"
          FROM "SupplierRequestEvent" event
          LEFT JOIN "Organization" acting ON acting."id" = event."actorOrganizationId"
          LEFT JOIN "SupplierRelation" known ON known."organizationId" = ${organizationId}::uuid
            AND known."supplierId" = event."actorOrganizationId"
          WHERE event."actorOrganizationId" <> ${organizationId}::uuid
          ORDER BY event."at" DESC, event."id" DESC LIMIT ${shown}
        ) AS item) AS "news"`,
  );
  return { ...bell, news: bell.news.map((item) => ({ ...item, at: new Date(item.at).toISOString() })) };
}
