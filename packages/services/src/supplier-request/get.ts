import type { RequestReminder, SupplierRequestState } from '@slipstream/db';
import {
  daysOverdue,
  isWaitingForSupplier,
  mayRemindByHand,
  supplierRequestMachine,
} from '@slipstream/programme';
import { allowedEvents } from '@slipstream/state-machine';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { noteAccess, sharedView } from '../supplier-answer/sharing.ts';
import { dayOf } from './list.ts';
import { leadFirm, type MadeRequest, mayDecide } from './made-request.ts';
import { remindersOf } from './remind.ts';

/**
 * A request the caller's organization made, with its history and what the supplier discloses of it, at the level it
 * chose and no further. Reading what is disclosed is noted for the supplier to see. A share that ended or was withdrawn
 * discloses nothing. People of the other organization are not named.
 */
export async function getRequest(ctx: ServiceContext, input: { readonly requestId: string }) {
  const { organizationId, userId } = ctx.actor;
  const at = ctx.clock();
  return inTenant(ctx, async (tx) => {
    const request = await tx.supplierRequest.findFirst({
      where: { id: input.requestId, dataRecipientId: organizationId },
      include: {
        items: { orderBy: { code: 'asc' } },
        events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
        reminders: { orderBy: { at: 'asc' } },
        shares: { include: { sharedFootprint: true }, orderBy: { createdAt: 'asc' } },
      },
    });
    if (!request) throw new ServiceError('notFound');
    const { supplierRelations, memberships, invitationsSent } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: {
        supplierRelations: {
          where: { supplierId: request.dataOwnerId },
          select: { id: true, name: true },
        },
        memberships: { select: { user: { select: { id: true, name: true } } } },
        invitationsSent: {
          where: { landingPath: `/inbox/${request.id}` },
          select: { id: true, email: true, expiresAt: true, acceptedAt: true, revokedAt: true },
          orderBy: { createdAt: 'desc' },
          take: 1,
        },
      },
    });
    const [relation] = supplierRelations;
    const [invitation = null] = invitationsSent;
    const nameOf = (id: string | null) => memberships.find(({ user }) => user.id === id)?.user.name ?? null;
    const shared = request.shares.flatMap(({ withdrawnAt, sharedFootprint }) =>
      sharedFootprint && !withdrawnAt ? [sharedFootprint] : [],
    );
    await noteAccess(tx, ctx, shared, 'request');
    const disclosed = shared.map(({ content }) => sharedView(content));
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
      reminders: isWaitingForSupplier(request.state) ? reminding(request, at) : null,
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
        disclosed: disclosed.findLast(({ itemId }) => itemId === id) ?? null,
      })),
      /** The supplier has taken back what it shared. */
      isWithdrawn: shared.length === 0 && request.shares.some(({ withdrawnAt }) => withdrawnAt !== null),
      invitation: invitation && {
        id: invitation.id,
        email: invitation.email,
        isOpen: invitation.acceptedAt === null && invitation.revokedAt === null && invitation.expiresAt > at,
        isAccepted: invitation.acceptedAt !== null,
      },
      events: request.events.map((event) => ({
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
function reminding(
  {
    state,
    remindsBySchedule,
    reminders: rows,
  }: MadeRequest & { readonly reminders: readonly RequestReminder[] },
  at: Date,
) {
  const reminders = remindersOf(rows);
  const { kind, at: remindedAt } = reminders.at(-1) ?? {};
  return {
    isOn: remindsBySchedule,
    last: kind && remindedAt ? { kind, at: remindedAt } : null,
    mayRemind: mayRemindByHand({ state, reminders }, at.toISOString()),
  };
}

export type MadeRequestDetail = Awaited<ReturnType<typeof getRequest>>;
