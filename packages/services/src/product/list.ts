import { inTenant, type ServiceContext } from '../context.ts';

/** A product as a list shows it. */
export interface ProductSummary {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
  /** kg CO2e per declared unit; null where no answer is whole. */
  readonly kgCo2e: number | null;
  /** Changed since its footprint was calculated. */
  readonly isStale: boolean;
  readonly parts: number;
}

/** The products of the caller's organization, by code. */
export async function listProducts(ctx: ServiceContext): Promise<readonly ProductSummary[]> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const products = await tx.product.findMany({
      where: { organizationId },
      orderBy: { code: 'asc' },
      take: 500,
      include: {
        productSystem: { select: { id: true, inputHash: true, staleSince: true } },
        billsOfMaterial: { where: { supersededAt: null }, include: { _count: { select: { lines: true } } } },
      },
    });
    const hashes = products.flatMap(({ productSystem }) => productSystem?.inputHash ?? []);
    const calculations = await tx.footprintCalculation.findMany({
      where: { organizationId, inputHash: { in: hashes } },
      select: { productSystemId: true, inputHash: true, kgCo2e: true },
    });
    const figures = new Map(
      calculations.map(({ productSystemId, inputHash, kgCo2e }) => [
        `${productSystemId} ${inputHash}`,
        kgCo2e,
      ]),
    );
    return products.map(({ id, code, name, productSystem, billsOfMaterial, ...product }) => ({
      id,
      code,
      name,
      declaredUnit: { amount: product.declaredUnitAmount.toNumber(), unit: product.declaredUnit },
      kgCo2e: figures.get(`${productSystem?.id} ${productSystem?.inputHash}`) ?? null,
      isStale: productSystem !== null && productSystem.staleSince !== null,
      parts: billsOfMaterial[0]?._count.lines ?? 0,
    }));
  });
}
