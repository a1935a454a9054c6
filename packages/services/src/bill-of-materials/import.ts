import { randomUUID } from 'node:crypto';
import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { BillOfMaterials, BomLine } from '@slipstream/inventory-sheet';
import type { Finding, Result } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import type { DrawnLine } from '../product-system/draw-bill-of-materials.ts';
import { markStale } from '../product-system/mark-stale.ts';
import { type Matched, matchParts, matchSuppliers } from './match.ts';
import { storeDrawing, storeProduct } from './store-product.ts';

/** Reads a file of bills of materials, somewhere a stranger's file can do no harm. */
export type ReadBillOfMaterials = (
  bytes: ReadableStream<Uint8Array>,
) => Promise<Result<BillOfMaterials, string>>;

const parserVersion = '1';
const mostLines = 5_000;

/**
 * Reads a received file into products, parts, suppliers and bills of materials, and draws the first product system
 * of each product (R14.1, R30). Rows that cannot be read are kept as findings with their place and text; the rest
 * goes on. Everything is stored at once or, where the file is refused, only why. Run again after it was cut off, it
 * begins anew; run again after it ended, it changes nothing. `onProgress` is called when there is more to see of it.
 */
export async function importBillOfMaterials(
  ctx: ServiceContext,
  input: { readonly importBatchId: string },
  read: ReadBillOfMaterials,
  onProgress: () => Promise<void> = async () => {},
): Promise<{ readonly productSystemIds: readonly string[] }> {
  const { organizationId } = ctx.actor;
  const batch = await inTenant(ctx, async (tx) => {
    const found = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id: input.importBatchId } },
      include: { evidence: { select: { storageKey: true } } },
    });
    if (found?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
    if (found.state === 'received')
      await tx.importBatch.update({
        where: { organizationId_id: { organizationId, id: found.id } },
        data: { state: 'reading' },
      });
    return found;
  });
  if (batch.state === 'read' || batch.state === 'refused') return { productSystemIds: [] };

  await onProgress();
  const reading = await read(await ctx.files.get(batch.evidence.storageKey));
  if (reading.ok) {
    const rowsRead = reading.value.lines.length + reading.value.rejected.length;
    await inTenant(ctx, (tx) =>
      tx.importBatch.updateMany({
        where: { organizationId, id: batch.id, state: 'reading' },
        data: { rowsRead },
      }),
    );
    await onProgress();
  }
  return inTenant(ctx, async (tx) => {
    // A second run of the same job waits here, and then finds the work done.
    const [locked] = await tx.$queryRaw<{ state: string }[]>`
      SELECT "state"::text FROM "ImportBatch"
      WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${batch.id}::uuid FOR UPDATE`;
    if (locked?.state !== 'reading') return { productSystemIds: [] };
    const isStored = reading.ok && reading.value.lines.length <= mostLines;
    const stored = isStored ? await store(tx, ctx, batch.id, reading.value) : nothingStored;
    const findings: readonly Finding[] =
      reading.ok && !isStored
        ? [
            {
              code: 'bom.tooManyLines',
              severity: 'error',
              path: [],
              values: { found: reading.value.lines.length, limit: mostLines },
            },
          ]
        : [...reading.findings, ...stored.findings];
    await storeFindings(tx, organizationId, batch.id, reading, findings);
    const rows = reading.ok ? reading.value.lines.length : 0;
    const rejected = reading.ok ? reading.value.rejected.length : 0;
    await tx.importBatch.update({
      where: { organizationId_id: { organizationId, id: batch.id } },
      data: {
        state: isStored ? 'read' : 'refused',
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
      subjectId: batch.id,
      detail: { state: isStored ? 'read' : 'refused' },
    });
    return { productSystemIds: stored.productSystemIds };
  });
}

interface StoredBills {
  readonly productSystemIds: readonly string[];
  readonly findings: readonly Finding[];
}
const nothingStored: StoredBills = { productSystemIds: [], findings: [] };

async function store(
  tx: TenantTransaction,
  ctx: ServiceContext,
  importBatchId: string,
  bill: BillOfMaterials,
): Promise<StoredBills> {
  const parts = await matchParts(tx, ctx, bill.lines);
  const suppliers = await matchSuppliers(tx, ctx, bill.lines);
  const productSystemIds: string[] = [];
  const findings: Finding[] = [];
  for (const [index, product] of bill.products.entries()) {
    const lines = bill.lines.map((line, at) => ({ line, at })).filter(({ line }) => line.product === index);
    if (lines.length === 0) continue;
    const drawn = drawnLines(lines, parts, suppliers);
    const stored = await storeProduct(tx, ctx, product);
    await storeLines(tx, ctx, { importBatchId, productId: stored.id, drawn, lines, suppliers });
    productSystemIds.push(await storeDrawing(tx, ctx, stored, drawn));
    findings.push(...stored.findings);
  }
  await storeSupplies(tx, ctx, bill.lines, parts, suppliers);
  await markStale(tx, ctx, productSystemIds);
  return { productSystemIds, findings };
}

interface PlacedLine {
  readonly line: BomLine;
  /** Index among all lines of the file. */
  readonly at: number;
}

