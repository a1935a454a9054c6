import { withTenant } from '@slipstream/db';
import type { BillOfMaterials, BomLine } from '@slipstream/inventory-sheet';
import { accept } from '@slipstream/quantity';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { isAsked } from '../../../../test/support/asked-queries.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  cancelImport,
  foundOrganization,
  getImport,
  getProductFootprint,
  importBillOfMaterials,
  listImports,
  listProducts,
  listSuppliers,
  type ReadBillOfMaterials,
  readFootprintHolders,
  readFootprintLines,
  readOpenInputs,
  recalculateProductSystems,
  receiveBillOfMaterials,
  type ServiceContext,
  systemContext,
} from '../index.ts';
import { rowsAtOnce } from '../json-rows.ts';

const { database, superuser } = useDatabase({ poolSize: 6 });

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

/** Takes in a file of bytes of its own, unless told. */
async function received(ctx: ServiceContext, fileName = 'bom.xlsx', content: string = crypto.randomUUID()) {
  const bytes = new Blob([content]).stream();
  const { importBatchId } = await receiveBillOfMaterials(ctx, { fileName, contentType: 'x', bytes });
  return importBatchId;
}

const line = (index: number, more: Partial<BomLine> = {}): BomLine => ({
  sheet: 'BOM',
  row: index + 2,
  product: 0,
  parent: null,
  level: null,
  partNumber: `P-${index}`,
  name: `零件 ${index}`,
  specification: null,
  material: index % 10 === 9 ? null : '鋁錠',
  quantity: { typed: '1', value: 1 },
  unit: 'kg',
  unitTyped: 'kg',
  kgPerPiece: null,
  lineMassKg: null,
  supplier: `供應商 ${index % 30}`,
  unitPrice: null,
  costShare: null,
  annualVolume: 100,
  soleSource: null,
  remark: null,
  ...more,
});

/** What a file of so many lines would be read as. */
function fileOf(lines: readonly BomLine[], products = 1): ReadBillOfMaterials {
  const bill: BillOfMaterials = {
    products: Array.from({ length: products }, (_, index) => ({
      sheet: 'BOM',
      partNumber: null,
      name: `產品 ${index}`,
      declaredUnit: { amount: 1, unit: 'pcs' },
    })),
    lines,
    tables: [],
    rejected: [],
    account: { cells: 0, mapped: 0, heading: 0, flagged: 0 },
  };
  return async () => accept<BillOfMaterials, never>(bill);
}
const linesOf = (count: number, products = 1) =>
  Array.from({ length: count }, (_, index) => line(index, { product: index % products }));

async function imported(ctx: ServiceContext, read: ReadBillOfMaterials) {
  const importBatchId = await received(ctx);
  const { productSystemIds } = await importBillOfMaterials(ctx, { importBatchId }, read);
  await recalculateProductSystems(ctx, { productSystemIds });
  return importBatchId;
}

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const texts = spy.mock.calls.map(([query]: readonly unknown[]) =>
      typeof query === 'string' ? query : (query as pg.QueryConfig).text,
    );
    return texts.filter(isAsked).length;
  } finally {
    spy.mockRestore();
  }
}

it('asks as often for a thousand lines as for ten', async () => {
  const counts = { store: [] as number[], calculate: [] as number[] };
  for (const lines of [10, 1_000]) {
    const ctx = await leadFirm();
    const importBatchId = await received(ctx);
    let productSystemIds: readonly string[] = [];
    const store = async () => {
      ({ productSystemIds } = await importBillOfMaterials(
        ctx,
        { importBatchId },
        fileOf(linesOf(lines, 5), 5),
      ));
    };
    counts.store.push(await statementsOf(store));
    counts.calculate.push(await statementsOf(() => recalculateProductSystems(ctx, { productSystemIds })));
  }
  const [ofFew, ofMany] = counts.store;
  expect(ofMany).toBe(ofFew);
  expect(ofMany).toBeLessThan(30);
  // Large drawings are read one after the other, small ones together.
  expect(counts.calculate[0]).toBeLessThan(10);
  expect(counts.calculate[1]).toBeLessThan(40);
});

it('stores more lines than a statement takes, with assemblies below their parts', async () => {
  const ctx = await leadFirm();
  const count = rowsAtOnce + 500;
  const last = count - 1;
  const lines = Array.from({ length: count }, (_, index) =>
    line(index, { parent: index < 40 ? last : null }),
  );
  const importBatchId = await imported(ctx, fileOf(lines));
  expect(await getImport(ctx, { id: importBatchId })).toMatchObject({
    state: 'read',
    rowsAccepted: count,
    calculated: 1,
    products: { count: 1, shown: [{ parts: count }] },
  });
  const children = await withTenant(database, ctx.actor, (tx) =>
    tx.bomLine.count({ where: { parentLine: { lineNumber: count } } }),
  );
  expect(children).toBe(40);
});

