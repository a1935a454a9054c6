import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

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

/** Asks an organization to join. Nothing of it is counted before it says yes; asking again changes nothing. */
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
    const alliance = await tx.alliance.findUnique({
      where: { organizationId_id: { organizationId: associationId, id: allianceId } },
      select: { id: true },
    });
    if (!alliance) throw new ServiceError('notFound');
    const { count } = await tx.allianceMember.createMany({
      data: { associationId, allianceId, memberId, role, invitedAt: ctx.clock() },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, ctx, {
      action: 'alliance.invite',
      subjectKind: 'Alliance',
      subjectId: allianceId,
      detail: { memberId },
    });
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
