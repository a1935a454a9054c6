import { withTenant } from '@slipstream/db';
import {
  type InventoryLine,
  makeInventorySheet,
  parseInventorySheet,
  readWorkbook,
  type SheetField,
} from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  acceptRequest,
  declineRequest,
  enterFootprint,
  fixSheetBasics,
  fixSheetLine,
  listInbox,
  listShares,
  openRequest,
  openSheet,
  previewShare,
  readInventorySheet,
  readInventorySheetAgain,
  readShared,
  resumeRequest,
  type ServiceContext,
  submitRequest,
  uploadInventorySheet,
  withdrawShare,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);
type Tenant = Awaited<ReturnType<typeof makeOrganization>>;

const contextOf = (
  tenant: Pick<Tenant, 'organizationId' | 'userId'>,
  kind: 'leadFirm' | 'supplier',
  roles: ServiceContext['actor']['roles'],
): ServiceContext => ({
  ...runtime,
  requestId: 'test',
  actor: {
    organizationId: tenant.organizationId,
    organizationKind: kind,
    userId: tenant.userId,
    roles,
    sessionId: null,
  },
});

/** A lead firm's request, sent to a supplier of two people, for one item per kilogram. */
async function asked(options: { offered?: ('full' | 'stageTotals' | 'footprintOnly')[] } = {}) {
  const lead = await makeOrganization(database, { kind: 'leadFirm' });
  const supplier = await makeOrganization(database, { kind: 'supplier' });
  const second = await makeOrganization(database, { kind: 'supplier' });
  await superuser.query('INSERT INTO "Membership" ("organizationId","userId","roles") VALUES ($1,$2,$3)', [
    supplier.organizationId,
    second.userId,
    ['reviewer'],
  ]);
  const parties = { dataRecipientId: lead.organizationId, dataOwnerId: supplier.organizationId };
  const { requestId, itemId } = await withTenant(database, lead, async (tx) => {
    const request = await tx.supplierRequest.create({
      data: {
        ...parties,
        state: 'sent',
        dueDate: new Date('2026-12-15'),
        confidentialityOffered: options.offered ?? ['full', 'stageTotals', 'footprintOnly'],
      },
    });
    const item = await tx.requestedItem.create({
      data: { ...parties, requestId: request.id, code: 'AL-1', name: '回收鋁', declaredUnit: 'kg' },
    });
    return { requestId: request.id, itemId: item.id };
  });
  return {
    lead,
    supplier,
    requestId,
    itemId,
    leadContext: contextOf(lead, 'leadFirm', ['owner']),
    filler: contextOf(supplier, 'supplier', ['owner']),
    reviewer: contextOf({ ...supplier, userId: second.userId }, 'supplier', ['reviewer']),
  };
}
type Asked = Awaited<ReturnType<typeof asked>>;

const line = (part: Partial<InventoryLine> & Pick<InventoryLine, 'name'>) => ({
  stage: 'manufacturing' as const,
  group: null,
  specification: null,
  total: null,
  perUnit: null,
  dataType: 'primary' as const,
  source: null,
  period: null,
  allocationBasis: null,
  allocationExplanation: null,
  factor: null,
  transport: null,
  treatment: null,
  activityScores: null,
  factorScores: null,
  remark: null,
  ...part,
});
const amount = (value: number, unit: 'kWh' | 'kg' | 't') => ({
  amount: { typed: String(value), value },
  unit,
  unitTyped: unit,
});
const factor = (value: number, per: 'kWh' | 'kg') => ({
  name: '係數',
  value: { typed: String(value), value },
  unit: { mass: 'kg' as const, per },
  unitTyped: null,
  source: '平台',
  year: 2024,
});

/** 1,000 kg a year: 500 kg scrap × 0.2 and 2,000 kWh × 0.5 make 1.1 kg CO2e per kg. */
const sheetOf = (lines: Parameters<typeof makeInventorySheet>[0]) => makeInventorySheet(lines);
const soundSheet = () =>
  sheetOf({
    basicData: {
      productName: '回收鋁',
      period: { start: '2025-01-01', end: '2025-12-31' },
      boundary: 'cradleToGate',
      production: { typed: '1000', value: 1000 },
      productionUnit: 'kg',
    },
    lines: [
      line({
        name: '廢鋁',
        stage: 'rawMaterial',
        group: 'mainMaterial',
        total: amount(500, 'kg'),
        factor: factor(0.2, 'kg'),
        remark: '配方機密',
      }),
      line({ name: '電力', group: 'energy', total: amount(2000, 'kWh'), factor: factor(0.5, 'kWh') }),
    ],
  });

