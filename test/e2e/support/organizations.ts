import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { type OrganizationKind, withIdentity } from '@slipstream/db';
import { foundOrganization } from '@slipstream/services';
import { makeRuntime } from '../../support/runtime.ts';
import { inProduct } from './product-database.ts';
import { expect } from './walk.ts';

/** A person who can sign in. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Founds an organization in the product's own database, as its operator does, and returns its owner. */
export async function foundFirm(
  kind: OrganizationKind,
  name: string,
  ownerName = '周品妍',
): Promise<Person & { readonly organizationId: string; readonly userId: string }> {
  const owner = {
    email: `owner-${randomUUID().slice(0, 8)}@walk.example`,
    name: ownerName,
    password: `walk ${randomUUID()}`,
  };
  const founded = await inProduct((database) =>
    foundOrganization({ ...makeRuntime(database), clock: () => new Date() }, { kind, name, owner }),
  );
  return { ...owner, ...founded };
}

/** Makes a person who can sign in a member of one more organization. */
export async function joinFirm(userId: string, organizationId: string): Promise<void> {
  await inProduct((database) =>
    withIdentity(database, (tx) =>
      tx.membership.create({ data: { organizationId, userId, roles: ['owner', 'manager', 'filler'] } }),
    ),
  );
}

/** Signs a person in without the page, where signing in is not what is tested. */
export async function signIn(context: BrowserContext, person: Pick<Person, 'email' | 'password'>) {
  await context.clearCookies({ name: /session/i });
  const answer = await context.request.post('/sign-in', {
    form: { email: person.email, password: person.password },
    headers: { origin: process.env.E2E_URL ?? '', 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  });
  expect(answer.status(), `sign-in of ${person.email}`).toBe(302);
}
