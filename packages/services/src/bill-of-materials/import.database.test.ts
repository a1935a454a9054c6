import { withTenant } from '@slipstream/db';
import { type BomField, parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  foundOrganization,
  getBillOfMaterials,
  getDrawing,
  getImport,
  getProductFootprint,
  importBillOfMaterials,
  listProducts,
  type ReadBillOfMaterials,
  readBillOfMaterialsAgain,
  recalculateProductSystem,
  recalculateProductSystems,
  receiveBillOfMaterials,
  type ServiceContext,
  saveDrawing,
  sweepStaleProductSystems,
  systemContext,
} from '../index.ts';

const { database, superuser } = useDatabase();

const read: ReadBillOfMaterials = async (bytes, mappings) => {
  const workbook = await readWorkbook(new Uint8Array(await new Response(bytes).arrayBuffer()));
  return workbook.ok ? parseBillOfMaterials(workbook.value, { mappings }) : workbook;
};

async function leadFirm(): Promise<ServiceContext> {
  const runtime = makeRuntime(database);
  const email = `${crypto.randomUUID()}@example.test`;
  const { organizationId } = await foundOrganization(runtime, {
    kind: 'leadFirm',
    name: '大同機械',
    owner: { email, name: '王小明', password: 'correct horse 電池' },
  });
  return systemContext(runtime, { id: organizationId, kind: 'leadFirm' }, 'test');
}

const bill = [
  '產品,料號,品名,材質,數量,單位,單重(kg),供應商,年用量',
  '輪圈,W-1,本體,A356 鋁錠,8,kg,,大新鋁業,1000',
  '輪圈,W-2,螺絲,,5,個,0.02,永固螺絲,500',
  '輪圈,W-3,螺絲帽,ABS,四,個,0.01,永固螺絲,',
  '輪胎組,W-1,本體,A356 鋁錠,2,kg,,大新鋁業,200',
].join('\n');

async function drop(ctx: ServiceContext, content: string, fileName = 'bom.csv') {
  async function* bytes() {
    yield new TextEncoder().encode(content);
  }
  return receiveBillOfMaterials(ctx, { fileName, contentType: 'text/csv', bytes: bytes() });
}

async function imported(ctx: ServiceContext, content = bill) {
  const { importBatchId } = await drop(ctx, content);
  const { productSystemIds } = await importBillOfMaterials(ctx, { importBatchId }, read);
  for (const productSystemId of productSystemIds) await recalculateProductSystem(ctx, { productSystemId });
  return { importBatchId, productSystemIds };
}

it('reads a file into products, parts and suppliers, lists the row it could not read, and calculates', async () => {
  const ctx = await leadFirm();
  const { importBatchId } = await imported(ctx);
  const report = await getImport(ctx, { id: importBatchId });
  expect(report).toMatchObject({ state: 'read', rowsAccepted: 3, rowsRejected: 1, fileName: 'bom.csv' });
  expect(report.leftOut.shown).toContainEqual(
    expect.objectContaining({
      code: 'table.amountUnreadable',
      values: expect.objectContaining({ row: 4, column: 'E', found: '四' }),
      rejectedRow: expect.stringContaining('W-3'),
    }),
  );
  const products = await listProducts(ctx);
  // 8 kg × 9.85 + 5 × 0.02 kg × 3.37 = 79.137; 2 kg × 9.85 = 19.7
  const figures = Object.fromEntries(products.map(({ name, kgCo2e }) => [name, kgCo2e]));
  expect(figures).toEqual({ 輪圈: expect.closeTo(79.137, 9), 輪胎組: expect.closeTo(19.7, 9) });
  const stored = await withTenant(database, ctx.actor, async (tx) => ({
    parts: await tx.part.count(),
    suppliers: await tx.organization.findMany({ where: { kind: 'supplier' }, orderBy: { name: 'asc' } }),
    supplies: await tx.partSupply.findMany({ include: { part: true } }),
  }));
  expect(stored.parts).toBe(2);
  expect(stored.suppliers.map(({ name, claimedAt }) => [name, claimedAt])).toEqual([
    ['大新鋁業', null],
    ['永固螺絲', null],
  ]);
  const body = stored.supplies.find(({ part }) => part.partNumber === 'W-1');
  expect(body?.annualVolume?.toNumber()).toBe(1200);
});

it('gives the known part and names what is open, never a zero', async () => {
  const ctx = await leadFirm();
  await imported(ctx, '產品,品名,材質,數量,單位\n蓋,外蓋,ABS,2,kg\n蓋,神秘零件,,3,kg\n');
  const [product] = await listProducts(ctx);
  expect(product?.kgCo2e).toBeNull();
  const page = await getProductFootprint(ctx, { productId: product?.id ?? '' });
  expect(page.result?.total).toBeCloseTo(5.576, 9);
  expect(page.result?.open).toMatchObject([{ name: '神秘零件', amount: 3, codes: ['exchange.unlinked'] }]);
});

