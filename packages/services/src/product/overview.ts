import type { SupplierRequestState } from '@slipstream/db';
import { isOverdue } from '@slipstream/programme';
import { inTenant, type ServiceContext } from '../context.ts';
import type { FootprintFigures, ShownStep } from '../product-system/shown-footprint.ts';
import type { LatestRequest } from '../supplier-request/latest-by-supplier.ts';
import { dayOf } from '../supplier-request/list.ts';

/** A product as the first page shows it; figures in kg CO2e per declared unit, as they were last calculated. */
export interface OverviewProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
  readonly isStale: boolean;
  /** The known part; null before the first calculation and where the drawing has no answer. */
  readonly knownKgCo2e: number | null;
  /** 95 % interval of the known part. */
  readonly band: { readonly low: number; readonly high: number } | null;
  /** The stages in scope; `kgCO2e` is null where nothing is entered, which is not zero. */
  readonly stages: readonly Pick<FootprintFigures['byStage'][number], 'stage' | 'kgCO2e'>[];
  readonly openInputs: number;
}

/** Something worth doing next, for the product it would gain most for. */
export interface OverviewStep extends ShownStep {
  readonly productId: string;
  readonly productName: string;
  /** Part of half the product's 95 % interval the step takes away by itself, 0 to 1: what products are compared by. */
  readonly gainShare: number;
  /** How many products the same supplier would be asked for. */
  readonly products: number;
}

export interface Overview {
  readonly products: readonly OverviewProduct[];
  readonly steps: readonly OverviewStep[];
  readonly requests: {
    readonly countByState: Readonly<Partial<Record<SupplierRequestState, number>>>;
    /** Those that should have been answered by now, longest overdue first. */
    readonly overdue: readonly { readonly id: string; readonly supplier: string; readonly dueDate: string }[];
    /** The newest request by supplier. */
    readonly latest: Readonly<Record<string, LatestRequest>>;
  };
  /** The lead firm's name of each supplier and its relation to it, by organization. */
  readonly suppliers: Readonly<Record<string, { readonly name: string; readonly relationId: string }>>;
}

interface ProductRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly unitAmount: number;
  readonly isStale: boolean;
  readonly figures: FootprintFigures | null;
}

const mostProducts = 500;
const mostRequests = 2_000;
const shownSteps = 6;

/**
 * Where the caller's organization stands: its products with band and stages, what is worth doing next over all of
 * them, and how its requests stand. Two queries, whatever the number of products; nothing is calculated on reading.
 */
export async function getOverview(ctx: ServiceContext): Promise<Overview> {
  const { organizationId } = ctx.actor;
  const now = ctx.clock().toISOString();
  return inTenant(ctx, async (tx) => {
    const rows = await tx.$queryRaw<ProductRow[]>`
      SELECT product."id", product."code", product."name", product."declaredUnit" AS "unit",
        product."declaredUnitAmount"::float8 AS "unitAmount", coalesce(system."staleSince" IS NOT NULL, false) AS "isStale",
        latest."figures"
      FROM "Product" product
      LEFT JOIN "ProductSystem" system
        ON system."organizationId" = product."organizationId" AND system."productId" = product."id"
      LEFT JOIN "FootprintCalculation" latest
        ON latest."organizationId" = system."organizationId" AND latest."productSystemId" = system."id"
        AND latest."inputHash" = system."inputHash"
      WHERE product."organizationId" = ${organizationId}::uuid
      ORDER BY product."code" LIMIT ${mostProducts}`;
    const { requestsMade: requests, supplierRelations: relations } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: {
        requestsMade: {
          where: { state: { notIn: ['draft', 'cancelled', 'superseded'] } },
          select: { id: true, state: true, dataOwnerId: true, dueDate: true },
          orderBy: { createdAt: 'asc' },
          take: mostRequests,
        },
        supplierRelations: { select: { id: true, supplierId: true, name: true } },
      },
    });
    const names = new Map(relations.map(({ supplierId, name }) => [supplierId, name]));
    const counts = Map.groupBy(requests, ({ state }) => state);
    return {
      products: rows.map(productOf),
      steps: rankedSteps(rows),
      requests: {
        countByState: Object.fromEntries([...counts].map(([state, all]) => [state, all.length])),
        overdue: requests
          .flatMap(({ id, state, dataOwnerId, dueDate }) => {
            const day = dayOf(dueDate);
            if (day === null || !isOverdue(state, day, now)) return [];
            return [{ id, supplier: names.get(dataOwnerId) ?? '', dueDate: day }];
          })
          .sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1)),
        latest: Object.fromEntries(
          requests.map(({ id, state, dataOwnerId }) => [dataOwnerId, { id, state }]),
        ),
      },
      suppliers: Object.fromEntries(
        relations.map(({ id, supplierId, name }) => [supplierId, { name, relationId: id }]),
      ),
    };
  });
}

function productOf(row: ProductRow): OverviewProduct {
  const { id, code, name, unit, unitAmount, isStale, figures } = row;
  return {
    id,
    code,
    name,
    declaredUnit: { amount: unitAmount, unit },
    isStale,
    knownKgCo2e: figures?.total ?? null,
    band: figures?.band ?? null,
    stages: (figures?.byStage ?? []).map(({ stage, kgCO2e }) => ({ stage, kgCO2e })),
    openInputs: figures?.openInputs ?? 0,
  };
}

/**
 * The steps of all products by the share of their product's uncertainty they take away: a tonne of steel and a bolt
 * are compared by share, not by kg. A supplier is named once, for the product it matters most to.
 */
function rankedSteps(rows: readonly ProductRow[]): readonly OverviewStep[] {
  const all = rows.flatMap(({ id, name, figures }) =>
    (figures?.nextSteps ?? []).map(
      (step): OverviewStep => ({
        ...step,
        productId: id,
        productName: name,
        gainShare: shareOfBand(step.gain, figures?.band ?? null),
        products: 1,
      }),
    ),
  );
  const ranked = all.sort((a, b) => b.gainShare - a.gainShare);
  const keyOf = ({ kind, supplier, productId, line }: OverviewStep) =>
    supplier === null ? `${kind} ${productId} ${line}` : `${kind} ${supplier}`;
  return [...Map.groupBy(ranked, keyOf).values()]
    .flatMap((same) => (same[0] ? [{ ...same[0], products: same.length }] : []))
    .slice(0, shownSteps);
}

function shareOfBand(gain: number, band: OverviewProduct['band']): number {
  const half = band ? (band.high - band.low) / 2 : 0;
  return half > 0 ? Math.min(1, gain / half) : 0;
}
