import { withIdentity, withTenant } from '@slipstream/db';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { isAsked, mostQueries } from '../../../test/support/asked-queries.ts';
import { useDatabase } from '../../../test/support/database.ts';
import { makeOrganization } from '../../../test/support/factories.ts';
import { makeRuntime } from '../../../test/support/runtime.ts';
import { startSession } from './identity/session.ts';
import {
  contextOf,
  foundAlliance,
  getBillOfMaterials,
  getDrawing,
  getOverview,
  getProductFootprint,
  getRequest,
  listAllianceMembers,
  listAlliances,
  listInbox,
  listMembers,
  listMemberships,
  listNews,
  listProducts,
  listRequests,
  listShares,
  listSuppliers,
  listTargets,
  openRequest,
  openSheet,
  previewShare,
  readBell,
  readSession,
  readTarget,
  type ServiceContext,
} from './index.ts';

const { database } = useDatabase();
const runtime = makeRuntime(database);

/** The queries that reach the server while `work` runs. */
async function askedBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls
      .map(([query]: readonly unknown[]) =>
        typeof query === 'string' ? query : (query as pg.QueryConfig).text,
      )
      .filter(isAsked);
  } finally {
    spy.mockRestore();
  }
}

async function signedIn(kind: 'leadFirm' | 'supplier' | 'association') {
  const organization = await makeOrganization(database, { kind, roles: ['manager'] });
  const { organizationId, userId } = organization;
  const now = runtime.clock();
  const token = await withIdentity(database, (tx) =>
    startSession(tx, userId, { now, organizationId, userAgent: null }),
  );
  const session = await readSession(runtime, token);
  if (!session) throw new Error('No session');
  return { ...organization, token, ctx: contextOf(runtime, session, { requestId: 'test' }) };
}

/** A lead firm with a calculated product whose part a supplier was asked for, answered, shared and promised. */
async function programme() {
  const [lead, supplier] = [await signedIn('leadFirm'), await signedIn('supplier')];
  const own = { organizationId: lead.organizationId };
  const theirs = { organizationId: supplier.organizationId };
  const parties = { dataRecipientId: lead.organizationId, dataOwnerId: supplier.organizationId };
  const asked = await withTenant(database, lead, async (tx) => {
    await tx.supplierRelation.create({
      data: { ...own, supplierId: supplier.organizationId, name: '鑄造廠' },
    });
    const product = await tx.product.create({
      data: { ...own, code: 'W-1', name: '輪圈組', declaredUnit: 'pcs' },
    });
    const system = await tx.productSystem.create({
      data: {
        ...own,
        productId: product.id,
        inputHash: 'a',
        document: { reasons: {}, draft: { processes: [] } },
      },
    });
    await tx.footprintCalculation.create({
      data: {
        ...own,
        productSystemId: system.id,
        inputHash: 'a',
        engineVersion: '1',
        documentVersion: 0,
        findings: [],
        factors: [],
      },
    });
    const request = await tx.supplierRequest.create({
      data: {
        ...parties,
        state: 'inProgress',
        confidentialityOffered: ['footprintOnly'],
        items: { create: { code: 'P-1', name: '輪圈', declaredUnit: 'kg' } },
        events: { create: { event: 'send', toState: 'sent', actorOrganizationId: lead.organizationId } },
      },
      include: { items: true },
    });
    const target = await tx.reductionTarget.create({
      data: {
        ...parties,
        horizon: 'short',
        baseYear: 2024,
        targetYear: 2030,
        reductionPercent: 30,
        baseTonnesCo2e: 1000,
        reportedYears: { create: { year: 2025, tonnesCo2e: 950 } },
      },
    });
    return { productId: product.id, requestId: request.id, item: request.items[0], targetId: target.id };
  });
  await withTenant(database, supplier, async (tx) => {
    const supplied = await tx.suppliedFootprint.create({
      data: {
        ...theirs,
        requestedItemId: asked.item?.id ?? null,
        origin: 'entered',
        version: 1,
        declaredUnit: 'kg',
        kgCo2e: 5,
        systemBoundary: 'cradleToGate',
        result: {},
        inputHash: 'a',
        // Older than the sheet, so that the sheet stands and nothing of this is disclosed.
        createdAt: new Date('2026-01-01'),
      },
    });
    await tx.inventorySheet.create({
      data: { ...theirs, requestedItemId: asked.item?.id ?? null, name: '盤查表' },
    });
    const share = await tx.share.create({
      data: {
        ...parties,
        requestId: asked.requestId,
        suppliedFootprintId: supplied.id,
        level: 'footprintOnly',
        validFrom: new Date('2026-01-01'),
      },
    });
    await tx.sharedFootprint.create({
      data: {
        ...parties,
        shareId: share.id,
        level: 'footprintOnly',
        version: 1,
        declaredUnit: 'kg',
        kgCo2e: 5,
        content: { itemId: asked.item?.id ?? '', footprint: { kgCO2e: 5 } },
      },
    });
    await tx.supplierRequestEvent.create({
      data: {
        ...parties,
        requestId: asked.requestId,
        event: 'accept',
        toState: 'accepted',
        actorOrganizationId: supplier.organizationId,
      },
    });
  });
  return { lead, supplier, ...asked };
}

