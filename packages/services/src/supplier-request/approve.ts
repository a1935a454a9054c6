import type { Prisma, TenantTransaction } from '@slipstream/db';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { documentOf } from '../product-system/document.ts';
import { markStale } from '../product-system/mark-stale.ts';
import { moveRequest } from '../supplier-answer/request-move.ts';
import { sharedView } from '../supplier-answer/sharing.ts';
import { leadFirm, type MadeRequest, madeRequest, mayDecide } from './made-request.ts';
import { type ApprovedAnswer, plugInFootprint } from './plug-in.ts';

/** What an approval changed. */
export interface Approval {
  /** Product systems that now take the supplier's figure, and are calculated anew. */
  readonly productSystemIds: readonly string[];
  /** Answers to older requests that this one takes the place of. */
  readonly superseded: readonly string[];
}

interface SharedAnswer {
  readonly sharedFootprintId: string;
  readonly answer: ApprovedAnswer;
}

/**
 * Approves an answer (R15.4). Its figures go into every product system whose bill of materials has the parts, as sealed
 * processes; these are marked stale and calculated anew. An older approved answer whose items are all among these is
 * superseded. Refused as `conflict` where the supplier has withdrawn what it shared.
 */
export async function approveRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly comment?: string | undefined },
): Promise<Approval> {
  requireRole(ctx, ...mayDecide);
  return inTenant(ctx, async (tx) => {
    const request = await madeRequest(tx, ctx, input.requestId);
    const answers = await sharedAnswers(tx, ctx, request);
    await moveRequest(tx, ctx, request, {
      event: 'approve',
      actor: leadFirm(ctx),
      comment: input.comment?.slice(0, 4_000) ?? null,
    });
    if (answers.length < request.items.filter(({ partId }) => partId !== null).length)
      throw new ServiceError('conflict');
    const superseded = await supersedeOlder(tx, ctx, request);
    const productSystemIds = await plugIn(tx, ctx, request, answers);
    await markStale(tx, ctx, productSystemIds);
    return { productSystemIds, superseded };
  });
}

/** What the supplier shares for the request now, by the part each item is for. */
async function sharedAnswers(
  tx: TenantTransaction,
  ctx: ServiceContext,
  request: MadeRequest,
): Promise<readonly SharedAnswer[]> {
  const shared = await tx.sharedFootprint.findMany({
    where: {
      dataRecipientId: ctx.actor.organizationId,
      dataOwnerId: request.dataOwnerId,
      share: { requestId: request.id },
    },
    orderBy: { createdAt: 'desc' },
  });
  return request.items.flatMap(({ id, partId, name }) => {
    const newest = shared.find(({ content }) => sharedView(content).itemId === id);
    if (!newest || !partId) return [];
    const { footprint, version } = sharedView(newest.content);
    const answer = {
      partId,
      partName: name,
      supplierId: request.dataOwnerId,
      studyId: id,
      version,
      footprint,
    };
    return [{ sharedFootprintId: newest.id, answer }];
  });
}

async function supersedeOlder(
  tx: TenantTransaction,
  ctx: ServiceContext,
  request: MadeRequest,
): Promise<readonly string[]> {
  const approved = await tx.supplierRequest.findMany({
    where: {
      dataRecipientId: request.dataRecipientId,
      dataOwnerId: request.dataOwnerId,
      state: 'approved',
      id: { not: request.id },
    },
    include: { items: true },
    orderBy: { createdAt: 'asc' },
  });
  const isCovered = (older: MadeRequest) =>
    older.items.length > 0 &&
    older.items.every(({ partId, productId, code }) =>
      request.items.some(
        (item) => item.partId === partId && item.productId === productId && item.code === code,
      ),
    );
  const superseded = approved.filter(isCovered);
  for (const [at, older] of superseded.entries())
    await moveRequest(tx, ctx, older, {
      event: 'supersede',
      actor: { role: 'system', id: 'system' },
      // Counted as answers to the same items, the oldest first; this one is the newest.
      facts: { version: at + 1, newerApprovedVersion: superseded.length + 1 },
    });
  return superseded.map(({ id }) => id);
}

/** Writes the answers into the drawings of every product that has the parts in its present bill. */
async function plugIn(
  tx: TenantTransaction,
  ctx: ServiceContext,
  request: MadeRequest,
  answers: readonly SharedAnswer[],
): Promise<readonly string[]> {
  const { organizationId } = ctx.actor;
  const partIds = answers.map(({ answer }) => answer.partId);
  const lines = await tx.bomLine.findMany({
    where: { organizationId, partId: { in: partIds }, billOfMaterials: { supersededAt: null } },
    select: { billOfMaterials: { select: { productId: true } } },
  });
  const productIds = [...new Set(lines.map(({ billOfMaterials }) => billOfMaterials.productId))];
  const systems = await tx.productSystem.findMany({
    where: { organizationId, productId: { in: productIds } },
    select: { id: true },
  });
  const supplies = await tx.partSupply.findMany({
    where: {
      organizationId,
      partId: { in: partIds },
      supplierRelation: { supplierId: { not: request.dataOwnerId } },
    },
    select: { partId: true, supplierRelation: { select: { supplierId: true } } },
  });
  const othersOf = (partId: string) =>
    new Set(
      supplies
        .filter((supply) => supply.partId === partId)
        .map((supply) => supply.supplierRelation.supplierId),
    );
  for (const { id } of systems) {
    // Whoever saves the drawing meanwhile waits here, and then finds a newer version.
    const [system] = await tx.$queryRaw<{ document: unknown }[]>`
      SELECT "document" FROM "ProductSystem"
      WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${id}::uuid FOR UPDATE`;
    if (!system) continue;
    const document = documentOf(system.document);
    let { draft } = document;
    for (const { answer, sharedFootprintId } of answers) {
      const plugged = plugInFootprint(draft, answer, othersOf(answer.partId));
      draft = plugged.draft;
      if (plugged.processId)
        await tx.productSystemSupply.upsert({
          where: {
            organizationId_productSystemId_processId: {
              organizationId,
              productSystemId: id,
              processId: plugged.processId,
            },
          },
          create: { organizationId, productSystemId: id, processId: plugged.processId, sharedFootprintId },
          update: { sharedFootprintId },
        });
    }
    if (draft !== document.draft)
      await tx.productSystem.update({
        where: { organizationId_id: { organizationId, id } },
        data: {
          document: { ...document, draft } as unknown as Prisma.InputJsonObject,
          version: { increment: 1 },
        },
      });
  }
  return systems.map(({ id }) => id);
}
