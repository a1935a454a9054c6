import type { TenantTransaction } from '@slipstream/db';
import { isBeingFilledIn } from '@slipstream/programme';
import { errorAt } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { requestJob } from '../outbox/request-job.ts';
import { currentAnswers } from './answer.ts';
import { type ReceivedRequest, receivedRequest } from './request-move.ts';

/** Why a reviewer was not asked. */
export const reviewFindingCodes = [
  'supplierRequest.reviewerMissing',
  'supplierRequest.answersMissing',
  'supplierRequest.reviewAskedLately',
] as const;

const againAfterMs = 3_600_000;

/**
 * Asks the reviewer of a request by mail to look at the answer and send it, at most once an hour. `refused` with its
 * finding where the reviewer is missing or is the caller, or where an item has no answer that could be sent; a request
 * that is not being filled in is a `conflict`.
 */
export async function askReview(ctx: ServiceContext, input: { readonly requestId: string }): Promise<void> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    if (!isBeingFilledIn(request.state)) throw new ServiceError('conflict');
    const { id: requestId, dataRecipientId, reviewerId } = request;
    const { organizationId, userId } = ctx.actor;
    if (!reviewerId || reviewerId === userId) throw refusedFor('supplierRequest.reviewerMissing');
    if (!(await isComplete(tx, request))) throw refusedFor('supplierRequest.answersMissing');
    const at = ctx.clock();
    const lately = await tx.reviewAsking.findFirst({
      where: {
        organizationId,
        dataRecipientId,
        requestId,
        reviewerId,
        at: { gt: new Date(at.getTime() - againAfterMs) },
      },
      select: { id: true },
    });
    if (lately) throw refusedFor('supplierRequest.reviewAskedLately');
    const { id: askingId } = await tx.reviewAsking.create({
      data: { organizationId, dataRecipientId, requestId, reviewerId, askedById: userId, at },
      select: { id: true },
    });
    await requestJob(tx, organizationId, 'send-review-asking', { organizationId, askingId });
    await recordAudit(tx, ctx, {
      action: 'supplierRequest.askReview',
      subjectKind: 'SupplierRequest',
      subjectId: requestId,
    });
  });
}

/** Whether every item has an answer that nothing keeps from being sent. */
async function isComplete(tx: TenantTransaction, { items }: ReceivedRequest): Promise<boolean> {
  const answers = await currentAnswers(
    tx,
    items.map(({ id }) => id),
  );
  return items.every(({ id }) => {
    const answer = answers.get(id);
    return answer?.supplied && answer.blockingChecks === 0;
  });
}

function refusedFor(code: (typeof reviewFindingCodes)[number]): ServiceError {
  return new ServiceError('refused', {}, [errorAt(code, ['reviewer'])]);
}
