import { Prisma } from '@slipstream/db';
import type { Actor, ServiceContext } from '../context.ts';
import { pathFor } from './link.ts';

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
  readonly isRead: boolean;
  /** Opens the request for the reader's organization, whichever one the browser works for. */
  readonly path: string;
}

type NewsRow = Omit<NewsItem, 'path'>;

/** A row of {@link newsOf} as it is told. */
export function newsItem({ actor }: ServiceContext, row: NewsRow): NewsItem {
  const page = `${actor.organizationKind === 'leadFirm' ? '/requests' : '/inbox'}/${row.requestId}`;
  return { ...row, at: new Date(row.at).toISOString(), path: pathFor(actor.organizationId, page) };
}

/**
 * How far the actor has read, one row: `"readUpTo"` and, after that instant, `"readIds"`. Whoever has marked nothing has
 * read what came before they joined; where no person acts, all is read.
 */
export function markOf({ organizationId, userId }: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(mark."readUpTo", member."createdAt", 'infinity') AS "readUpTo",
      coalesce(mark."readIds", '{}') AS "readIds"
    FROM (SELECT) AS one
    LEFT JOIN "Membership" member
      ON member."organizationId" = ${organizationId}::uuid AND member."userId" = ${userId}::uuid
    LEFT JOIN "NewsMark" mark USING ("organizationId", "userId")`;
}

/** The other party's transitions of the actor's requests; a lead firm asks, whoever else has requests is asked. */
export function happened({ organizationId, organizationKind }: Actor): Prisma.Sql {
  const side = Prisma.raw(organizationKind === 'leadFirm' ? '"dataRecipientId"' : '"dataOwnerId"');
  return Prisma.sql`event.${side} = ${organizationId}::uuid
    AND event."actorOrganizationId" <> ${organizationId}::uuid`;
}

/**
 * Whether an event is new to the reader; `event` and `mark` are in reach. Each value is read once, so that the index by
 * time is used.
 */
export const isUnread = Prisma.sql`event."at" > (SELECT "readUpTo" FROM mark)
  AND event."id" <> ALL((SELECT "readIds" FROM mark)::uuid[])`;

/**
 * {@link NewsRow}s of what happened, newest first, as far as `among` holds of the `event`; `mark` is in reach. Another organization is named as it calls itself
 * where that may be seen, else as we call it.
 */
export function newsOf(
  actor: Actor,
  { take, skip = 0, among = Prisma.sql`true` }: { take: number; skip?: number; among?: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`
    SELECT event."id", event."requestId", event."event", event."at", NOT (${isUnread}) AS "isRead",
      coalesce(acting."name", known."name", '') AS "by",
      coalesce((SELECT asked."name" FROM "RequestedItem" asked
        WHERE asked."dataRecipientId" = event."dataRecipientId" AND asked."dataOwnerId" = event."dataOwnerId"
          AND asked."requestId" = event."requestId"
        ORDER BY asked."code" LIMIT 1), '') AS "about"
    FROM (
      SELECT event.* FROM "SupplierRequestEvent" event
      WHERE ${happened(actor)} AND ${among}
      ORDER BY event."at" DESC, event."id" DESC LIMIT ${take} OFFSET ${skip}
    ) AS event
    LEFT JOIN "Organization" acting ON acting."id" = event."actorOrganizationId"
    LEFT JOIN "SupplierRelation" known ON known."organizationId" = ${actor.organizationId}::uuid
      AND known."supplierId" = event."actorOrganizationId"
    ORDER BY event."at" DESC, event."id" DESC`;
}
