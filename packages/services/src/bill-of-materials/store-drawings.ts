import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from '../context.ts';
import { jsonText } from '../json-rows.ts';
import { drawBillOfMaterials } from '../product-system/draw-bill-of-materials.ts';
import type { Bill } from './store-lines.ts';
import { mayBeDrawn, type StoredProduct } from './store-products.ts';

/** Characters of drawings a statement takes at once: some hundred small products, or one of a few thousand lines. */
const mostCharacters = 2_000_000;

/** A product with the bill it is drawn from. */
export interface ProductBill extends Bill {
  readonly product: StoredProduct;
}

/**
 * Draws the products and says that they are to be calculated; a drawing somebody has worked on is theirs and stays. Of
 * two bills of one product the last is drawn. Returns the ids of the product systems.
 */
export async function storeDrawings(
  tx: TenantTransaction,
  ctx: ServiceContext,
  bills: readonly ProductBill[],
): Promise<readonly string[]> {
  const { organizationId } = ctx.actor;
  const staleSince = ctx.clock();
  const lastYear = staleSince.getUTCFullYear() - 1;
  const context = { period: { start: `${lastYear}-01-01`, end: `${lastYear}-12-31` }, geography: 'TW' };
  const present = [...new Map(bills.map((bill) => [bill.productId, bill])).values()];
  const kept = present.flatMap(({ product }) =>
    product.system && !mayBeDrawn(product) ? [product.system.id] : [],
  );
  if (kept.length > 0)
    await tx.productSystem.updateMany({
      where: { organizationId, id: { in: kept } },
      data: { staleSince },
    });
  const ids = [...kept];
  let rows: string[] = [];
  let characters = 0;
  const flush = async () => {
    await tx.$executeRaw`
      INSERT INTO "ProductSystem" ("organizationId", "staleSince", "updatedAt", "id", "productId", "document")
      SELECT ${organizationId}::uuid, ${staleSince}, now(), drawn.* FROM json_to_recordset(${`[${rows.join(',')}]`}::json)
        AS drawn("id" uuid, "productId" uuid, "document" jsonb)
      ON CONFLICT ("organizationId", "productId") DO UPDATE SET "document" = excluded."document",
        "staleSince" = excluded."staleSince", "updatedAt" = excluded."updatedAt"`;
    rows = [];
    characters = 0;
  };
  for (const { product, lines } of present) {
    if (!mayBeDrawn(product)) continue;
    const id = product.system?.id ?? randomUUID();
    ids.push(id);
    const drawn = lines.map((line) => line.drawn);
    const drawnVersion = product.system?.drawnVersion ?? undefined;
    const document = { ...drawBillOfMaterials(product, drawn, context), drawnVersion };
    const row = jsonText({ id, productId: product.id, document });
    rows.push(row);
    characters += row.length;
    if (characters > mostCharacters) await flush();
  }
  if (rows.length > 0) await flush();
  return ids;
}
