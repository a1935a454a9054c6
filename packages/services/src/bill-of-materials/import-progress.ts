import type { ImportKind, ImportState, TenantTransaction } from '@slipstream/db';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** How far an import is, for a page that waits for it. */
export interface ImportProgress {
  readonly state: ImportState;
  /** Rows found in the file; 0 until it has been read through. */
  readonly rowsRead: number;
  /** Products the file brought, and how many of them have their footprint. Both 0 for an inventory sheet. */
  readonly products: number;
  readonly calculated: number;
}

/** How far an import of the caller's organization is. */
export async function readImportProgress(
  ctx: ServiceContext,
  input: { readonly id: string; readonly kind: ImportKind },
): Promise<ImportProgress> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const batch = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id: input.id } },
      select: { kind: true, state: true, rowsRead: true },
    });
    if (batch?.kind !== input.kind) throw new ServiceError('notFound');
    const { state, rowsRead } = batch;
    return { state, rowsRead, ...(await countImportedProducts(tx, organizationId, input.id)) };
  });
}

/** How many products a file brought, and how many of them have their footprint. */
export async function countImportedProducts(
  tx: TenantTransaction,
  organizationId: string,
  importBatchId: string,
): Promise<Pick<ImportProgress, 'products' | 'calculated'>> {
  const [counts] = await tx.$queryRaw<{ products: number; calculated: number }[]>`
    SELECT count(*)::int AS "products",
      (count(*) FILTER (WHERE system."id" IS NOT NULL AND system."staleSince" IS NULL))::int AS "calculated"
    FROM "BillOfMaterials" bill
    LEFT JOIN "ProductSystem" system
      ON system."organizationId" = bill."organizationId" AND system."productId" = bill."productId"
    WHERE bill."organizationId" = ${organizationId}::uuid AND bill."importBatchId" = ${importBatchId}::uuid`;
  return counts ?? { products: 0, calculated: 0 };
}

/** Whether nothing more will happen to an import by itself. */
export function isImportSettled({ state, products, calculated }: ImportProgress): boolean {
  return state === 'refused' || (state === 'read' && calculated === products);
}
