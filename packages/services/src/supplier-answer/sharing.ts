import { randomUUID } from 'node:crypto';
import type { Prisma, SharedFootprint, TenantTransaction } from '@slipstream/db';
import {
  type ConfidentialityLevel,
  disclose,
  previewDisclosure,
  type RecipientShare,
  type RecipientView,
} from '@slipstream/programme';
import { errorAt } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { currentAnswers, supplierAnswer } from './answer.ts';
import { readReceived, requestView } from './inbox.ts';
import { moveRequest, type ReceivedRequest, receivedRequest } from './request-move.ts';
import { assertOffered, levelsFromLeast } from './respond.ts';

function shareOf(
  request: ReceivedRequest,
  version: number,
  level: ConfidentialityLevel,
  at: string,
): RecipientShare {
  return {
    kind: 'recipient',
    requestId: request.id,
    dataOwner: request.dataOwnerId,
    dataRecipient: request.dataRecipientId,
    version,
    level,
    validFrom: at,
    expiresAt: null,
    withdrawnAt: null,
  };
}

/**
 * A received request, and for each item what the organization holds and exactly what the asking firm would see at a
 * level (the one chosen, or another of those offered), made by the function that will make it. Writes nothing.
 */
export async function previewShare(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly level?: string },
) {
  const now = ctx.clock().toISOString();
  return inTenant(ctx, async (tx) => {
    const read = await readReceived(tx, ctx, input.requestId);
    const { request, answers } = read;
    const [least = ''] = levelsFromLeast(request.confidentialityOffered);
    const wanted = input.level ?? request.confidentialityChosen ?? least;
    const level = assertOffered(wanted, request.confidentialityOffered);
    return {
      request: requestView(ctx, read),
      level,
      items: request.items.map(({ id, name, code, declaredUnit }) => {
        const { supplied = null, blockingChecks = 1 } = answers.get(id) ?? {};
        const held = supplied && supplierAnswer(supplied, request.id);
        return {
          id,
          name,
          code,
          declaredUnit,
          blockingChecks,
          held,
          seen: held && previewDisclosure(held, shareOf(request, held.version, level, now)),
        };
      }),
    };
  });
}
export type SharePreview = Omit<Awaited<ReturnType<typeof previewShare>>, 'request'>;

/**
 * Sends the answer (R15.4): the reviewer, another person than whoever filled in, lets the asking firm see each item
 * at the chosen level. Shares and what they show are made in the transaction of the state; sheets are frozen; what
 * was shared for this request before ends.
 */
export async function submitRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly version: number; readonly level?: string },
): Promise<void> {
  await inTenant(ctx, async (tx) => {
    const at = await notAheadOfDatabase(tx, ctx.clock());
    const request = await receivedRequest(tx, ctx, input.requestId);
    if (request.version !== input.version) throw new ServiceError('conflict');
    const level = assertOffered(
      input.level ?? request.confidentialityChosen ?? '',
      request.confidentialityOffered,
    );
    const answers = await currentAnswers(
      tx,
      request.items.map(({ id }) => id),
    );
    const blockingChecks = [...answers.values()].reduce((sum, one) => sum + one.blockingChecks, 0);
    await moveRequest(
      tx,
      ctx,
      request,
      {
        event: 'submit',
        actor: { role: 'supplierReviewer', id: ctx.actor.userId ?? '' },
        facts: { filler: request.fillerId, reviewer: request.reviewerId, blockingChecks },
      },
      { confidentialityChosen: level },
    );
    await tx.share.updateMany({
      where: { requestId: request.id, withdrawnAt: null, validUntil: null },
      data: { validUntil: at },
    });
    for (const [itemId, { supplied }] of answers) {
      if (!supplied) throw new ServiceError('conflict');
      if (supplied.createdById === ctx.actor.userId)
        throw new ServiceError('refused', {}, [
          errorAt('supplierRequest.fillerIsReviewer', ['facts', 'reviewer']),
        ]);
      const answer = supplierAnswer(supplied, request.id);
      const viewer = { organization: request.dataRecipientId, capacity: 'dataRecipient' } as const;
      const view = disclose(
        answer,
        shareOf(request, answer.version, level, at.toISOString()),
        viewer,
        at.toISOString(),
      ) as RecipientView | null;
      if (!view) throw new ServiceError('conflict');
      const shareId = randomUUID();
      const parties = { dataOwnerId: request.dataOwnerId, dataRecipientId: request.dataRecipientId };
      await tx.share.create({
        data: {
          ...parties,
          id: shareId,
          requestId: request.id,
          suppliedFootprintId: supplied.id,
          level,
          validFrom: at,
          grantedById: ctx.actor.userId,
          createdAt: at,
        },
      });
      await tx.sharedFootprint.create({
        data: {
          ...parties,
          shareId,
          level,
          version: view.version,
          declaredUnit: view.footprint.declaredUnit.unit,
          kgCo2e: view.footprint.kgCO2e,
          // The id of the recipient's own row, so that it knows which of its items this answers.
          content: { ...view, itemId } as unknown as Prisma.InputJsonObject,
          createdAt: at,
        },
      });
      if (supplied.inventorySheetId)
        await tx.inventorySheet.updateMany({
          where: { id: supplied.inventorySheetId },
          data: { frozenAt: at },
        });
    }
  });
}

