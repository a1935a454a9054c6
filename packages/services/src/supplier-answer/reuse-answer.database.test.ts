import { createReadStream } from 'node:fs';
import { withTenant } from '@slipstream/db';
import { parseInventorySheet, readWorkbook } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  acceptRequest,
  enterFootprint,
  fixSheetBasics,
  openRequest,
  openSheet,
  readInventorySheet,
  readShared,
  reuseAnswer,
  type ServiceContext,
  submitRequest,
  uploadInventorySheet,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);
type Tenant = Awaited<ReturnType<typeof makeOrganization>>;

const contextOf = (
  { organizationId }: Tenant,
  kind: 'leadFirm' | 'supplier',
  userId: string,
): ServiceContext => ({
  ...runtime,
  requestId: 'test',
  actor: { organizationId, organizationKind: kind, userId, roles: ['owner'], sessionId: null },
});

/** A supplier of two people, and how a new customer asks it for an item. */
async function supplier() {
  const firm = await makeOrganization(database, { kind: 'supplier' });
  const second = await makeOrganization(database, { kind: 'supplier' });
  await superuser.query('INSERT INTO "Membership" ("organizationId","userId","roles") VALUES ($1,$2,$3)', [
    firm.organizationId,
    second.userId,
    ['reviewer'],
  ]);
  const [filler, reviewer] = [
    contextOf(firm, 'supplier', firm.userId),
    contextOf(firm, 'supplier', second.userId),
  ];
  const asked = async (name: string, declaredUnit: string) => {
    const customer = await makeOrganization(database, { kind: 'leadFirm' });
    const parties = { dataRecipientId: customer.organizationId, dataOwnerId: firm.organizationId };
    const { requestId, itemId } = await withTenant(database, customer, async (tx) => {
      const { id } = await tx.supplierRequest.create({
        data: { ...parties, state: 'sent', confidentialityOffered: ['full', 'footprintOnly'] },
      });
      const item = await tx.requestedItem.create({
        data: { ...parties, requestId: id, code: 'P', name, declaredUnit },
      });
      return { requestId: id, itemId: item.id };
    });
    await acceptRequest(filler, {
      requestId,
      level: 'footprintOnly',
      fillerId: firm.userId,
      reviewerId: second.userId,
    });
    return { requestId, itemId, customer: contextOf(customer, 'leadFirm', customer.userId) };
  };
  const submit = async (requestId: string) => {
    const { version } = await openRequest(reviewer, { requestId });
    await submitRequest(reviewer, { requestId, version });
  };
  return { firm, filler, asked, submit };
}

async function uploadWorkbook(ctx: ServiceContext, requestId: string) {
  const { importBatchId } = await uploadInventorySheet(ctx, {
    requestId,
    file: {
      fileName: 'inventory-luyuan.xlsx',
      contentType: 'application/octet-stream',
      bytes: createReadStream(
        new URL('../../../../prisma/seed/files/inventory-luyuan.xlsx', import.meta.url),
      ),
    },
  });
  await readInventorySheet(runtime, {
    id: 'job',
    organizationId: ctx.actor.organizationId,
    importBatchId,
    parse: async (stream) => {
      const workbook = await readWorkbook(new Uint8Array(await new Response(stream).arrayBuffer()));
      return workbook.ok ? parseInventorySheet(workbook.value) : workbook;
    },
  });
}

const answerOf = async (ctx: ServiceContext, requestId: string) =>
  (await openRequest(ctx, { requestId })).items[0];

it('answers a second customer with the sheet the first one got, and lets each move on alone', async () => {
  const { filler, asked, submit } = await supplier();
  const first = await asked('再生鋁錠', 'kg');
  await uploadWorkbook(filler, first.requestId);
  await submit(first.requestId);
  const given = (await answerOf(filler, first.requestId))?.answer;

  const second = await asked('再生鋁', 'kg');
  const offered = await answerOf(filler, second.requestId);
  expect(offered).toMatchObject({
    answer: null,
    reusable: [{ itemId: first.itemId, name: '再生鋁錠', kgCO2e: given?.kgCO2e }],
  });
  await reuseAnswer(filler, { requestId: second.requestId, fromItemId: first.itemId });
  expect(await answerOf(filler, second.requestId)).toMatchObject({
    answer: { kgCO2e: given?.kgCO2e, origin: 'inventorySheet' },
    blockingChecks: 0,
    reusable: [],
  });
  const sheets = [await openSheet(filler, first), await openSheet(filler, second)];
  expect(sheets.map(({ sheet }) => [sheet?.isFrozen, sheet?.lines.length])).toEqual([
    [true, 4],
    [false, 4],
  ]);
  await fixSheetBasics(filler, {
    requestId: second.requestId,
    period: '114/1/1~114/12/31',
    production: '10400000',
    productionUnit: 'kg',
  });
  expect((await answerOf(filler, second.requestId))?.answer?.kgCO2e).toBeCloseTo((given?.kgCO2e ?? 0) / 2, 6);
  await submit(second.requestId);
  const seen = async ({ customer, requestId }: typeof first) =>
    (await readShared(customer, { requestId, purpose: 'test' })).map(({ view }) => view.footprint.kgCO2e);
  expect(await seen(first)).toEqual([given?.kgCO2e]);
  expect((await seen(second))[0]).toBeCloseTo((given?.kgCO2e ?? 0) / 2, 6);
  expect(await seen({ ...second, customer: first.customer })).toEqual([]);
});

it('reuses a figure only for the same unit, and never another firm’s', async () => {
  const { filler, asked } = await supplier();
  const given = await asked('軸承座', 'pcs');
  await enterFootprint(filler, {
    requestId: given.requestId,
    entered: {
      kgCO2e: '2.58',
      boundary: 'B2B',
      period: '2025/01/01-2025/12/31',
      dataQualityScore: '2',
      primaryDataSharePercent: '65',
      gwpSet: '',
    },
  });
  const byMass = await asked('壓鑄件', 'kg');
  expect((await answerOf(filler, byMass.requestId))?.reusable).toEqual([]);
  await expect(
    reuseAnswer(filler, { requestId: byMass.requestId, fromItemId: given.itemId }),
  ).rejects.toMatchObject({
    findings: [{ code: 'answer.declaredUnitMismatch', values: { found: 'pcs', expected: 'kg' } }],
  });
  const stranger = await supplier();
  const other = await stranger.asked('軸承座', 'pcs');
  expect((await answerOf(stranger.filler, other.requestId))?.reusable).toEqual([]);
  for (const fromItemId of [given.itemId, crypto.randomUUID(), other.itemId])
    await expect(
      reuseAnswer(stranger.filler, { requestId: other.requestId, fromItemId }),
    ).rejects.toMatchObject({ code: 'notFound' });
});
