import type { TenantTransaction } from '@slipstream/db';
import { errorAt } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { type AnswerContent, type CurrentAnswer, currentAnswers, storeAnswer } from './answer.ts';
import { beginEntry, itemOf, type ReceivedRequest, receivedRequest } from './request-move.ts';
import { copySheet } from './sheet-copy.ts';

/** An answer the organization gave before that may stand for an item as well: same unit, to be confirmed by a person. */
export interface ReusableAnswer {
  readonly itemId: string;
  readonly name: string;
  readonly askedBy: string;
  readonly askedByEnglish: string | null;
  readonly kgCO2e: number;
  readonly declaredUnit: string;
}

const mostOffered = 20;

/** Items the organization answered in other requests, per one of the units asked for, the newest first. */
export async function answeredBefore(tx: TenantTransaction, request: ReceivedRequest) {
  return tx.requestedItem.findMany({
    where: {
      dataOwnerId: request.dataOwnerId,
      requestId: { not: request.id },
      declaredUnit: { in: [...new Set(request.items.map(({ declaredUnit }) => declaredUnit))] },
      suppliedFootprints: { some: {} },
    },
    include: { request: { include: { dataRecipient: { select: { name: true, nameEnglish: true } } } } },
    orderBy: [{ request: { createdAt: 'desc' } }, { code: 'asc' }],
    take: mostOffered,
  });
}

/** Those of the items {@link answeredBefore} found whose answer stands. */
export function reusableAnswers(
  items: Awaited<ReturnType<typeof answeredBefore>>,
  answers: ReadonlyMap<string, CurrentAnswer>,
): readonly ReusableAnswer[] {
  return items.flatMap(({ id, name, declaredUnit, request: { dataRecipient } }) => {
    const supplied = answers.get(id)?.supplied;
    if (!supplied) return [];
    return {
      itemId: id,
      name,
      askedBy: dataRecipient.name,
      askedByEnglish: dataRecipient.nameEnglish,
      kgCO2e: Number(supplied.kgCo2e),
      declaredUnit,
    };
  });
}

/**
 * Answers an item with what the organization answered before, for this or another customer: nothing is typed twice.
 * The figure, its evidence and its sheet are copied, so that each customer's answer moves on alone; what the customer
 * sees of it is this request's to say. Refused where the two are per different units.
 */
export async function reuseAnswer(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly itemId?: string | undefined; readonly fromItemId: string },
): Promise<{ readonly version: number }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { organizationId, userId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const item = itemOf(request, input.itemId);
    const from = await tx.requestedItem.findFirst({
      where: { dataOwnerId: organizationId, id: input.fromItemId },
      select: { id: true, declaredUnit: true },
    });
    const supplied = from && (await currentAnswers(tx, [from.id])).get(from.id)?.supplied;
    if (!supplied || from.id === item.id) throw new ServiceError('notFound');
    if (from.declaredUnit !== item.declaredUnit)
      throw new ServiceError('refused', {}, [
        errorAt('answer.declaredUnitMismatch', ['fromItemId'], {
          found: from.declaredUnit,
          expected: item.declaredUnit,
        }),
      ]);
    await beginEntry(tx, ctx, request);
    const answer = await storeAnswer(tx, {
      organizationId,
      requestedItemId: item.id,
      inventorySheetId: supplied.inventorySheetId && (await sheetFor(tx, supplied.inventorySheetId, item.id)),
      evidenceId: supplied.evidenceId,
      createdById: userId,
      createdAt: ctx.clock(),
      content: supplied.result as unknown as AnswerContent,
    });
    await recordAudit(tx, ctx, {
      action: 'suppliedFootprint.reuse',
      subjectKind: 'SuppliedFootprint',
      subjectId: answer.id,
      detail: { from: supplied.id },
    });
    return { version: answer.version };
  });
}

/** The sheet copied to an item, after those the item has. */
async function sheetFor(tx: TenantTransaction, sheetId: string, itemId: string): Promise<string> {
  const sheet = await tx.inventorySheet.findFirstOrThrow({
    // What is copied must not have passed through a double.
    relationLoadStrategy: 'query',
    where: { id: sheetId },
    include: { lines: true },
  });
  const last = await tx.inventorySheet.aggregate({
    where: { requestedItemId: itemId },
    _max: { version: true },
  });
  return copySheet(tx, sheet, { requestedItemId: itemId, version: (last._max.version ?? 0) + 1 });
}
