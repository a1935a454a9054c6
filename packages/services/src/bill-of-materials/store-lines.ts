import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from '../context.ts';
import { inPieces, jsonRows, rowsAtOnce } from '../json-rows.ts';
import { weighBill } from '../supplier-relation/material-shares.ts';
import type { Matched, MatchedSupplier } from './match.ts';
import type { PlacedLine } from './placed-lines.ts';

/** What one product is made of, as a file says it. */
export interface Bill {
  readonly productId: string;
  readonly lines: readonly PlacedLine[];
}

/** Stores the bills as the newest of their products; the ones before them stay, superseded. */
export async function storeBills(
  tx: TenantTransaction,
  ctx: ServiceContext,
  importBatchId: string,
  bills: readonly Bill[],
  suppliers: Matched<MatchedSupplier>,
): Promise<void> {
  const { organizationId, userId } = ctx.actor;
  const productIds = jsonRows([...new Set(bills.map(({ productId }) => productId))]);
  const latest = await tx.$queryRaw<{ productId: string; version: number }[]>`
    SELECT "productId", max("version") AS "version" FROM "BillOfMaterials"
    WHERE "organizationId" = ${organizationId}::uuid
      AND "productId" IN (SELECT json_array_elements_text(${productIds}::json)::uuid)
    GROUP BY "productId"`;
  await tx.$executeRaw`
    UPDATE "BillOfMaterials" SET "supersededAt" = ${ctx.clock()}
    WHERE "organizationId" = ${organizationId}::uuid AND "supersededAt" IS NULL
      AND "productId" IN (SELECT json_array_elements_text(${productIds}::json)::uuid)`;
  const versions = new Map(latest.map(({ productId, version }) => [productId, version]));
  const lastOf = new Map(bills.map((bill) => [bill.productId, bill]));
  const stored = bills.map((bill) => {
    const { productId } = bill;
    const id = randomUUID();
    const version = (versions.get(productId) ?? 0) + 1;
    versions.set(productId, version);
    const lines = lineRows(bill, id, suppliers);
    const isPresent = lastOf.get(productId) === bill;
    return { id, productId, version, isPresent, weights: weighBill(lines), lines };
  });
  await tx.$executeRaw`
    INSERT INTO "BillOfMaterials" ("organizationId", "importBatchId", "createdById", "supersededAt", "id", "productId",
      "version", "weights")
    SELECT ${organizationId}::uuid, ${importBatchId}::uuid, ${userId}::uuid,
      CASE WHEN bill."isPresent" THEN NULL ELSE ${ctx.clock()}::timestamptz END, bill."id", bill."productId",
      bill."version", bill."weights"
    FROM json_to_recordset(${jsonRows(stored.map(({ lines: _, ...row }) => row))}::json)
      AS bill("id" uuid, "productId" uuid, "version" int, "isPresent" boolean, "weights" jsonb)`;
  const rows = stored.flatMap(({ lines }) => lines);
  // An assembly may stand below its parts: a line is stored after the one it goes into.
  rows.sort((one, other) => one.depth - other.depth);
  for (const piece of inPieces(rows, rowsAtOnce))
    await tx.$executeRaw`
      INSERT INTO "BomLine" ("organizationId", "id", "billOfMaterialsId", "lineNumber", "parentLineId", "partId",
        "amount", "unit", "supplierRelationId", "sourceCell")
      SELECT ${organizationId}::uuid, line.* FROM json_to_recordset(${jsonRows(piece)}::json)
        AS line("id" uuid, "billOfMaterialsId" uuid, "lineNumber" int, "parentLineId" uuid, "partId" uuid,
          "amount" numeric, "unit" text, "supplierRelationId" uuid, "sourceCell" text)`;
}

function lineRows({ lines }: Bill, billOfMaterialsId: string, suppliers: Matched<MatchedSupplier>) {
  const depthOf = ({ drawn: { parent } }: PlacedLine): number => {
    let depth = 0;
    for (let above = parent; above !== null; above = lines[above]?.drawn.parent ?? null) depth += 1;
    return depth;
  };
  return lines.map((placed, index) => {
    const { line, part, drawn } = placed;
    return {
      id: drawn.id,
      billOfMaterialsId,
      lineNumber: index + 1,
      parentLineId: drawn.parent === null ? null : (lines[drawn.parent]?.drawn.id ?? null),
      partId: drawn.partId,
      amount: drawn.amount,
      unit: drawn.unit ?? line.unitTyped ?? '',
      supplierRelationId: suppliers.find(line)?.relationId ?? null,
      sourceCell: `${line.sheet}!A${line.row}`,
      kgPerPiece: part.massPerUnitKg,
      depth: depthOf(placed),
    };
  });
}

interface Supply {
  readonly partId: string;
  readonly supplierRelationId: string;
  readonly annualVolume: number | null;
}

/** Who supplies which part and how much a year; a part with one supplier has a sole source. */
export async function storeSupplies(
  tx: TenantTransaction,
  ctx: ServiceContext,
  bills: readonly Bill[],
  suppliers: Matched<MatchedSupplier>,
): Promise<void> {
  const { organizationId } = ctx.actor;
  const supplies = new Map<string, Supply>();
  for (const { line, drawn } of bills.flatMap(({ lines }) => lines)) {
    const supplierRelationId = suppliers.find(line)?.relationId;
    if (supplierRelationId === undefined) continue;
    const { partId } = drawn;
    const key = `${partId} ${supplierRelationId}`;
    const before = supplies.get(key)?.annualVolume ?? null;
    // The same part in two products: each names its own yearly volume.
    const annualVolume = line.annualVolume === null ? before : (before ?? 0) + line.annualVolume;
    supplies.set(key, { partId, supplierRelationId, annualVolume });
  }
  for (const rows of inPieces([...supplies.values()], rowsAtOnce))
    await tx.$executeRaw`
      INSERT INTO "PartSupply" AS known ("organizationId", "partId", "supplierRelationId", "annualVolume")
      SELECT ${organizationId}::uuid, supply.* FROM json_to_recordset(${jsonRows(rows)}::json)
        AS supply("partId" uuid, "supplierRelationId" uuid, "annualVolume" numeric)
      ON CONFLICT ("organizationId", "partId", "supplierRelationId")
        DO UPDATE SET "annualVolume" = excluded."annualVolume"
        WHERE excluded."annualVolume" IS NOT NULL AND known."annualVolume" IS DISTINCT FROM excluded."annualVolume"`;
}