/**
 * An instant the database has reached. By its clock it judges whether a share is in force: where the clock of this
 * process goes ahead, an answer just sent would not be there yet, and the one it replaces still would.
 */
async function notAheadOfDatabase(tx: TenantTransaction, instant: Date): Promise<Date> {
  const [{ at }] = await tx.$queryRaw<[{ at: Date }]>`
    SELECT least(${instant}::timestamptz, date_trunc('milliseconds', statement_timestamp())) AS "at"`;
  return at;
}

/** What the caller's organization shares: with whom, what, at which level, until when, and who looked. */
export async function listShares(ctx: ServiceContext) {
  const now = ctx.clock();
  const shares = await inTenant(ctx, (tx) =>
    tx.share.findMany({
      where: { dataOwnerId: ctx.actor.organizationId },
      orderBy: { createdAt: 'desc' },
      take: 500,
      include: {
        dataRecipient: { select: { name: true, nameEnglish: true } },
        suppliedFootprint: {
          select: {
            version: true,
            kgCo2e: true,
            requestedItem: { select: { name: true, declaredUnit: true } },
          },
        },
        accesses: { orderBy: { at: 'desc' }, take: 20, select: { at: true, purpose: true } },
        _count: { select: { accesses: true } },
      },
    }),
  );
  return shares.map(({ dataRecipient, suppliedFootprint, accesses, ...share }) => ({
    id: share.id,
    requestId: share.requestId,
    recipient: dataRecipient.name,
    recipientEnglish: dataRecipient.nameEnglish,
    item: suppliedFootprint.requestedItem?.name ?? '',
    declaredUnit: suppliedFootprint.requestedItem?.declaredUnit ?? '',
    kgCO2e: Number(suppliedFootprint.kgCo2e),
    version: suppliedFootprint.version,
    level: share.level,
    since: share.validFrom.toISOString(),
    endedAt: (share.withdrawnAt ?? share.validUntil)?.toISOString() ?? null,
    standing: share.withdrawnAt
      ? ('withdrawn' as const)
      : share.validUntil && share.validUntil <= now
        ? ('replaced' as const)
        : ('inForce' as const),
    looks: share._count.accesses,
    accesses: accesses.map(({ at, purpose }) => ({ at: at.toISOString(), purpose })),
  }));
}

/** Takes a share back: from this moment its recipient reads nothing of it. */
export async function withdrawShare(ctx: ServiceContext, input: { readonly shareId: string }): Promise<void> {
  requireRole(ctx, 'owner', 'manager', 'reviewer');
  await inTenant(ctx, async (tx) => {
    const withdrawn = await tx.share.updateMany({
      where: { id: input.shareId, dataOwnerId: ctx.actor.organizationId, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock(), withdrawnById: ctx.actor.userId },
    });
    if (withdrawn.count !== 1) throw new ServiceError('notFound');
    await recordAudit(tx, ctx, { action: 'share.withdraw', subjectKind: 'Share', subjectId: input.shareId });
  });
}

/** What {@link disclose} made of an answer, for the item of the recipient's own request. */
export type SharedView = RecipientView & { readonly itemId: string };

/** A stored view. Those made before the primary-data share travelled with the number say nothing of it: not known. */
export function sharedView(content: Prisma.JsonValue): SharedView {
  const view = content as unknown as SharedView;
  const { primaryDataSharePercent = null } = view.footprint as Partial<SharedView['footprint']>;
  return { ...view, footprint: { ...view.footprint, primaryDataSharePercent } };
}

/**
 * What suppliers share with the caller's organization for a request, as `disclose` made it; every read is noted for
 * the owner to see. Nothing shared, ended and withdrawn look the same: nothing.
 */
export async function readShared(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly purpose: string },
): Promise<readonly { readonly shareId: string; readonly view: SharedView }[]> {
  return inTenant(ctx, async (tx) => {
    const shared = await tx.sharedFootprint.findMany({
      where: {
        dataRecipientId: ctx.actor.organizationId,
        share: { requestId: input.requestId, withdrawnAt: null },
      },
      orderBy: { createdAt: 'asc' },
    });
    await noteAccess(tx, ctx, shared, input.purpose);
    return shared.map(({ shareId, content }) => ({ shareId, view: sharedView(content) }));
  });
}

/** Notes for the owners that what they share was read, by whom and what for. */
export async function noteAccess(
  tx: TenantTransaction,
  ctx: ServiceContext,
  shared: readonly Pick<SharedFootprint, 'dataOwnerId' | 'dataRecipientId' | 'shareId'>[],
  purpose: string,
): Promise<void> {
  if (shared.length === 0) return;
  await tx.shareAccess.createMany({
    data: shared.map(({ dataOwnerId, dataRecipientId, shareId }) => ({
      dataOwnerId,
      dataRecipientId,
      shareId,
      userId: ctx.actor.userId,
      purpose,
      at: ctx.clock(),
    })),
  });
}
