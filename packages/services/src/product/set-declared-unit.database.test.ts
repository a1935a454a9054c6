import { withTenant } from '@slipstream/db';
import { parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  foundOrganization,
  getDrawing,
  getImport,
  getProductFootprint,
  importBillOfMaterials,
  listProducts,
  recalculateProductSystem,
  receiveBillOfMaterials,
  type ServiceContext,
  saveDrawing,
  setDeclaredUnit,
  systemContext,
} from '../index.ts';

const { database } = useDatabase();

async function leadFirm(): Promise<ServiceContext> {
  const runtime = makeRuntime(database);
  const { organizationId } = await foundOrganization(runtime, {
    kind: 'leadFirm',
    name: '大同機械',
    owner: { email: `${crypto.randomUUID()}@example.test`, name: '王小明', password: 'correct horse 電池' },
  });
  return systemContext(runtime, { id: organizationId, kind: 'leadFirm' }, 'test');
}

async function imported(ctx: ServiceContext, content: string): Promise<string> {
  async function* bytes() {
    yield new TextEncoder().encode(content);
  }
  const { importBatchId } = await receiveBillOfMaterials(ctx, {
    fileName: 'bom.csv',
    contentType: 'text/csv',
    bytes: bytes(),
  });
  await importBillOfMaterials(ctx, { importBatchId }, async (stream) => {
    const workbook = await readWorkbook(new Uint8Array(await new Response(stream).arrayBuffer()));
    return workbook.ok ? parseBillOfMaterials(workbook.value) : workbook;
  });
  return importBatchId;
}

async function footprintOf(ctx: ServiceContext) {
  const systems = await withTenant(database, ctx.actor, (tx) => tx.productSystem.findMany());
  for (const { id } of systems) await recalculateProductSystem(ctx, { productSystemId: id });
  const [product] = await listProducts(ctx);
  const page = await getProductFootprint(ctx, { productId: product?.id ?? '' });
  expect([product?.declaredUnit, page.declaredUnit]).toEqual([page.statedUnit, page.statedUnit]);
  return { productId: page.id, total: page.result?.total, per: page.statedUnit };
}

const codesOf = async (ctx: ServiceContext, id: string) =>
  (await getImport(ctx, { id })).notes.shown.map(({ code, values }) => [code, values.found ?? null]);

// 8 kg aluminium ingot × 9.85 kg CO2e/kg = 78.8 kg CO2e
const parts = '料號,品名,材質,數量,單位\nA,本體,A356 鋁錠,8,kg\n';
const unstated = `產品名稱,輪圈\n${parts}`;
const perTonne = `產品名稱,輪圈,宣告單位,1 公噸\n${parts}`;

it('takes the declared unit from the bill, and asks where the bill says none', async () => {
  const stating = await leadFirm();
  const first = await imported(stating, perTonne);
  expect(await codesOf(stating, first)).toEqual([]);
  expect((await getImport(stating, { id: first })).products.shown).toMatchObject([
    { declaredUnit: { amount: 1, unit: 't' } },
  ]);
  expect(await footprintOf(stating)).toMatchObject({
    total: expect.closeTo(78.8, 9),
    per: { amount: 1, unit: 't' },
  });
  const silent = await leadFirm();
  expect(await codesOf(silent, await imported(silent, unstated))).toEqual([
    ['bom.declaredUnitAssumed', null],
  ]);
  expect(await footprintOf(silent)).toMatchObject({ per: { amount: 1, unit: 'pcs' } });
});

it('says what the amounts were for, and converts the figure to another amount of the same', async () => {
  const ctx = await leadFirm();
  await imported(ctx, unstated);
  const { productId } = await footprintOf(ctx);
  await setDeclaredUnit(ctx, { productId, declaredUnit: '1 公噸', meaning: 'amounts' });
  const waiting = await getProductFootprint(ctx, { productId });
  expect(waiting).toMatchObject({
    isStale: true,
    declaredUnit: { amount: 1, unit: 't' },
    statedUnit: { amount: 1, unit: 'pcs' },
  });
  expect(await footprintOf(ctx)).toMatchObject({
    total: expect.closeTo(78.8, 9),
    per: { amount: 1, unit: 't' },
  });
  await setDeclaredUnit(ctx, { productId, declaredUnit: '每公斤', meaning: 'figure' });
  expect(await footprintOf(ctx)).toMatchObject({
    total: expect.closeTo(0.0788, 9),
    per: { amount: 1, unit: 'kg' },
  });
  await setDeclaredUnit(ctx, { productId, declaredUnit: '10 kg', meaning: 'amounts' });
  expect(await footprintOf(ctx)).toMatchObject({
    total: expect.closeTo(78.8, 9),
    per: { amount: 10, unit: 'kg' },
  });
});

it('refuses what no product is counted in and what does not convert, and changes nothing', async () => {
  const ctx = await leadFirm();
  await imported(ctx, unstated);
  const { productId } = await footprintOf(ctx);
  for (const declaredUnit of ['5 kW', '', '0 t', '一打半'])
    await expect(setDeclaredUnit(ctx, { productId, declaredUnit, meaning: 'amounts' })).rejects.toMatchObject(
      {
        code: 'refused',
        findings: [{ code: 'declaredUnit.unreadable', path: ['declaredUnit'] }],
      },
    );
  await expect(
    setDeclaredUnit(ctx, { productId, declaredUnit: '1 t', meaning: 'figure' }),
  ).rejects.toMatchObject({
    findings: [{ code: 'declaredUnit.notConvertible', values: { unit: 't', expected: 'pcs' } }],
  });
  const viewer = { ...ctx, actor: { ...ctx.actor, userId: crypto.randomUUID(), roles: ['viewer'] as const } };
  const stranger = await leadFirm();
  const change = { productId, declaredUnit: '1 t', meaning: 'amounts' } as const;
  await expect(setDeclaredUnit(viewer, change)).rejects.toMatchObject({ code: 'permissionDenied' });
  await expect(setDeclaredUnit(stranger, change)).rejects.toMatchObject({ code: 'notFound' });
  expect(await footprintOf(ctx)).toMatchObject({ per: { amount: 1, unit: 'pcs' } });
});

it('leaves the drawing to its bill until somebody works on it, and refuses a save made on the former unit', async () => {
  const ctx = await leadFirm();
  await imported(ctx, unstated);
  const { productId } = await footprintOf(ctx);
  const drawing = await getDrawing(ctx, { productId });
  const save = (version: number) =>
    saveDrawing(ctx, { productId, version, draft: drawing.draft, positions: {} });
  await setDeclaredUnit(ctx, { productId, declaredUnit: '1 t', meaning: 'amounts' });
  await expect(save(drawing.version)).rejects.toMatchObject({ code: 'conflict' });
  // A corrected bill is drawn again; it says nothing of the unit, so the one that was set stays.
  expect(await codesOf(ctx, await imported(ctx, unstated.replace(',8,', ',9,')))).toEqual([]);
  expect(await footprintOf(ctx)).toMatchObject({ total: expect.closeTo(88.65, 9), per: { unit: 't' } });
  await imported(ctx, perTonne.replace('1 公噸', '1000 kg'));
  expect(await footprintOf(ctx)).toMatchObject({ per: { amount: 1000, unit: 'kg' } });
  const { version, draft } = await getDrawing(ctx, { productId });
  await saveDrawing(ctx, { productId, version, draft, positions: {} });
  expect(await codesOf(ctx, await imported(ctx, perTonne))).toEqual([['bom.declaredUnitKept', '1 t']]);
  expect(await footprintOf(ctx)).toMatchObject({ per: { amount: 1000, unit: 'kg' } });
});
