import {
  type IdentityTransaction,
  type MembershipRole,
  type OrganizationKind,
  type TenantTransaction,
  withIdentity,
} from '@slipstream/db';
import { recordAudit } from '../audit.ts';
import { inTenant, type Runtime, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { requestJob } from '../outbox/request-job.ts';
import { knownLanguage } from './choose-language.ts';
import { normaliseEmail } from './email-address.ts';
import { recordIdentityEvent } from './identity-event.ts';
import { checkPassword, hashPassword } from './password.ts';
import { countAttempt, limits } from './rate-limit.ts';
import { kindsThatAnswer, readdress } from './readdress.ts';
import type { Visit } from './request-origin.ts';
import { secretMatches, splitToken } from './secret.ts';
import { endSession, type SignedIn, startSession } from './session.ts';

const validForMs = 14 * 24 * 3600 * 1000;

/** What an invited person is shown before saying yes. */
export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly organizationName: string;
  readonly invitedByName: string;
  readonly roles: readonly MembershipRole[];
  /** The language it was mailed in. */
  readonly language: string;
  readonly landingPath: string | null;
  /** The address has an account: accepting needs signing in with it. Known only to who holds the mailed link. */
  readonly hasAccount: boolean;
  /** The kinds of organizations the person may answer as instead of the one named; none for a colleague. */
  readonly answeredBy: readonly OrganizationKind[];
}

interface NewInvitation {
  readonly organizationId: string;
  readonly email: string;
  readonly roles: readonly MembershipRole[];
  readonly language?: string;
  readonly landingPath?: string;
}

/**
 * Invites an address to the caller's organization, or to a supplier the caller's organization named and nobody has
 * claimed. The mail with the link is the worker's; only then does a secret exist. No role above the inviter's own.
 */
export async function invite(ctx: ServiceContext, input: NewInvitation): Promise<{ readonly id: string }> {
  return inTenant(ctx, (tx) => inviteWithin(tx, ctx, input));
}

/** {@link invite} as part of another deed: nobody is invited unless that commits. */
export async function inviteWithin(
  tx: TenantTransaction,
  ctx: ServiceContext,
  input: NewInvitation,
): Promise<{ readonly id: string }> {
  requireRole(ctx, 'owner', 'manager');
  const isOwn = input.organizationId === ctx.actor.organizationId;
  if (isOwn && input.roles.includes('owner')) requireRole(ctx, 'owner');
  const now = ctx.clock();
  const organization = await tx.organization.findUnique({ where: { id: input.organizationId } });
  const mayInvite = organization && (isOwn || organization.claimedAt === null);
  if (!mayInvite) throw new ServiceError('notFound');
  const invitation = await tx.invitation.create({
    data: {
      organizationId: input.organizationId,
      invitedById: ctx.actor.organizationId,
      invitedByUser: ctx.actor.userId ?? ctx.actor.organizationId,
      email: normaliseEmail(input.email),
      roles: [...input.roles],
      language: input.language ?? 'zh-TW',
      landingPath: input.landingPath ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validForMs),
    },
    select: { id: true },
  });
  await requestInvitationMail(tx, ctx, invitation.id);
  await recordAudit(tx, ctx, {
    action: 'invitation.create',
    subjectKind: 'Invitation',
    subjectId: invitation.id,
    detail: { organizationId: input.organizationId, roles: [...input.roles] },
  });
  return invitation;
}

/** Mails the link again; the one mailed before stops working. */
export async function resendInvitation(ctx: ServiceContext, input: { readonly id: string }): Promise<void> {
  await inTenant(ctx, (tx) => resendWithin(tx, ctx, input.id));
}

/** {@link resendInvitation} as part of another deed. */
export async function resendWithin(tx: TenantTransaction, ctx: ServiceContext, id: string): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  const renewed = await tx.invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null },
    data: { expiresAt: new Date(ctx.clock().getTime() + validForMs) },
  });
  if (renewed.count !== 1) throw new ServiceError('notFound');
  await requestInvitationMail(tx, ctx, id);
  await recordAudit(tx, ctx, { action: 'invitation.resend', subjectKind: 'Invitation', subjectId: id });
}

/** Takes an invitation back; its link stops working at once. */
export async function revokeInvitation(ctx: ServiceContext, input: { readonly id: string }): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  await inTenant(ctx, async (tx) => {
    const revoked = await tx.invitation.updateMany({
      where: { id: input.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.clock() },
    });
    if (revoked.count !== 1) throw new ServiceError('notFound');
    await recordAudit(tx, ctx, {
      action: 'invitation.revoke',
      subjectKind: 'Invitation',
      subjectId: input.id,
    });
  });
}

/** What a mailed link leads to; changes nothing, so that mail scanners may follow it. */
export async function openInvitation(
  runtime: Runtime,
  visit: Visit,
  input: { readonly token: string },
): Promise<OpenInvitation> {
  const { id, email, organization, invitedBy, roles, language, landingPath, account } = await findOpen(
    runtime,
    visit,
    input,
  );
  return {
    id,
    email,
    organizationName: organization.name,
    invitedByName: invitedBy.name,
    roles,
    language,
    landingPath,
    hasAccount: account !== null,
    answeredBy: organization.id === invitedBy.id ? [] : kindsThatAnswer(invitedBy.kind),
  };
}

/**
 * Accepts an invitation, once. A new person chooses name and password and is signed in (`sessionToken`); somebody
 * who has an account must be signed in as the invited address, and no credential of theirs is touched. A person who
 * already works for a supplier may answer as that organization (`answerAs`) instead of claiming the named one.
 */
