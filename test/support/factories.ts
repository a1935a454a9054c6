import { randomUUID } from 'node:crypto';
import {
  type Database,
  type MembershipRole,
  type OrganizationKind,
  type Tenant,
  withIdentity,
} from '@slipstream/db';

/** A claimed organization of its own for a test, with one member. Names are unique so that leaks show. */
export async function makeOrganization(
  database: Database,
  options: { kind?: OrganizationKind; roles?: MembershipRole[]; name?: string } = {},
): Promise<Tenant & { readonly userId: string; readonly email: string; readonly name: string }> {
  const tag = randomUUID().slice(0, 8);
  const name = options.name ?? `組織 ${tag}`;
  return withIdentity(database, async (tx) => {
    const organization = await tx.organization.create({
      data: { kind: options.kind ?? 'leadFirm', name, claimedAt: new Date() },
    });
    const user = await tx.user.create({ data: { email: `person-${tag}@example.test`, name: `人員 ${tag}` } });
    await tx.membership.create({
      data: { organizationId: organization.id, userId: user.id, roles: options.roles ?? ['owner'] },
    });
    return { organizationId: organization.id, userId: user.id, email: user.email, name };
  });
}
