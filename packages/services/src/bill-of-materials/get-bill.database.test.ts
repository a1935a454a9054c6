import { parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  foundOrganization,
  getBillOfMaterials,
  importBillOfMaterials,
  listProducts,
  openImportedFile,
  type ReadBillOfMaterials,
  receiveBillOfMaterials,
  type ServiceContext,
  systemContext,
} from '../index.ts';

const { database } = useDatabase();
const runtime = makeRuntime(database);

const read: ReadBillOfMaterials = async (bytes) => {
  const workbook = await readWorkbook(new Uint8Array(await new Response(bytes).arrayBuffer()));
  return workbook.ok ? parseBillOfMaterials(workbook.value) : workbook;
};

async function leadFirm(): Promise<ServiceContext> {
  const { organizationId } = await foundOrganization(runtime, {
    kind: 'leadFirm',
    name: '大同機械',
    owner: { email: `${crypto.randomUUID()}@example.test`, name: '王小明', password: 'correct horse 電池' },
  });
  return systemContext(runtime, { id: organizationId, kind: 'leadFirm' }, 'test');
}

async function imported(ctx: ServiceContext, fileName: string, content: string): Promise<string> {
  async function* bytes() {
    yield new TextEncoder().encode(content);
  }
  const file = { fileName, contentType: 'text/csv', bytes: bytes() };
  const { importBatchId } = await receiveBillOfMaterials(ctx, file);
  await importBillOfMaterials(ctx, { importBatchId }, read);
  return importBatchId;
}

async function productOf(ctx: ServiceContext): Promise<string> {
  const [product] = await listProducts(ctx);
  if (!product) throw new Error('No product');
  return product.id;
}

const heading = '產品,料號,品名,材質,數量,單位,單重(kg),供應商';
const bill = [
  heading,
  '輪圈,W-1,本體,A356 鋁錠,8,kg,,大新鋁業',
  '輪圈,W-2,螺絲 50%,,5,個,0.02,永固螺絲',
  '輪圈,W-2,螺絲 50%,,5,個,0.02,',
  '輪圈,W-3,護蓋,ABS,,個,0.01,',
].join('\n');

it('tells each line as its file does: a blank stays blank, and where the line stood is known', async () => {
  const ctx = await leadFirm();
  const importId = await imported(ctx, '輪圈.csv', bill);
  const page = await getBillOfMaterials(ctx, { productId: await productOf(ctx) });
  expect(page).toMatchObject({ total: page.lines.length, page: 1, pages: 1 });
  expect(page.shown).toMatchObject({ version: 1, file: { importId, name: '輪圈.csv' } });
  expect(page.lines[0]).toMatchObject({
    partNumber: 'W-1',
    name: '本體',
    material: 'A356 鋁錠',
    amount: 8,
    unit: 'kg',
    assembly: null,
    supplierName: '大新鋁業',
    isSoleSource: true,
    place: { row: 2 },
  });
  expect(page.lines.find(({ partNumber }) => partNumber === 'W-3')).toMatchObject({
    amount: null,
    massPerUnitKg: 0.01,
    supplierName: null,
    isSoleSource: false,
  });
});

it('finds words in a part, its material or its supplier, signs of patterns included, and sorts', async () => {
  const ctx = await leadFirm();
  await imported(ctx, '輪圈.csv', bill);
  const productId = await productOf(ctx);
  const found = async (search: string) =>
    (await getBillOfMaterials(ctx, { productId, search })).lines.map(({ partNumber }) => partNumber);
  expect(await found('50%')).toContain('W-2');
  expect(await found('0_')).toEqual([]);
  expect(await found('abs')).toEqual(['W-3']);
  expect(await found('永固')).toEqual(['W-2']);
  const { lines } = await getBillOfMaterials(ctx, { productId, sort: 'supplier' });
  const named = lines.flatMap(({ supplierName }) => supplierName ?? []);
  expect(named).toEqual([...named].sort());
});

it('comes in pages, and one past the last is the last', async () => {
  const ctx = await leadFirm();
  const rows = Array.from({ length: 120 }, (_, at) => `輪圈,P-${at},零件 ${at},,1,個,1,`);
  await imported(ctx, '輪圈.csv', [heading, ...rows].join('\n'));
  const productId = await productOf(ctx);
  const pages = await Promise.all([1, 2, 3].map((page) => getBillOfMaterials(ctx, { productId, page })));
  expect(pages.map(({ lines }) => lines.length)).toEqual([50, 50, 20]);
  expect(new Set(pages.flatMap(({ lines }) => lines.map(({ id }) => id))).size).toBe(120);
  expect(await getBillOfMaterials(ctx, { productId, page: 9 })).toEqual(pages[2]);
});

it('keeps earlier versions and the files they came from', async () => {
  const ctx = await leadFirm();
  await imported(ctx, '舊.csv', bill);
  const newer = `${heading}\n輪圈,W-1,本體,A356 鋁錠,7,kg,,大新鋁業`;
  const importId = await imported(ctx, '新.csv', newer);
  const productId = await productOf(ctx);
  const page = await getBillOfMaterials(ctx, { productId });
  expect(page.versions.map(({ version, file }) => [version, file?.name])).toEqual([
    [2, '新.csv'],
    [1, '舊.csv'],
  ]);
  expect(page.total).toBe(1);
  const older = await getBillOfMaterials(ctx, { productId, version: 1 });
  expect(older.lines[0]).toMatchObject({ amount: 8 });
  const { fileName, bytes } = await openImportedFile(ctx, { importId });
  expect([fileName, await new Response(bytes).text()]).toEqual(['新.csv', newer]);
});

it('is absent for whom it is not, its versions and its file too', async () => {
  const [ctx, other] = [await leadFirm(), await leadFirm()];
  const importId = await imported(ctx, '輪圈.csv', bill);
  const productId = await productOf(ctx);
  await expect(getBillOfMaterials(ctx, { productId, version: 7 })).rejects.toThrow('notFound');
  await expect(getBillOfMaterials(other, { productId })).rejects.toThrow('notFound');
  await expect(openImportedFile(other, { importId })).rejects.toThrow('notFound');
});
