import { randomUUID } from 'node:crypto';
import { withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime, makeVisit, tokenIn } from '../../../../test/support/runtime.ts';
import {
  acceptInvitation,
  contextOf,
  foundAlliance,
  foundOrganization,
  invite,
  inviteAddressToAlliance,
  inviteToAlliance,
  joinAlliance,
  leaveAlliance,
  listAllianceMembers,
  listMemberships,
  openInvitation,
  readSession,
  type SignedIn,
  sendAllianceInvitation,
  sendInvitation,
  signIn,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);
const password = 'correct horse 電池';
const visit = () => makeVisit({ address: randomUUID() });

async function firm(kind: 'association' | 'leadFirm' | 'supplier') {
  const email = `${kind}-${randomUUID()}@example.test`.toLowerCase();
  const name = `組織 ${email.slice(0, 16)}`;
  const owner = { email, name: '林小姐', password };
  const { organizationId } = await foundOrganization(runtime, { kind, name, owner });
  const signedIn = (await readSession(
    runtime,
    await signIn(runtime, visit(), { email, password }),
  )) as SignedIn;
  return { organizationId, email, name, signedIn, ctx: contextOf(runtime, signedIn, { requestId: 'test' }) };
}

async function alliance() {
  const association = await firm('association');
  const { id } = await foundAlliance(association.ctx, { name: '低碳聯盟' });
  return { association, id };
}

/** Runs the mail jobs asked for and not done; answers the mails that went out. */
async function deliver() {
  const before = runtime.outgoing.length;
  const { rows } = await superuser.query(
    `SELECT id, job, payload FROM "OutboxMessage" WHERE "completedAt" IS NULL ORDER BY "createdAt", id`,
  );
  for (const { id, job, payload } of rows) {
    if (job === 'send-invitation') await sendInvitation(runtime, { id, ...payload });
    if (job === 'send-alliance-invitation') await sendAllianceInvitation(runtime, { id, ...payload });
  }
  await superuser.query('UPDATE "OutboxMessage" SET "completedAt" = now()');
  return runtime.outgoing.slice(before);
}

it('invites by an address in the same way whether or not somebody is there', async () => {
  const { association, id } = await alliance();
  const present = await firm('supplier');
  const traces = [];
  for (const email of [present.email, `nobody-${randomUUID()}@example.test`]) {
    const answer = await inviteAddressToAlliance(association.ctx, { allianceId: id, name: '同名廠', email });
    const row = (await listAllianceMembers(association.ctx, { allianceId: id })).find(
      ({ invitation }) => invitation?.email === email,
    );
    const [mail] = await deliver();
    traces.push({
      answer,
      row: { ...row, memberId: '', since: '', invitation: null },
      mailed: mail?.to === email,
      subject: mail?.subject,
    });
  }
  expect(traces[0]).toMatchObject({ row: { name: '同名廠', state: 'invited' }, mailed: true });
  expect(traces[0]).toEqual(traces[1]);
  // What it can see of its own records tells no more.
  const seen = await withTenant(database, association.ctx.actor, (tx) =>
    tx.organization.findMany({ where: { name: { in: ['同名廠', present.name] } } }),
  );
  expect(seen.map(({ name, claimedAt }) => [name, claimedAt])).toEqual([
    ['同名廠', null],
    ['同名廠', null],
  ]);
});

