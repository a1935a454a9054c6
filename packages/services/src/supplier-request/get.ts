import type { SupplierRequestState, TenantTransaction } from '@slipstream/db';
import {
  daysOverdue,
  isWaitingForSupplier,
  mayRemindByHand,
  supplierRequestMachine,
} from '@slipstream/programme';
import { allowedEvents } from '@slipstream/state-machine';
import { inTenant, type ServiceContext } from '../context.ts';
import { readShared } from '../supplier-answer/sharing.ts';
import { dayOf } from './list.ts';
import { leadFirm, type MadeRequest, madeRequest, mayDecide } from './made-request.ts';
import { remindable } from './remind.ts';

/**
 * A request the caller's organization made, with its history and what the supplier discloses of it, at the level it
 * chose and no further. Reading what is disclosed is noted for the supplier to see. A share that ended or was withdrawn
 * discloses nothing. People of the other organization are not named.
 */
export async function getRequest(ctx: ServiceContext, input: { readonly requestId: string }) {
  const { organizationId, userId } = ctx.actor;
  const at = ctx.clock();
  const shared = (await readShared(ctx, { ...input, purpose: 'request' })).map(({ view }) => view);
  return inTenant(ctx, async (tx) => {
    const request = await madeRequest(tx, ctx, input.requestId);
    const relation = await tx.supplierRelation.findFirst({
      where: { organizationId, supplierId: request.dataOwnerId },
      select: { id: true, name: true, contactEmail: true },
    });
    const events = await tx.supplierRequestEvent.findMany({
      where: { requestId: request.id, dataRecipientId: organizationId },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    const ownPeople = [
      ...events.flatMap(({ actorUserId, actorOrganizationId }) =>
        actorUserId && actorOrganizationId === organizationId ? [actorUserId] : [],
      ),
      ...(request.recipientUserId ? [request.recipientUserId] : []),
    ];
    const people = await tx.user.findMany({
      where: { id: { in: [...new Set(ownPeople)] } },
      select: { id: true, name: true },
    });
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
    const withdrawn = await tx.share.count({
      where: { dataRecipientId: organizationId, requestId: request.id, withdrawnAt: { not: null } },
    });
    const invitation = await tx.invitation.findFirst({
      where: { invitedById: organizationId, landingPath: `/inbox/${request.id}` },
      orderBy: { createdAt: 'desc' },
      select: { id: true, email: true, expiresAt: true, acceptedAt: true, revokedAt: true },
    });
    const { role } = leadFirm(ctx);
    const decides = userId === null || mayDecide.some((one) => ctx.actor.roles.includes(one));
    const dueDate = dayOf(request.dueDate);
    return {
      id: request.id,
      state: request.state,
      supplierName: relation?.name ?? '',
      supplierRelationId: relation?.id ?? null,
      mode: request.mode,
      dueDate,
      daysOverdue: daysOverdue(request.state, dueDate, at.toISOString()),
      reminders: isWaitingForSupplier(request.state) ? await reminding(tx, request, at) : null,
      message: request.message,
      confidentialityOffered: request.confidentialityOffered,
      confidentialityChosen: request.confidentialityChosen,
      recipientName: nameOf(request.recipientUserId),
      /** What the caller may do now. */
      allowed: decides ? allowedEvents(supplierRequestMachine, request.state, role) : [],
      items: request.items.map(({ id, code, name, declaredUnit, annualAmount }) => ({
        id,
        code,
        name,
        declaredUnit,
        annualAmount: annualAmount === null ? null : Number(annualAmount),
        disclosed: shared.findLast(({ itemId }) => itemId === id) ?? null,
      })),
      /** The supplier has taken back what it shared. */
      isWithdrawn: withdrawn > 0 && shared.length === 0,
      invitation: invitation && {
        id: invitation.id,
        email: invitation.email,
        isOpen: invitation.acceptedAt === null && invitation.revokedAt === null && invitation.expiresAt > at,
        isAccepted: invitation.acceptedAt !== null,
      },
      events: events.map((event) => ({
        id: event.id,
        event: event.event,
        toState: event.toState as SupplierRequestState,
        at: event.at.toISOString(),
        isOurs: event.actorOrganizationId === organizationId,
        person: event.actorOrganizationId === organizationId ? nameOf(event.actorUserId) : null,
        comment: event.comment,
      })),
    };
  });
}

/** How the supplier is reminded: whether by itself, when last and why, and whether by hand now. */
async function reminding(tx: TenantTransaction, request: MadeRequest, at: Date) {
  const { reminders, state, remindsBySchedule } = await remindable(tx, request);
  const { kind, at: remindedAt } = reminders.at(-1) ?? {};
  return {
    isOn: remindsBySchedule,
    last: kind && remindedAt ? { kind, at: remindedAt } : null,
    mayRemind: mayRemindByHand({ state, reminders }, at.toISOString()),
  };
}

export type MadeRequestDetail = Awaited<ReturnType<typeof getRequest>>;
