import {
  acceptFinite,
  atLeast,
  atMost,
  errorAt,
  type Finding,
  faultsIn,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
  warningAt,
} from '@slipstream/quantity';

/** What makes a supplier worth asking (R14.1): share of the bill of materials, of the volume, alone in supplying it, willing. */
export const rankingCriteria = ['bomShare', 'volumeShare', 'soleSource', 'willingness'] as const;
export type RankingCriterion = (typeof rankingCriteria)[number];
export type RankingWeights = Readonly<Record<RankingCriterion, number>>;

export const defaultRankingWeights: RankingWeights = {
  bomShare: 0.35,
  volumeShare: 0.25,
  soleSource: 0.2,
  willingness: 0.2,
};

export const rankingFindingCodes = [
  'ranking.weightsNotOne',
  'ranking.supplierRepeated',
  'ranking.willingnessInvalid',
  'ranking.countInvalid',
  'ranking.sharesExceedWhole',
  'ranking.noShares',
] as const;
export type RankingFindingCode = (typeof rankingFindingCodes)[number];

export interface SupplierCandidate {
  readonly id: string;
  /** Share of the bill of materials or of the process inputs, 0 to 1. */
  readonly bomShare: number;
  /** Share of the purchased volume, 0 to 1. */
  readonly volumeShare: number;
  readonly soleSource: boolean;
  /** 1 (declined) to 5. */
  readonly willingness: number;
}

/** How one criterion adds to a score: `points` = weight × `grade`, where `grade` lies between 0 and 1. */
export interface ScorePart {
  readonly weight: number;
  readonly grade: number;
  readonly points: number;
}

export interface RankedSupplier {
  readonly id: string;
  readonly rank: number;
  readonly score: number;
  /** The reasons for the score; their points add up to it. */
  readonly parts: Readonly<Record<RankingCriterion, ScorePart>>;
  readonly bomShare: number;
  /** Coverage of the bill of materials by this supplier and all above it: the curve to draw. */
  readonly cumulativeBomShare: number;
  readonly isSelected: boolean;
}

export const selectionEnds = ['targetReached', 'maxCountReached', 'noMoreSuppliers'] as const;

export interface SupplierRanking {
  /** Best first. */
  readonly suppliers: readonly RankedSupplier[];
  /** Not ranked: their inputs use secondary data (R14.3). In the order given. */
  readonly declined: readonly string[];
  /** BOM share of the selected suppliers, 0 to 1. */
  readonly coverage: number;
  readonly targetReached: boolean;
  /** Why the selection ends where it does. */
  readonly endedBy: (typeof selectionEnds)[number];
}

/** Scores within this of each other are a tie, so that the noise of float sums never ranks anybody. */
const scoreGrid = 1e-9;

/**
 * Ranks suppliers and selects whom to ask (R14). Score = Σ weight × grade; the grade of a share is the share over the
 * largest among those who have not declined, of a sole source 1, of willingness (w - 1) / 4. Ties go by BOM share, then
 * by id. Suppliers are taken from the top until their BOM share reaches the target or the count is full.
 *
 * @returns refused where weights are negative or do not add to one, shares lie outside 0 to 1, a willingness is no
 * whole number of 1 to 5, a count is no whole number, or an id occurs twice; warns where shares add to more than one
 * (`ranking.sharesExceedWhole`) or all shares of a criterion are zero, so that it cannot tell suppliers apart
 * (`ranking.noShares`).
 */
export function rankSuppliers(input: {
  readonly weights: RankingWeights;
  readonly targetBomCoverage: number;
  readonly maxCount: number;
  readonly candidates: readonly SupplierCandidate[];
}): Result<SupplierRanking, RankingFindingCode | ValueFindingCode> {
  const { weights, targetBomCoverage, maxCount, candidates } = input;
  const errors = [
    ...weightFindings(weights),
    ...numberFaults(targetBomCoverage, shareOfWhole, ['targetBomCoverage']),
    ...(Number.isInteger(maxCount) && maxCount >= 0
      ? []
      : [errorAt('ranking.countInvalid', ['maxCount'], { found: maxCount })]),
    ...candidateFindings(candidates),
  ];
  if (errors.length > 0) return refuse(...(errors as Finding<RankingFindingCode | ValueFindingCode>[]));

  const willing = candidates.filter(({ willingness }) => willingness > 1);
  const largest = {
    bomShare: Math.max(0, ...willing.map(({ bomShare }) => bomShare)),
    volumeShare: Math.max(0, ...willing.map(({ volumeShare }) => volumeShare)),
  };
  const scored = willing.map((candidate) => scoreOf(candidate, weights, largest)).sort(byScore);

  const suppliers: RankedSupplier[] = [];
  let covered = 0;
  let coverage = 0;
  for (const supplier of scored) {
    const isSelected = suppliers.length < maxCount && !atLeast(covered, targetBomCoverage);
    covered += supplier.bomShare;
    if (isSelected) coverage = covered;
    suppliers.push({ ...supplier, rank: suppliers.length + 1, cumulativeBomShare: covered, isSelected });
  }
  const targetReached = atLeast(coverage, targetBomCoverage);
  const isFull = suppliers.some(({ isSelected }) => !isSelected);
  return acceptFinite(
    {
      suppliers,
      declined: candidates.filter(({ willingness }) => willingness === 1).map(({ id }) => id),
      coverage,
      targetReached,
      endedBy: targetReached ? 'targetReached' : isFull ? 'maxCountReached' : 'noMoreSuppliers',
    },
    warningsOf(candidates, willing.length > 0 ? largest : null),
  );
}

