import type { TenantTransaction } from '@slipstream/db';
import type { MailLanguage } from '@slipstream/email';

/** A person of an organization who is told something, in their language. */
export interface Recipient {
  readonly userId: string;
  readonly email: string;
  readonly language: MailLanguage;
}

/** More people than this are not told of one thing. */
const most = 20;

/**
 * Who in the organization of the transaction is told: the people named, as far as they are still members, else those
 * who decide for it. Nobody where it has no members: an organization nobody has claimed is invited instead.
 */
export async function recipientsOf(
  tx: TenantTransaction,
  organizationId: string,
  named: readonly (string | null)[],
): Promise<readonly Recipient[]> {
  const members = await tx.membership.findMany({
    where: { organizationId },
    select: { userId: true, roles: true, user: { select: { email: true, language: true } } },
    orderBy: { createdAt: 'asc' },
  });
  const asked = members.filter(({ userId }) => named.includes(userId));
  const deciding = members.filter(({ roles }) =>
    roles.some((role) => role === 'owner' || role === 'manager'),
  );
  return (asked.length > 0 ? asked : deciding).slice(0, most).map(({ userId, user }) => ({
    userId,
    email: user.email,
    language: user.language as MailLanguage,
  }));
}
