import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** A product by its name and what it is declared per: the head of the pages that are about it. */
export interface ProductHead {
  readonly id: string;
  readonly name: string;
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
}

/** A product of the caller's organization, without its footprint. */
export async function getProduct(
  ctx: ServiceContext,
  input: { readonly productId: string },
): Promise<ProductHead> {
  const { organizationId } = ctx.actor;
  const product = await inTenant(ctx, (tx) =>
    tx.product.findUnique({
      where: { organizationId_id: { organizationId, id: input.productId } },
      select: { id: true, name: true, declaredUnit: true, declaredUnitAmount: true },
    }),
  );
  if (!product) throw new ServiceError('notFound');
  const { id, name, declaredUnit, declaredUnitAmount } = product;
  return { id, name, declaredUnit: { amount: declaredUnitAmount.toNumber(), unit: declaredUnit } };
}
