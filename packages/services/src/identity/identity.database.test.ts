import { withIdentity, withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime, makeVisit, tokenIn } from '../../../../test/support/runtime.ts';
import {
  acceptInvitation,
  changePassword,
  contextOf,
  foundOrganization,
  invite,
  openInvitation,
  type Runtime,
  readSession,
  removeMember,
  requestPasswordReset,
  resendInvitation,
  resetPassword,
  revokeInvitation,
  type SignedIn,
  sendInvitation,
  sendPasswordReset,
  signIn,
  signOut,
  signOutEverywhere,
  switchOrganization,
} from '../index.ts';

const { database, superuser } = useDatabase();
const password = 'correct horse 電池';
const visit = () => makeVisit({ address: crypto.randomUUID() });

async function found(runtime: Runtime, kind: 'leadFirm' | 'supplier' = 'leadFirm') {
  const email = `owner-${crypto.randomUUID()}@example.test`;
  const founded = await foundOrganization(runtime, {
    kind,
    name: `公司 ${email.slice(6, 14)}`,
    owner: { email, name: '王小明', password },
  });
  return { ...founded, email };
}

async function session(runtime: Runtime, email: string): Promise<SignedIn & { token: string }> {
  const token = await signIn(runtime, visit(), { email, password });
  const signedIn = await readSession(runtime, token);
  if (!signedIn) throw new Error('not signed in');
  return { ...signedIn, token };
}

async function context(runtime: Runtime, email: string) {
  return contextOf(runtime, await session(runtime, email), { requestId: 'test' });
}

/** Runs the mail jobs the outbox asks for, as the worker would; returns the newest mail's token. */
async function deliverMail(runtime: ReturnType<typeof makeRuntime>) {
  const { rows } = await superuser.query(
    `SELECT id, job, payload FROM "OutboxMessage" WHERE "completedAt" IS NULL ORDER BY "createdAt", id`,
  );
  for (const { id, job, payload } of rows) {
    if (job === 'send-invitation') await sendInvitation(runtime, { id, ...payload });
    if (job === 'send-password-reset') await sendPasswordReset(runtime, { id, ...payload });
  }
  await superuser.query(`UPDATE "OutboxMessage" SET "completedAt" = now()`);
  return tokenIn(runtime.outgoing.at(-1));
}

it('signs in whoever knows the password, whatever the form of the address, with a new secret each time', async () => {
  const runtime = makeRuntime(database);
  const { email, organizationId } = await found(runtime);
  const first = await signIn(runtime, visit(), { email: ` ${email.toUpperCase()} `, password });
  const second = await signIn(runtime, makeVisit({ sessionToken: first }), { email, password });
  expect(second).not.toBe(first);
  expect(await readSession(runtime, first)).toBeUndefined();
  expect((await readSession(runtime, second))?.membership?.organizationId).toBe(organizationId);
  for (const wrong of [undefined, '', 'x', `${second}x`, second.replace(/\..*/, `.${'A'.repeat(43)}`)])
    expect(await readSession(runtime, wrong)).toBeUndefined();
});

it('lets a session lie idle though its page looks by itself', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const watched = await signIn(runtime, visit(), { email, password });
  const start = runtime.now.getTime();
  for (let day = 1; day < 10; day += 1) {
    runtime.now = new Date(start + day * 24 * 3600 * 1000);
    expect(await readSession(runtime, watched, { isByItself: true })).toBeDefined();
  }
  runtime.now = new Date(start + 10 * 24 * 3600 * 1000);
  expect(await readSession(runtime, watched, { isByItself: true })).toBeUndefined();
});

it('answers an unknown address as it answers a wrong password', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  for (const input of [
    { email, password: 'not the password' },
    { email: 'nobody@example.test', password },
  ])
    await expect(signIn(runtime, visit(), input)).rejects.toMatchObject({ code: 'signInFailed', values: {} });
});

it('ends a session that lay idle for 10 days or is 90 days old, and keeps one in use', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const idle = await signIn(runtime, visit(), { email, password });
  const used = await signIn(runtime, visit(), { email, password });
  const start = runtime.now.getTime();
  const day = 24 * 3600 * 1000;
  for (let passed = 9; passed < 90; passed += 9) {
    runtime.now = new Date(start + passed * day);
    expect(await readSession(runtime, used)).toBeDefined();
  }
  expect(await readSession(runtime, idle)).toBeUndefined();
  runtime.now = new Date(start + 90 * day);
  expect(await readSession(runtime, used)).toBeUndefined();
});

