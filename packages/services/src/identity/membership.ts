import { type MembershipRole, withIdentity } from '@slipstream/db';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** The members of the caller's organization. */
export async function listMembers(ctx: ServiceContext) {
  const members = await inTenant(ctx, (tx) =>
    tx.membership.findMany({ include: { user: true }, orderBy: { createdAt: 'asc' } }),
  );
  return members.map(({ user, roles, createdAt }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    roles,
    since: createdAt,
  }));
}

/** Changes what a member may do. The last owner stays one. */
export async function changeRoles(
  ctx: ServiceContext,
  input: { readonly userId: string; readonly roles: readonly MembershipRole[] },
): Promise<void> {
  await changeMembership(ctx, input.userId, [...input.roles]);
}

/** Ends a membership; the person is out with their next request. The last owner stays. */
export async function removeMember(ctx: ServiceContext, input: { readonly userId: string }): Promise<void> {
  await changeMembership(ctx, input.userId, undefined);
}

async function changeMembership(ctx: ServiceContext, userId: string, roles: MembershipRole[] | undefined) {
  requireRole(ctx, 'owner');
  const { organizationId } = ctx.actor;
  const key = { organizationId_userId: { organizationId, userId } };
  await withIdentity(
    ctx.database,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR UPDATE`;
      if (!(await tx.membership.findUnique({ where: key }))) throw new ServiceError('notFound');
      if (roles) await tx.membership.update({ where: key, data: { roles } });
      else await tx.membership.delete({ where: key });
      const owners = await tx.membership.count({ where: { organizationId, roles: { has: 'owner' } } });
      if (owners === 0) throw new ServiceError('lastOwner');
      await recordAudit(tx, ctx, {
        action: roles ? 'membership.changeRoles' : 'membership.remove',
        subjectKind: 'User',
        subjectId: userId,
        detail: roles ? { roles } : {},
      });
    },
    ctx.actor,
  );
}
