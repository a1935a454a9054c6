import type { Prisma, SupplierRequestState, TenantTransaction } from '@slipstream/db';
import { isBeingFilledIn, isOverdue } from '@slipstream/programme';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { isUuid } from '../is-uuid.ts';
import { currentAnswers } from './answer.ts';
import { levelsFromLeast } from './respond.ts';
import { answeredBefore, reusableAnswers } from './reuse-answer.ts';

const newestAsking = {
  select: { at: true, reviewerId: true },
  orderBy: { at: 'desc' },
  take: 1,
} satisfies Prisma.SupplierRequest$reviewAskingsArgs;

/** When the reviewer of an answer was asked to look at it, which has not been sent since. */
function reviewAskedAt(
  request: {
    readonly state: SupplierRequestState;
    readonly reviewerId: string | null;
    readonly reviewAskings: readonly { readonly at: Date; readonly reviewerId: string }[];
  },
  returnedAt: Date | undefined,
): string | null {
  const [asking] = request.reviewAskings;
  if (!asking || !isBeingFilledIn(request.state) || asking.reviewerId !== request.reviewerId) return null;
  return returnedAt && returnedAt >= asking.at ? null : asking.at.toISOString();
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The requests the caller's organization has received, those that wait for it first, then by due day. */
export async function listInbox(ctx: ServiceContext) {
  const now = ctx.clock().toISOString();
  const requests = await inTenant(ctx, (tx) =>
    tx.supplierRequest.findMany({
      where: { dataOwnerId: ctx.actor.organizationId },
      select: {
        id: true,
        state: true,
        dueDate: true,
        updatedAt: true,
        dataRecipient: { select: { name: true, nameEnglish: true } },
        items: { select: { id: true, name: true, code: true }, orderBy: { code: 'asc' } },
        reviewerId: true,
        reviewAskings: newestAsking,
        events: { select: { at: true }, where: { event: 'return' }, orderBy: { at: 'desc' }, take: 1 },
      },
      orderBy: [{ dueDate: 'asc' }, { createdAt: 'asc' }],
      take: 500,
    }),
  );
  const rows = requests.map(({ dueDate, dataRecipient, reviewerId, reviewAskings, events, ...request }) => ({
    ...request,
    dueDate: dayOf(dueDate),
    isOverdue: isOverdue(request.state, dayOf(dueDate), now),
    isWaiting: ['sent', 'accepted', 'inProgress', 'returned'].includes(request.state),
    /** The caller was asked to review it. */
    isForReview:
      reviewerId === ctx.actor.userId &&
      reviewAskedAt({ ...request, reviewerId, reviewAskings }, events[0]?.at) !== null,
    askedBy: dataRecipient.name,
    askedByEnglish: dataRecipient.nameEnglish,
  }));
  return rows.sort((one, other) => Number(other.isWaiting) - Number(one.isWaiting));
}

/**
 * A received request as its page shows it: who asks, for which items, by when, what may be chosen, who can fill in
 * and review, how far each item is, and what the asking firm wrote last.
 */
export async function openRequest(ctx: ServiceContext, input: { readonly requestId: string }) {
  return inTenant(ctx, async (tx) => requestView(ctx, await readReceived(tx, ctx, input.requestId)));
}
export type ReceivedRequestView = Awaited<ReturnType<typeof openRequest>>;

/**
 * A received request with all that its pages show of it, the answer that stands for each item, and while it is open
 * the answers given before.
 */
export async function readReceived(tx: TenantTransaction, ctx: ServiceContext, id: string) {
  const request = isUuid(id)
    ? await tx.supplierRequest.findFirst({
        where: { id, dataOwnerId: ctx.actor.organizationId },
        include: {
          items: { orderBy: { code: 'asc' } },
          dataRecipient: { select: { name: true, nameEnglish: true } },
          dataOwner: {
            select: {
              memberships: {
                select: { userId: true, roles: true, user: { select: { name: true } } },
                orderBy: { createdAt: 'asc' },
              },
            },
          },
          events: { select: { event: true, at: true, comment: true }, orderBy: { at: 'desc' }, take: 20 },
          reviewAskings: newestAsking,
        },
      })
    : null;
  if (!request) throw new ServiceError('notFound');
  const isOpen = ['sent', 'accepted', 'inProgress'].includes(request.state);
  const before = isOpen ? await answeredBefore(tx, request) : [];
  const answers = await currentAnswers(
    tx,
    [...request.items, ...before].map(({ id }) => id),
  );
  return { request, answers, reusable: reusableAnswers(before, answers) };
}
export type ReadRequest = Awaited<ReturnType<typeof readReceived>>;

/** What {@link openRequest} shows, of what was read. */
export function requestView(ctx: ServiceContext, { request, answers, reusable }: ReadRequest) {
  const { dataRecipient, dataOwner, events } = request;
  const now = ctx.clock().toISOString();
  return {
    id: request.id,
    state: request.state,
    version: request.version,
    mode: request.mode,
    message: request.message,
    dueDate: dayOf(request.dueDate),
    isOverdue: isOverdue(request.state, dayOf(request.dueDate), now),
    askedBy: dataRecipient.name,
    askedByEnglish: dataRecipient.nameEnglish,
    levelsOffered: levelsFromLeast(request.confidentialityOffered),
    levelChosen: request.confidentialityChosen,
    fillerId: request.fillerId,
    reviewerId: request.reviewerId,
    /** ISO instant; null where the reviewer was not asked to look, or not since the answer came back. */
    reviewAskedAt: reviewAskedAt(request, events.find(({ event }) => event === 'return')?.at),
    me: ctx.actor.userId,
    members: dataOwner.memberships.map(({ userId, roles, user }) => ({ userId, name: user.name, roles })),
    returnComment: events.find(({ event }) => event === 'return')?.comment ?? null,
    sentAt: events.find(({ event }) => event === 'submit')?.at.toISOString() ?? null,
    items: request.items.map((item) => {
      const { supplied = null, blockingChecks = 1 } = answers.get(item.id) ?? {};
      return {
        id: item.id,
        code: item.code,
        name: item.name,
        declaredUnit: item.declaredUnit,
        annualAmount: item.annualAmount === null ? null : Number(item.annualAmount),
        blockingChecks,
        reusable: supplied ? [] : reusable.filter(({ declaredUnit }) => declaredUnit === item.declaredUnit),
        answer: supplied && {
          kgCO2e: Number(supplied.kgCo2e),
          origin: supplied.origin,
          version: supplied.version,
        },
      };
    }),
  };
}