async function upload(ctx: ServiceContext, { requestId, supplier }: Asked, bytes: Uint8Array) {
  const { importBatchId } = await uploadInventorySheet(ctx, {
    requestId,
    file: {
      fileName: '盤查表.xlsx',
      contentType: 'application/octet-stream',
      bytes: (async function* () {
        yield bytes;
      })(),
    },
  });
  await read(supplier, importBatchId);
  await read(supplier, importBatchId);
}

const read = ({ organizationId }: Asked['supplier'], importBatchId: string) =>
  readInventorySheet(runtime, {
    id: 'job',
    organizationId,
    importBatchId,
    parse: async (stream, mappings) => {
      const workbook = await readWorkbook(new Uint8Array(await new Response(stream).arrayBuffer()));
      return workbook.ok ? parseInventorySheet(workbook.value, { mappings }) : workbook;
    },
  });

const accept = (world: Asked, level: 'full' | 'stageTotals' | 'footprintOnly' = 'footprintOnly') =>
  acceptRequest(world.filler, {
    requestId: world.requestId,
    level,
    fillerId: world.filler.actor.userId ?? '',
    reviewerId: world.reviewer.actor.userId ?? '',
  });
const versionOf = async (world: Asked) =>
  (await openRequest(world.filler, { requestId: world.requestId })).version;
const submit = async (world: Asked) =>
  submitRequest(world.reviewer, { requestId: world.requestId, version: await versionOf(world) });

it('turns a sheet into total, stages and lines per declared unit, once however often it is read', async () => {
  const world = await asked();
  await upload(world.filler, world, await soundSheet());
  const { sheet, upload: taken, findings } = await openSheet(world.filler, world);
  expect(taken).toMatchObject({ state: 'read', rowsAccepted: 2, rowsRejected: 0 });
  expect(findings.filter(({ finding }) => finding.severity === 'error')).toEqual([]);
  expect(sheet).toMatchObject({ version: 1, kgCO2e: 1.1 });
  const { items } = await previewShare(world.filler, { requestId: world.requestId, level: 'full' });
  expect(items[0]?.held?.stageTotals).toEqual([
    { stage: 'rawMaterial', kgCO2e: 0.1 },
    { stage: 'manufacturing', kgCO2e: 1 },
  ]);
  expect(items[0]?.held?.lines).toMatchObject([
    { name: '電力', amount: 2, unit: 'kWh', kgCO2e: 1, held: { siteTotal: 2000 } },
    { name: '廢鋁', amount: 0.5, unit: 'kg', kgCO2e: 0.1 },
  ]);
});

it('shows the lead firm exactly the preview at the chosen level, never a raw row, and notes that it looked', async () => {
  const world = await asked();
  await accept(world, 'stageTotals');
  await upload(world.filler, world, await soundSheet());
  const preview = await previewShare(world.reviewer, { requestId: world.requestId });
  await submit(world);

  const shared = await readShared(world.leadContext, { requestId: world.requestId, purpose: 'review' });
  expect(shared[0]?.view).toEqual({ ...preview.items[0]?.seen, itemId: world.itemId });
  expect(JSON.stringify(shared)).not.toMatch(/廢鋁|電力|2000|配方/);
  await withTenant(database, world.lead, async (tx) => {
    expect(await tx.activityData.count()).toBe(0);
    expect(await tx.inventorySheet.count()).toBe(0);
    expect(await tx.suppliedFootprint.count()).toBe(0);
    expect(await tx.importFinding.count()).toBe(0);
    expect(await tx.evidence.count()).toBe(0);
  });
  expect(await listShares(world.filler)).toMatchObject([
    { level: 'stageTotals', standing: 'inForce', looks: 1, accesses: [{ purpose: 'review' }] },
  ]);
});