it.each(['supplier', 'leadFirm'] as const)(
  'lets a %s that is here already answer as itself, join, leave and be asked again',
  async (kind) => {
    const { association, id } = await alliance();
    const member = await firm(kind);
    await inviteAddressToAlliance(association.ctx, { allianceId: id, name: '某廠', email: member.email });
    const token = tokenIn((await deliver())[0]);
    expect((await openInvitation(runtime, visit(), { token })).answeredBy).toContain(kind);
    const { landingPath } = await acceptInvitation(runtime, visit(), member.signedIn, {
      token,
      answerAs: member.organizationId,
    });
    expect(landingPath).toBe('/memberships');
    const members = () => listAllianceMembers(association.ctx, { allianceId: id });
    expect(await members()).toMatchObject([{ name: member.name, role: kind, state: 'invited' }]);

    await joinAlliance(member.ctx, { allianceId: id });
    expect(await listMemberships(member.ctx)).toMatchObject([
      { alliance: '低碳聯盟', association: association.name, state: 'joined' },
    ]);
    await leaveAlliance(member.ctx, { allianceId: id });
    await expect(leaveAlliance(member.ctx, { allianceId: id })).rejects.toMatchObject({ code: 'notFound' });
    await expect(joinAlliance(member.ctx, { allianceId: id })).rejects.toMatchObject({ code: 'notFound' });
    expect(await members()).toMatchObject([{ state: 'left' }]);

    const again = { allianceId: id, memberId: member.organizationId, role: kind };
    await inviteToAlliance(association.ctx, again);
    await inviteToAlliance(association.ctx, again);
    const mails = await deliver();
    expect(mails).toMatchObject([
      { to: member.email, subject: `${association.name} 邀請貴公司加入「低碳聯盟」` },
    ]);
    expect(mails[0]?.text).toContain(`https://carbon.example/open/${member.organizationId}/memberships`);
    expect(await members()).toMatchObject([{ state: 'invited' }]);
    await leaveAlliance(member.ctx, { allianceId: id });
    expect(await members()).toMatchObject([{ state: 'declined' }]);
  },
);

it('mails an open invitation to the same address again instead of naming the firm twice', async () => {
  const { association, id } = await alliance();
  const invitation = { allianceId: id, name: '某廠', email: 'Boss@Plant.example' };
  await inviteAddressToAlliance(association.ctx, invitation);
  await inviteAddressToAlliance(association.ctx, { ...invitation, email: ' boss@plant.example ' });
  expect(await listAllianceMembers(association.ctx, { allianceId: id })).toHaveLength(1);
  expect((await deliver()).map(({ to }) => to)).toEqual(['boss@plant.example', 'boss@plant.example']);
});

it('refuses a blank name and what is no address, each at its field', async () => {
  const { association, id } = await alliance();
  await expect(
    inviteAddressToAlliance(association.ctx, { allianceId: id, name: ' ', email: 'boss at plant' }),
  ).rejects.toMatchObject({
    findings: [
      { code: 'alliance.nameMissing', path: ['name'] },
      { code: 'alliance.emailInvalid', path: ['email'] },
    ],
  });
  expect(await listAllianceMembers(association.ctx, { allianceId: id })).toEqual([]);
});

it('shows the members to their association alone, and none of them to another member', async () => {
  const { association, id } = await alliance();
  const [one, other, stranger] = [await firm('supplier'), await firm('leadFirm'), await firm('association')];
  for (const { organizationId, ctx } of [one, other]) {
    await inviteToAlliance(association.ctx, { allianceId: id, memberId: organizationId, role: 'supplier' });
    await joinAlliance(ctx, { allianceId: id });
  }
  for (const { ctx } of [one, other, stranger]) {
    await expect(listAllianceMembers(ctx, { allianceId: id })).rejects.toMatchObject({ code: 'notFound' });
    const invitation = { allianceId: id, name: '某廠', email: 'a@plant.example' };
    await expect(inviteAddressToAlliance(ctx, invitation)).rejects.toMatchObject({ code: 'notFound' });
  }
  expect(JSON.stringify(await listMemberships(one.ctx))).not.toContain(other.organizationId);
  expect(await listMemberships(stranger.ctx)).toEqual([]);
  await expect(joinAlliance(stranger.ctx, { allianceId: id })).rejects.toMatchObject({ code: 'notFound' });
});

it('lets a colleague’s invitation move nothing to the firm the colleague comes from', async () => {
  const { association, id } = await alliance();
  const member = await firm('supplier');
  await inviteToAlliance(association.ctx, {
    allianceId: id,
    memberId: member.organizationId,
    role: 'supplier',
  });
  const colleague = await firm('supplier');
  await invite(member.ctx, {
    organizationId: member.organizationId,
    email: colleague.email,
    roles: ['viewer'],
  });
  const mail = (await deliver()).find(({ to }) => to === colleague.email);
  const token = tokenIn(mail);
  expect((await openInvitation(runtime, visit(), { token })).answeredBy).toEqual([]);
  await expect(
    acceptInvitation(runtime, visit(), colleague.signedIn, { token, answerAs: colleague.organizationId }),
  ).rejects.toMatchObject({ code: 'notFound' });
  expect(await listMemberships(colleague.ctx)).toEqual([]);
});
