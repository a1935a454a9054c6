import type { SupplierRequestState } from '@slipstream/db';
import {
  defaultRankingWeights,
  isWorthAsking,
  type RankedSupplier,
  rankSuppliers,
  type SupplierRanking,
  type SupplierStanding,
  standingAfter,
} from '@slipstream/programme';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { readCandidates } from './candidates.ts';
import { type BomShareBasis, bomShares, type VolumeShareBasis, volumeShares } from './material-shares.ts';

/** A supplier as the lead firm decides whether to ask it. */
export interface SupplierCandidateRow {
  readonly id: string;
  readonly supplierId: string;
  readonly name: string;
  readonly code: string | null;
  readonly contactEmail: string | null;
  /** Nobody has claimed the organization: asking it needs an address to invite. */
  readonly isUnclaimed: boolean;
  /** 0 to 1, of the bills of materials and of the yearly purchase. */
  readonly bomShare: number;
  readonly volumeShare: number;
  readonly isSoleSource: boolean;
  /** Names of the parts it supplies, the first few, and how many there are. */
  readonly parts: readonly string[];
  readonly partCount: number;
  /** Whether it supplies a part of the name that was asked for. */
  readonly suppliesPart: boolean;
  /** 1 (declined) to 5; null where nobody asked, then 3 counts. */
  readonly willingness: number | null;
  /** Place, score and reasons; null for one who declined and is not ranked. */
  readonly ranked: RankedSupplier | null;
  /** The request drafted, under way or answered last, if there is one. */
  readonly request: { readonly id: string; readonly state: SupplierRequestState } | null;
  /** By the newest request that was sent; who is known to decline counts as having declined. */
  readonly standing: SupplierStanding;
  /** Belongs to those to take first, and was not asked yet or declined long ago. */
  readonly isProposed: boolean;
}

export interface SupplierList {
  /** Best first; those who declined last. */
  readonly suppliers: readonly SupplierCandidateRow[];
  readonly bomBasis: BomShareBasis;
  readonly volumeBasis: VolumeShareBasis;
  readonly lines: number;
  readonly linesWithoutMass: number;
  readonly coverage: Pick<SupplierRanking, 'coverage' | 'targetReached' | 'endedBy'>;
  readonly targetCoverage: number;
}

const willingnessUnknown = 3;
const defaultTargetCoverage = 0.8;
const mostSelected = 20;

/**
 * Whom to ask (R14): the caller's suppliers ranked by their share of the bills of materials, of the purchase, whether
 * they are the only source, and how willing they are, with every part of the score; and whom to take to cover the
 * bill. Of one product's bill where `productId` is given; a foreign product is one without lines.
 */
export async function listSuppliers(
  ctx: ServiceContext,
  input: {
    readonly productId?: string | undefined;
    readonly targetCoverage?: number | undefined;
    /** Words of a part's name, to tell who supplies such parts. */
    readonly part?: string | undefined;
  } = {},
): Promise<SupplierList> {
  const { organizationId } = ctx.actor;
  const targetCoverage = input.targetCoverage ?? defaultTargetCoverage;
  const { relations, requests, named, bills, supplies, withPart } = await inTenant(ctx, (tx) =>
    readCandidates(tx, organizationId, input),
  );
  const bom = bomShares(bills);
  const volume = volumeShares(
    relations.map(({ id, annualVolume, volumeUnit }) => ({
      relationId: id,
      annualVolume: annualVolume === null ? null : Number(annualVolume),
      volumeUnit,
      supplies: supplies.get(id)?.volumes ?? [],
    })),
  );
  const unclaimed = new Set(named.map(({ id }) => id));
  const requestOf = new Map(requests.map(({ id, state, dataOwnerId }) => [dataOwnerId, { id, state }]));
  const newestSent = new Map(
    requests.filter(({ state }) => state !== 'draft').map((request) => [request.dataOwnerId, request]),
  );
  const now = ctx.clock().toISOString();
  const inBill = new Set(bills.flatMap(({ byRelation }) => Object.keys(byRelation)));
  const rows = relations
    .filter(({ id }) => !input.productId || inBill.has(id))
    .map((relation) => ({
      id: relation.id,
      supplierId: relation.supplierId,
      name: relation.name,
      code: relation.code,
      contactEmail: relation.contactEmail,
      isUnclaimed: unclaimed.has(relation.supplierId),
      bomShare: Math.min(bom.byRelation.get(relation.id) ?? 0, 1),
      volumeShare: Math.min(volume.byRelation.get(relation.id) ?? 0, 1),
      isSoleSource: relation.soleSource ?? supplies.get(relation.id)?.isSoleSource ?? false,
      parts: supplies.get(relation.id)?.names ?? [],
      partCount: supplies.get(relation.id)?.parts ?? 0,
      suppliesPart: withPart.has(relation.id),
      willingness: relation.willingness,
      request: requestOf.get(relation.supplierId) ?? null,
      standing: standingOf(newestSent.get(relation.supplierId), relation.willingness),
      declinedAt: newestSent.get(relation.supplierId)?.updatedAt.toISOString() ?? null,
    }));

  const ranking = rankSuppliers({
    weights: defaultRankingWeights,
    targetBomCoverage: targetCoverage,
    maxCount: mostSelected,
    candidates: rows.map(({ id, bomShare, volumeShare, isSoleSource, willingness }) => ({
      id,
      bomShare,
      volumeShare,
      soleSource: isSoleSource,
      willingness: willingness ?? willingnessUnknown,
    })),
  });
  if (!ranking.ok) throw new ServiceError('refused', {}, ranking.findings);
  const rankedById = new Map(ranking.value.suppliers.map((ranked) => [ranked.id, ranked]));
  const last = rows.length + 1;
  const placeOf = (id: string) => rankedById.get(id)?.rank ?? last;
  return {
    suppliers: rows
      .map(({ declinedAt, ...row }) => {
        const ranked = rankedById.get(row.id) ?? null;
        const isProposed = ranked?.isSelected === true && isWorthAsking(row.standing, declinedAt, now);
        return { ...row, ranked, isProposed };
      })
      .sort((one, other) => placeOf(one.id) - placeOf(other.id)),
    bomBasis: bom.basis,
    volumeBasis: volume.basis,
    lines: bom.lines,
    linesWithoutMass: bom.linesWithoutMass,
    coverage: {
      coverage: ranking.value.coverage,
      targetReached: ranking.value.targetReached,
      endedBy: ranking.value.endedBy,
    },
    targetCoverage,
  };
}

const declines = 1;

function standingOf(
  sent: { readonly state: SupplierRequestState } | undefined,
  willingness: number | null,
): SupplierStanding {
  const standing = standingAfter(sent?.state ?? null);
  return standing === 'notAsked' && willingness === declines ? 'declined' : standing;
}