it('reads the workbook again with the columns a person corrected', async () => {
  const world = await asked();
  await accept(world);
  const form = '名稱,總量,單位,每度排多少,係數單位\n電力,2000,kWh,0.5,kgCO2e/kWh\n';
  await upload(world.filler, world, new TextEncoder().encode(form));
  const before = await openSheet(world.filler, world);
  expect(before.tables[0]?.columns.map(({ letters, field }) => [letters, field])).toEqual([
    ['A', 'name'],
    ['B', 'total'],
    ['C', 'unit'],
    ['D', null],
    ['E', 'factorUnit'],
  ]);
  expect(before.findings.map(({ finding }) => finding.code)).toContain('answer.factorMissing');

  const again = (columns: Readonly<Record<string, SheetField | null>>, by = world.filler) =>
    readInventorySheetAgain(by, { requestId: world.requestId, choices: new Map([[0, columns]]) });
  await expect(again({ D: 'name' })).rejects.toMatchObject({
    findings: [{ code: 'import.columnTwice', values: { field: 'name', columns: 'A, D' } }],
  });
  await again({ D: 'factorValue' });
  await expect(again({ D: 'factorValue' })).rejects.toMatchObject({ code: 'conflict' });
  const waiting = await openSheet(world.filler, world);
  expect(waiting).toMatchObject({ upload: { state: 'received', fileName: '盤查表.xlsx' } });
  await read(world.supplier, waiting.upload?.id ?? '');
  const after = await openSheet(world.filler, world);
  expect(after.sheet?.version).toBe(2);
  expect(after.tables[0]).toMatchObject({ isConfirmed: true });
  expect(after.findings.map(({ finding }) => finding.code)).not.toContain('answer.factorMissing');
  expect(after.sheet?.lines).toMatchObject([{ name: '電力', factor: { value: 0.5 } }]);
  await fixSheetLine(world.filler, {
    requestId: world.requestId,
    line: { lineNumber: 1 },
    fix: { total: '2100' },
  });

  await expect(again({ D: 'factorValue' }, world.leadContext)).rejects.toMatchObject({ code: 'notFound' });
  await expect(again({ D: 'factorValue' }, world.reviewer)).rejects.toMatchObject({
    code: 'permissionDenied',
  });
});

it('shows a competitor nothing, and other suppliers neither', async () => {
  const world = await asked();
  await accept(world);
  await upload(world.filler, world, await soundSheet());
  await submit(world);
  const competitor = contextOf(await makeOrganization(database), 'leadFirm', ['owner']);
  const other = contextOf(await makeOrganization(database, { kind: 'supplier' }), 'supplier', ['owner']);
  for (const stranger of [competitor, other]) {
    expect(await readShared(stranger, { requestId: world.requestId, purpose: 'x' })).toEqual([]);
    expect(await listInbox(stranger)).toEqual([]);
    expect(await listShares(stranger)).toEqual([]);
    for (const reach of [openRequest, openSheet, previewShare])
      await expect(reach(stranger, { requestId: world.requestId })).rejects.toMatchObject({
        code: 'notFound',
      });
    const [share] = await listShares(world.filler);
    await expect(withdrawShare(stranger, { shareId: share?.id ?? '' })).rejects.toMatchObject({
      code: 'notFound',
    });
  }
});

it('is absent the moment it is withdrawn', async () => {
  const world = await asked();
  await accept(world);
  await upload(world.filler, world, await soundSheet());
  await submit(world);
  const [share] = await listShares(world.filler);
  await withdrawShare(world.filler, { shareId: share?.id ?? '' });
  expect(await readShared(world.leadContext, { requestId: world.requestId, purpose: 'x' })).toEqual([]);
  expect(await withTenant(database, world.lead, (tx) => tx.sharedFootprint.count())).toBe(0);
  expect(await listShares(world.filler)).toMatchObject([{ standing: 'withdrawn', looks: 0 }]);
});

it('is there at once, though the clock of the web process goes ahead of the database’s', async () => {
  const world = await asked();
  await accept(world);
  await upload(world.filler, world, await soundSheet());
  const ahead = { ...world.reviewer, clock: () => new Date(Date.now() + 60_000) };
  await submitRequest(ahead, { requestId: world.requestId, version: await versionOf(world) });
  expect(await readShared(world.leadContext, { requestId: world.requestId, purpose: 'review' })).toHaveLength(
    1,
  );
});

it('needs two people: one fills in, another sends', async () => {
  const world = await asked();
  const me = world.filler.actor.userId ?? '';
  await expect(
    acceptRequest(world.filler, {
      requestId: world.requestId,
      level: 'full',
      fillerId: me,
      reviewerId: me,
    }),
  ).rejects.toMatchObject({
    code: 'refused',
    findings: [expect.objectContaining({ code: 'supplierRequest.fillerIsReviewer' })],
  });
  await accept(world, 'full');
  await upload(world.filler, world, await soundSheet());
  await expect(
    submitRequest(world.filler, { requestId: world.requestId, version: await versionOf(world) }),
  ).rejects.toMatchObject({
    findings: [expect.objectContaining({ code: 'supplierRequest.notTheReviewer' })],
  });
  await expect(upload(world.reviewer, world, await soundSheet())).rejects.toMatchObject({
    code: 'permissionDenied',
  });
});

