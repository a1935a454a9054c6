import { withTenant } from '@slipstream/db';
import { beforeEach, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  cancelRequest,
  createSupplierRequest,
  declineRequest,
  getRequest,
  remindSupplier,
  remindSuppliers,
  type ServiceContext,
  sendInvitation,
  sendReminder,
  sendSupplierRequest,
  switchReminders,
  systemContext,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);
const start = runtime.now;
const on = (day: string) => {
  runtime.now = new Date(`${day}T01:00:00Z`);
};
beforeEach(async () => {
  await superuser.query('UPDATE "SupplierRequest" SET "remindsBySchedule" = false');
  runtime.now = start;
});

async function firm(kind: 'leadFirm' | 'supplier') {
  const made = await makeOrganization(database, { kind });
  const context = systemContext(runtime, { id: made.organizationId, kind }, 'test');
  const ctx: ServiceContext = {
    ...context,
    clock: runtime.clock,
    actor: { ...context.actor, userId: made.userId, roles: ['owner'] },
  };
  return { ...made, ctx };
}

/** A request due on 30 April 2026, sent on 2 March to a supplier that works here, or to one that is invited. */
async function asked(contactEmail?: string) {
  const [lead, supplier] = [await firm('leadFirm'), await firm('supplier')];
  const { organizationId } = lead;
  const relationId = await withTenant(database, lead, async (tx) => {
    const named = contactEmail
      ? await tx.organization.create({
          data: { kind: 'supplier', name: '射出廠', createdById: organizationId },
        })
      : { id: supplier.organizationId };
    const { id } = await tx.supplierRelation.create({
      data: { organizationId, supplierId: named.id, name: '我們叫它鑄造廠' },
    });
    const part = await tx.part.create({
      data: { organizationId, partNumber: 'P', name: '輪圈', unit: 'kg' },
    });
    await tx.partSupply.create({ data: { organizationId, partId: part.id, supplierRelationId: id } });
    return id;
  });
  const { id } = await createSupplierRequest(lead.ctx, { supplierRelationId: relationId });
  await sendSupplierRequest(lead.ctx, {
    requestId: id,
    dueDate: '2026-04-30',
    mode: 'either',
    confidentialityOffered: ['footprintOnly'],
    message: '',
    contactEmail,
  });
  await deliver();
  return { lead, supplier, requestId: id };
}

/** Runs the reminders and invitations asked for and not done, reminders twice, as a queue may. */
async function deliver() {
  const before = runtime.outgoing.length;
  const { rows } = await superuser.query(
    `SELECT id, job, payload FROM "OutboxMessage" WHERE "completedAt" IS NULL ORDER BY "createdAt", id`,
  );
  for (const { id, job, payload } of rows) {
    if (job === 'send-invitation') await sendInvitation(runtime, { id, ...payload });
    if (job !== 'send-reminder') continue;
    await sendReminder(runtime, { id, ...payload });
    await sendReminder(runtime, { id, ...payload });
  }
  await superuser.query('UPDATE "OutboxMessage" SET "completedAt" = now()');
  return runtime.outgoing.slice(before);
}
/** One look of the scheduled job, by two workers at once, and what it mails. */
async function look(day: string) {
  on(day);
  await Promise.all([remindSuppliers(runtime), remindSuppliers(runtime)]);
  return deliver();
}

it('reminds a week before, on the day and a week after, each once, whoever looks and however often', async () => {
  const { lead, supplier, requestId } = await asked();
  const subjects: string[] = [];
  for (const day of ['04-22', '04-23', '04-24', '04-30', '05-01', '05-07', '05-20'])
    subjects.push(...(await look(`2026-${day}`)).map(({ to, subject }) => `${day} ${to} ${subject}`));
  const due = `提醒您：請在 2026年4月30日前回覆 ${lead.name}`;
  expect(subjects).toEqual([
    `04-23 ${supplier.email} ${due}`,
    `04-30 ${supplier.email} ${due}`,
    `05-07 ${supplier.email} 提醒您：${lead.name} 還在等碳足跡資料`,
  ]);
  const [last] = runtime.outgoing.slice(-1);
  expect(last?.text).toContain('已過 7 天');
  expect(last?.text).toContain(`/open/${supplier.organizationId}/inbox/${requestId}`);
  expect(last?.text).not.toContain('我們叫它');
  expect((await getRequest(lead.ctx, { requestId })).reminders).toMatchObject({
    last: { kind: 'weekOverdue', at: '2026-05-07T01:00:00.000Z' },
  });
});

it('leaves what was declined, cancelled or switched off alone', async () => {
  const [declined, cancelled, off, open] = [await asked(), await asked(), await asked(), await asked()];
  await declineRequest(declined.supplier.ctx, { requestId: declined.requestId, reason: '停工' });
  await cancelRequest(cancelled.lead.ctx, cancelled);
  await switchReminders(off.lead.ctx, { ...off, isOn: false });
  expect((await getRequest(off.lead.ctx, off)).reminders).toMatchObject({ isOn: false, mayRemind: true });
  expect((await look('2026-04-30')).map(({ to }) => to)).toEqual([open.supplier.email]);
});

it('forgets a reminder whose request was answered before the mail went', async () => {
  const { requestId } = await asked();
  on('2026-04-30');
  expect(await remindSuppliers(runtime)).toBe(1);
  await superuser.query(`UPDATE "SupplierRequest" SET "state" = 'submitted' WHERE "id" = $1`, [requestId]);
  expect(await deliver()).toEqual([]);
});

it('reminds by hand once a day, and for the firm that asks alone', async () => {
  const { lead, supplier, requestId } = await asked();
  on('2026-04-02');
  await remindSupplier(lead.ctx, { requestId });
  expect(await deliver()).toMatchObject([{ to: supplier.email }]);
  expect((await getRequest(lead.ctx, { requestId })).reminders).toMatchObject({
    last: { kind: 'byHand' },
    mayRemind: false,
  });
  await expect(remindSupplier(lead.ctx, { requestId })).rejects.toMatchObject({
    findings: [{ code: 'supplierRequest.remindedToday' }],
  });
  on('2026-04-03');
  await remindSupplier(lead.ctx, { requestId });
  for (const verb of [remindSupplier, switchReminders])
    await expect(verb(supplier.ctx, { requestId, isOn: false })).rejects.toMatchObject({ code: 'notFound' });
  const viewer = { ...lead.ctx, actor: { ...lead.ctx.actor, roles: ['viewer' as const] } };
  await expect(remindSupplier(viewer, { requestId })).rejects.toMatchObject({ code: 'permissionDenied' });
  await cancelRequest(lead.ctx, { requestId });
  on('2026-04-04');
  await expect(remindSupplier(lead.ctx, { requestId })).rejects.toMatchObject({ code: 'conflict' });
});

it('mails who has no account its invitation again, and nobody where that was taken back', async () => {
  const { lead, requestId } = await asked('boss@mould.example');
  const mails = await look('2026-04-30');
  expect(mails).toMatchObject([{ to: 'boss@mould.example' }]);
  expect(mails[0]?.text).toMatch(/\/invitation\/\S+/);
  await superuser.query('UPDATE "Invitation" SET "revokedAt" = now() WHERE "invitedById" = $1', [
    lead.organizationId,
  ]);
  expect(await look('2026-05-07')).toEqual([]);
  await expect(remindSupplier(lead.ctx, { requestId })).rejects.toMatchObject({
    findings: [{ code: 'supplierRequest.nobodyToRemind' }],
  });
});
