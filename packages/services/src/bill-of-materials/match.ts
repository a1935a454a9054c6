import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '@slipstream/db';
import type { BomLine } from '@slipstream/inventory-sheet';
import { plainText } from '@slipstream/quantity';
import type { ServiceContext } from '../context.ts';
import { inPieces, jsonRows, rowsAtOnce } from '../json-rows.ts';

/** A supplier as lines are matched to it: the lead firm's relation and the organization behind it. */
export interface MatchedSupplier {
  readonly relationId: string;
  readonly organizationId: string;
}

/** A part as lines are matched to it; its mass is the one it was first told with. */
export interface MatchedPart {
  readonly id: string;
  readonly massPerUnitKg: number | null;
}

/** What lines of a file were matched to; `of` is for what every line has, `find` for what it may lack. */
export interface Matched<Value> {
  of(line: BomLine): Value;
  find(line: BomLine): Value | undefined;
}

function matched<Value>(
  keyOf: (line: BomLine) => string | null,
  byKey: ReadonlyMap<string, Value>,
): Matched<Value> {
  const find = (line: BomLine) => {
    const key = keyOf(line);
    return key === null ? undefined : byKey.get(key);
  };
  return {
    find,
    of(line) {
      const value = find(line);
      if (value === undefined) throw new TypeError('A line was not matched');
      return value;
    },
  };
}

/** A name by which rows are found again, so without half of a character at its end. */
const keyText = (text: string, most: number) =>
  plainText(text).slice(0, most).toWellFormed().replaceAll('\0', '');
const partKey = ({ partNumber, name }: BomLine) => keyText(partNumber ?? name ?? '', 200);
const supplierKey = ({ supplier }: BomLine) => (supplier === null ? null : keyText(supplier, 300));

/** Finds the part of every line by its number (its name, where it has none); makes the parts that are new. */
export async function matchParts(
  tx: TenantTransaction,
  ctx: ServiceContext,
  lines: readonly BomLine[],
): Promise<Matched<MatchedPart>> {
  const { organizationId } = ctx.actor;
  const firstOf = new Map<string, BomLine>();
  for (const line of lines) if (!firstOf.has(partKey(line))) firstOf.set(partKey(line), line);
  const known = await tx.$queryRaw<(MatchedPart & { partNumber: string })[]>`
    SELECT part."id", part."partNumber", part."massPerUnitKg"::float8 AS "massPerUnitKg" FROM "Part" part
    JOIN json_array_elements_text(${jsonRows([...firstOf.keys()])}::json) AS named("partNumber") USING ("partNumber")
    WHERE part."organizationId" = ${organizationId}::uuid`;
  const byKey = new Map<string, MatchedPart>(known.map(({ partNumber, ...part }) => [partNumber, part]));
  const fresh = [...firstOf]
    .filter(([key]) => !byKey.has(key))
    .map(([partNumber, line]) => ({
      id: randomUUID(),
      partNumber,
      name: plainText(line.name ?? partNumber).slice(0, 300),
      specification: line.specification,
      material: line.material,
      unit: line.unit ?? line.unitTyped ?? 'pcs',
      massPerUnitKg: line.kgPerPiece,
    }));
  for (const { partNumber, id, massPerUnitKg } of fresh) byKey.set(partNumber, { id, massPerUnitKg });
  for (const rows of inPieces(fresh, rowsAtOnce))
    await tx.$executeRaw`
      INSERT INTO "Part" ("organizationId", "id", "partNumber", "name", "specification", "material", "unit",
        "massPerUnitKg", "updatedAt")
      SELECT ${organizationId}::uuid, part.*, now() FROM json_to_recordset(${jsonRows(rows)}::json) AS part("id" uuid,
        "partNumber" text, "name" text, "specification" text, "material" text, "unit" text, "massPerUnitKg" numeric)`;
  return matched(partKey, byKey);
}

/**
 * Finds the supplier of every line that names one, by the name the lead firm uses. A supplier nobody knows becomes an
 * organization that waits to be claimed, with the lead firm's own relation to it.
 */
export async function matchSuppliers(
  tx: TenantTransaction,
  ctx: ServiceContext,
  lines: readonly BomLine[],
): Promise<Matched<MatchedSupplier>> {
  const { organizationId } = ctx.actor;
  const names = new Set(lines.flatMap((line) => supplierKey(line) ?? []));
  const known = await tx.$queryRaw<{ name: string; relationId: string; organizationId: string }[]>`
    SELECT relation."name", relation."id" AS "relationId", relation."supplierId" AS "organizationId"
    FROM "SupplierRelation" relation
    JOIN json_array_elements_text(${jsonRows([...names])}::json) AS named("name") USING ("name")
    WHERE relation."organizationId" = ${organizationId}::uuid`;
  const byKey = new Map(known.map(({ name, ...supplier }) => [name, supplier]));
  const fresh = [...names]
    .filter((name) => !byKey.has(name))
    .map((name) => ({ name, relationId: randomUUID(), organizationId: randomUUID() }));
  for (const rows of inPieces(fresh, rowsAtOnce)) {
    const suppliers = jsonRows(rows);
    await tx.$executeRaw`
      INSERT INTO "Organization" ("id", "kind", "name", "createdById")
      SELECT fresh."organizationId", 'supplier', fresh."name", ${organizationId}::uuid
      FROM json_to_recordset(${suppliers}::json) AS fresh("organizationId" uuid, "name" text)`;
    await tx.$executeRaw`
      INSERT INTO "SupplierRelation" ("organizationId", "id", "supplierId", "name", "updatedAt")
      SELECT ${organizationId}::uuid, fresh."relationId", fresh."organizationId", fresh."name", now()
      FROM json_to_recordset(${suppliers}::json) AS fresh("relationId" uuid, "organizationId" uuid, "name" text)`;
  }
  for (const { name, ...supplier } of fresh) byKey.set(name, supplier);
  await storeSoleSources(tx, organizationId, lines, byKey);
  return matched(supplierKey, byKey);
}

/** What the file says of sole sources goes to the relation, unless a person has said so before. */
async function storeSoleSources(
  tx: TenantTransaction,
  organizationId: string,
  lines: readonly BomLine[],
  byKey: ReadonlyMap<string, { readonly relationId: string }>,
): Promise<void> {
  const sole = lines
    .filter(({ soleSource }) => soleSource === true)
    .flatMap((line) => byKey.get(supplierKey(line) ?? '')?.relationId ?? []);
  if (sole.length > 0)
    await tx.$executeRaw`
      UPDATE "SupplierRelation" SET "soleSource" = true, "updatedAt" = now()
      WHERE "organizationId" = ${organizationId}::uuid AND "soleSource" IS NULL
        AND "id" IN (SELECT json_array_elements_text(${jsonRows([...new Set(sole)])}::json)::uuid)`;
}