it('keeps what a person entered before accepting from being reviewed by the same person', async () => {
  const world = await asked();
  await upload(world.filler, world, await soundSheet());
  await superuser.query(
    'UPDATE "Membership" SET "roles" = $1 WHERE "organizationId" = $2 AND "userId" = $3',
    [['owner'], world.supplier.organizationId, world.reviewer.actor.userId],
  );
  const swapped = {
    filler: world.reviewer.actor.userId ?? '',
    reviewer: world.filler.actor.userId ?? '',
  };
  await acceptRequest(world.filler, {
    requestId: world.requestId,
    level: 'full',
    fillerId: swapped.filler,
    reviewerId: swapped.reviewer,
  });
  await superuser.query(`UPDATE "SupplierRequest" SET "state" = 'inProgress' WHERE "id" = $1`, [
    world.requestId,
  ]);
  await expect(
    submitRequest(world.filler, { requestId: world.requestId, version: await versionOf(world) }),
  ).rejects.toMatchObject({
    findings: [expect.objectContaining({ code: 'supplierRequest.fillerIsReviewer' })],
  });
});

it('finds what is missing at its line, and counts again when it is mended there', async () => {
  const world = await asked();
  await accept(world, 'full');
  await upload(
    world.filler,
    world,
    await sheetOf({
      basicData: { productName: '回收鋁', boundary: 'cradleToGate' },
      lines: [
        line({ name: '電力', group: 'energy', total: amount(2000, 'kWh') }),
        line({ name: '柴油', group: 'energy' }),
      ],
    }),
  );
  const before = await openSheet(world.filler, world);
  const errors = before.findings.filter(({ finding }) => finding.severity === 'error');
  expect(errors.map(({ finding, row }) => [finding.code, row])).toEqual([
    ['answer.periodMissing', null],
    ['answer.productionMissing', null],
    ['answer.factorMissing', 4],
    ['answer.amountMissing', 5],
    ['answer.factorMissing', 5],
  ]);
  await expect(submit(world)).rejects.toMatchObject({
    findings: [expect.objectContaining({ code: 'supplierRequest.blockingChecks' })],
  });
  const place = { requestId: world.requestId };
  await fixSheetBasics(world.filler, {
    ...place,
    period: '114/1/1~114/12/31',
    production: '１，０００',
    productionUnit: '公斤',
  });
  await fixSheetLine(world.filler, {
    ...place,
    line: { lineNumber: 1 },
    fix: { factorValue: '0.50', factorUnit: 'kg CO2e/度' },
  });
  await fixSheetLine(world.filler, { ...place, line: { lineNumber: 2 }, fix: {}, leaveOut: true });
  const after = await openSheet(world.filler, world);
  expect(after.findings.filter(({ finding }) => finding.severity === 'error')).toEqual([]);
  expect(after.sheet).toMatchObject({
    kgCO2e: 1,
    productionText: '１，０００',
    lines: [{ factor: { value: 0.5, valueText: '0.50' } }, { status: 'notApplicable' }],
  });
  await expect(
    fixSheetLine(world.filler, { ...place, line: { lineNumber: 1 }, fix: { total: '約三千' } }),
  ).rejects.toMatchObject({ findings: [expect.objectContaining({ path: ['total'] })] });
});

it('leaves the sheet there was when a later file cannot be read', async () => {
  const world = await asked();
  await upload(world.filler, world, await soundSheet());
  await upload(world.filler, world, new TextEncoder().encode('%PDF-1.7'));
  const { upload: last, findings, sheet } = await openSheet(world.filler, world);
  expect(last?.state).toBe('refused');
  expect(findings.map(({ finding }) => finding.code)).toEqual(['workbook.pdf']);
  expect(sheet).toMatchObject({ version: 1, kgCO2e: 1.1 });
  expect((await openRequest(world.filler, world)).items[0]).toMatchObject({ blockingChecks: 0 });
});

