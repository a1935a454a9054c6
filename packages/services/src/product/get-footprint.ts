import type { Finding } from '@slipstream/quantity';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import {
  type FirstLines,
  type FootprintFigures,
  type HolderTotal,
  linesAtOnce,
  type ShownLine,
  type ShownOpenInput,
} from '../product-system/shown-footprint.ts';
import { knownSuppliers, type LatestRequest } from '../supplier-request/latest-by-supplier.ts';
import { holdersAtOnce, openInputsAtOnce } from './footprint-lines.ts';
import { type LineOrigins, originsOf } from './line-origins.ts';

/** A product's footprint as it was last calculated: nothing is calculated on reading. */
export interface FootprintPage {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What the product is declared per. */
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
  /** What `result` is told per: another declared unit for as long as a changed one waits for its calculation. */
  readonly statedUnit: { readonly amount: number; readonly unit: string };
  readonly version: number;
  /** Changed since; a new calculation is on its way. */
  readonly isStale: boolean;
  /** ISO instant; null before the first calculation. */
  readonly calculatedAt: string | null;
  /** Null before the first calculation and where the drawing has no answer. */
  readonly result: FootprintResult | null;
  /** Where there is no result, the first of what keeps it from one. */
  readonly findings: readonly Finding[];
  /** The lead firm's names of the suppliers that are shown, by organization. */
  readonly supplierNames: Readonly<Record<string, string>>;
  /** The lead firm's relation to each of them, by organization: what asking it takes. */
  readonly supplierRelations: Readonly<Record<string, string>>;
  /** What each of them was asked last, by organization. */
  readonly requests: Readonly<Record<string, LatestRequest>>;
}

/** Figures and the first of what they are made of; the rest is read when it is asked for, by `calculationId`. */
export interface FootprintResult extends FootprintFigures {
  readonly calculationId: string;
  readonly holders: { readonly count: number; readonly first: readonly HolderTotal[] };
  /** The largest lines, whoever holds them: all of them where they are few. */
  readonly largest: readonly ShownLine[];
  readonly open: readonly ShownOpenInput[];
  /** Where the lines shown come from. */
  readonly origins: LineOrigins;
}

/** Of thousands of lines only these come with the page. */
const largestOfMany = 8;

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly amount: number;
  readonly version: number | null;
  readonly isStale: boolean;
  readonly calculationId: string | null;
  readonly calculatedAt: Date | null;
  readonly figures: FootprintFigures | null;
  readonly firstLines: FirstLines | null;
  readonly findings: readonly Finding[] | null;
}

/**
 * The newest footprint of a product: its figures, who holds them, and the largest lines with what explains each. What it
 * takes to read does not depend on how many lines there are.
 */
export async function getProductFootprint(
  ctx: ServiceContext,
  input: { readonly productId: string },
): Promise<FootprintPage> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT product."id", product."code", product."name", product."declaredUnit" AS "unit",
        product."declaredUnitAmount"::float8 AS "amount", system."version",
        coalesce(system."staleSince" IS NOT NULL, false) AS "isStale", calculation."id" AS "calculationId",
        calculation."createdAt" AS "calculatedAt", calculation."figures", calculation."firstLines",
        CASE WHEN calculation."figures" IS NULL
          THEN jsonb_path_query_array(calculation."findings", '$[0 to 49]') END AS "findings"
      FROM "Product" product
      LEFT JOIN "ProductSystem" system
        ON system."organizationId" = product."organizationId" AND system."productId" = product."id"
      LEFT JOIN "FootprintCalculation" calculation
        ON calculation."organizationId" = system."organizationId"
        AND calculation."productSystemId" = system."id" AND calculation."inputHash" = system."inputHash"
      WHERE product."organizationId" = ${organizationId}::uuid AND product."id" = ${input.productId}::uuid`;
    if (!row) throw new ServiceError('notFound');
    const { id, code, name, unit, amount, figures, firstLines, calculationId, calculatedAt } = row;
    const declaredUnit = { amount, unit };
    const isLong = (figures?.lines ?? 0) > linesAtOnce;
    const largest = firstLines?.lines.slice(0, isLong ? largestOfMany : linesAtOnce) ?? [];
    const open = firstLines?.open.slice(0, openInputsAtOnce) ?? [];
    const origins = await originsOf(tx, organizationId, [...largest, ...open]);
    const holders = firstLines?.holders ?? [];
    const result =
      figures && firstLines && calculationId !== null
        ? {
            ...figures,
            calculationId,
            holders: { count: holders.length, first: holders.slice(0, holdersAtOnce) },
            largest,
            open,
            origins,
          }
        : null;
    const shown = new Set([
      ...(result?.holders.first ?? []).map(({ holder }) => holder),
      ...(result?.open ?? []).map(({ supplier }) => supplier),
      ...(figures?.nextSteps ?? []).map(({ supplier }) => supplier),
    ]);
    const { supplierNames, supplierRelations, requests } = await knownSuppliers(tx, organizationId);
    return {
      id,
      code,
      name,
      declaredUnit,
      statedUnit: figures?.statedUnit ?? declaredUnit,
      version: row.version ?? 0,
      isStale: row.isStale,
      calculatedAt: calculatedAt?.toISOString() ?? null,
      result,
      findings: row.findings ?? [],
      supplierNames: only(shown, supplierNames),
      supplierRelations: only(shown, supplierRelations),
      requests: only(shown, requests),
    };
  });
}

function only<Value>(
  keys: ReadonlySet<string | null>,
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
}