const shareOfWhole = { min: 0, max: 1 };

type Scored = Omit<RankedSupplier, 'rank' | 'cumulativeBomShare' | 'isSelected'>;

function scoreOf(
  { id, bomShare, volumeShare, soleSource, willingness }: SupplierCandidate,
  weights: RankingWeights,
  largest: { readonly bomShare: number; readonly volumeShare: number },
): Scored {
  const grades: Record<RankingCriterion, number> = {
    bomShare: largest.bomShare > 0 ? bomShare / largest.bomShare : 0,
    volumeShare: largest.volumeShare > 0 ? volumeShare / largest.volumeShare : 0,
    soleSource: soleSource ? 1 : 0,
    willingness: (willingness - 1) / 4,
  };
  const part = (criterion: RankingCriterion): ScorePart => ({
    weight: weights[criterion],
    grade: grades[criterion],
    points: weights[criterion] * grades[criterion],
  });
  const parts = {
    bomShare: part('bomShare'),
    volumeShare: part('volumeShare'),
    soleSource: part('soleSource'),
    willingness: part('willingness'),
  };
  const score = rankingCriteria.reduce((sum, criterion) => sum + parts[criterion].points, 0);
  return { id, score, parts, bomShare };
}

function byScore(one: Scored, other: Scored): number {
  return (
    Math.round(other.score / scoreGrid) - Math.round(one.score / scoreGrid) ||
    other.bomShare - one.bomShare ||
    (one.id < other.id ? -1 : 1)
  );
}

function weightFindings(weights: RankingWeights): Finding[] {
  const domains = {
    bomShare: notNegative,
    volumeShare: notNegative,
    soleSource: notNegative,
    willingness: notNegative,
  };
  const faults = faultsIn(weights, domains, ['weights']);
  if (faults.length > 0) return faults;
  const sum = rankingCriteria.reduce((total, criterion) => total + weights[criterion], 0);
  return Math.abs(sum - 1) <= 1e-9 ? [] : [errorAt('ranking.weightsNotOne', ['weights'], { sum })];
}

function candidateFindings(candidates: readonly SupplierCandidate[]): Finding[] {
  const seen = new Set<string>();
  return candidates.flatMap((candidate, index) => {
    const { id, willingness } = candidate;
    const repeated = seen.has(id);
    seen.add(id);
    return [
      ...(repeated ? [errorAt('ranking.supplierRepeated', ['candidates', index, 'id'], { id })] : []),
      ...faultsIn(candidate, { bomShare: shareOfWhole, volumeShare: shareOfWhole }, ['candidates', index]),
      ...(Number.isInteger(willingness) && willingness >= 1 && willingness <= 5
        ? []
        : [
            errorAt('ranking.willingnessInvalid', ['candidates', index, 'willingness'], {
              found: willingness,
            }),
          ]),
    ];
  });
}

function warningsOf(
  candidates: readonly SupplierCandidate[],
  largest: { readonly bomShare: number; readonly volumeShare: number } | null,
): Finding<RankingFindingCode>[] {
  return (['bomShare', 'volumeShare'] as const).flatMap((criterion): Finding<RankingFindingCode>[] => {
    const sum = candidates.reduce((total, candidate) => total + candidate[criterion], 0);
    if (!atMost(sum, 1)) return [warningAt('ranking.sharesExceedWhole', ['candidates'], { criterion, sum })];
    return largest?.[criterion] === 0 ? [warningAt('ranking.noShares', ['candidates'], { criterion })] : [];
  });
}