function drawnLines(
  lines: readonly PlacedLine[],
  parts: Matched,
  suppliers: Matched<{ relationId: string; organizationId: string }>,
): DrawnLine[] {
  const position = new Map(lines.map(({ at }, index) => [at, index]));
  return lines.map(({ line }) => {
    const { quantity, lineMassKg } = line;
    // A count without a unit counts pieces; a line with nothing but its mass is that mass.
    const byMass = quantity === null && lineMassKg !== null;
    const unit = byMass ? 'kg' : (line.unit ?? (line.unitTyped === null ? 'pcs' : null));
    const derived =
      unit === 'pcs' && quantity !== null && quantity.value > 0 && lineMassKg !== null
        ? lineMassKg / quantity.value
        : null;
    return {
      id: randomUUID(),
      parent: line.parent === null ? null : (position.get(line.parent) ?? null),
      partId: parts.of(line),
      name: line.name ?? line.partNumber ?? '',
      material: line.material,
      specification: line.specification,
      amount: byMass ? lineMassKg : (quantity?.value ?? null),
      unit,
      kgPerPiece: line.kgPerPiece ?? derived,
      supplierId: suppliers.find(line)?.organizationId ?? null,
    };
  });
}

async function storeLines(
  tx: TenantTransaction,
  ctx: ServiceContext,
  bill: {
    readonly importBatchId: string;
    readonly productId: string;
    readonly drawn: readonly DrawnLine[];
    readonly lines: readonly PlacedLine[];
    readonly suppliers: Matched<{ relationId: string; organizationId: string }>;
  },
): Promise<void> {
  const { organizationId, userId } = ctx.actor;
  const { productId, importBatchId } = bill;
  const last = await tx.billOfMaterials.findFirst({
    where: { organizationId, productId },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  await tx.billOfMaterials.updateMany({
    where: { organizationId, productId, supersededAt: null },
    data: { supersededAt: ctx.clock() },
  });
  const { id: billOfMaterialsId } = await tx.billOfMaterials.create({
    data: {
      organizationId,
      productId,
      importBatchId,
      version: (last?.version ?? 0) + 1,
      createdById: userId,
    },
    select: { id: true },
  });
  await tx.bomLine.createMany({
    data: bill.drawn.map((drawn, index) => {
      const { line } = bill.lines[index] as PlacedLine;
      return {
        organizationId,
        id: drawn.id,
        billOfMaterialsId,
        lineNumber: index + 1,
        parentLineId: drawn.parent === null ? null : (bill.drawn[drawn.parent]?.id ?? null),
        partId: drawn.partId,
        amount: drawn.amount,
        unit: drawn.unit ?? line.unitTyped ?? '',
        supplierRelationId: bill.suppliers.find(line)?.relationId ?? null,
        sourceCell: `${line.sheet}!A${line.row}`,
      };
    }),
  });
}

/** Who supplies which part and how much a year; a part with one supplier has a sole source. */
async function storeSupplies(
  tx: TenantTransaction,
  ctx: ServiceContext,
  lines: readonly BomLine[],
  parts: Matched,
  suppliers: Matched<{ relationId: string; organizationId: string }>,
): Promise<void> {
  const { organizationId } = ctx.actor;
  const supplies = new Map<
    string,
    { partId: string; supplierRelationId: string; annualVolume: number | null }
  >();
  for (const line of lines) {
    const supplier = suppliers.find(line);
    if (!supplier) continue;
    const partId = parts.of(line);
    const key = `${partId} ${supplier.relationId}`;
    const before = supplies.get(key)?.annualVolume ?? null;
    // The same part in two products: each names its own yearly volume.
    const annualVolume = line.annualVolume === null ? before : (before ?? 0) + line.annualVolume;
    supplies.set(key, { partId, supplierRelationId: supplier.relationId, annualVolume });
  }
  const known = await tx.partSupply.findMany({
    where: {
      organizationId,
      partId: { in: [...new Set([...supplies.values()].map(({ partId }) => partId))] },
    },
  });
  const volumes = new Map(
    known.map(({ partId, supplierRelationId, annualVolume }) => [
      `${partId} ${supplierRelationId}`,
      annualVolume?.toNumber() ?? null,
    ]),
  );
  await tx.partSupply.createMany({
    data: [...supplies]
      .filter(([key]) => !volumes.has(key))
      .map(([, supply]) => ({ organizationId, ...supply })),
  });
  for (const [key, { partId, supplierRelationId, annualVolume }] of supplies)
    if (annualVolume !== null && volumes.has(key) && volumes.get(key) !== annualVolume)
      await tx.partSupply.update({
        where: { organizationId_partId_supplierRelationId: { organizationId, partId, supplierRelationId } },
        data: { annualVolume },
      });
}

async function storeFindings(
  tx: TenantTransaction,
  organizationId: string,
  importBatchId: string,
  reading: Result<BillOfMaterials, string>,
  findings: readonly Finding[],
): Promise<void> {
  const rejected = new Map(
    reading.ok ? reading.value.rejected.map((row) => [`${row.code} ${row.sheet} ${row.row}`, row.text]) : [],
  );
  await tx.importFinding.createMany({
    data: findings.map(({ code, severity, path, values }, index) => {
      const sheet = typeof path[0] === 'string' ? path[0] : null;
      const row = typeof values.row === 'number' ? values.row : null;
      const text = rejected.get(`${code} ${sheet} ${row}`);
      return {
        organizationId,
        importBatchId,
        sequence: index + 1,
        severity,
        code,
        sheet,
        row,
        column: typeof values.column === 'string' ? values.column : null,
        values: values as Prisma.InputJsonObject,
        ...(text !== undefined && { rejectedRow: text }),
      };
    }),
  });
}
