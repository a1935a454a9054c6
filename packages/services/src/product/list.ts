import { inTenant, type ServiceContext } from '../context.ts';

/** A product as a list shows it. */
export interface ProductSummary {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What the figure is told per; a changed one counts from its calculation on. */
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
  /** kg CO2e per declared unit; null where no answer is whole. */
  readonly kgCo2e: number | null;
  /** kg CO2e of the inputs that have an answer; the whole where none is open. */
  readonly knownKgCo2e: number | null;
  /** Inputs without an answer. */
  readonly openInputs: number;
  /** Changed since its footprint was calculated. */
  readonly isStale: boolean;
  readonly parts: number;
}

interface Figure {
  readonly id: string;
  readonly kgCo2e: number | null;
  readonly knownKgCo2e: number | null;
  readonly openInputs: number;
  readonly statedAmount: number | null;
  readonly statedUnit: string | null;
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
        productSystem: { select: { id: true, staleSince: true } },
        billsOfMaterial: { where: { supersededAt: null }, include: { _count: { select: { lines: true } } } },
      },
    });
    const calculations = await tx.$queryRaw<Figure[]>`
      SELECT system."id", calculation."kgCo2e",
        (calculation."figures" ->> 'total')::float8 AS "knownKgCo2e",
        (calculation."figures" #>> '{statedUnit,amount}')::float8 AS "statedAmount",
        calculation."figures" #>> '{statedUnit,unit}' AS "statedUnit",
        coalesce((calculation."figures" ->> 'openInputs')::int, 0) AS "openInputs"
      FROM "ProductSystem" system
      JOIN "FootprintCalculation" calculation
        ON calculation."organizationId" = system."organizationId"
        AND calculation."productSystemId" = system."id" AND calculation."inputHash" = system."inputHash"
      WHERE system."organizationId" = ${organizationId}::uuid`;
    const figures = new Map(calculations.map((figure) => [figure.id, figure]));
    return products.map(({ id, code, name, productSystem, billsOfMaterial, ...product }) => {
      const figure = figures.get(productSystem?.id ?? '');
      return {
        id,
        code,
        name,
        declaredUnit: {
          amount: figure?.statedAmount ?? product.declaredUnitAmount.toNumber(),
          unit: figure?.statedUnit ?? product.declaredUnit,
        },
        kgCo2e: figure?.kgCo2e ?? null,
        knownKgCo2e: figure?.knownKgCo2e ?? null,
        openInputs: figure?.openInputs ?? 0,
        isStale: productSystem !== null && productSystem.staleSince !== null,
        parts: billsOfMaterial[0]?._count.lines ?? 0,
      };
    });
  });
}
