import type { ImportState, Prisma, TenantTransaction } from '@slipstream/db';
import type { BillOfMaterials, BomField, ColumnMapping } from '@slipstream/inventory-sheet';
import type { Finding, Result } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { chosenColumns } from '../import-batch/columns.ts';
import { tooManyLines } from './bill-limits.ts';
import { inTurn } from './in-turn.ts';
import { matchParts, matchSuppliers } from './match.ts';
import { placeLines } from './placed-lines.ts';
import { type ProductBill, storeDrawings } from './store-drawings.ts';
import { storeFindings } from './store-findings.ts';
import { storeBills, storeSupplies } from './store-lines.ts';
import { storeProducts } from './store-products.ts';

/** Reads a file of bills of materials, with what a person said of its columns, somewhere a stranger's file can do no harm. */
export type ReadBillOfMaterials = (
  bytes: ReadableStream<Uint8Array>,
  mappings: readonly ColumnMapping<BomField>[],
) => Promise<Result<BillOfMaterials, string>>;

const parserVersion = '1';

/** The product systems that an import has left to be calculated. */
export interface ImportedBills {
  readonly productSystemIds: readonly string[];
}
const nothingImported: ImportedBills = { productSystemIds: [] };

/**
 * Reads a received file into products, parts, suppliers and bills of materials, and draws the first product system
 * of each product (R14.1, R30). Rows that cannot be read are kept as findings with their place and text; the rest
 * goes on. Everything is stored at once or, where the file is refused, only why; the statements it takes are few,
 * whatever the file's size. Run again after it was cut off, it begins anew; run again after it ended, it stores nothing
 * more. `onProgress` is called when there is more to see of it.
 *
 * Returns the product systems that are still to be calculated: nobody else was asked to.
 */
export async function importBillOfMaterials(
  ctx: ServiceContext,
  input: { readonly importBatchId: string },
  read: ReadBillOfMaterials,
  onProgress: () => Promise<void> = async () => {},
): Promise<ImportedBills> {
  const { importBatchId } = input;
  const { state, storageKey, chosenColumns } = await beginReading(ctx, importBatchId);
  if (state === 'refused') return nothingImported;
  if (state === 'read') return inTenant(ctx, (tx) => leftToCalculate(tx, ctx, importBatchId));

  await onProgress();
  const reading = await read(await ctx.files.get(storageKey), chosenColumns);
  await noteRows(ctx, importBatchId, reading);
  await onProgress();
  return inTurn(ctx, async (tx) => {
    // A second run of the same job comes later, and then finds the work done; a cancelled one has ended.
    const batch = await lockBatch(tx, ctx, importBatchId);
    if (batch?.state === 'read') return leftToCalculate(tx, ctx, importBatchId);
    return batch?.state === 'reading' ? endReading(tx, ctx, batch, reading) : nothingImported;
  });
}

interface FileOfImport {
  readonly state: ImportState;
  readonly storageKey: string;
  readonly chosenColumns: readonly ColumnMapping<BomField>[];
}

/** Notes that a file is being read, and says how its import stands from now on. */
function beginReading(ctx: ServiceContext, id: string): Promise<FileOfImport> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    await tx.importBatch.updateMany({
      where: { organizationId, id, state: 'received', kind: 'billOfMaterials' },
      data: { state: 'reading' },
    });
    const batch = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { kind: true, state: true, chosenColumns: true, evidence: { select: { storageKey: true } } },
    });
    if (batch?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
    return {
      state: batch.state,
      storageKey: batch.evidence.storageKey,
      chosenColumns: chosenColumns<BomField>(batch),
    };
  });
}

/** Notes how many rows were found, for whoever waits. */
async function noteRows(
  ctx: ServiceContext,
  id: string,
  reading: Result<BillOfMaterials, string>,
): Promise<void> {
  const { organizationId } = ctx.actor;
  if (!reading.ok) return;
  const rowsRead = reading.value.lines.length + reading.value.rejected.length;
  await inTenant(ctx, (tx) =>
    tx.importBatch.updateMany({ where: { organizationId, id, state: 'reading' }, data: { rowsRead } }),
  );
}

