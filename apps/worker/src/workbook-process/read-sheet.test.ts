import { makeBillOfMaterialsTemplate } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { keepReaderReady, takeReader } from './reader.ts';

const streamOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
const text = (content: string) => streamOf(new TextEncoder().encode(content));

it('reads a bill of materials in a process of its own', async () => {
  const reading = await readSheet(
    'billOfMaterials',
    text('料號,品名,數量,單位,供應商\nA1,鋁錠,2,kg,大新鋁業\nA2,螺絲,四,個,大新鋁業\n'),
  );
  expect(reading).toMatchObject({
    ok: true,
    value: { lines: [{ partNumber: 'A1', quantity: { value: 2 }, unit: 'kg', supplier: '大新鋁業' }] },
  });
  expect(reading.findings).toContainEqual(
    expect.objectContaining({ code: 'table.amountUnreadable', values: expect.objectContaining({ row: 3 }) }),
  );
});

it('reads columns as a person set them', async () => {
  const mapping = { sheet: 'CSV', headerRow: 1, columns: { C: 'quantity' } } as const;
  const reading = await readSheet('billOfMaterials', text('料號,品名,組數,單位\nA1,鋁錠,2,kg\n'), {
    mappings: [mapping],
  });
  expect(reading).toMatchObject({
    ok: true,
    value: { lines: [{ partNumber: 'A1', quantity: { value: 2 } }] },
  });
});

it('says what a file is that is no workbook', async () => {
  expect(await readSheet('billOfMaterials', text(''))).toMatchObject({
    ok: false,
    findings: [{ code: 'workbook.empty' }],
  });
  expect(await readSheet('inventorySheet', text('%PDF-1.7\n'))).toMatchObject({
    ok: false,
    findings: [{ code: 'workbook.pdf' }],
  });
});

it('reads a made workbook back', async () => {
  const bytes = await makeBillOfMaterialsTemplate();
  expect(
    (await readSheet('billOfMaterials', streamOf(bytes))).findings.map(({ code }) => code),
  ).not.toContain('workbook.damaged');
});

it('rejects where the bytes cannot be had', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error('gone')),
  });
  await expect(readSheet('billOfMaterials', broken)).rejects.toThrow('gone');
});

it('reads with a process kept ready as with a fresh one, each file in one of its own, and survives its death', async () => {
  keepReaderReady();
  const file = '料號,品名,數量,單位\nA1,鋁錠,2,kg\n';
  const first = await readSheet('billOfMaterials', text(file));
  const second = await readSheet('billOfMaterials', text(file.replace('鋁錠', '螺絲')));
  expect([first, second]).toMatchObject([
    { value: { lines: [{ name: '鋁錠' }] } },
    { value: { lines: [{ name: '螺絲' }] } },
  ]);
  const dying = takeReader();
  const died = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await died;
  expect(await readSheet('billOfMaterials', text(file))).toMatchObject({ ok: true });
});

it('ends a reader that is never asked with whoever kept it', async () => {
  const unasked = takeReader();
  const ended = new Promise((resolve) => unasked.once('exit', resolve));
  unasked.stdin.end();
  expect(await ended).toBe(0);
});
