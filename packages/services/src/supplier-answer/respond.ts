import { type ConfidentialityLevel, confidentialityLevels } from '@slipstream/programme';
import { errorAt } from '@slipstream/quantity';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { moveRequest, receivedRequest } from './request-move.ts';
import { copyFrozenSheets } from './sheet-copy.ts';

const mayFill = ['owner', 'manager', 'filler'] as const;
const mayReview = ['owner', 'manager', 'reviewer'] as const;

/**
 * Accepts a request: which of the offered levels, who fills in and who reviews (R15.1, R15.2). The two are different
 * members of the organization, each with a role for it (R15.4).
 */
export async function acceptRequest(
  ctx: ServiceContext,
  input: {
    readonly requestId: string;
    readonly level: ConfidentialityLevel;
    readonly fillerId: string;
    readonly reviewerId: string;
  },
): Promise<void> {
  requireRole(ctx, ...mayFill, 'reviewer');
  await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const members = await tx.membership.findMany({
      where: { organizationId: ctx.actor.organizationId },
      select: { userId: true, roles: true },
    });
    const named = (userId: string, allowed: readonly string[]) =>
      members.some(
        (member) => member.userId === userId && member.roles.some((role) => allowed.includes(role)),
      )
        ? userId
        : null;
    const filler = named(input.fillerId, mayFill);
    const reviewer = named(input.reviewerId, mayReview);
    await moveRequest(
      tx,
      ctx,
      request,
      {
        event: 'accept',
        actor: { role: 'supplier', id: ctx.actor.userId ?? '' },
        facts: {
          filler,
          reviewer,
          confidentiality: input.level,
          confidentialityOffered: request.confidentialityOffered,
        },
      },
      { confidentialityChosen: input.level, fillerId: filler, reviewerId: reviewer },
    );
  });
}

/** Declines a request, with the reason the asking firm will read. */
export async function declineRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly reason: string },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const reason = input.reason.trim().slice(0, 2000);
    await moveRequest(
      tx,
      ctx,
      request,
      {
        event: 'decline',
        actor: { role: 'supplier', id: ctx.actor.userId ?? '' },
        comment: reason,
      },
      { declineReason: reason },
    );
  });
}

/** The filler begins. Entering data does this by itself. */
export async function startRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string },
): Promise<void> {
  await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    await moveRequest(tx, ctx, request, {
      event: 'start',
      actor: { role: 'supplierFiller', id: ctx.actor.userId ?? '' },
      facts: { filler: request.fillerId },
    });
  });
}

/** The filler takes a returned answer up again: the sheet that was sent stays as it was, a copy can be changed. */
export async function resumeRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string },
): Promise<void> {
  await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    await moveRequest(tx, ctx, request, {
      event: 'resume',
      actor: { role: 'supplierFiller', id: ctx.actor.userId ?? '' },
      facts: { filler: request.fillerId },
    });
    await copyFrozenSheets(
      tx,
      request.items.map(({ id }) => id),
    );
  });
}

/** The levels offered, from the one that shows least. */
export function levelsFromLeast(offered: readonly string[]): readonly ConfidentialityLevel[] {
  return confidentialityLevels.filter((level) => offered.includes(level));
}

/** A level among those offered, or a refusal. */
export function assertOffered(level: string, offered: readonly string[]): ConfidentialityLevel {
  const known = confidentialityLevels.find((one) => one === level);
  if (known && offered.includes(known)) return known;
  throw new ServiceError('refused', {}, [
    errorAt('supplierRequest.confidentialityNotOffered', ['level'], {
      confidentiality: level,
      offered: offered.join(', '),
    }),
  ]);
}