export async function acceptInvitation(
  runtime: Runtime,
  visit: Visit,
  signedIn: SignedIn | undefined,
  input: {
    readonly token: string;
    readonly newAccount?: {
      readonly name: string;
      readonly password: string;
      /** That of the invitation where none is said. */
      readonly language?: string;
    };
    readonly answerAs?: string;
  },
): Promise<{
  readonly organizationId: string;
  readonly landingPath: string | null;
  readonly sessionToken?: string;
}> {
  const invitation = await findOpen(runtime, visit, input);
  const { account, email, organizationId, invitedById, invitedBy } = invitation;
  if (account && !signedIn) throw new ServiceError('signInToAccept', { email });
  if (signedIn && signedIn.user.email !== email) throw new ServiceError('invitedSomebodyElse', { email });
  if (!account && !input.newAccount) throw new ServiceError('passwordTooShort', { shortest: 10 });
  const passwordHash =
    input.newAccount && !account ? await newPasswordHash(input.newAccount.password, email) : null;
  const answerAs = input.answerAs && input.answerAs !== organizationId ? input.answerAs : undefined;
  if (answerAs)
    await readdress(
      runtime,
      signedIn,
      { invitedById, invitedByKind: invitedBy.kind, from: organizationId, to: answerAs },
      visit.requestId,
    );

  const now = runtime.clock();
  const joined = answerAs ?? organizationId;
  const accepting = async (tx: IdentityTransaction) => {
    const used = await tx.$queryRaw<unknown[]>`
      UPDATE "InvitationToken" SET "usedAt" = ${now}
      WHERE "invitationId" = ${invitation.id}::uuid AND "usedAt" IS NULL RETURNING 1`;
    const accepted = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (used.length !== 1 || accepted.count !== 1) throw new ServiceError('linkInvalid');

    let userId = account?.id;
    if (!userId) {
      const taken = await tx.user.findUnique({ where: { email }, select: { id: true } });
      if (taken || !passwordHash || !input.newAccount) throw new ServiceError('signInToAccept', { email });
      const user = await tx.user.create({
        data: {
          email,
          name: input.newAccount.name.trim().slice(0, 200),
          language: knownLanguage(input.newAccount.language) ?? invitation.language,
          credential: { create: { passwordHash, changedAt: now } },
        },
      });
      userId = user.id;
    }
    if (!answerAs) {
      const claimed = await tx.organization.updateMany({
        where: { id: organizationId, claimedAt: null },
        data: { claimedAt: now },
      });
      if (claimed.count === 0 && invitedById !== organizationId) throw new ServiceError('linkInvalid');
      const held = await tx.membership.findUnique({
        where: { organizationId_userId: { organizationId, userId } },
      });
      if (held)
        await tx.membership.update({
          where: { organizationId_userId: { organizationId, userId } },
          data: { roles: [...new Set([...held.roles, ...invitation.roles])] },
        });
      else await tx.membership.create({ data: { organizationId, userId, roles: invitation.roles } });
    }
    await recordAudit(
      tx,
      { requestId: visit.requestId, actor: { organizationId: joined, userId, sessionId: null } },
      { action: 'invitation.accept', subjectKind: 'Invitation', subjectId: invitation.id },
    );
    await recordIdentityEvent(tx, 'invitationAccepted', { userId, requestId: visit.requestId });
    if (signedIn) {
      await tx.session.update({ where: { id: signedIn.sessionId }, data: { organizationId: joined } });
      return { organizationId: joined, landingPath: invitation.landingPath };
    }
    await endSession(tx, visit.sessionToken);
    const sessionToken = await startSession(tx, userId, {
      now,
      organizationId: joined,
      userAgent: visit.userAgent,
    });
    return { organizationId: joined, landingPath: invitation.landingPath, sessionToken };
  };
  return withIdentity(runtime.database, accepting, { organizationId: joined, userId: account?.id ?? null });
}

async function requestInvitationMail(tx: TenantTransaction, ctx: ServiceContext, invitationId: string) {
  const { organizationId } = ctx.actor;
  await requestJob(tx, organizationId, 'send-invitation', { organizationId, invitationId });
}

/** The invitation behind a link that still opens it; every other link is `linkInvalid`. */
async function findOpen(runtime: Runtime, visit: Visit, input: { readonly token: string }) {
  const now = runtime.clock();
  const parts = splitToken(input.token);
  return withIdentity(runtime.database, async (tx) => {
    await countAttempt(tx, limits.linkFromAddress, visit.address, now);
    const invitation = parts
      ? await tx.invitation.findUnique({
          where: { id: parts.id },
          include: { token: true, organization: true, invitedBy: true },
        })
      : null;
    const opens =
      parts &&
      invitation?.token &&
      secretMatches(parts.secret, invitation.token.secretHash) &&
      invitation.token.usedAt === null &&
      invitation.acceptedAt === null &&
      invitation.revokedAt === null &&
      invitation.expiresAt > now &&
      (invitation.invitedById === invitation.organizationId || invitation.organization.claimedAt === null);
    if (!opens) return undefined;
    const account = await tx.user.findUnique({ where: { email: invitation.email }, select: { id: true } });
    return { ...invitation, account };
  }).then((found) => {
    if (!found) throw new ServiceError('linkInvalid');
    return found;
  });
}

async function newPasswordHash(password: string, email: string): Promise<string> {
  checkPassword(password, email);
  return hashPassword(password);
}
