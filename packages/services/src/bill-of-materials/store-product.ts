import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { BomProduct } from '@slipstream/inventory-sheet';
import { type Finding, plainText, questionAt } from '@slipstream/quantity';
import type { ServiceContext } from '../context.ts';
import { documentOf, isAsDrawn } from '../product-system/document.ts';
import {
  type DrawnLine,
  type DrawnProduct,
  drawBillOfMaterials,
} from '../product-system/draw-bill-of-materials.ts';

/** What storing a product of a bill can ask about. */
export const storedProductFindingCodes = ['bom.declaredUnitAssumed', 'bom.declaredUnitKept'] as const;

/** A product as the bill is drawn for it. */
export interface StoredProduct extends DrawnProduct {
  readonly findings: readonly Finding[];
}

/**
 * Finds or makes the product of a bill by its number, else its name. Its declared unit is the one the file states; a
 * file that states none leaves what is known, and asks where that is nothing but the piece every product begins with.
 * A drawing somebody has worked on keeps the unit it was drawn for.
 */
export async function storeProduct(
  tx: TenantTransaction,
  ctx: ServiceContext,
  product: BomProduct,
): Promise<StoredProduct> {
  const { organizationId } = ctx.actor;
  const code = plainText(product.partNumber ?? product.name ?? product.sheet).slice(0, 200);
  const name = plainText(product.name ?? product.partNumber ?? product.sheet).slice(0, 300);
  const { declaredUnit: stated } = product;
  const known = await tx.product.upsert({
    where: { organizationId_code: { organizationId, code } },
    create: {
      organizationId,
      code,
      name,
      declaredUnit: stated?.unit ?? 'pcs',
      declaredUnitAmount: stated?.amount ?? 1,
    },
    update: {},
    select: {
      id: true,
      name: true,
      declaredUnit: true,
      declaredUnitAmount: true,
      productSystem: { select: { version: true, document: true } },
    },
  });
  const { id, productSystem } = known;
  const present = { unit: known.declaredUnit, amount: known.declaredUnitAmount.toNumber() };
  const stored = { id, name: known.name };
  const { sheet } = product;
  if (stated === null) {
    const isAssumed = present.unit === 'pcs' && present.amount === 1;
    const assumed = questionAt('bom.declaredUnitAssumed', [sheet], { sheet, product: known.name });
    return { ...stored, ...present, findings: isAssumed ? [assumed] : [] };
  }
  if (present.unit === stated.unit && present.amount === stated.amount)
    return { ...stored, ...present, findings: [] };
  if (productSystem && !isAsDrawn(productSystem)) {
    const kept = questionAt('bom.declaredUnitKept', [sheet], {
      sheet,
      product: known.name,
      found: `${stated.amount} ${stated.unit}`,
      amount: present.amount,
      unit: present.unit,
    });
    return { ...stored, ...present, findings: [kept] };
  }
  await tx.product.update({
    where: { organizationId_id: { organizationId, id } },
    data: { declaredUnit: stated.unit, declaredUnitAmount: stated.amount },
  });
  return { ...stored, ...stated, findings: [] };
}

/** Draws the product; a drawing somebody has worked on is theirs and stays. Returns the product system's id. */
export async function storeDrawing(
  tx: TenantTransaction,
  ctx: ServiceContext,
  product: DrawnProduct,
  lines: readonly DrawnLine[],
): Promise<string> {
  const { organizationId } = ctx.actor;
  const where = { organizationId_productId: { organizationId, productId: product.id } };
  const present = await tx.productSystem.findUnique({
    where,
    select: { id: true, version: true, document: true },
  });
  if (present && !isAsDrawn(present)) return present.id;
  const lastYear = ctx.clock().getUTCFullYear() - 1;
  const { draft, reasons } = drawBillOfMaterials(product, lines, {
    period: { start: `${lastYear}-01-01`, end: `${lastYear}-12-31` },
    geography: 'TW',
  });
  const drawnVersion = present ? documentOf(present.document).drawnVersion : undefined;
  const document = {
    draft,
    reasons,
    ...(drawnVersion !== undefined && { drawnVersion }),
  } as unknown as Prisma.InputJsonObject;
  const { id } = await tx.productSystem.upsert({
    where,
    create: { organizationId, productId: product.id, document },
    update: { document },
    select: { id: true },
  });
  return id;
}
