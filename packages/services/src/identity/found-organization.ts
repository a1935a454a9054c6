import { type OrganizationKind, withIdentity } from '@slipstream/db';
import type { Runtime } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { normaliseEmail } from './email-address.ts';
import { checkPassword, hashPassword } from './password.ts';

/**
 * Makes an organization with its first owner. For the operator's set-up and the demo world: no door of the product
 * leads here without the operator's say.
 */
export async function foundOrganization(
  runtime: Runtime,
  input: {
    readonly kind: OrganizationKind;
    readonly name: string;
    readonly nameEnglish?: string;
    readonly taxNumber?: string;
    readonly owner: {
      readonly email: string;
      readonly name: string;
      readonly password: string;
      readonly language?: string;
    };
  },
): Promise<{ readonly organizationId: string; readonly userId: string }> {
  const email = normaliseEmail(input.owner.email);
  checkPassword(input.owner.password, email);
  const passwordHash = await hashPassword(input.owner.password);
  const now = runtime.clock();
  return withIdentity(runtime.database, async (tx) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
      throw new ServiceError('emailTaken');
    const organization = await tx.organization.create({
      data: {
        kind: input.kind,
        name: input.name,
        nameEnglish: input.nameEnglish ?? null,
        taxNumber: input.taxNumber ?? null,
        claimedAt: now,
      },
    });
    const user = await tx.user.create({
      data: {
        email,
        name: input.owner.name,
        language: input.owner.language ?? 'zh-TW',
        credential: { create: { passwordHash, changedAt: now } },
        memberships: {
          create: { organizationId: organization.id, roles: ['owner', 'manager', 'filler'] },
        },
      },
    });
    return { organizationId: organization.id, userId: user.id };
  });
}
