import type { DataQualityIndicator, PedigreeScores } from '../model/data-quality.ts';

/**
 * What each grade 1 to 5 of an indicator means (R8.2), best first. These are ids; the wording lives in the
 * message catalogs.
 */
export const pedigreeCriteria = {
  reliability: [
    'measuredAndVerified',
    'verifiedPartlyAssumedOrMeasuredUnverified',
    'partlyAssumedUnverified',
    'qualifiedEstimate',
    'unqualifiedEstimateOrUnknownOrigin',
  ],
  completeness: [
    'enoughSitesAndPeriod',
    'fewerSitesAdequatePeriod',
    'enoughSitesShorterPeriod',
    'fewerSitesAndShorterPeriodOrIncomplete',
    'unknownOrFewSitesIncomplete',
  ],
  temporal: [
    'lessThan3Years',
    'lessThan6Years',
    'lessThan10Years',
    'lessThan15Years',
    'unknownOr15YearsAndMore',
  ],
  geographical: [
    'studyArea',
    'largerAreaContainingStudyArea',
    'similarProductionConditions',
    'slightlySimilarConditions',
    'unknownOrVeryDifferent',
  ],
  technological: [
    'sameEnterpriseProcessAndMaterial',
    'sameProcessAndMaterialOtherEnterprise',
    'sameProcessAndMaterialOtherTechnology',
    'relatedProcessOrMaterialSameTechnology',
    'unknownOrRelatedWithOtherTechnology',
  ],
} as const satisfies Record<DataQualityIndicator, readonly [string, string, string, string, string]>;

/** Grades given when nothing is known about a datum: the worst of every indicator (R8.2, last column). */
export const unknownScores: PedigreeScores = {
  reliability: 5,
  completeness: 5,
  temporal: 5,
  geographical: 5,
  technological: 5,
};