it('asks once who is there, and once what the frame of every page shows', async () => {
  const { lead } = await programme();
  expect(await askedBy(() => readSession(runtime, lead.token))).toHaveLength(1);
  expect(await askedBy(() => readBell(lead.ctx))).toHaveLength(1);
});

it('asks at most five times for a page, its frame included', async () => {
  const { lead, supplier, productId, requestId, targetId } = await programme();
  const association = await signedIn('association');
  const { id: allianceId } = await foundAlliance(association.ctx, { name: '輪圈聯盟' });
  const pages: readonly [string, ServiceContext, (ctx: ServiceContext) => Promise<unknown>][] = [
    ['/overview', lead.ctx, (ctx) => Promise.all([getOverview(ctx), listMemberships(ctx)])],
    ['/products', lead.ctx, listProducts],
    ['/products/:id', lead.ctx, (ctx) => getProductFootprint(ctx, { productId })],
    [
      '/products/:id/bill-of-materials',
      lead.ctx,
      (ctx) => getBillOfMaterials(ctx, { productId, search: '本' }),
    ],
    ['/products/:id/process-flow', lead.ctx, (ctx) => getDrawing(ctx, { productId })],
    ['/suppliers', lead.ctx, listSuppliers],
    ['/suppliers/ask', lead.ctx, (ctx) => Promise.all([listMembers(ctx), listSuppliers(ctx)])],
    ['/requests', lead.ctx, (ctx) => listRequests(ctx, { state: 'sent', overdue: true })],
    ['/requests by words', lead.ctx, (ctx) => listRequests(ctx, { search: '輪圈', sort: 'updated' })],
    ['/news', lead.ctx, (ctx) => listNews(ctx, { unreadOnly: true })],
    ['/requests/:id', lead.ctx, (ctx) => getRequest(ctx, { requestId })],
    ['/targets', lead.ctx, listTargets],
    ['/targets/:id', lead.ctx, (ctx) => readTarget(ctx, { targetId })],
    ['/targets of a supplier', supplier.ctx, listTargets],
    ['/inbox', supplier.ctx, (ctx) => Promise.all([listInbox(ctx), listMemberships(ctx)])],
    ['/inbox/:id', supplier.ctx, (ctx) => previewShare(ctx, { requestId })],
    ['/inbox/:id/sheet', supplier.ctx, (ctx) => openSheet(ctx, { requestId })],
    ['/inbox/:id/footprint', supplier.ctx, (ctx) => openRequest(ctx, { requestId })],
    ['/sharing', supplier.ctx, listShares],
    [
      '/alliance',
      association.ctx,
      (ctx) => Promise.all([listAlliances(ctx), listAllianceMembers(ctx, { allianceId })]),
    ],
  ];
  const frame = 2;
  const counts: Record<string, number> = {};
  for (const [page, ctx, read] of pages) counts[page] = frame + (await askedBy(() => read(ctx))).length;
  expect(Object.entries(counts).filter(([, count]) => count > mostQueries)).toEqual([]);
  // Every page asked something, so that a count of none cannot hide a spy that sees nothing.
  expect(Object.values(counts).every((count) => count > frame)).toBe(true);
  expect((await getRequest(lead.ctx, { requestId })).items[0]?.disclosed).toMatchObject({
    footprint: { kgCO2e: 5 },
  });
});
