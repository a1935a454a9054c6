import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** How a membership stands: asked, said yes, said no, or said yes and left again. */
export const allianceMembershipStates = ['invited', 'joined', 'declined', 'left'] as const;
export type AllianceMembershipState = (typeof allianceMembershipStates)[number];

interface Steps {
  readonly invitedAt: Date;
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
}

function stateOf({ joinedAt, leftAt }: Steps): AllianceMembershipState {
  if (leftAt) return joinedAt ? 'left' : 'declined';
  return joinedAt ? 'joined' : 'invited';
}

/** A member as its association sees it: who it is and how its membership stands, and nothing it does. */
export interface AllianceMemberRow {
  readonly memberId: string;
  readonly name: string;
  readonly role: string;
  readonly state: AllianceMembershipState;
  /** ISO instant of the last step. */
  readonly since: string;
  /** The mailed invitation nobody has opened yet, where it was invited by an address. */
  readonly invitation: { readonly id: string; readonly email: string } | null;
}

/** The members of an alliance of the association that acts, those asked first, then by name. */
export async function listAllianceMembers(
  ctx: ServiceContext,
  input: { readonly allianceId: string },
): Promise<readonly AllianceMemberRow[]> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const alliance = await tx.alliance.findUnique({
      where: { organizationId_id: { organizationId, id: input.allianceId } },
      include: { members: { include: { member: { select: { name: true } } } } },
    });
    if (!alliance) throw new ServiceError('notFound');
    const invitations = await tx.invitation.findMany({
      where: {
        invitedById: organizationId,
        organizationId: { in: alliance.members.map(({ memberId }) => memberId) },
        acceptedAt: null,
        revokedAt: null,
      },
      select: { id: true, email: true, organizationId: true },
      orderBy: { createdAt: 'asc' },
    });
    const invitationOf = new Map(invitations.map(({ organizationId: of, ...one }) => [of, one]));
    return alliance.members
      .map((row) => ({
        memberId: row.memberId,
        name: row.member.name,
        role: row.role,
        state: stateOf(row),
        since: (row.leftAt ?? row.joinedAt ?? row.invitedAt).toISOString(),
        invitation: invitationOf.get(row.memberId) ?? null,
      }))
      .sort(
        (one, other) =>
          allianceMembershipStates.indexOf(one.state) - allianceMembershipStates.indexOf(other.state) ||
          one.name.localeCompare(other.name, 'zh-TW'),
      );
  });
}

/** An alliance an organization was asked into, as that organization sees it: never another member. */
export interface OwnMembership {
  readonly allianceId: string;
  readonly alliance: string;
  readonly association: string;
  readonly associationEnglish: string | null;
  readonly state: AllianceMembershipState;
  /** ISO instant of the last step. */
  readonly since: string;
}

/** The alliances the caller's organization was asked into, those that wait for its answer first. */
export async function listMemberships(ctx: ServiceContext): Promise<readonly OwnMembership[]> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const rows = await tx.allianceMember.findMany({
      where: { memberId: organizationId },
      include: {
        alliance: { select: { name: true, organization: { select: { name: true, nameEnglish: true } } } },
      },
      orderBy: { invitedAt: 'desc' },
    });
    return rows
      .map((row) => ({
        allianceId: row.allianceId,
        alliance: row.alliance.name,
        association: row.alliance.organization.name,
        associationEnglish: row.alliance.organization.nameEnglish,
        state: stateOf(row),
        since: (row.leftAt ?? row.joinedAt ?? row.invitedAt).toISOString(),
      }))
      .sort(
        (one, other) =>
          allianceMembershipStates.indexOf(one.state) - allianceMembershipStates.indexOf(other.state),
      );
  });
}