it('signs out here, and everywhere', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const [one, two, three] = [
    await session(runtime, email),
    await session(runtime, email),
    await session(runtime, email),
  ];
  await signOut(runtime, one.token);
  expect(await readSession(runtime, one.token)).toBeUndefined();
  expect(await readSession(runtime, two.token)).toBeDefined();
  await signOutEverywhere(runtime, two, 'test');
  for (const { token } of [two, three]) expect(await readSession(runtime, token)).toBeUndefined();
});

it('allows ten guesses from an address in a quarter of an hour, counted at once, across restarts', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const guesser = makeVisit({ address: '203.0.113.9' });
  const guess = (word: string) =>
    signIn(makeRuntime(database), guesser, { email, password: word }).then(
      () => 'in',
      (error) => error.code,
    );
  const answers = await Promise.all(Array.from({ length: 14 }, (_, index) => guess(`wrong word ${index}`)));
  expect(answers.filter((code) => code === 'signInFailed')).toHaveLength(10);
  expect(answers.filter((code) => code === 'tooManyAttempts')).toHaveLength(4);
  expect(await guess(password)).toBe('tooManyAttempts');
  expect(await signIn(runtime, visit(), { email, password })).toBeTypeOf('string');
  const later = makeRuntime(database);
  later.now = new Date(later.now.getTime() + 15 * 60 * 1000);
  expect(await signIn(later, guesser, { email, password })).toBeTypeOf('string');
});

it('resets a password by the newest link, once, within the hour, and ends every session', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const { token: before } = await session(runtime, email);
  await requestPasswordReset(runtime, visit(), { email });
  const older = await deliverMail(runtime);
  runtime.now = new Date(runtime.now.getTime() + 60_000);
  await requestPasswordReset(runtime, visit(), { email });
  const link = await deliverMail(runtime);
  const mails = runtime.outgoing.length;
  await requestPasswordReset(runtime, visit(), { email: 'nobody@example.test' });
  await deliverMail(runtime);
  expect(runtime.outgoing).toHaveLength(mails);

  const next = 'another long secret';
  await expect(resetPassword(runtime, visit(), { token: older, password: next })).rejects.toMatchObject({
    code: 'linkInvalid',
  });
  await expect(resetPassword(runtime, visit(), { token: link, password: 'short' })).rejects.toMatchObject({
    code: 'passwordTooShort',
  });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => resetPassword(runtime, visit(), { token: link, password: next })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readSession(runtime, before)).toBeUndefined();
  await expect(signIn(runtime, visit(), { email, password })).rejects.toMatchObject({ code: 'signInFailed' });
  expect(await signIn(runtime, visit(), { email, password: next })).toBeTypeOf('string');

  await requestPasswordReset(runtime, visit(), { email });
  const late = await deliverMail(runtime);
  runtime.now = new Date(runtime.now.getTime() + 61 * 60 * 1000);
  await expect(resetPassword(runtime, visit(), { token: late, password: next })).rejects.toMatchObject({
    code: 'linkInvalid',
  });
});

it('changes a password only for who knows the present one', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const me = await session(runtime, email);
  const input = { presentPassword: 'a wrong guess', newPassword: 'another long secret' };
  await expect(changePassword(runtime, visit(), me, input)).rejects.toMatchObject({ code: 'signInFailed' });
  const token = await changePassword(runtime, visit(), me, { ...input, presentPassword: password });
  expect(await readSession(runtime, me.token)).toBeUndefined();
  expect(await readSession(runtime, token)).toBeDefined();
});

it('takes one of fifty acceptances of an invitation; the link read before changes nothing', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const ctx = await context(runtime, email);
  const { organizationId } = ctx.actor;
  await invite(ctx, { organizationId, email: 'Clerk@Example.test ', roles: ['filler'] });
  const token = await deliverMail(runtime);
  const opened = await openInvitation(runtime, visit(), { token });
  expect(opened).toMatchObject({ email: 'clerk@example.test', roles: ['filler'], hasAccount: false });
  const newAccount = { name: '林小姐', password: 'a password of mine' };
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () => acceptInvitation(runtime, visit(), undefined, { token, newAccount })),
  );
  const accepted = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(accepted).toHaveLength(1);
  const clerk = await readSession(runtime, accepted[0]?.value.sessionToken);
  expect(clerk?.membership).toMatchObject({ organizationId, roles: ['filler'] });
  const members = await withTenant(database, ctx.actor, (tx) => tx.membership.count());
  expect(members).toBe(2);
}, 60_000);