interface Batch {
  readonly id: string;
  readonly state: ImportState;
  readonly fileName: string;
}

async function lockBatch(tx: TenantTransaction, ctx: ServiceContext, id: string): Promise<Batch | undefined> {
  const [batch] = await tx.$queryRaw<Batch[]>`
    SELECT "id", "state"::text, coalesce("fileName", '') AS "fileName" FROM "ImportBatch"
    WHERE "organizationId" = ${ctx.actor.organizationId}::uuid AND "id" = ${id}::uuid FOR UPDATE`;
  return batch;
}

/** Product systems of a stored import without their footprint: its job was cut off between the two. */
async function leftToCalculate(
  tx: TenantTransaction,
  ctx: ServiceContext,
  importBatchId: string,
): Promise<ImportedBills> {
  const { organizationId } = ctx.actor;
  const stale = await tx.productSystem.findMany({
    where: {
      organizationId,
      staleSince: { not: null },
      product: { billsOfMaterial: { some: { importBatchId } } },
    },
    select: { id: true },
  });
  return { productSystemIds: stale.map(({ id }) => id) };
}

/** Stores what was read, or why it is refused, and how the import ended. */
async function endReading(
  tx: TenantTransaction,
  ctx: ServiceContext,
  batch: Batch,
  reading: Result<BillOfMaterials, string>,
): Promise<ImportedBills> {
  const { organizationId } = ctx.actor;
  const { id } = batch;
  const refusal = reading.ok ? tooManyLines(reading.value) : null;
  const isStored = reading.ok && refusal === null;
  const stored = isStored ? await store(tx, ctx, batch, reading.value) : null;
  const findings = refusal ? [refusal] : [...reading.findings, ...(stored?.findings ?? [])];
  await storeFindings(tx, organizationId, id, reading, findings);
  const rows = reading.ok ? reading.value.lines.length : 0;
  const rejected = reading.ok ? reading.value.rejected.length : 0;
  const state = isStored ? 'read' : 'refused';
  await tx.importBatch.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      state,
      parserVersion,
      rowsRead: rows + rejected,
      rowsAccepted: isStored ? rows : 0,
      rowsRejected: isStored ? rejected : rows + rejected,
      finishedAt: ctx.clock(),
      ...(reading.ok && { columnMapping: reading.value.tables as unknown as Prisma.InputJsonArray }),
    },
  });
  await recordAudit(tx, ctx, {
    action: 'billOfMaterials.import',
    subjectKind: 'ImportBatch',
    subjectId: id,
    detail: { state },
  });
  return { productSystemIds: stored?.productSystemIds ?? [] };
}

async function store(
  tx: TenantTransaction,
  ctx: ServiceContext,
  { id: importBatchId, fileName }: Batch,
  { lines, products }: BillOfMaterials,
): Promise<ImportedBills & { readonly findings: readonly Finding[] }> {
  // How references are checked is planned once a session, and may have been planned while the tables were small.
  await tx.$executeRaw`DISCARD PLANS`;
  const parts = await matchParts(tx, ctx, lines);
  const suppliers = await matchSuppliers(tx, ctx, lines);
  const placesOf = Map.groupBy(lines.keys(), (at) => lines[at]?.product);
  const named = products.flatMap((product, index) => {
    const places = placesOf.get(index);
    return places ? [{ product, places }] : [];
  });
  const stored = await storeProducts(
    tx,
    ctx,
    named.map(({ product }) => product),
    fileName,
  );
  const bills = stored.products.map(
    (product, index): ProductBill => ({
      product,
      productId: product.id,
      lines: placeLines(lines, named[index]?.places ?? [], parts, suppliers),
    }),
  );
  await storeBills(tx, ctx, importBatchId, bills, suppliers);
  await storeSupplies(tx, ctx, bills, suppliers);
  const productSystemIds = await storeDrawings(tx, ctx, bills);
  return { productSystemIds, findings: stored.findings };
}
