import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** Whether the footprint of a product's drawing is there yet. */
export interface FootprintProgress {
  /** The version of the drawing. */
  readonly version: number;
  /** Changed since its footprint was calculated. */
  readonly isStale: boolean;
}

/** Whether a product of the caller's organization waits for its calculation. */
export async function readFootprintProgress(
  ctx: ServiceContext,
  input: { readonly productId: string },
): Promise<FootprintProgress> {
  const { organizationId } = ctx.actor;
  const product = await inTenant(ctx, (tx) =>
    tx.product.findUnique({
      where: { organizationId_id: { organizationId, id: input.productId } },
      select: { productSystem: { select: { version: true, staleSince: true } } },
    }),
  );
  if (!product) throw new ServiceError('notFound');
  const { productSystem } = product;
  return {
    version: productSystem?.version ?? 0,
    isStale: productSystem !== null && productSystem.staleSince !== null,
  };
}

/** How many products of the caller's organization wait for their calculation. */
export async function countStaleFootprints(ctx: ServiceContext): Promise<number> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, (tx) =>
    tx.productSystem.count({ where: { organizationId, staleSince: { not: null } } }),
  );
}