it('a link resent kills the one before; one taken back or out of date opens nothing', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const ctx = await context(runtime, email);
  const target = {
    organizationId: ctx.actor.organizationId,
    email: 'a@example.test',
    roles: ['viewer'] as const,
  };
  const { id } = await invite(ctx, target);
  const first = await deliverMail(runtime);
  await resendInvitation(ctx, { id });
  const second = await deliverMail(runtime);
  const opens = (token: string) =>
    openInvitation(runtime, visit(), { token }).then(
      () => true,
      () => false,
    );
  expect([await opens(first), await opens(second)]).toEqual([false, true]);
  await revokeInvitation(ctx, { id });
  expect(await opens(second)).toBe(false);
  await invite(ctx, { ...target, email: 'b@example.test' });
  const third = await deliverMail(runtime);
  runtime.now = new Date(runtime.now.getTime() + 14 * 24 * 3600 * 1000);
  expect(await opens(third)).toBe(false);
});

it('never touches an account that exists: it must sign in, as the invited address, and keeps its password', async () => {
  const runtime = makeRuntime(database);
  const victim = await found(runtime, 'supplier');
  const attacker = await found(runtime);
  const ctx = await context(runtime, attacker.email);
  await invite(ctx, { organizationId: ctx.actor.organizationId, email: victim.email, roles: ['owner'] });
  const token = await deliverMail(runtime);
  const newAccount = { name: 'x', password: 'attacker knows this' };
  const { rows: before } = await superuser.query('SELECT * FROM "PasswordCredential" ORDER BY "userId"');
  await expect(acceptInvitation(runtime, visit(), undefined, { token, newAccount })).rejects.toMatchObject({
    code: 'signInToAccept',
  });
  const somebodyElse = await session(runtime, attacker.email);
  await expect(acceptInvitation(runtime, visit(), somebodyElse, { token, newAccount })).rejects.toMatchObject(
    { code: 'invitedSomebodyElse' },
  );
  const rightful = await session(runtime, victim.email);
  await acceptInvitation(runtime, visit(), rightful, { token, newAccount });
  const { rows: after } = await superuser.query('SELECT * FROM "PasswordCredential" ORDER BY "userId"');
  expect(after).toEqual(before);
  expect((await readSession(runtime, rightful.token))?.memberships).toHaveLength(2);
});

it('invites nobody into a foreign or claimed organization, and nobody above the inviter', async () => {
  const runtime = makeRuntime(database);
  const lead = await found(runtime);
  const other = await found(runtime, 'supplier');
  const ctx = await context(runtime, lead.email);
  await expect(
    invite(ctx, { organizationId: other.organizationId, email: 'me@example.test', roles: ['owner'] }),
  ).rejects.toMatchObject({ code: 'notFound' });
  await expect(
    withTenant(database, ctx.actor, (tx) =>
      tx.invitation.create({
        data: {
          organizationId: other.organizationId,
          invitedById: lead.organizationId,
          invitedByUser: lead.userId,
          email: 'me@example.test',
          expiresAt: new Date('2030-01-01'),
        },
      }),
    ),
  ).rejects.toThrow(/row-level security/);
  const manager = { ...ctx, actor: { ...ctx.actor, roles: ['manager' as const] } };
  await expect(
    invite(manager, { organizationId: lead.organizationId, email: 'me@example.test', roles: ['owner'] }),
  ).rejects.toMatchObject({ code: 'permissionDenied' });
});

