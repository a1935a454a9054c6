import { type TenantTransaction, withTenant } from '@slipstream/db';
import { type RequestMailKind, requestMail } from '@slipstream/email';
import type { Runtime } from '../context.ts';
import { requestJob } from '../outbox/request-job.ts';
import { deliverToEach } from './deliver.ts';
import { pathFor } from './link.ts';
import { recipientsOf } from './recipients.ts';

/** The transitions of a request that are mailed to its other party, and what the mail says. */
const mailed: Readonly<Record<string, RequestMailKind>> = {
  send: 'asked',
  return: 'returned',
  approve: 'approved',
  submit: 'submitted',
  decline: 'declined',
};

interface Parties {
  readonly id: string;
  readonly dataOwnerId: string;
  readonly dataRecipientId: string;
}

/** Asks for the mails about a transition, in the transaction that makes it; nothing for those nobody is mailed about. */
export async function requestMailsAbout(
  tx: TenantTransaction,
  actingId: string,
  request: Parties,
  event: { readonly id: string; readonly event: string },
): Promise<void> {
  if (!Object.hasOwn(mailed, event.event)) return;
  const organizationId = actingId === request.dataRecipientId ? request.dataOwnerId : request.dataRecipientId;
  await requestJob(tx, actingId, 'send-request-mail', {
    organizationId,
    requestId: request.id,
    eventId: event.id,
  });
}

/**
 * Job `send-request-mail`: tells the people of one party what the other did, each in their language, with the link to
 * the request. What the organization may not see any more is not mailed, nor a step the request has already left.
 */
export async function sendRequestMail(
  runtime: Runtime,
  job: {
    readonly id: string;
    readonly organizationId: string;
    readonly requestId: string;
    readonly eventId: string;
  },
): Promise<void> {
  const { organizationId, requestId } = job;
  const mails = await withTenant(runtime.database, { organizationId, userId: null }, async (tx) => {
    const event = await tx.supplierRequestEvent.findFirst({
      where: { id: job.eventId, requestId },
      include: { request: true },
    });
    const kind = event && mailed[event.event];
    if (!kind || event.request.state !== event.toState) return [];
    const { request } = event;
    const isOwner = request.dataOwnerId === organizationId;
    const named = isOwner ? [request.fillerId, request.reviewerId] : [request.recipientUserId];
    const nameIn = await otherParty(tx, organizationId, request);
    const page = `/${isOwner ? 'inbox' : 'requests'}/${request.id}`;
    const link = runtime.publicUrl + pathFor(organizationId, page);
    const dueDate = request.dueDate?.toISOString().slice(0, 10) ?? null;
    const people = await recipientsOf(tx, organizationId, named);
    return people
      .filter(({ userId }) => userId !== event.actorUserId)
      .map(({ userId, email, language }) => ({
        userId,
        to: email,
        ...requestMail(language, kind, { from: nameIn(language), dueDate, link }),
      }));
  });
  await deliverToEach(runtime, job.id, mails);
}

/** The other party's name as the organization knows it: a supplier by its own name for it, a customer by the customer's. */
export async function otherParty(
  tx: TenantTransaction,
  organizationId: string,
  { dataOwnerId, dataRecipientId }: Parties,
): Promise<(language: string) => string> {
  if (organizationId === dataRecipientId) {
    const relation = await tx.supplierRelation.findFirst({
      where: { organizationId, supplierId: dataOwnerId },
      select: { name: true },
    });
    return () => relation?.name ?? '';
  }
  const asking = await tx.organization.findUnique({
    where: { id: dataRecipientId },
    select: { name: true, nameEnglish: true },
  });
  return (language) => (language === 'en' && asking?.nameEnglish) || (asking?.name ?? '');
}