it('takes a figure as the answer, and nothing that is none', async () => {
  const world = await asked();
  await accept(world);
  const entered = {
    kgCO2e: '0.9',
    boundary: 'B2B',
    period: '2025/1/1~2025/12/31',
    dataQualityScore: '',
    primaryDataSharePercent: '60',
    gwpSet: '',
  };
  await expect(
    enterFootprint(world.filler, {
      requestId: world.requestId,
      entered: { ...entered, kgCO2e: '', boundary: '', period: '去年', dataQualityScore: '9' },
    }),
  ).rejects.toMatchObject({
    findings: ['kgCO2e', 'boundary', 'period', 'dataQualityScore'].map((field) =>
      expect.objectContaining({ path: [field] }),
    ),
  });
  await enterFootprint(world.filler, { requestId: world.requestId, entered });
  const footprint = {
    kgCO2e: 0.9,
    dataQualityScore: null,
    primaryDataSharePercent: 60,
    gwpSet: 'notStated',
  };
  const [preview] = (await previewShare(world.filler, world)).items;
  expect(preview).toMatchObject({ held: { footprint }, seen: { footprint } });
  await submit(world);
  const readings = () => readShared(world.leadContext, { requestId: world.requestId, purpose: 'x' });
  expect((await readings())[0]?.view).toMatchObject({ level: 'footprintOnly', footprint });
  // What was shared before the primary-data share travelled with it says nothing of it.
  await superuser.query(
    `UPDATE "SharedFootprint" SET "content" = "content" #- '{footprint,primaryDataSharePercent}'
     WHERE "dataRecipientId" = $1`,
    [world.lead.organizationId],
  );
  expect((await readings())[0]?.view.footprint.primaryDataSharePercent).toBeNull();
});

it('lets a returned sheet be changed as a new version, and replaces what was shared', async () => {
  const world = await asked();
  await accept(world, 'full');
  await upload(world.filler, world, await soundSheet());
  await submit(world);
  await superuser.query(`UPDATE "SupplierRequest" SET "state" = 'returned' WHERE "id" = $1`, [
    world.requestId,
  ]);
  await resumeRequest(world.filler, { requestId: world.requestId });
  await fixSheetLine(world.filler, {
    requestId: world.requestId,
    line: { lineNumber: 2 },
    fix: { total: '1000' },
  });
  runtime.now = new Date(runtime.now.getTime() + 60_000);
  await submit(world);
  const shared = await readShared(world.leadContext, { requestId: world.requestId, purpose: 'x' });
  expect(shared.map(({ view }) => view.footprint.kgCO2e)).toEqual([0.6]);
  expect((await listShares(world.filler)).map(({ standing }) => standing)).toEqual(['inForce', 'replaced']);
});

it('starts from the level that shows least, and takes no id that is none', async () => {
  const world = await asked({ offered: ['full', 'footprintOnly'] });
  await upload(world.filler, world, await soundSheet());
  expect((await previewShare(world.filler, world)).level).toBe('footprintOnly');
  expect((await openRequest(world.filler, world)).levelsOffered).toEqual(['footprintOnly', 'full']);
  await expect(previewShare(world.filler, { ...world, level: 'stageTotals' })).rejects.toMatchObject({
    code: 'refused',
  });
  await expect(openRequest(world.filler, { requestId: 'x' })).rejects.toMatchObject({ code: 'notFound' });
});

it('counts pieces by their mass where the customer asks per kilogram', async () => {
  const world = await asked();
  await upload(
    world.filler,
    world,
    await sheetOf({
      basicData: {
        productName: '鋁件',
        period: { start: '2025-01-01', end: '2025-12-31' },
        production: { typed: '100', value: 100 },
        productionUnit: 'pcs',
      },
      lines: [
        line({ name: '電力', group: 'energy', total: amount(2000, 'kWh'), factor: factor(0.5, 'kWh') }),
      ],
    }),
  );
  const { findings } = await openSheet(world.filler, world);
  expect(findings[0]?.finding.code).toBe('answer.declaredUnitMismatch');
  await fixSheetBasics(world.filler, {
    requestId: world.requestId,
    period: '2025-01-01~2025-12-31',
    production: '100',
    productionUnit: 'pcs',
    kgPerPiece: '2',
  });
  // 1,000 kg CO2e over 100 pieces of 2 kg.
  expect((await openSheet(world.filler, world)).sheet?.kgCO2e).toBe(5);
});

it('declines with a reason, and not without', async () => {
  const world = await asked();
  await expect(
    declineRequest(world.filler, { requestId: world.requestId, reason: ' ' }),
  ).rejects.toMatchObject({ code: 'refused' });
  await declineRequest(world.filler, { requestId: world.requestId, reason: '不再供應這個料' });
  expect(await listInbox(world.filler)).toMatchObject([{ state: 'declined', isWaiting: false }]);
});