it('a named supplier is claimed by the first who accepts, or answered for by a supplier already here', async () => {
  const runtime = makeRuntime(database);
  const lead = await found(runtime);
  const ctx = await context(runtime, lead.email);
  const named = await withTenant(database, ctx.actor, async (tx) => {
    const supplier = await tx.organization.create({
      data: { kind: 'supplier', name: '大新鋁業', createdById: lead.organizationId },
    });
    await tx.supplierRelation.create({
      data: { organizationId: lead.organizationId, supplierId: supplier.id, name: '大新鋁業' },
    });
    await tx.supplierRequest.create({
      data: { dataRecipientId: lead.organizationId, dataOwnerId: supplier.id, state: 'sent' },
    });
    return supplier;
  });
  const present = await found(runtime, 'supplier');
  await invite(ctx, { organizationId: named.id, email: present.email, roles: ['owner'] });
  const token = await deliverMail(runtime);
  const clerk = await session(runtime, present.email);
  await acceptInvitation(runtime, visit(), clerk, { token, answerAs: present.organizationId });
  const asSupplier = { organizationId: present.organizationId, userId: present.userId };
  expect(await withTenant(database, asSupplier, (tx) => tx.supplierRequest.count())).toBe(1);
  expect(await withTenant(database, asSupplier, (tx) => tx.supplierRelation.count())).toBe(0);
  const relation = await withTenant(database, ctx.actor, (tx) => tx.supplierRelation.findFirst());
  expect(relation?.supplierId).toBe(present.organizationId);
});

it('switches to an organization one belongs to, and to no other; who is removed is out at once', async () => {
  const runtime = makeRuntime(database);
  const one = await found(runtime);
  const other = await found(runtime, 'supplier');
  await withIdentity(database, (tx) =>
    tx.membership.create({
      data: { organizationId: other.organizationId, userId: one.userId, roles: ['viewer'] },
    }),
  );
  const me = await session(runtime, one.email);
  await switchOrganization(runtime, me, { organizationId: other.organizationId });
  expect((await readSession(runtime, me.token))?.membership?.organizationId).toBe(other.organizationId);
  const foreign = await found(runtime);
  await expect(
    switchOrganization(runtime, me, { organizationId: foreign.organizationId }),
  ).rejects.toMatchObject({ code: 'notFound' });
  expect(() => contextOf(runtime, me, { requestId: 'r', organizationId: foreign.organizationId })).toThrow(
    'notFound',
  );

  const owner = await context(runtime, other.email);
  await removeMember(owner, { userId: one.userId });
  const now = await readSession(runtime, me.token);
  expect(now?.memberships.map(({ organizationId }) => organizationId)).toEqual([one.organizationId]);
  await expect(removeMember(owner, { userId: other.userId })).rejects.toMatchObject({ code: 'lastOwner' });
});

it('signs in to the organization a page is about, and never to one the person does not belong to', async () => {
  const runtime = makeRuntime(database);
  const [one, other, foreign] = [await found(runtime), await found(runtime), await found(runtime)];
  await withIdentity(database, (tx) =>
    tx.membership.create({
      data: { organizationId: other.organizationId, userId: one.userId, roles: ['manager'] },
    }),
  );
  const present = async (organizationId?: string) => {
    const token = await signIn(runtime, visit(), { email: one.email, password, organizationId });
    return (await readSession(runtime, token))?.membership?.organizationId;
  };
  expect(await present()).toBe(one.organizationId);
  expect(await present(other.organizationId)).toBe(other.organizationId);
  // Without a word the person is where they were last.
  runtime.now = new Date(runtime.now.getTime() + 1000);
  expect(await present(one.organizationId)).toBe(one.organizationId);
  for (const absent of [foreign.organizationId, crypto.randomUUID(), 'none'])
    expect(await present(absent)).toBe(one.organizationId);
});

it('stores no secret that would open anything', async () => {
  const runtime = makeRuntime(database);
  const { email } = await found(runtime);
  const { token } = await session(runtime, email);
  const ctx = await context(runtime, email);
  await invite(ctx, { organizationId: ctx.actor.organizationId, email: 'c@example.test', roles: ['viewer'] });
  const invitation = await deliverMail(runtime);
  await requestPasswordReset(runtime, visit(), { email });
  const reset = await deliverMail(runtime);
  const { rows: tables } = await superuser.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  let dump = '';
  for (const { relname } of tables) {
    const { rows } = await superuser.query(`SELECT row_to_json(t)::text AS line FROM "${relname}" t`);
    dump += rows.map(({ line }) => line).join('\n');
  }
  expect(dump).toContain(email);
  for (const secret of [token, invitation, reset, password]) {
    const half = secret.split('.').at(-1) ?? '';
    expect(half.length).toBeGreaterThan(10);
    expect(dump).not.toContain(half);
  }
});
