import type { TenantTransaction } from '@slipstream/db';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { announceNews } from './announce-news.ts';
import { happened, isUnread, markOf } from './news.ts';

/** More than this is not marked at once, one by one. */
export const mostMarkedAtOnce = 50;

/**
 * Marks news read for the actor alone; what is read already stays so. `notFound` unless all of them are news of the
 * actor's organization.
 */
export async function markNewsRead(
  ctx: ServiceContext,
  { ids }: { readonly ids: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(ids)].slice(0, mostMarkedAtOnce);
  await marking(ctx, async (tx, userId) => {
    const { actor } = ctx;
    const found = await tx.$queryRaw<unknown[]>`
      SELECT FROM "SupplierRequestEvent" event WHERE ${happened(actor)} AND event."id" = ANY(${wanted}::uuid[])`;
    if (found.length !== wanted.length) throw new ServiceError('notFound');
    await tx.$executeRaw`
      WITH mark AS (${markOf(actor)})
      INSERT INTO "NewsMark" ("organizationId", "userId", "readUpTo", "readIds")
      SELECT ${actor.organizationId}::uuid, ${userId}::uuid, mark."readUpTo", ${wanted}::uuid[] FROM mark
      ON CONFLICT ("organizationId", "userId") DO UPDATE SET "readIds" = ARRAY(
        SELECT DISTINCT unnest("NewsMark"."readIds" || excluded."readIds"))`;
    // Where nothing is left to read one instant says it all, so that the list of single events stays short.
    await tx.$executeRaw`
      WITH mark AS (${markOf(actor)})
      UPDATE "NewsMark" SET "readIds" = '{}', "readUpTo" = (
        SELECT max(event."at") FROM "SupplierRequestEvent" event WHERE ${happened(actor)})
      WHERE "organizationId" = ${actor.organizationId}::uuid AND "userId" = ${userId}::uuid
        AND NOT EXISTS (SELECT FROM "SupplierRequestEvent" event WHERE ${happened(actor)} AND ${isUnread})`;
  });
}

/**
 * Marks an event and all before it read for the actor alone: what came after the list they saw stays new. `notFound`
 * unless it is news of the actor's organization.
 */
export async function markAllNewsRead(
  ctx: ServiceContext,
  { upTo }: { readonly upTo: string },
): Promise<void> {
  await marking(ctx, async (tx, userId) => {
    const { actor } = ctx;
    const marked = await tx.$executeRaw`
      WITH mark AS (${markOf(actor)}), newest AS (
        SELECT event."at" FROM "SupplierRequestEvent" event WHERE ${happened(actor)} AND event."id" = ${upTo}::uuid)
      INSERT INTO "NewsMark" ("organizationId", "userId", "readUpTo", "readIds")
      SELECT ${actor.organizationId}::uuid, ${userId}::uuid, greatest(newest."at", mark."readUpTo"), '{}'
      FROM newest CROSS JOIN mark
      ON CONFLICT ("organizationId", "userId") DO UPDATE SET "readUpTo" = excluded."readUpTo", "readIds" = ARRAY(
        SELECT event."id" FROM "SupplierRequestEvent" event
        WHERE event."id" = ANY("NewsMark"."readIds") AND event."at" > excluded."readUpTo")`;
    if (marked !== 1) throw new ServiceError('notFound');
  });
}

/** Marks in a transaction, and tells the person's other pages. */
async function marking(
  ctx: ServiceContext,
  mark: (tx: TenantTransaction, userId: string) => Promise<void>,
): Promise<void> {
  const { organizationId, userId } = ctx.actor;
  if (userId === null) throw new ServiceError('permissionDenied');
  await inTenant(ctx, async (tx) => {
    await mark(tx, userId);
    await announceNews(tx, organizationId, userId);
  });
}
