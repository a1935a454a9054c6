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
export { type DrawnBand, drawnBand, drawnBandFindingCodes } from './drawn-band.ts';
export {
  type ChangeCategory,
  changeCategories,
  methodCategories,
  operationalCategories,
} from './explanation/change-category.ts';
export {
  type ChangeBar,
  type ChangeDetail,
  type ChangeExplanation,
  explainChange,
  explanationFindingCodes,
} from './explanation/explain-change.ts';
export type { RestateFactor } from './explanation/factor-parameters.ts';
export type { ParameteriseOptions } from './explanation/parameterise.ts';
export {
  type ParameterPlace,
  type ParameterSubject,
  parameterSubjects,
} from './explanation/parametric-model.ts';
export {
  contributionId,
  footprintDataQuality,
  footprintPrimaryData,
  footprintSample,
} from './footprint-reading.ts';
export {
  footprintBand,
  logDeviationOfPercent,
  type UncertainContribution,
  uncertainLine,
} from './line-uncertainty.ts';
export { applyChanges, type ModelChange, modelChangeFindingCodes } from './model-change.ts';
export { type NextStep, type NextStepKind, nextStepKinds, nextSteps } from './next-steps.ts';
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
export { type BalanceKind, balanceKinds, type PlaceBalance, placeBalances } from './process-balance.ts';
export type { WeighedItem } from './ranking.ts';
export {
  analyticBand,
  type BandMethod,
  bandMethods,
  type ResultBand,
  type UncertainLine,
} from './result-band.ts';
export {
  type FactorSensitivity,
  factorSensitivities,
  type Sensitivity,
  sensitivities,
} from './sensitivity.ts';
export { uncertaintyInterval } from './uncertainty-interval.ts';
export {
  type VerificationBreadth,
  verificationBreadth,
  verificationBreadthFindingCodes,
} from './verification-breadth.ts';
export { type AllocationScenario, compareAllocations, type Scenario, whatIf } from './what-if.ts';
