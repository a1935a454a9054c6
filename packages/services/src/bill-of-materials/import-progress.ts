import type { ImportKind, ImportState } from '@slipstream/db';
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
      select: {
        kind: true,
        state: true,
        rowsRead: true,
        billsOfMaterial: {
          select: { product: { select: { productSystem: { select: { staleSince: true } } } } },
        },
      },
    });
    if (batch?.kind !== input.kind) throw new ServiceError('notFound');
    return {
      state: batch.state,
      rowsRead: batch.rowsRead,
      products: batch.billsOfMaterial.length,
      calculated: batch.billsOfMaterial.filter(({ product }) => product.productSystem?.staleSince === null)
        .length,
    };
  });
}

/** Whether nothing more will happen to an import by itself. */
export function isImportSettled({ state, products, calculated }: ImportProgress): boolean {
  return state === 'refused' || (state === 'read' && calculated === products);
}