it('names a product after its file where the file does not, so that two files are two products', async () => {
  const ctx = await leadFirm();
  const table = '料號,品名,材質,數量,單位\nP-1,外蓋,ABS,2,kg\n';
  for (const fileName of ['冷卻泵 v2.csv', '加熱器.csv']) {
    const { importBatchId } = await drop(ctx, `${table}${fileName},x,ABS,1,kg\n`, fileName);
    await importBillOfMaterials(ctx, { importBatchId }, read);
    const { notes } = await getImport(ctx, { id: importBatchId });
    expect(notes.shown).toContainEqual(
      expect.objectContaining({
        code: 'bom.productNamedAfterFile',
        values: expect.objectContaining({ product: fileName.replace('.csv', '') }),
      }),
    );
  }
  const names = (await listProducts(ctx)).map(({ name }) => name).sort();
  expect(names).toEqual(['冷卻泵 v2', '加熱器']);
});

it('is safe to run again, wherever it was cut off', async () => {
  const ctx = await leadFirm();
  const { importBatchId } = await drop(ctx, bill);
  const cutOff = importBillOfMaterials(ctx, { importBatchId }, () => Promise.reject(new Error('killed')));
  await expect(cutOff).rejects.toThrow('killed');
  const both = await Promise.all([
    importBillOfMaterials(ctx, { importBatchId }, read),
    importBillOfMaterials(ctx, { importBatchId }, read),
  ]);
  const left = new Set(both.flatMap(({ productSystemIds }) => productSystemIds));
  expect(left.size).toBe(2);
  // Cut off between storing and calculating: what is left to calculate is told again, until it is done.
  const again = () => importBillOfMaterials(ctx, { importBatchId }, read);
  expect(new Set((await again()).productSystemIds)).toEqual(left);
  await recalculateProductSystems(ctx, { productSystemIds: [...left] });
  expect(await again()).toEqual({ productSystemIds: [] });
  const bills = await withTenant(database, ctx.actor, (tx) => tx.billOfMaterials.count());
  expect(bills).toBe(2);
});

it('finds stale product systems whose job was lost, and calculates once per input', async () => {
  const ctx = await leadFirm();
  const { productSystemIds } = await imported(ctx);
  const [productSystemId = ''] = productSystemIds;
  const of = () =>
    withTenant(database, ctx.actor, async (tx) => ({
      system: await tx.productSystem.findFirstOrThrow({ where: { id: productSystemId } }),
      calculations: await tx.footprintCalculation.count({ where: { productSystemId } }),
    }));
  expect(await of()).toMatchObject({ system: { staleSince: null }, calculations: 1 });
  const { productId } = (await of()).system;
  const drawing = await getDrawing(ctx, { productId });
  const renamed = { ...drawing.draft, studyId: 'study' };
  const save = (version: number, draft: unknown) =>
    saveDrawing(ctx, { productId, version, draft, positions: {} });
  expect(await save(0, renamed)).toEqual({ version: 1 });
  await expect(save(0, renamed)).rejects.toMatchObject({ code: 'conflict' });
  await expect(save(1, { ...renamed, flows: 'none' })).rejects.toMatchObject({ code: 'refused' });
  expect((await of()).system.staleSince).not.toBeNull();
  // The job never ran: its worker was killed and the queue lost. A minute or two later the sweep finds it.
  const later = { ...ctx, clock: () => new Date(ctx.clock().getTime() + 3 * 60_000) };
  expect(await sweepStaleProductSystems(later)).toBeGreaterThanOrEqual(1);
  expect(await of()).toMatchObject({ system: { staleSince: null }, calculations: 2 });
  // Taken back: the first answer is found again, and is the present one.
  await save(1, drawing.draft);
  await recalculateProductSystem(ctx, { productSystemId });
  expect(await of()).toMatchObject({ system: { staleSince: null }, calculations: 2 });
  const page = await getProductFootprint(ctx, { productId });
  expect(page.result?.total).toBeGreaterThan(0);
  const { rows } = await superuser.query(
    `SELECT count(*)::int AS n FROM "OutboxMessage" WHERE job = 'recalculate-product-system' AND payload->>'productSystemId' = $1`,
    [productSystemId],
  );
  // One for each save; what an import draws it calculates itself.
  expect(rows[0].n).toBe(2);
});

it('refuses what is no workbook and stores nothing of it', async () => {
  const ctx = await leadFirm();
  const { importBatchId } = await imported(ctx, '%PDF-1.7');
  expect(await getImport(ctx, { id: importBatchId })).toMatchObject({
    state: 'refused',
    products: { count: 0, shown: [] },
    leftOut: { count: 1, shown: [{ code: 'workbook.pdf' }] },
  });
});

