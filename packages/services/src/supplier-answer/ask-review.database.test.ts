import { withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  acceptRequest,
  askReview,
  enterFootprint,
  listInbox,
  openRequest,
  type ServiceContext,
  sendReviewAsking,
  submitRequest,
  systemContext,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);

/** A request that a supplier of two people has accepted: one fills in, the other reviews. */
async function accepted() {
  const [lead, supplier, colleague] = [
    await makeOrganization(database, { kind: 'leadFirm', name: '整車廠' }),
    await makeOrganization(database, { kind: 'supplier' }),
    await makeOrganization(database, { kind: 'supplier' }),
  ];
  await superuser.query('INSERT INTO "Membership" ("organizationId","userId","roles") VALUES ($1,$2,$3)', [
    supplier.organizationId,
    colleague.userId,
    ['reviewer'],
  ]);
  const parties = { dataRecipientId: lead.organizationId, dataOwnerId: supplier.organizationId };
  const { id: requestId } = await withTenant(database, lead, (tx) =>
    tx.supplierRequest.create({
      data: {
        ...parties,
        state: 'sent',
        dueDate: new Date('2026-12-15'),
        confidentialityOffered: ['footprintOnly'],
        items: { create: { code: 'AL-1', name: '回收鋁', declaredUnit: 'kg' } },
      },
    }),
  );
  const contextOf = (userId: string, roles: ServiceContext['actor']['roles']): ServiceContext => {
    const context = systemContext(runtime, { id: supplier.organizationId, kind: 'supplier' }, 'test');
    return { ...context, actor: { ...context.actor, userId, roles } };
  };
  const filler = contextOf(supplier.userId, ['filler', 'manager']);
  const reviewer = contextOf(colleague.userId, ['reviewer']);
  await acceptRequest(filler, {
    requestId,
    level: 'footprintOnly',
    fillerId: supplier.userId,
    reviewerId: colleague.userId,
  });
  const fillIn = () =>
    enterFootprint(filler, {
      requestId,
      entered: {
        kgCO2e: '0.9',
        boundary: 'B2B',
        period: '2025-01-01~2025-12-31',
        dataQualityScore: '',
        primaryDataSharePercent: '',
        gwpSet: '',
      },
    });
  return { lead, supplier, colleague, requestId, filler, reviewer, fillIn };
}

/** Runs the jobs of an organization that ask for a look, twice each, as a queue may; answers what was mailed. */
async function mailed(organizationId: string) {
  const before = runtime.outgoing.length;
  const { rows } = await superuser.query(
    `SELECT "id", "payload" FROM "OutboxMessage" WHERE "job" = 'send-review-asking' AND "organizationId" = $1`,
    [organizationId],
  );
  for (const { id, payload } of [...rows, ...rows]) await sendReviewAsking(runtime, { id, ...payload });
  return runtime.outgoing.slice(before);
}

it('asks the reviewer once an hour, by a mail that leads to the preview and names no figure', async () => {
  const { supplier, colleague, requestId, filler, reviewer, fillIn } = await accepted();
  await fillIn();
  await askReview(filler, { requestId });
  const mails = await mailed(supplier.organizationId);
  expect(mails).toMatchObject([
    { to: colleague.email, subject: expect.stringMatching(/^人員 .* 請您審核給 整車廠 的碳足跡$/) },
  ]);
  expect(mails[0]?.text).toContain(`/open/${supplier.organizationId}/inbox/${requestId}/preview`);
  expect(mails[0]?.text).not.toContain('0.9');

  const at = runtime.clock().toISOString();
  expect(await openRequest(reviewer, { requestId })).toMatchObject({ reviewAskedAt: at });
  expect(await listInbox(reviewer)).toMatchObject([{ id: requestId, isForReview: true }]);
  expect(await listInbox(filler)).toMatchObject([{ id: requestId, isForReview: false }]);

  await expect(askReview(filler, { requestId })).rejects.toMatchObject({
    findings: [{ code: 'supplierRequest.reviewAskedLately' }],
  });
  const later = { ...filler, clock: () => new Date(runtime.clock().getTime() + 3_600_001) };
  await askReview(later, { requestId });
  expect(await mailed(supplier.organizationId)).toHaveLength(1);
});

it('asks nobody before every item has an answer, nor for an answer that was sent', async () => {
  const { lead, supplier, requestId, filler, reviewer, fillIn } = await accepted();
  await expect(askReview(filler, { requestId })).rejects.toMatchObject({
    findings: [{ code: 'supplierRequest.answersMissing' }],
  });
  await expect(askReview(reviewer, { requestId })).rejects.toMatchObject({ code: 'permissionDenied' });
  await fillIn();
  await askReview(filler, { requestId });
  const { version } = await openRequest(reviewer, { requestId });
  await submitRequest(reviewer, { requestId, version });
  // Sent before the mail went out: there is nothing to look at any more.
  expect(await mailed(supplier.organizationId)).toEqual([]);
  await expect(askReview(filler, { requestId })).rejects.toMatchObject({ code: 'conflict' });
  expect((await openRequest(reviewer, { requestId })).reviewAskedAt).toBeNull();

  const { rows } = await superuser.query('SELECT "id" FROM "ReviewAsking" WHERE "requestId" = $1', [
    requestId,
  ]);
  expect(rows).toHaveLength(1);
  expect(await withTenant(database, lead, (tx) => tx.reviewAsking.findMany())).toEqual([]);
});
