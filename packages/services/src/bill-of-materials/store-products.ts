import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '@slipstream/db';
import type { BomProduct } from '@slipstream/inventory-sheet';
import { type Finding, plainText, questionAt } from '@slipstream/quantity';
import type { ServiceContext } from '../context.ts';
import { jsonRows } from '../json-rows.ts';
import { isAsDrawn } from '../product-system/document.ts';
import type { DrawnProduct } from '../product-system/draw-bill-of-materials.ts';

/** What storing a product of a bill can ask about. */
export const storedProductFindingCodes = [
  'bom.declaredUnitAssumed',
  'bom.declaredUnitKept',
  'bom.productNamedAfterFile',
] as const;

/** A product as the bill is drawn for it. */
export interface StoredProduct extends DrawnProduct {
  /** Its present product system; null where it has none. */
  readonly system: StoredSystem | null;
}

interface StoredSystem {
  readonly id: string;
  readonly version: number;
  /** See `ProductSystemDocument`; null where the document does not say. */
  readonly drawnVersion: number | null;
}

interface KnownProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly amount: number;
  readonly system: StoredSystem | null;
}

/** Whether nobody has worked on the drawing of a product: the bill may draw it anew. */
export function mayBeDrawn({ system }: Pick<StoredProduct, 'system'>): boolean {
  return (
    system === null ||
    isAsDrawn({ version: system.version, document: { drawnVersion: system.drawnVersion ?? undefined } })
  );
}

/**
 * Finds or makes the products of a file, each by its number, else its name, else the name of the file: two files
 * that name nothing are two products. A product's declared unit is the one the
 * file states; a file that states none leaves what is known, and asks where that is nothing but the piece every product
 * begins with. A drawing somebody has worked on keeps the unit it was drawn for. Their drawings stay locked until the
 * transaction ends. Returns a product for each given, in order; two that are the same share an id.
 */
export async function storeProducts(
  tx: TenantTransaction,
  ctx: ServiceContext,
  products: readonly BomProduct[],
  fileName: string,
): Promise<{ readonly products: readonly StoredProduct[]; readonly findings: readonly Finding[] }> {
  const { organizationId } = ctx.actor;
  const unnamed = products.filter(isUnnamed).length;
  const named = products.map((product) => {
    const file = fileName.replace(/\.\w{1,5}$/, '').trim() || product.sheet;
    return { product, ...nameOf(product, unnamed > 1 ? `${file} ${product.sheet}` : file) };
  });
  const known = await readProducts(
    tx,
    organizationId,
    named.map(({ code }) => code),
  );
  const before = new Map(known);
  const findings: Finding[] = [];
  const stored = named.map(({ product, code, name }): StoredProduct => {
    const { sheet, declaredUnit: stated } = product;
    if (isUnnamed(product))
      findings.push(questionAt('bom.productNamedAfterFile', [sheet], { sheet, product: name }));
    const present = known.get(code) ?? {
      id: randomUUID(),
      code,
      name,
      unit: stated?.unit ?? 'pcs',
      amount: stated?.amount ?? 1,
      system: null,
    };
    const { unit, amount } = present;
    const isOther = stated !== null && (unit !== stated.unit || amount !== stated.amount);
    const now = isOther && mayBeDrawn(present) ? { ...present, ...stated } : present;
    known.set(code, now);
    if (stated === null && unit === 'pcs' && amount === 1)
      findings.push(questionAt('bom.declaredUnitAssumed', [sheet], { sheet, product: present.name }));
    else if (isOther && now === present)
      findings.push(
        questionAt('bom.declaredUnitKept', [sheet], {
          sheet,
          product: present.name,
          found: `${stated.amount} ${stated.unit}`,
          amount,
          unit,
        }),
      );
    return now;
  });
  await writeProducts(tx, organizationId, before, [...known.values()]);
  return { products: stored, findings };
}

function isUnnamed({ partNumber, name }: BomProduct): boolean {
  return partNumber === null && name === null;
}

/** The code a product is found by, and the name of a new one; `unnamed` where the file says neither. */
function nameOf({ partNumber, name }: BomProduct, unnamed: string) {
  const text = (value: string, most: number) =>
    plainText(value).slice(0, most).toWellFormed().replaceAll('\0', '');
  return { code: text(partNumber ?? name ?? unnamed, 200), name: text(name ?? partNumber ?? unnamed, 300) };
}

async function readProducts(
  tx: TenantTransaction,
  organizationId: string,
  codes: readonly string[],
): Promise<Map<string, KnownProduct>> {
  const products = await tx.$queryRaw<Omit<KnownProduct, 'system'>[]>`
    SELECT "id", "code", "name", "declaredUnit" AS "unit", "declaredUnitAmount"::float8 AS "amount" FROM "Product"
    WHERE "organizationId" = ${organizationId}::uuid
      AND "code" IN (SELECT json_array_elements_text(${jsonRows(codes)}::json))`;
  const systems = await tx.$queryRaw<(StoredSystem & { productId: string })[]>`
    SELECT "id", "productId", "version", ("document" ->> 'drawnVersion')::int AS "drawnVersion" FROM "ProductSystem"
    WHERE "organizationId" = ${organizationId}::uuid
      AND "productId" IN (SELECT json_array_elements_text(${jsonRows(products.map(({ id }) => id))}::json)::uuid)
    ORDER BY "id" FOR NO KEY UPDATE`;
  const systemOf = new Map(systems.map(({ productId, ...system }) => [productId, system]));
  return new Map(
    products.map((product) => [product.code, { ...product, system: systemOf.get(product.id) ?? null }]),
  );
}

async function writeProducts(
  tx: TenantTransaction,
  organizationId: string,
  before: ReadonlyMap<string, KnownProduct>,
  now: readonly KnownProduct[],
): Promise<void> {
  const rows = now.map(({ id, code, name, unit, amount }) => ({ id, code, name, unit, amount }));
  const fresh = rows.filter(({ code }) => !before.has(code));
  const changed = rows.filter(({ code, unit, amount }) => {
    const known = before.get(code);
    return known !== undefined && (known.unit !== unit || known.amount !== amount);
  });
  if (fresh.length > 0)
    await tx.$executeRaw`
      INSERT INTO "Product" ("organizationId", "id", "code", "name", "declaredUnit", "declaredUnitAmount", "updatedAt")
      SELECT ${organizationId}::uuid, product.*, now() FROM json_to_recordset(${jsonRows(fresh)}::json)
        AS product("id" uuid, "code" text, "name" text, "unit" text, "amount" numeric)`;
  if (changed.length > 0)
    await tx.$executeRaw`
      UPDATE "Product" product
      SET "declaredUnit" = stated."unit", "declaredUnitAmount" = stated."amount", "updatedAt" = now()
      FROM json_to_recordset(${jsonRows(changed)}::json) AS stated("id" uuid, "unit" text, "amount" numeric)
      WHERE product."organizationId" = ${organizationId}::uuid AND product."id" = stated."id"`;
}
