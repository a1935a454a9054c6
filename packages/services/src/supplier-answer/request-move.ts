import type { Prisma, TenantTransaction } from '@slipstream/db';
import { supplierRequestMachine } from '@slipstream/programme';
import { type CommandOf, decide } from '@slipstream/state-machine';
import { recordAudit } from '../audit.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { isUuid } from '../is-uuid.ts';
import { announceNews } from '../notification/announce-news.ts';
import { requestMailsAbout } from '../notification/request-mail.ts';

/** A request as its supplier reads it. */
export type ReceivedRequest = Prisma.SupplierRequestGetPayload<{ include: { items: true } }>;

/** The request asked of the caller's organization; any other looks as if it did not exist. */
export async function receivedRequest(
  tx: TenantTransaction,
  ctx: ServiceContext,
  id: string,
): Promise<ReceivedRequest> {
  if (!isUuid(id)) throw new ServiceError('notFound');
  const request = await tx.supplierRequest.findFirst({
    where: { id, dataOwnerId: ctx.actor.organizationId },
    include: { items: { orderBy: { code: 'asc' } } },
  });
  if (!request) throw new ServiceError('notFound');
  return request;
}

/** An item of a request; the first where none is named. */
export function itemOf(request: ReceivedRequest, itemId: string | undefined) {
  const item = itemId === undefined ? request.items[0] : request.items.find(({ id }) => id === itemId);
  if (!item) throw new ServiceError('notFound');
  return item;
}

/**
 * Takes a request through its state machine (R34): decides, stores state and event, appends the audit row, has the
 * other party mailed and both parties' bells look again. A request that moved on since it was read is a `conflict`; a
 * move the machine does not allow is `refused` with its findings.
 */
export async function moveRequest(
  tx: TenantTransaction,
  ctx: ServiceContext,
  request: Pick<ReceivedRequest, 'id' | 'state' | 'version' | 'dataOwnerId' | 'dataRecipientId'>,
  command: CommandOf<typeof supplierRequestMachine>,
  changes: Prisma.SupplierRequestUncheckedUpdateManyInput = {},
): Promise<ReceivedRequest['state']> {
  const at = ctx.clock();
  const decided = decide(supplierRequestMachine, request.state, command, at.toISOString());
  if (!decided.ok) throw new ServiceError('refused', {}, decided.findings);
  const { event, from, to, comment } = decided.value;
  const moved = await tx.supplierRequest.updateMany({
    where: { id: request.id, version: request.version },
    data: { ...changes, state: to, version: { increment: 1 } },
  });
  if (moved.count !== 1) throw new ServiceError('conflict');
  const { id: eventId } = await tx.supplierRequestEvent.create({
    data: {
      dataRecipientId: request.dataRecipientId,
      dataOwnerId: request.dataOwnerId,
      requestId: request.id,
      event,
      fromState: from,
      toState: to,
      actorOrganizationId: ctx.actor.organizationId,
      actorUserId: ctx.actor.userId,
      comment,
      at,
    },
    select: { id: true },
  });
  await requestMailsAbout(tx, ctx.actor.organizationId, request, { id: eventId, event });
  // To colleagues too: fewer requests may wait for them now.
  for (const party of [request.dataRecipientId, request.dataOwnerId]) await announceNews(tx, party);
  await recordAudit(tx, ctx, {
    action: `supplierRequest.${event}`,
    subjectKind: 'SupplierRequest',
    subjectId: request.id,
    detail: { from, to },
  });
  return to;
}

/** Whoever fills in: before acceptance anyone who may enter data, afterwards the person named. */
export function requireFiller(
  ctx: ServiceContext,
  request: Pick<ReceivedRequest, 'state' | 'fillerId'>,
): void {
  const isNamed = request.state !== 'sent';
  if (isNamed && request.fillerId !== ctx.actor.userId) throw new ServiceError('permissionDenied');
}

const open: readonly ReceivedRequest['state'][] = ['sent', 'accepted', 'inProgress'];

/** Entering data is possible until the answer is sent; the first entry of the filler starts the work. */
export async function beginEntry(
  tx: TenantTransaction,
  ctx: ServiceContext,
  request: ReceivedRequest,
): Promise<void> {
  requireFiller(ctx, request);
  if (!open.includes(request.state)) throw new ServiceError('conflict');
  if (request.state === 'accepted')
    await moveRequest(tx, ctx, request, {
      event: 'start',
      actor: { role: 'supplierFiller', id: ctx.actor.userId ?? '' },
      facts: { filler: request.fillerId },
    });
}
