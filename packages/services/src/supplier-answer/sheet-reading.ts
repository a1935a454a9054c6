import { randomUUID } from 'node:crypto';
import { type Prisma, type TenantTransaction, withTenant } from '@slipstream/db';
import type { ColumnMapping, InventorySheet, SheetField } from '@slipstream/inventory-sheet';
import type { Result } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import type { Runtime } from '../context.ts';
import { chosenColumns } from '../import-batch/columns.ts';
import { storeAnswer } from './answer.ts';
import type { ColumnsOfSheets, SheetBasics, SheetLine } from './sheet-content.ts';
import { readingFindings, replaceCalculationFindings } from './sheet-findings.ts';
import { calculateSheet } from './sheet-footprint.ts';
import { basicsOf, columnsOf, rowOfLine, sheetLineOf } from './sheet-rows.ts';

/** Rows go to the database in portions of this many. */
const portion = 1000;
const parserVersion = '1';

/**
 * Reads an uploaded workbook and stores what it says: a new version of the item's sheet with its lines, every finding
 * at its cell, and the footprint where the lines give one. A file that cannot be read leaves the sheet there was, and
 * its findings. Run twice it changes nothing more. `parse` reads the bytes, in a process that can be killed;
 * `onProgress` is called when there is more to see of it.
 */
export async function readInventorySheet(
  runtime: Runtime,
  input: {
    readonly id: string;
    readonly organizationId: string;
    readonly importBatchId: string;
    readonly parse: (
      bytes: ReadableStream<Uint8Array>,
      mappings: readonly ColumnMapping<SheetField>[],
    ) => Promise<Result<InventorySheet>>;
    readonly onProgress?: () => Promise<void>;
  },
): Promise<void> {
  const { organizationId, importBatchId, onProgress = async () => {} } = input;
  const tenant = { organizationId, userId: null };
  const batch = await withTenant(runtime.database, tenant, async (tx) => {
    await tx.importBatch.updateMany({
      where: { id: importBatchId, state: 'received' },
      data: { state: 'reading' },
    });
    return tx.importBatch.findFirst({
      where: { id: importBatchId, state: 'reading' },
      include: { evidence: { select: { storageKey: true, fileName: true } } },
    });
  });
  if (!batch?.subjectId) return;
  const itemId = batch.subjectId;
  await onProgress();
  const reading = await input.parse(
    await runtime.files.get(batch.evidence.storageKey),
    chosenColumns<SheetField>(batch),
  );
  if (reading.ok) {
    const rowsRead = reading.value.lines.length + reading.value.rejected.length;
    await withTenant(runtime.database, tenant, (tx) =>
      tx.importBatch.updateMany({ where: { id: importBatchId, state: 'reading' }, data: { rowsRead } }),
    );
    await onProgress();
  }
  const now = runtime.clock();
  await withTenant(runtime.database, tenant, async (tx) => {
    const rejected = reading.ok ? reading.value.rejected : [];
    const claimed = await tx.importBatch.updateMany({
      where: { id: importBatchId, state: 'reading' },
      data: {
        state: reading.ok ? 'read' : 'refused',
        parserVersion,
        finishedAt: now,
        rowsRead: reading.ok ? reading.value.lines.length + rejected.length : 0,
        rowsAccepted: reading.ok ? reading.value.lines.length : 0,
        rowsRejected: rejected.length,
        ...(reading.ok && { columnMapping: reading.value.tables as unknown as Prisma.InputJsonArray }),
      },
    });
    if (claimed.count !== 1) return;
    const found = reading.ok
      ? readingFindings(reading.findings, rejected)
      : readingFindings(reading.findings, []).map((one) => ({ ...one, severity: 'error' }));
    for (let first = 0; first < found.length; first += portion)
      await tx.importFinding.createMany({
        data: found.slice(first, first + portion).map((one) => ({ ...one, organizationId, importBatchId })),
      });
    if (reading.ok) await storeSheet(tx, reading.value);
    await recordAudit(
      tx,
      { requestId: input.id, actor: { organizationId, userId: null, sessionId: null } },
      {
        action: reading.ok ? 'inventorySheet.read' : 'inventorySheet.refuse',
        subjectKind: 'ImportBatch',
        subjectId: importBatchId,
      },
    );
  });

  async function storeSheet(tx: TenantTransaction, sheet: InventorySheet) {
    const newest = await tx.inventorySheet.findFirst({
      where: { requestedItemId: itemId },
      orderBy: { version: 'desc' },
      select: { version: true },
    });
    const basics = basicsOf(sheet.basicData);
    const lines = sheet.lines.map((line, index) => sheetLineOf(line, index + 1));
    const id = randomUUID();
    await tx.inventorySheet.create({
      data: {
        organizationId,
        id,
        requestedItemId: itemId,
        name: batch?.fileName ?? batch?.evidence.fileName ?? '',
        version: (newest?.version ?? 0) + 1,
        ...basicColumns(basics, sheet.basicData.production?.typed ?? null),
        importBatchId,
        createdById: batch?.createdById ?? null,
        createdAt: now,
      },
    });
    for (let first = 0; first < lines.length; first += portion)
      await tx.activityData.createMany({
        data: lines
          .slice(first, first + portion)
          .map((line) => ({ ...rowOfLine(line), organizationId, inventorySheetId: id })),
      });
    await recalculateSheet(tx, {
      organizationId,
      sheetId: id,
      importBatchId,
      itemId,
      basics,
      lines,
      columns: columnsOf(sheet.tables),
      createdById: batch?.createdById ?? null,
      now,
    });
  }
}

/** The columns of a sheet that say what the calculation needs; `basicData` keeps the rest of it. */
export function basicColumns(basics: SheetBasics, productionText: string | null) {
  return {
    periodStart: basics.period ? new Date(basics.period.start) : null,
    periodEnd: basics.period ? new Date(basics.period.end) : null,
    declaredUnit: basics.productionUnit,
    productionText,
    production: basics.production,
    basicData: basics as unknown as Prisma.InputJsonObject,
  };
}

/** Calculates a sheet anew: its findings are replaced, and a result becomes the item's answer. */
export async function recalculateSheet(
  tx: TenantTransaction,
  sheet: {
    readonly organizationId: string;
    readonly sheetId: string;
    readonly importBatchId: string;
    readonly itemId: string;
    readonly basics: SheetBasics;
    readonly lines: readonly SheetLine[];
    readonly columns: ColumnsOfSheets;
    readonly createdById: string | null;
    readonly now: Date;
  },
): Promise<void> {
  const { organizationId, importBatchId, itemId, lines } = sheet;
  const [item, organization] = [
    await tx.requestedItem.findFirst({ where: { id: itemId }, select: { declaredUnit: true } }),
    await tx.organization.findUnique({ where: { id: organizationId }, select: { country: true } }),
  ];
  const declaredUnit = item?.declaredUnit ?? '';
  const calculated = calculateSheet(sheet.basics, lines, declaredUnit, organization?.country ?? 'TW');
  await replaceCalculationFindings(
    tx,
    { organizationId, importBatchId },
    calculated.findings,
    lines,
    sheet.columns,
  );
  if (calculated.ok)
    await storeAnswer(tx, {
      organizationId,
      requestedItemId: itemId,
      inventorySheetId: sheet.sheetId,
      evidenceId: null,
      createdById: sheet.createdById,
      createdAt: sheet.now,
      content: calculated.value,
    });
}
