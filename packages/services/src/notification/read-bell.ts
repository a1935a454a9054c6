import { Prisma, type SupplierRequestState } from '@slipstream/db';
import { inTenant, type ServiceContext } from '../context.ts';
import { happened, isUnread, markOf, type NewsItem, newsItem, newsOf } from './news.ts';

/** States in which a request waits for the organization that asked. */
const waitsForRecipient: readonly SupplierRequestState[] = ['submitted', 'underReview'];
/** States in which a request waits for the organization that was asked. */
const waitsForOwner: readonly SupplierRequestState[] = ['sent', 'accepted', 'inProgress', 'returned'];
const shown = 8;
/** What is older is on the page of all news: the bell of a busy firm must not look through years. */
const recentMs = 90 * 24 * 3600 * 1000;
/** More than this is told as more than this. */
export const mostUnread = 99;

/** What the frame of every page shows: how many requests wait for the reader's organization, and what is new. */
export interface Bell {
  readonly waitingRequests: number;
  readonly waitingInbox: number;
  /** New to the reader; `mostUnread + 1` stands for any more. */
  readonly unread: number;
  readonly news: readonly NewsItem[];
}

/**
 * Reads the bell of the actor, which every page shows, with one query. News are the other party's transitions of
 * requests both see; nothing is copied, so nothing can outlive the right to see it.
 */
export async function readBell(ctx: ServiceContext): Promise<Bell> {
  const { actor } = ctx;
  const recent = Prisma.sql`event."at" > ${new Date(ctx.clock().getTime() - recentMs)}`;
  const [bell] = await inTenant(
    ctx,
    (tx) => tx.$queryRaw<[Bell]>`
      WITH mark AS MATERIALIZED (${markOf(actor)})
      SELECT
        (SELECT count(*)::int FROM "SupplierRequest" WHERE "dataRecipientId" = ${actor.organizationId}::uuid
          AND "state" = ANY(${waitsForRecipient}::"SupplierRequestState"[])) AS "waitingRequests",
        (SELECT count(*)::int FROM "SupplierRequest" WHERE "dataOwnerId" = ${actor.organizationId}::uuid
          AND "state" = ANY(${waitsForOwner}::"SupplierRequestState"[])) AS "waitingInbox",
        (SELECT count(*)::int FROM (
          SELECT FROM "SupplierRequestEvent" event
          WHERE ${happened(actor)} AND ${isUnread} LIMIT ${mostUnread + 1}
        ) AS item) AS "unread",
        (SELECT coalesce(jsonb_agg(item ORDER BY item."at" DESC, item."id" DESC), '[]')
          FROM (${newsOf(actor, { take: shown, among: recent })}) AS item) AS "news"`,
  );
  return { ...bell, news: bell.news.map((row) => newsItem(ctx, row)) };
}
