import { type RequestReminder, type TenantTransaction, withRelay } from '@slipstream/db';
import { dueReminder, isWaitingForSupplier, mayRemindByHand, type ReminderKind } from '@slipstream/programme';
import { addDays, dayInTaiwan, errorAt } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, type Runtime, requireRole, type ServiceContext, systemContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { resendWithin } from '../identity/invitation.ts';
import { requestJob } from '../outbox/request-job.ts';
import { dayOf } from './list.ts';
import { type MadeRequest, madeRequest, mayDecide } from './made-request.ts';

/** Why a supplier was not reminded. */
export const reminderFindingCodes = [
  'supplierRequest.remindedToday',
  'supplierRequest.nobodyToRemind',
] as const;

/** Reminds a supplier now, at most once a day. Refused as `conflict` where the request does not wait for it. */
export async function remindSupplier(
  ctx: ServiceContext,
  input: { readonly requestId: string },
): Promise<void> {
  requireRole(ctx, ...mayDecide);
  const now = ctx.clock().toISOString();
  await inTenant(ctx, async (tx) => {
    const request = await madeRequest(tx, ctx, input.requestId);
    if (!isWaitingForSupplier(request.state)) throw new ServiceError('conflict');
    const { reminders } = await remindable(tx, request);
    const outcome = mayRemindByHand({ state: request.state, reminders }, now)
      ? await remind(tx, ctx, request, 'byHand')
      : 'remindedToday';
    if (outcome !== 'reminded')
      throw new ServiceError('refused', {}, [
        outcome === 'remindedToday'
          ? errorAt('supplierRequest.remindedToday', ['reminder'])
          : errorAt('supplierRequest.nobodyToRemind', ['reminder']),
      ]);
  });
}

/** Lets reminders of a request go by themselves, or not. */
export async function switchReminders(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly isOn: boolean },
): Promise<void> {
  requireRole(ctx, ...mayDecide);
  await inTenant(ctx, async (tx) => {
    const request = await madeRequest(tx, ctx, input.requestId);
    await tx.supplierRequest.updateMany({
      where: { id: request.id, dataRecipientId: ctx.actor.organizationId },
      data: { remindsBySchedule: input.isOn },
    });
    await recordAudit(tx, ctx, {
      action: 'supplierRequest.switchReminders',
      subjectKind: 'SupplierRequest',
      subjectId: request.id,
      detail: { isOn: input.isOn },
    });
  });
}

/** Days around the due day within which any reminder can be due. */
const longestAhead = 7;
const longestBehind = 14;
const mostAtOnce = 200;

/**
 * Job `remind-suppliers`: sends every reminder that is due in any organization, each once however often and by however
 * many this runs; returns how many. A failure of one is logged and does not keep the others.
 */
export async function remindSuppliers(runtime: Runtime): Promise<number> {
  const now = runtime.clock().toISOString();
  const today = dayInTaiwan(now);
  const organizations = await withRelay(runtime.database, (tx) =>
    tx.organization.findMany({ select: { id: true } }),
  );
  let sent = 0;
  for (const { id } of organizations) {
    const ctx = systemContext(runtime, { id, kind: 'leadFirm' }, 'remind');
    const near = await inTenant(ctx, (tx) =>
      tx.supplierRequest.findMany({
        where: {
          dataRecipientId: id,
          remindsBySchedule: true,
          dueDate: {
            gte: new Date(addDays(today, -longestBehind)),
            lte: new Date(addDays(today, longestAhead)),
          },
        },
        select: { id: true },
        take: mostAtOnce,
      }),
    );
    for (const request of near)
      await inTenant(ctx, (tx) => remindIfDue(tx, ctx, request.id, now)).then(
        (isSent) => {
          if (isSent) sent++;
        },
        (error) => runtime.log.error({ err: error, requestId: request.id }, 'A reminder failed'),
      );
  }
  return sent;
}

async function remindIfDue(
  tx: TenantTransaction,
  ctx: ServiceContext,
  requestId: string,
  now: string,
): Promise<boolean> {
  const request = await madeRequest(tx, ctx, requestId);
  const kind = dueReminder(await remindable(tx, request), now);
  return kind !== null && (await remind(tx, ctx, request, kind)) === 'reminded';
}

/** A request as the rules of reminding read it. */
export async function remindable(tx: TenantTransaction, request: MadeRequest) {
  const ofRequest = { requestId: request.id, dataRecipientId: request.dataRecipientId };
  const asked = await tx.supplierRequestEvent.findFirst({
    where: { ...ofRequest, event: { in: ['send', 'return'] } },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  const reminders = await tx.requestReminder.findMany({
    where: ofRequest,
    orderBy: { at: 'asc' },
    select: { kind: true, day: true, at: true },
  });
  return {
    state: request.state,
    dueDate: dayOf(request.dueDate),
    remindsBySchedule: request.remindsBySchedule,
    askedAt: asked?.at.toISOString() ?? null,
    reminders: remindersOf(reminders),
  };
}

/** Stored reminders as the rules of reminding read them. */
export function remindersOf(rows: readonly Pick<RequestReminder, 'kind' | 'day' | 'at'>[]) {
  return rows.map(({ kind, day, at }) => ({
    kind,
    day: day.toISOString().slice(0, 10),
    at: at.toISOString(),
  }));
}

/**
 * Notes a reminder and asks for its mails. A supplier nobody has claimed is mailed its invitation again; where that was
 * taken back there is nobody to remind. Of two at once the second finds the day taken.
 */
async function remind(
  tx: TenantTransaction,
  ctx: ServiceContext,
  request: MadeRequest,
  kind: ReminderKind,
): Promise<'reminded' | 'remindedToday' | 'nobodyToRemind'> {
  const { id: requestId, dataRecipientId, dataOwnerId } = request;
  const unclaimed = await tx.organization.findFirst({
    where: { id: dataOwnerId, createdById: dataRecipientId, claimedAt: null },
    select: { id: true },
  });
  const invitation = unclaimed
    ? await tx.invitation.findFirst({
        where: {
          organizationId: dataOwnerId,
          invitedById: dataRecipientId,
          acceptedAt: null,
          revokedAt: null,
        },
        orderBy: { createdAt: 'desc' },
        select: { id: true },
      })
    : null;
  if (unclaimed && !invitation) return 'nobodyToRemind';
  const at = ctx.clock();
  const day = new Date(dayInTaiwan(at.toISOString()));
  const id = crypto.randomUUID();
  const { count } = await tx.requestReminder.createMany({
    data: { id, dataRecipientId, dataOwnerId, requestId, kind, day, at },
    skipDuplicates: true,
  });
  if (count === 0) return 'remindedToday';
  if (invitation) await resendWithin(tx, ctx, invitation.id);
  else
    await requestJob(tx, dataRecipientId, 'send-reminder', {
      organizationId: dataOwnerId,
      requestId,
      reminderId: id,
    });
  await recordAudit(tx, ctx, {
    action: 'supplierRequest.remind',
    subjectKind: 'SupplierRequest',
    subjectId: requestId,
    detail: { kind },
  });
  return 'reminded';
}
