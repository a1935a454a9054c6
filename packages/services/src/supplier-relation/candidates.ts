import type { TenantTransaction } from '@slipstream/db';
import { type BillWeights, type PurchasedVolume, weighBill } from './material-shares.ts';

/** What a supplier supplies: how many parts, the names of the first, whether anybody else has each, how much a year. */
export interface Supplies {
  readonly relationId: string;
  readonly parts: number;
  readonly names: readonly string[];
  /** Of at least one of its parts it is the only supplier. */
  readonly isSoleSource: boolean;
  readonly volumes: PurchasedVolume['supplies'];
}

interface Weighed {
  readonly id: string;
  /** Null for a bill from before bills were weighed when they are stored. */
  readonly weights: BillWeights | null;
}

/**
 * The caller's suppliers, what each was asked, and what each has of the present bills, or of one product's. Two
 * statements, and neither brings a line of a bill. `withPart` has the relations that supply a part of which `part` is in
 * the name.
 */
export async function readCandidates(
  tx: TenantTransaction,
  organizationId: string,
  { productId, part }: { readonly productId?: string | undefined; readonly part?: string | undefined },
) {
  const { supplierRelations, requestsMade, named } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: {
      supplierRelations: { orderBy: { name: 'asc' } },
      requestsMade: {
        where: { state: { notIn: ['cancelled', 'superseded'] } },
        select: { id: true, state: true, dataOwnerId: true, updatedAt: true },
        orderBy: { createdAt: 'asc' },
      },
      named: { where: { claimedAt: null }, select: { id: true } },
    },
  });
  const word = part?.trim().toLowerCase() ?? '';
  const [material] = await tx.$queryRaw<{ bills: Weighed[]; supplies: Supplies[]; withPart: string[] }[]>`
    WITH supplied AS (
      SELECT supply."supplierRelationId" AS relation, part."name", part."unit",
        supply."annualVolume"::float8 AS volume, part."massPerUnitKg"::float8 AS kg,
        count(*) OVER (PARTITION BY supply."partId") AS suppliers
      FROM "PartSupply" supply
      JOIN "Part" part ON part."organizationId" = supply."organizationId" AND part."id" = supply."partId"
      WHERE supply."organizationId" = ${organizationId}::uuid),
    volumes AS (
      SELECT relation, json_agg(json_build_object('annualVolume', total, 'unit', "unit", 'kgPerPiece', kg)) AS volumes
      FROM (
        SELECT relation, "unit", sum(volume) AS total, sum(volume * kg) / nullif(sum(volume), 0) AS kg
        FROM supplied WHERE volume > 0 GROUP BY relation, "unit", kg IS NULL) AS by_unit
      GROUP BY relation),
    supplies AS (
      SELECT relation, count(*) AS parts, (array_agg("name" ORDER BY "name"))[1:3] AS names,
        bool_or(suppliers = 1) AS sole
      FROM supplied GROUP BY relation)
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', "id", 'weights', "weights")), '[]') FROM "BillOfMaterials"
        WHERE "organizationId" = ${organizationId}::uuid AND "supersededAt" IS NULL
          AND (${productId ?? null}::uuid IS NULL OR "productId" = ${productId ?? null}::uuid)) AS bills,
      (SELECT coalesce(json_agg(json_build_object('relationId', relation, 'parts', parts, 'names', names,
        'isSoleSource', sole, 'volumes', coalesce(volumes, '[]'))), '[]')
        FROM supplies LEFT JOIN volumes USING (relation)) AS supplies,
      (SELECT coalesce(json_agg(DISTINCT relation), '[]') FROM supplied
        WHERE ${word} <> '' AND strpos(lower("name"), ${word}) > 0) AS "withPart"`;
  const bills = material?.bills ?? [];
  const unweighed = bills.flatMap(({ id, weights }) => (weights === null ? [id] : []));
  return {
    relations: supplierRelations,
    requests: requestsMade,
    named,
    withPart: new Set(material?.withPart),
    supplies: new Map(material?.supplies.map((supply) => [supply.relationId, supply])),
    bills: [
      ...bills.flatMap(({ weights }) => weights ?? []),
      ...(unweighed.length > 0 ? await weigh(tx, organizationId, unweighed) : []),
    ],
  };
}

async function weigh(
  tx: TenantTransaction,
  organizationId: string,
  bills: readonly string[],
): Promise<readonly BillWeights[]> {
  const lines = await tx.bomLine.findMany({
    where: { organizationId, billOfMaterialsId: { in: [...bills] } },
    include: { part: { select: { massPerUnitKg: true } } },
  });
  const weighable = lines.map(({ amount, part, ...line }) => ({
    ...line,
    amount: amount === null ? null : Number(amount),
    kgPerPiece: part.massPerUnitKg === null ? null : Number(part.massPerUnitKg),
  }));
  return [...Map.groupBy(weighable, ({ billOfMaterialsId }) => billOfMaterialsId).values()].map(weighBill);
}
