import type { TenantTransaction } from '@slipstream/db';
import type { Contribution, OpenInput } from '@slipstream/footprint';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import type { FactorReason } from '../product-system/choose-material-factor.ts';
import {
  type HolderTotal,
  linesAtOnce,
  type ShownLine,
  type ShownOpenInput,
  shownLine,
} from '../product-system/shown-footprint.ts';
import { supplierNamesOf } from '../supplier-relation/names.ts';
import { type LineOrigins, originsOf } from './line-origins.ts';

/** Holders a page shows at once. */
export const holdersAtOnce = 20;
/** Inputs without an answer a page shows at once. */
export const openInputsAtOnce = 20;
/** Those that are asked for come in larger portions. */
const moreHolders = 100;

/** A portion of a footprint's lines, and where they come from. */
export interface LinePortion<Line> {
  readonly lines: readonly Line[];
  readonly origins: LineOrigins;
}

interface Asked {
  readonly calculationId: string;
  /** How many are there already. */
  readonly offset: number;
}

/**
 * The next lines of one holder, largest first, `linesAtOnce` at most. A calculation never changes, so that portions of
 * it fit together whatever is calculated meanwhile. `notFound` where it is not the caller's.
 */
export async function readFootprintLines(
  ctx: ServiceContext,
  { calculationId, holder, offset }: Asked & { readonly holder: string },
): Promise<LinePortion<ShownLine>> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    await assertOwn(tx, organizationId, calculationId);
    const rows = await tx.$queryRaw<{ line: Contribution; reason: FactorReason | null }[]>`
      WITH calculation AS MATERIALIZED (
        SELECT "productSystemId", "result" #> '{footprint,contributions}' AS lines FROM "FootprintCalculation"
        WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${calculationId}::uuid),
      reasons AS MATERIALIZED (
        SELECT system."document" -> 'reasons' AS by_exchange FROM "ProductSystem" system, calculation
        WHERE system."organizationId" = ${organizationId}::uuid AND system."id" = calculation."productSystemId")
      SELECT line, reasons.by_exchange -> (line ->> 'exchange') AS reason
      FROM calculation CROSS JOIN reasons
        CROSS JOIN LATERAL jsonb_array_elements(calculation.lines) WITH ORDINALITY AS one(line, place)
      WHERE coalesce(line ->> 'supplier', CASE WHEN line ->> 'stage' = 'rawMaterial' THEN 'unnamed' ELSE 'own' END)
        = ${holder}
      ORDER BY place LIMIT ${linesAtOnce} OFFSET ${offset}`;
    const lines = rows.map(({ line, reason }) => shownLine(line, reason));
    return { lines, origins: await originsOf(tx, organizationId, lines) };
  });
}

/** The next inputs without an answer, in the order of the drawing. */
export async function readOpenInputs(
  ctx: ServiceContext,
  { calculationId, offset }: Asked,
): Promise<LinePortion<ShownOpenInput> & { readonly supplierNames: Readonly<Record<string, string>> }> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    await assertOwn(tx, organizationId, calculationId);
    const rows = await tx.$queryRaw<{ input: OpenInput; reason: FactorReason | null }[]>`
      WITH calculation AS MATERIALIZED (
        SELECT "productSystemId", "result" -> 'open' AS inputs FROM "FootprintCalculation"
        WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${calculationId}::uuid),
      reasons AS MATERIALIZED (
        SELECT system."document" -> 'reasons' AS by_exchange FROM "ProductSystem" system, calculation
        WHERE system."organizationId" = ${organizationId}::uuid AND system."id" = calculation."productSystemId")
      SELECT input, reasons.by_exchange -> (input ->> 'exchange') AS reason
      FROM calculation CROSS JOIN reasons
        CROSS JOIN LATERAL jsonb_array_elements(calculation.inputs) WITH ORDINALITY AS one(input, place)
      ORDER BY place LIMIT ${linesAtOnce} OFFSET ${offset}`;
    const lines = rows.map(({ input, reason }) => ({ ...input, reason }));
    return {
      lines,
      origins: await originsOf(tx, organizationId, lines),
      supplierNames: await supplierNamesOf(
        tx,
        organizationId,
        lines.flatMap(({ supplier }) => supplier ?? []),
      ),
    };
  });
}

/** The next holders of a footprint, largest first. */
export async function readFootprintHolders(
  ctx: ServiceContext,
  { calculationId, offset }: Asked,
): Promise<{
  readonly holders: readonly HolderTotal[];
  readonly supplierNames: Readonly<Record<string, string>>;
}> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    await assertOwn(tx, organizationId, calculationId);
    const rows = await tx.$queryRaw<{ holder: HolderTotal }[]>`
      SELECT holder FROM "FootprintCalculation" calculation
        CROSS JOIN LATERAL jsonb_array_elements(calculation."firstLines" -> 'holders') WITH ORDINALITY AS one(holder, place)
      WHERE calculation."organizationId" = ${organizationId}::uuid AND calculation."id" = ${calculationId}::uuid
      ORDER BY place LIMIT ${moreHolders} OFFSET ${offset}`;
    const holders = rows.map(({ holder }) => holder);
    return {
      holders,
      supplierNames: await supplierNamesOf(
        tx,
        organizationId,
        holders.map(({ holder }) => holder),
      ),
    };
  });
}

async function assertOwn(tx: TenantTransaction, organizationId: string, id: string): Promise<void> {
  const found = await tx.footprintCalculation.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: { id: true },
  });
  if (!found) throw new ServiceError('notFound');
}
