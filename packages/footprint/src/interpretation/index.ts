export { actualUse, actualUseFindingCodes } from './actual-use.ts';
export {
  type Balance,
  type BalanceDirection,
  type BalanceQuestion,
  balance,
  balanceDirections,
  balanceFindingCodes,
  balanceLimitPercent,
  balanceQuestions,
} from './balance.ts';
export {
  type ComparisonBasis,
  checkComparable,
  compareFootprints,
  comparisonFindingCodes,
  type FootprintChange,
  footprintChange,
} from './comparison.ts';
export {
  type DataQualityGrade,
  dataQualityFindingCodes,
  dataQualityGrade,
  dataQualityGrades,
  type ItemScoreMethod,
  itemScore,
  itemScoreMethods,
  overallDataQuality,
  rowScore,
  type ScoredLine,
  temporalScore,
} from './data-quality.ts';
export { type GuardFindingCode, guardFindingCodes } from './guard.ts';
export { pedigreeCriteria, unknownScores } from './pedigree-matrix.ts';
export {
  basicGsdSquared,
  logDeviation,
  pedigreeGsdSquared,
  type UncertaintyKind,
} from './pedigree-uncertainty.ts';
export { plausibilityFindingCodes, questionDuplicates, questionMagnitude } from './plausibility.ts';
export {
  type PrimaryDataRequirement,
  primaryDataFindingCodes,
  primaryDataRequirement,
  type UpstreamEmissions,
} from './primary-data.ts';
export type { WeighedItem } from './ranking.ts';
export {
  analyticBand,
  type BandMethod,
  bandMethods,
  type ResultBand,
  type UncertainLine,
} from './result-band.ts';
export { uncertaintyInterval } from './uncertainty-interval.ts';
export {
  type VerificationBreadth,
  verificationBreadth,
  verificationBreadthFindingCodes,
} from './verification-breadth.ts';
