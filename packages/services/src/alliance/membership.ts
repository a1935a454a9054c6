import type { TenantTransaction } from '@slipstream/db';
import { errorAt } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { isEmailAddress, normaliseEmail } from '../identity/email-address.ts';
import { inviteWithin, resendWithin } from '../identity/invitation.ts';
import { requestJob } from '../outbox/request-job.ts';

/** Founds an alliance under the association that acts (R28.3). */
export async function foundAlliance(
  ctx: ServiceContext,
  input: { readonly name: string },
): Promise<{ readonly id: string }> {
  requireRole(ctx, 'owner', 'manager');
  const { organizationId, organizationKind } = ctx.actor;
  if (organizationKind !== 'association') throw new ServiceError('permissionDenied');
  return inTenant(ctx, async (tx) => {
    const { id } = await tx.alliance.create({
      data: { organizationId, name: input.name.trim().slice(0, 200) },
      select: { id: true },
    });
    await recordAudit(tx, ctx, { action: 'alliance.found', subjectKind: 'Alliance', subjectId: id });
    return { id };
  });
}

/** Why nobody could be invited; the path is the field. */
export const allianceInvitationFindingCodes = ['alliance.nameMissing', 'alliance.emailInvalid'] as const;

/**
 * Asks an organization the association knows to join, and mails those who decide there. Nothing of it is counted before
 * it says yes. One that declined or left is asked anew; asking again meanwhile changes nothing.
 */
export async function inviteToAlliance(
  ctx: ServiceContext,
  input: {
    readonly allianceId: string;
    readonly memberId: string;
    readonly role: 'leadFirm' | 'supplier';
  },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  const { allianceId, memberId, role } = input;
  const { organizationId: associationId } = ctx.actor;
  await inTenant(ctx, async (tx) => {
    await ownAlliance(tx, ctx, allianceId);
    const { count: made } = await tx.allianceMember.createMany({
      data: { associationId, allianceId, memberId, role, invitedAt: ctx.clock() },
      skipDuplicates: true,
    });
    const { count: askedAnew } = await tx.allianceMember.updateMany({
      where: { associationId, allianceId, memberId, leftAt: { not: null } },
      data: { joinedAt: null, leftAt: null },
    });
    if (made + askedAnew === 0) return;
    await requestJob(tx, associationId, 'send-alliance-invitation', {
      organizationId: memberId,
      associationId,
      allianceId,
    });
    await recordInvitation(tx, ctx, allianceId, memberId);
  });
}

/**
 * Invites by a name and an address, whoever is there: an organization of that name that nobody has claimed is asked to
 * join, and its invitation mailed, in the same way whether or not the address has an account. Who opens the link may
 * answer for a firm it already works for. An invitation to the same address that is still open is mailed again.
 */
export async function inviteAddressToAlliance(
  ctx: ServiceContext,
  input: {
    readonly allianceId: string;
    readonly name: string;
    readonly email: string;
    readonly language?: string;
  },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  const { allianceId } = input;
  const { organizationId: associationId } = ctx.actor;
  const name = input.name.trim().slice(0, 200);
  const email = normaliseEmail(input.email);
  const findings = [
    ...(name === '' ? [errorAt('alliance.nameMissing', ['name'])] : []),
    ...(isEmailAddress(email) ? [] : [errorAt('alliance.emailInvalid', ['email'], { found: input.email })]),
  ];
  if (findings.length > 0) throw new ServiceError('refused', {}, findings);
  await inTenant(ctx, async (tx) => {
    await ownAlliance(tx, ctx, allianceId);
    const asked = await tx.allianceMember.findMany({
      where: { associationId, allianceId, joinedAt: null, leftAt: null },
      select: { memberId: true },
    });
    const open = await tx.invitation.findFirst({
      where: {
        invitedById: associationId,
        organizationId: { in: asked.map(({ memberId }) => memberId) },
        email,
        acceptedAt: null,
        revokedAt: null,
      },
      select: { id: true },
    });
    if (open) return resendWithin(tx, ctx, open.id);
    const { id: memberId } = await tx.organization.create({
      data: { kind: 'supplier', name, createdById: associationId },
      select: { id: true },
    });
    await tx.allianceMember.create({
      data: { associationId, allianceId, memberId, role: 'supplier', invitedAt: ctx.clock() },
    });
    await inviteWithin(tx, ctx, {
      organizationId: memberId,
      email,
      roles: ['owner'],
      landingPath: '/memberships',
      ...(input.language && { language: input.language }),
    });
    await recordInvitation(tx, ctx, allianceId, memberId);
  });
}

/** The alliance of the association that acts; any other looks as if it did not exist. */
async function ownAlliance(tx: TenantTransaction, ctx: ServiceContext, id: string) {
  const alliance = await tx.alliance.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id } },
    select: { id: true },
  });
  if (!alliance) throw new ServiceError('notFound');
}

function recordInvitation(tx: TenantTransaction, ctx: ServiceContext, allianceId: string, memberId: string) {
  return recordAudit(tx, ctx, {
    action: 'alliance.invite',
    subjectKind: 'Alliance',
    subjectId: allianceId,
    detail: { memberId },
  });
}

/** The member's own yes to being counted. */
export async function joinAlliance(
  ctx: ServiceContext,
  input: { readonly allianceId: string },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  const { allianceId } = input;
  await inTenant(ctx, async (tx) => {
    const joined = await tx.allianceMember.updateMany({
      where: { allianceId, memberId: ctx.actor.organizationId, joinedAt: null, leftAt: null },
      data: { joinedAt: ctx.clock() },
    });
    if (joined.count !== 1) throw new ServiceError('notFound');
    await recordAudit(tx, ctx, { action: 'alliance.join', subjectKind: 'Alliance', subjectId: allianceId });
  });
}

/** The member's own no: declines what it was asked, or leaves. It is counted in no release from then on. */
export async function leaveAlliance(
  ctx: ServiceContext,
  input: { readonly allianceId: string },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  const { allianceId } = input;
  await inTenant(ctx, async (tx) => {
    const left = await tx.allianceMember.updateMany({
      where: { allianceId, memberId: ctx.actor.organizationId, leftAt: null },
      data: { leftAt: ctx.clock() },
    });
    if (left.count !== 1) throw new ServiceError('notFound');
    await recordAudit(tx, ctx, { action: 'alliance.leave', subjectKind: 'Alliance', subjectId: allianceId });
  });
}