it('shows a stranger what it shows for nothing: not found', async () => {
  const ctx = await leadFirm();
  const { importBatchId } = await imported(ctx);
  const [product] = await listProducts(ctx);
  const stranger = await leadFirm();
  const id = product?.id ?? '';
  for (const productId of [id, crypto.randomUUID()]) {
    await expect(getProductFootprint(stranger, { productId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(getDrawing(stranger, { productId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(
      saveDrawing(stranger, {
        productId,
        version: 0,
        draft: (await getDrawing(ctx, { productId: id })).draft,
        positions: {},
      }),
    ).rejects.toMatchObject({ code: 'notFound' });
  }
  await expect(getImport(stranger, { id: importBatchId })).rejects.toMatchObject({ code: 'notFound' });
  expect(await listProducts(stranger)).toEqual([]);
});

it('reads a file again with the columns a person corrected, in place of what was read before', async () => {
  const ctx = await leadFirm();
  const odd = '產品,料號,品名,組數,單位,單重(kg),來源\n輪圈,W-1,本體,2,個,8,大新鋁業\n';
  const { importBatchId: id } = await imported(ctx, odd);
  const first = await getImport(ctx, { id });
  const [table] = first.tables;
  expect(table).toMatchObject({ headerRow: 1, isConfirmed: false });
  expect(
    table?.columns.map(({ letters, header, field, samples }) => [letters, header, field, samples[0]]),
  ).toEqual([
    ['A', '產品', 'product', '輪圈'],
    ['B', '料號', 'partNumber', 'W-1'],
    ['C', '品名', 'name', '本體'],
    ['D', '組數', null, '2'],
    ['E', '單位', 'unit', '個'],
    ['F', '單重(kg)', 'pieceMass', '8'],
    ['G', '來源', null, '大新鋁業'],
  ]);

  const again = async (columns: Parameters<typeof readBillOfMaterialsAgain>[1]['choices'], of = id) => {
    const { importBatchId } = await readBillOfMaterialsAgain(ctx, { id: of, choices: columns });
    await importBillOfMaterials(ctx, { importBatchId }, read);
    return importBatchId;
  };
  const corrected = await again(new Map([[0, { D: 'quantity', G: 'supplier' }]]));
  expect(corrected).not.toBe(id);
  expect(await getImport(ctx, { id: corrected })).toMatchObject({
    state: 'read',
    rowsAccepted: 1,
    fileName: 'bom.csv',
    products: { count: 1, shown: [{ name: '輪圈', parts: 1 }] },
  });
  const [product] = await listProducts(ctx);
  const { lines } = await getBillOfMaterials(ctx, { productId: product?.id ?? '' });
  expect(lines).toMatchObject([{ amount: 2, unit: 'pcs', supplierName: '大新鋁業' }]);
  // What was said before stays said where nobody says otherwise.
  const further = await again(new Map([[0, { C: 'specification' }]]), corrected);
  const confirmed = await getImport(ctx, { id: further });
  expect(confirmed.tables[0]?.isConfirmed).toBe(true);
  expect(confirmed.tables[0]?.columns.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['quantity', 'specification']),
  );
  expect(await withTenant(database, ctx.actor, (tx) => tx.evidence.count())).toBe(1);

  // Nothing about the first reading has changed.
  expect(await getImport(ctx, { id })).toEqual({
    ...first,
    products: expect.anything(),
    calculated: expect.anything(),
  });
});

it('refuses columns that say a thing twice or name nothing, and reads no file of somebody else again', async () => {
  const ctx = await leadFirm();
  const { importBatchId: id } = await imported(ctx);
  const again = (columns: Readonly<Record<string, BomField | null>>, by = ctx, place = 0) =>
    readBillOfMaterialsAgain(by, { id, choices: new Map([[place, columns]]) });
  await expect(again({ A: 'partNumber' })).rejects.toMatchObject({
    code: 'refused',
    findings: [{ code: 'import.columnTwice', values: { field: 'partNumber', columns: 'A, B' } }],
  });
  await expect(again({ B: null, C: null, D: null })).rejects.toMatchObject({
    findings: [{ code: 'import.columnNameMissing' }],
  });
  await expect(again({ A: 'product' }, ctx, 7)).rejects.toMatchObject({ code: 'conflict' });
  await expect(again({ A: 'product' }, await leadFirm())).rejects.toMatchObject({ code: 'notFound' });
  const viewer = { ...ctx, actor: { ...ctx.actor, userId: crypto.randomUUID(), roles: ['viewer' as const] } };
  await expect(again({ A: 'product' }, viewer)).rejects.toMatchObject({ code: 'permissionDenied' });
  const { importBatchId: waiting } = await drop(ctx, bill, '等候.csv');
  await expect(readBillOfMaterialsAgain(ctx, { id: waiting, choices: new Map() })).rejects.toMatchObject({
    code: 'conflict',
  });
});
