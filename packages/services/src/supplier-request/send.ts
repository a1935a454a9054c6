import type { AnswerMode, ConfidentialityLevel } from '@slipstream/programme';
import { errorAt, type Finding, parseDate } from '@slipstream/quantity';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { isEmailAddress, normaliseEmail } from '../identity/email-address.ts';
import { inviteWithin } from '../identity/invitation.ts';
import { moveRequest } from '../supplier-answer/request-move.ts';
import { leadFirm, madeRequest, mayDecide } from './made-request.ts';

/** What a request can be refused for before its machine is asked. */
export const requestEntryFindingCodes = [
  'supplierRequest.nothingToAsk',
  'supplierRequest.contactEmailMissing',
  'supplierRequest.recipientUnknown',
] as const;

/** What the supplier is told, as it is typed. */
export interface RequestTerms {
  /** Either calendar, as {@link parseDate} reads it. */
  readonly dueDate: string;
  readonly mode: AnswerMode;
  readonly confidentialityOffered: readonly ConfidentialityLevel[];
  readonly message: string;
  /** The member of the caller's organization who receives the answer; the caller where left out. */
  readonly recipientUserId?: string | undefined;
  /** Where the invitation of a supplier without an account goes; what the relation has where left out. */
  readonly contactEmail?: string | undefined;
}

const mostWords = 4_000;

/**
 * Sends a draft (R15.1): by when, to be received by whom, as a sheet or a figure, and at which levels of confidentiality
 * the supplier may answer. A supplier nobody has claimed is invited by mail in the same transaction, the link leading
 * to the request; the address is kept for the next time. One with an account is told by mail and finds it in its inbox.
 */
export async function sendSupplierRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly language?: string | undefined } & RequestTerms,
): Promise<{ readonly invited: boolean }> {
  requireRole(ctx, ...mayDecide);
  const { organizationId } = ctx.actor;
  const due = parseDate(input.dueDate);
  return inTenant(ctx, async (tx) => {
    const request = await madeRequest(tx, ctx, input.requestId);
    const recipient = input.recipientUserId ?? ctx.actor.userId;
    const member = recipient
      ? await tx.membership.findFirst({
          where: { organizationId, userId: recipient },
          select: { userId: true },
        })
      : null;
    const relation = await tx.supplierRelation.findFirst({
      where: { organizationId, supplierId: request.dataOwnerId },
    });
    const supplier = await tx.organization.findUnique({ where: { id: request.dataOwnerId } });
    const isUnclaimed = supplier?.createdById === organizationId && supplier.claimedAt === null;
    const email = normaliseEmail(input.contactEmail || relation?.contactEmail || '');
    const findings: Finding[] = [
      ...(due.ok || input.dueDate.trim() === ''
        ? []
        : due.findings.map((finding) => ({ ...finding, path: ['dueDate', ...finding.path] }))),
      ...(recipient && !member ? [errorAt('supplierRequest.recipientUnknown', ['recipientUserId'])] : []),
      ...(isUnclaimed && !isEmailAddress(email)
        ? [errorAt('supplierRequest.contactEmailMissing', ['contactEmail'], { supplier: supplier.name })]
        : []),
      ...(request.items.length === 0
        ? [errorAt('supplierRequest.nothingToAsk', ['items'], { supplier: relation?.name ?? '' })]
        : []),
    ];
    if (findings.length > 0) throw new ServiceError('refused', {}, findings);
    const dueDate = due.ok ? due.value : null;
    const confidentialityOffered = [...new Set(input.confidentialityOffered)];
    await moveRequest(
      tx,
      ctx,
      request,
      {
        event: 'send',
        actor: leadFirm(ctx),
        facts: { dueDate, recipient: member?.userId ?? null, mode: input.mode, confidentialityOffered },
      },
      {
        dueDate: dueDate && new Date(dueDate),
        mode: input.mode,
        confidentialityOffered,
        message: input.message.trim().slice(0, mostWords) || null,
        recipientUserId: member?.userId ?? null,
      },
    );
    if (!isUnclaimed) return { invited: false };
    if (relation && relation.contactEmail !== email)
      await tx.supplierRelation.updateMany({
        where: { organizationId, id: relation.id },
        data: { contactEmail: email },
      });
    await inviteWithin(tx, ctx, {
      organizationId: request.dataOwnerId,
      email,
      roles: ['owner'],
      landingPath: `/inbox/${request.id}`,
      ...(input.language && { language: input.language }),
    });
    return { invited: true };
  });
}
