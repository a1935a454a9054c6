import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime, makeVisit, tokenIn } from '../../../../test/support/runtime.ts';
import {
  acceptInvitation,
  chooseLanguage,
  contextOf,
  foundOrganization,
  invite,
  openInvitation,
  type Runtime,
  readSession,
  sendInvitation,
  signIn,
} from '../index.ts';

const { database, superuser } = useDatabase();
const password = 'correct horse 電池';
const visit = () => makeVisit({ address: crypto.randomUUID() });

async function session(runtime: Runtime, email: string) {
  const signedIn = await readSession(runtime, await signIn(runtime, visit(), { email, password }));
  if (!signedIn) throw new Error('not signed in');
  return signedIn;
}

async function founded(runtime: Runtime) {
  const email = `owner-${crypto.randomUUID()}@example.test`;
  const owner = { email, name: 'Helen Chou', password };
  await foundOrganization(runtime, { kind: 'supplier', name: 'Clearwater', owner });
  return session(runtime, email);
}

/** Mails an invitation in a language, as the worker does, and returns the mail's text and the secret in its link. */
async function invited(runtime: ReturnType<typeof makeRuntime>, language: 'zh-TW' | 'en') {
  const ctx = contextOf(runtime, await founded(runtime), { requestId: 'test' });
  const { organizationId } = ctx.actor;
  const email = `guest-${crypto.randomUUID()}@example.test`;
  const { id } = await invite(ctx, { organizationId, email, roles: ['reviewer'], language });
  await sendInvitation(runtime, { id: crypto.randomUUID(), invitationId: id });
  const mail = runtime.outgoing.at(-1);
  return { email, mail, token: tokenIn(mail) };
}

it('is kept for the person, and nobody else', async () => {
  const runtime = makeRuntime(database);
  const [one, other] = [await founded(runtime), await founded(runtime)];
  expect(one.user.language).toBe('zh-TW');
  await chooseLanguage(runtime, one, { language: 'en' });
  expect((await session(runtime, one.user.email)).user.language).toBe('en');
  expect((await session(runtime, other.user.email)).user.language).toBe('zh-TW');
});

it('of an invitation is that of its mail and of its page', async () => {
  const runtime = makeRuntime(database);
  for (const [language, words] of [
    ['en', 'invites you'],
    ['zh-TW', '邀請您'],
  ] as const) {
    const { mail, token } = await invited(runtime, language);
    expect(mail?.subject).toContain(words);
    expect((await openInvitation(runtime, visit(), { token })).language).toBe(language);
  }
});

it('of a new account is the one its page was read in', async () => {
  const runtime = makeRuntime(database);
  for (const [read, kept] of [
    ['zh-TW', 'zh-TW'],
    [undefined, 'en'],
    ['tlh', 'en'],
  ] as const) {
    const { email, token } = await invited(runtime, 'en');
    const newAccount = { name: 'Daniel Chen', password, ...(read && { language: read }) };
    await acceptInvitation(runtime, visit(), undefined, { token, newAccount });
    const { rows } = await superuser.query('SELECT language FROM "User" WHERE email = $1', [email]);
    expect(rows).toEqual([{ language: kept }]);
  }
});