it('shows of thousands of lines the largest, and the others when they are asked for', async () => {
  const ctx = await leadFirm();
  await imported(ctx, fileOf(linesOf(3_000)));
  const [product] = await listProducts(ctx);
  const { result } = await getProductFootprint(ctx, { productId: product?.id ?? '' });
  if (!result) throw new Error('No footprint');
  const { calculationId } = result;
  expect(result).toMatchObject({ lines: 2_700, openInputs: 300, holders: { count: 27 } });
  expect([result.holders.first.length, result.largest.length, result.open.length]).toEqual([20, 8, 20]);

  const holder = result.holders.first[0]?.holder ?? '';
  const lines = [];
  for (let offset = 0; ; offset += 60) {
    const portion = await readFootprintLines(ctx, { calculationId, holder, offset });
    if (portion.lines.length === 0) break;
    expect(Object.values(portion.origins.places)).toHaveLength(portion.lines.length);
    lines.push(...portion.lines);
  }
  expect(new Set(lines.map(({ exchange }) => exchange)).size).toBe(result.holders.first[0]?.lines);
  expect(lines.every((one) => one.holder === holder && one.reason?.kind === 'word')).toBe(true);
  const further = await readFootprintHolders(ctx, { calculationId, offset: 20 });
  expect(further.holders).toHaveLength(7);
  expect(Object.values(further.supplierNames)).toHaveLength(7);
  const open = await readOpenInputs(ctx, { calculationId, offset: 280 });
  expect(open.lines.map(({ reason }) => reason?.kind)).toEqual(Array(20).fill('noMatch'));
  const { lines: weighed, suppliers } = await listSuppliers(ctx, { part: '零件 2999' });
  expect([weighed, suppliers.length]).toEqual([3_000, 30]);
  expect(suppliers.filter(({ suppliesPart }) => suppliesPart).map(({ name }) => name)).toEqual(['供應商 29']);
});

it('stores files of one firm one after the other, though they name the same parts and come at once', async () => {
  const ctx = await leadFirm();
  const ids = await Promise.all([1, 2, 3].map(() => received(ctx)));
  const read = fileOf(linesOf(200));
  await Promise.all(ids.map((importBatchId) => importBillOfMaterials(ctx, { importBatchId }, read)));
  for (const id of ids)
    expect(await getImport(ctx, { id })).toMatchObject({ state: 'read', rowsAccepted: 200 });
  const stored = await withTenant(database, ctx.actor, async (tx) => ({
    bills: await tx.billOfMaterials.findMany({ orderBy: { version: 'asc' } }),
    parts: await tx.part.count(),
  }));
  expect(stored.bills.map(({ version, supersededAt }) => [version, supersededAt === null])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
  expect(stored.parts).toBe(200);
});

it('refuses more than a drawing can hold, and says of which product', async () => {
  const ctx = await leadFirm();
  const tooLong = await imported(ctx, fileOf(linesOf(5_001)));
  expect(await getImport(ctx, { id: tooLong })).toMatchObject({
    state: 'refused',
    leftOut: {
      shown: [
        { code: 'bom.tooManyLinesOfProduct', values: { found: 5_001, limit: 5_000, product: '產品 0' } },
      ],
    },
  });
  const tooMany = await imported(ctx, fileOf(linesOf(20_001, 10), 10));
  expect((await getImport(ctx, { id: tooMany })).leftOut.shown).toMatchObject([
    { code: 'bom.tooManyLines', values: { found: 20_001 } },
  ]);
  expect(await listProducts(ctx)).toEqual([]);
});

it('keeps names whole that were cut in the middle of a character', async () => {
  const ctx = await leadFirm();
  const name = `${'鋁'.repeat(199)}𠮷𠮷`;
  const read = fileOf([line(0, { partNumber: null, name }), line(1, { partNumber: null, name, row: 9 })]);
  await imported(ctx, read);
  const again = await imported(ctx, read);
  expect(await getImport(ctx, { id: again })).toMatchObject({ state: 'read', rowsAccepted: 2 });
  expect(await withTenant(database, ctx.actor, (tx) => tx.part.count())).toBe(1);
});

it('goes by the name a file came under this time, and keeps its bytes once', async () => {
  const ctx = await leadFirm();
  const first = await received(ctx, '舊檔名.xlsx', 'the same');
  const [second, third] = await Promise.all([
    received(ctx, '新檔名.xlsx', 'the same'),
    received(ctx, '另一個.xlsx', 'the same'),
  ]);
  const nameOf = async (id: string) => (await getImport(ctx, { id })).fileName;
  expect([await nameOf(first), await nameOf(second), await nameOf(third)]).toEqual([
    '舊檔名.xlsx',
    '新檔名.xlsx',
    '另一個.xlsx',
  ]);
  expect((await listImports(ctx)).map(({ fileName }) => fileName).sort()).toEqual(
    ['另一個.xlsx', '新檔名.xlsx', '舊檔名.xlsx'].sort(),
  );
  expect(await withTenant(database, ctx.actor, (tx) => tx.evidence.count())).toBe(1);
});

it('can be cancelled until it is stored, and then stores nothing', async () => {
  const ctx = await leadFirm();
  const cancelled = await received(ctx);
  // Cancelled while the file is being read: whoever reads it finds it ended.
  await importBillOfMaterials(ctx, { importBatchId: cancelled }, async (bytes, mappings) => {
    expect(await listImports(ctx, { isRunning: true })).toMatchObject([{ id: cancelled, state: 'reading' }]);
    await cancelImport(ctx, { id: cancelled });
    return fileOf(linesOf(3))(bytes, mappings);
  });
  expect(await getImport(ctx, { id: cancelled })).toMatchObject({
    state: 'refused',
    isCancelled: true,
    products: { count: 0 },
  });
  expect(await listProducts(ctx)).toEqual([]);
  const done = await imported(ctx, fileOf(linesOf(3)));
  await expect(cancelImport(ctx, { id: done })).rejects.toMatchObject({ code: 'conflict' });
  await expect(cancelImport(await leadFirm(), { id: done })).rejects.toMatchObject({ code: 'notFound' });

  const storing = await received(ctx);
  await superuser.query('BEGIN');
  await superuser.query('SELECT 1 FROM "ImportBatch" WHERE "id" = $1 FOR UPDATE', [storing]);
  await expect(cancelImport(ctx, { id: storing })).rejects.toMatchObject({ code: 'conflict' });
  await superuser.query('ROLLBACK');
  expect(await getImport(ctx, { id: storing })).toMatchObject({ state: 'received', isCancelled: false });
});
