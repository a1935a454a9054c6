import { withTenant } from '@slipstream/db';
import { parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  getDrawing,
  getOverview,
  getProductFootprint,
  importBillOfMaterials,
  recalculateProductSystem,
  receiveBillOfMaterials,
  type ServiceContext,
  systemContext,
} from '../index.ts';

const { database } = useDatabase();

async function leadFirm(): Promise<ServiceContext> {
  const { organizationId, userId } = await makeOrganization(database, { kind: 'leadFirm' });
  const context = systemContext(makeRuntime(database), { id: organizationId, kind: 'leadFirm' }, 'test');
  return { ...context, actor: { ...context.actor, userId, roles: ['manager'] } };
}

/** Two products: the wheel has 8 kg by 大新鋁業, 0.1 kg by 永固螺絲 and a sticker nobody knows a factor for. */
async function wheels(ctx: ServiceContext) {
  const bill = [
    '產品,料號,品名,材質,數量,單位,單重(kg),供應商',
    '輪圈,W-1,本體,A356 鋁錠,8,kg,,大新鋁業',
    '輪圈,W-2,螺絲,ABS,5,個,0.02,永固螺絲',
    '輪圈,W-3,貼紙,,1,個,,永固螺絲',
    '輪胎組,W-1,本體,A356 鋁錠,2,kg,,大新鋁業',
  ].join('\n');
  async function* bytes() {
    yield new TextEncoder().encode(bill);
  }
  const file = { fileName: 'bom.csv', contentType: 'text/csv', bytes: bytes() };
  const { importBatchId } = await receiveBillOfMaterials(ctx, file);
  const { productSystemIds } = await importBillOfMaterials(ctx, { importBatchId }, async (read) => {
    const workbook = await readWorkbook(new Uint8Array(await new Response(read).arrayBuffer()));
    return workbook.ok ? parseBillOfMaterials(workbook.value) : workbook;
  });
  for (const productSystemId of productSystemIds) await recalculateProductSystem(ctx, { productSystemId });
}

it('shows what is known of every product, and a stage nobody entered as not entered', async () => {
  const ctx = await leadFirm();
  await wheels(ctx);
  const { products } = await getOverview(ctx);
  const wheel = products.find(({ name }) => name === '輪圈');
  expect(products.map(({ name }) => name).sort()).toEqual(['輪圈', '輪胎組'].sort());
  expect(wheel).toMatchObject({ openInputs: 1, isStale: false });
  const { knownKgCo2e, band, stages } = wheel ?? { stages: [] };
  expect(band?.low).toBeLessThan(knownKgCo2e ?? Number.NaN);
  expect(band?.high).toBeGreaterThan(knownKgCo2e ?? Number.NaN);
  expect(stages).toEqual([
    { stage: 'rawMaterial', kgCO2e: knownKgCo2e },
    { stage: 'manufacturing', kgCO2e: null },
  ]);
});

it('names each supplier once among what to do next, the largest share first, and how its requests stand', async () => {
  const ctx = await leadFirm();
  await wheels(ctx);
  const before = await getOverview(ctx);
  const asked = before.steps.filter(({ kind }) => kind === 'askSupplier');
  const nameOf = (supplier: string | null) => before.suppliers[supplier ?? '']?.name;
  expect(asked.map(({ supplier, products }) => [nameOf(supplier), products])).toEqual([
    ['大新鋁業', 2],
    ['永固螺絲', 1],
  ]);
  expect(asked[0]?.gainShare).toBeGreaterThan(asked[1]?.gainShare ?? Number.NaN);
  const [caster, screws] = asked.map(({ supplier }) => supplier ?? '');
  const { organizationId } = ctx.actor;
  const requestOf = (dataOwnerId: string, dueDate: string, state: 'sent' | 'cancelled' | 'approved') =>
    withTenant(database, ctx.actor, (tx) =>
      tx.supplierRequest.create({
        data: { dataRecipientId: organizationId, dataOwnerId, state, dueDate: new Date(dueDate) },
      }),
    );
  const late = await requestOf(caster ?? '', '2020-01-31', 'sent');
  await requestOf(screws ?? '', '2020-01-31', 'approved');
  await requestOf(screws ?? '', '2020-02-01', 'cancelled');

  const { requests } = await getOverview(ctx);
  expect(requests.countByState).toEqual({ sent: 1, approved: 1 });
  expect(requests.overdue).toEqual([{ id: late.id, supplier: '大新鋁業', dueDate: '2020-01-31' }]);
  expect(requests.latest[caster ?? '']).toEqual({ id: late.id, state: 'sent' });
  expect(requests.latest[screws ?? '']?.state).toBe('approved');

  const productId = before.products.find(({ name }) => name === '輪圈')?.id ?? '';
  expect((await getDrawing(ctx, { productId })).requests).toEqual(requests.latest);
  const page = await getProductFootprint(ctx, { productId });
  expect(page.requests).toEqual(requests.latest);
  expect(page.supplierRelations[caster ?? '']).toBe(before.suppliers[caster ?? '']?.relationId);
});

it('is empty for a firm that has only begun, and shows nobody else’s', async () => {
  await wheels(await leadFirm());
  expect(await getOverview(await leadFirm())).toEqual({
    products: [],
    steps: [],
    requests: { countByState: {}, overdue: [], latest: {} },
    suppliers: {},
  });
});
