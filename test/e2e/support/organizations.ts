import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { type OrganizationKind, openDatabase } from '@slipstream/db';
import { startCluster } from '@slipstream/embedded-database';
import { foundOrganization } from '@slipstream/services';
import { makeRuntime } from '../../support/runtime.ts';
import { expect } from './walk.ts';

/** A person who can sign in. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Founds an organization in the product's own database, as its operator does, and returns its owner. */
export async function foundFirm(kind: OrganizationKind, name: string, ownerName = '周品妍'): Promise<Person> {
  const folder = join(process.env.E2E_DATA_FOLDER ?? '', 'database');
  // The server runs already: this finds it and its superuser.
  const cluster = await startCluster({ folder });
  const database = openDatabase({
    url: cluster.url('slipstream'),
    poolSize: 1,
    onError: (error) => console.error(error),
  });
  const owner = {
    email: `owner-${randomUUID().slice(0, 8)}@walk.example`,
    name: ownerName,
    password: `walk ${randomUUID()}`,
  };
  const runtime = { ...makeRuntime(database), clock: () => new Date() };
  await foundOrganization(runtime, { kind, name, owner });
  await database.close();
  return owner;
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
