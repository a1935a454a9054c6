import { withTenant } from '@slipstream/db';
import type { OutgoingMail } from '@slipstream/email';
import { beforeEach, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  approveRequest,
  cancelRequest,
  createSupplierRequest,
  declineRequest,
  getRequest,
  returnRequest,
  type ServiceContext,
  sendRequestMail,
  sendSupplierRequest,
  systemContext,
  takeRequest,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);

type Firm = Awaited<ReturnType<typeof makeOrganization>> & { readonly ctx: ServiceContext };
async function firm(kind: 'leadFirm' | 'supplier', language = 'zh-TW'): Promise<Firm> {
  const made = await makeOrganization(database, { kind });
  await superuser.query('UPDATE "User" SET "language" = $2 WHERE "id" = $1', [made.userId, language]);
  const context = systemContext(runtime, { id: made.organizationId, kind }, 'test');
  return { ...made, ctx: { ...context, actor: { ...context.actor, userId: made.userId, roles: ['owner'] } } };
}

/** A lead firm has sent a request to a supplier that works here already. */
async function asked(language?: string) {
  const [lead, supplier] = [await firm('leadFirm'), await firm('supplier', language)];
  const { organizationId } = lead;
  const relation = await withTenant(database, lead, async (tx) => {
    const { id } = await tx.supplierRelation.create({
      data: { organizationId, supplierId: supplier.organizationId, name: '我們叫它鑄造廠' },
    });
    const part = await tx.part.create({
      data: { organizationId, partNumber: 'P', name: '輪圈', unit: 'kg' },
    });
    await tx.partSupply.create({ data: { organizationId, partId: part.id, supplierRelationId: id } });
    return id;
  });
  const { id } = await createSupplierRequest(lead.ctx, { supplierRelationId: relation });
  await sendSupplierRequest(lead.ctx, {
    requestId: id,
    dueDate: '2026-04-30',
    mode: 'either',
    confidentialityOffered: ['footprintOnly'],
    message: '客戶丙在等 123.45',
  });
  return { lead, supplier, requestId: id };
}

/** Runs the mail jobs asked for and not done, twice each, as a queue may; answers the mails that went out. */
async function deliver(): Promise<readonly OutgoingMail[]> {
  const before = runtime.outgoing.length;
  const { rows } = await superuser.query(
    `SELECT id, payload FROM "OutboxMessage" WHERE job = 'send-request-mail' AND "completedAt" IS NULL
     ORDER BY "createdAt", id`,
  );
  for (const { id, payload } of [...rows, ...rows]) await sendRequestMail(runtime, { id, ...payload });
  await superuser.query('UPDATE "OutboxMessage" SET "completedAt" = now()');
  return runtime.outgoing.slice(before);
}
const setState = (requestId: string, state: string) =>
  superuser.query('UPDATE "SupplierRequest" SET "state" = $2::"SupplierRequestState" WHERE "id" = $1', [
    requestId,
    state,
  ]);

beforeEach(deliver);

it('tells a supplier that works here of a new request, once, with the link and no word of the requester’s', async () => {
  const { lead, supplier, requestId } = await asked();
  const mails = await deliver();
  expect(mails).toMatchObject([{ to: supplier.email, subject: `${lead.name} 請您提供產品的碳足跡` }]);
  for (const form of [mails[0]?.text, mails[0]?.html]) {
    expect(form).toContain(`https://carbon.example/open/${supplier.organizationId}/inbox/${requestId}`);
    expect(form).toContain('2026年4月30日');
    expect(form).not.toMatch(/123\.45|客戶丙|我們叫它/);
  }
});

it('writes in the language of whoever reads it', async () => {
  await asked('en');
  expect((await deliver())[0]?.subject).toMatch(/asks you for product footprints$/);
});

it('tells the supplier of a return and of an approval, and never what was written', async () => {
  const { lead, supplier, requestId } = await asked();
  await deliver();
  await setState(requestId, 'submitted');
  await takeRequest(lead.ctx, { requestId });
  expect(await deliver()).toEqual([]);
  await returnRequest(lead.ctx, { requestId, comment: '第 3 列應為 77.7' });
  const [returned] = await deliver();
  expect(returned).toMatchObject({ to: supplier.email, subject: `${lead.name} 請您補正碳足跡資料` });
  expect(returned?.text).not.toContain('77.7');

  await setState(requestId, 'underReview');
  await superuser.query('UPDATE "RequestedItem" SET "partId" = NULL WHERE "requestId" = $1', [requestId]);
  await approveRequest(lead.ctx, { requestId });
  expect(await deliver()).toMatchObject([{ subject: `${lead.name} 已核可您的碳足跡資料` }]);
});

it('tells whoever receives the answer that the supplier declined, by the name the firm calls it', async () => {
  const { lead, supplier, requestId } = await asked();
  await deliver();
  await declineRequest(supplier.ctx, { requestId, reason: '正在停工' });
  const mails = await deliver();
  expect(mails).toMatchObject([{ to: lead.email, subject: '我們叫它鑄造廠 婉拒了您的邀請' }]);
  expect(mails[0]?.text).toContain(
    `https://carbon.example/open/${lead.organizationId}/requests/${requestId}`,
  );
  expect(JSON.stringify(mails)).not.toMatch(/正在停工/);
  expect(JSON.stringify(mails)).not.toContain(supplier.name);
});

it('mails nothing about a step the request has left, nor to who cannot see it', async () => {
  const { lead, requestId } = await asked();
  await cancelRequest(lead.ctx, { requestId });
  expect(await deliver()).toEqual([]);

  const other = await asked();
  const stranger = await firm('supplier');
  const [event] = (await getRequest(other.lead.ctx, other)).events;
  await sendRequestMail(runtime, {
    id: crypto.randomUUID(),
    organizationId: stranger.organizationId,
    requestId: other.requestId,
    eventId: event?.id ?? '',
  });
  expect((await deliver()).filter(({ to }) => to === stranger.email)).toEqual([]);
});

it('keeps an address that refuses from nobody else’s mail, and tries again for that one alone', async () => {
  const { supplier } = await asked();
  const second = await makeOrganization(database, { kind: 'supplier' });
  await superuser.query(
    'INSERT INTO "Membership" ("organizationId", "userId", "roles", "createdAt") VALUES ($1, $2, $3, now())',
    [supplier.organizationId, second.userId, ['manager']],
  );
  const { rows } = await superuser.query(
    `SELECT id, payload FROM "OutboxMessage" WHERE job = 'send-request-mail' AND "completedAt" IS NULL`,
  );
  const job = { id: rows[0]?.id, ...rows[0]?.payload };
  const sentTo: string[] = [];
  const refusing = (address: string | null) => ({
    ...runtime,
    mail: {
      ...runtime.mail,
      send: async ({ to }: OutgoingMail) => {
        if (to === address) throw new Error('550 no such mailbox');
        sentTo.push(to);
      },
    },
  });
  await expect(sendRequestMail(refusing(supplier.email), job)).rejects.toThrow();
  expect(sentTo).toEqual([second.email]);
  await sendRequestMail(refusing(null), job);
  expect(sentTo).toEqual([second.email, supplier.email]);
});
