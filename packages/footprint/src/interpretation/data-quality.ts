import {
  acceptFinite,
  anyNumber,
  atMost,
  type Domain,
  errorAt,
  type Finding,
  faultsIn,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
  within,
} from '@slipstream/quantity';
import {
  type DataQualityIndicator,
  dataQualityIndicators,
  type PedigreeScores,
} from '../model/data-quality.ts';

export const dataQualityFindingCodes = ['dataQuality.yearInvalid', 'dataQuality.noWeight'] as const;
type DataQualityFinding = Finding<(typeof dataQualityFindingCodes)[number] | ValueFindingCode>;
type DataQualityResult<Value> = Result<Value, DataQualityFinding['code']>;

/** Names of an overall score (R8.6), best first. */
export const dataQualityGrades = ['high', 'basic', 'preliminary', 'insufficient'] as const;
export type DataQualityGrade = (typeof dataQualityGrades)[number];

/** Highest score that still earns the grade; above the last it is `insufficient` (R8.6). */
const gradeLimits = { high: 1.6, basic: 3, preliminary: 4 } as const;

/** How five grades become one score (R8.4): `mean` = Σ / 5, `ilcd` = (Σ + 4 × worst) / 9. */
export const itemScoreMethods = ['mean', 'ilcd'] as const;
export type ItemScoreMethod = (typeof itemScoreMethods)[number];

/** Upper ends, in years, of the temporal grades 1 to 4 (R8.3); the end itself belongs to the next grade. */
const temporalGradeYears = [3, 6, 10, 15] as const;

/** One inventory line as data quality sees it; emissions in any one unit, they only weigh. */
export interface ScoredLine {
  readonly emissions: number;
  readonly activity: PedigreeScores;
  readonly factor: PedigreeScores;
}

/** A grade lies between 1 and 5; an average of several sources may lie between two grades. */
export const gradeDomains = Object.fromEntries(
  dataQualityIndicators.map((indicator) => [indicator, { min: 1, max: 5 }]),
) as Readonly<Record<DataQualityIndicator, Domain>>;

/** The grade that a score of 1 to 5 earns (R8.6), with the slack of R0.3. */
export function dataQualityGrade(score: number): DataQualityGrade {
  if (atMost(score, gradeLimits.high)) return 'high';
  if (atMost(score, gradeLimits.basic)) return 'basic';
  if (atMost(score, gradeLimits.preliminary)) return 'preliminary';
  return 'insufficient';
}

/**
 * Temporal grade 1 to 5 from the distance between the study year and the year of the datum (R8.3); a year that
 * is not known earns 5. Refused: a year that is not a whole number (`dataQuality.yearInvalid`).
 */
export function temporalScore(studyYear: number, dataYear: number | null): DataQualityResult<number> {
  const findings = [
    ...(Number.isInteger(studyYear) ? [] : [yearInvalid('studyYear', studyYear)]),
    ...(dataYear === null || Number.isInteger(dataYear) ? [] : [yearInvalid('dataYear', dataYear)]),
  ];
  if (findings.length > 0) return refuse(...findings);
  if (dataYear === null) return acceptFinite(5);
  const distance = Math.abs(studyYear - dataYear);
  const grade = temporalGradeYears.findIndex((end) => distance < end);
  return acceptFinite(grade < 0 ? 5 : grade + 1);
}

/** Score of one datum from its five grades (R8.4). Refused: a grade outside 1 to 5. */
export function itemScore(
  scores: PedigreeScores,
  method: ItemScoreMethod = 'mean',
): DataQualityResult<number> {
  const findings = checkScores(scores);
  return findings.length > 0 ? refuse(...findings) : acceptFinite(scoreOf(scores, method));
}

/** Scores of one line: activity datum, factor, and their mean, the row score (R8.5). */
export function rowScore(
  row: Pick<ScoredLine, 'activity' | 'factor'>,
  method: ItemScoreMethod = 'mean',
): DataQualityResult<{
  activityScore: number;
  factorScore: number;
  rowScore: number;
  grade: DataQualityGrade;
}> {
  const findings = checkRow(row);
  if (findings.length > 0) return refuse(...findings);
  const score = scoreOfRow(row, method);
  return acceptFinite({
    activityScore: scoreOf(row.activity, method),
    factorScore: scoreOf(row.factor, method),
    rowScore: score,
    grade: dataQualityGrade(score),
  });
}

/**
 * Overall score Σ(|emissions| × row score) / Σ|emissions| and its grade (R8.5, R8.6). Removals weigh by their
 * size. Refused: no line, or lines that weigh nothing together (`dataQuality.noWeight`).
 */
export function overallDataQuality(
  rows: readonly ScoredLine[],
  method: ItemScoreMethod = 'mean',
): DataQualityResult<{ overall: number; grade: DataQualityGrade }> {
  const findings: DataQualityFinding[] = rows.flatMap((row, index) =>
    [...numberFaults(row.emissions, anyNumber, ['emissions']), ...checkRow(row)].map((finding) =>
      within(['rows', index], finding),
    ),
  );
  if (findings.length > 0) return refuse(...findings);
  // Weights relative to the largest, so that neither tiny nor huge emissions leave the range of doubles.
  const largest = rows.reduce((most, row) => Math.max(most, Math.abs(row.emissions)), 0);
  if (largest === 0) return refuse(errorAt('dataQuality.noWeight', ['rows']));
  let weight = 0;
  let weighted = 0;
  for (const row of rows) {
    const share = Math.abs(row.emissions) / largest;
    weight += share;
    weighted += share * scoreOfRow(row, method);
  }
  const overall = weighted / weight;
  return acceptFinite({ overall, grade: dataQualityGrade(overall) });
}

function scoreOf(scores: PedigreeScores, method: ItemScoreMethod): number {
  const grades = dataQualityIndicators.map((indicator) => scores[indicator]);
  const sum = grades.reduce((total, grade) => total + grade, 0);
  return method === 'mean' ? sum / grades.length : (sum + 4 * Math.max(...grades)) / (grades.length + 4);
}

function scoreOfRow(row: Pick<ScoredLine, 'activity' | 'factor'>, method: ItemScoreMethod): number {
  return (scoreOf(row.activity, method) + scoreOf(row.factor, method)) / 2;
}

function checkRow(row: Pick<ScoredLine, 'activity' | 'factor'>): DataQualityFinding[] {
  return (['activity', 'factor'] as const).flatMap((side) =>
    checkScores(row[side]).map((finding) => within([side], finding)),
  );
}

function checkScores(scores: PedigreeScores): DataQualityFinding[] {
  return faultsIn(scores, gradeDomains);
}

function yearInvalid(field: string, found: number): DataQualityFinding {
  return errorAt('dataQuality.yearInvalid', [field], { found: String(found) });
}
