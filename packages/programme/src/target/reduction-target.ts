import {
  accept,
  acceptFinite,
  anyNumber,
  atLeast,
  choiceFaults,
  errorAt,
  type Finding,
  faultsIn,
  notNegative,
  percentOfWhole,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
  within,
} from '@slipstream/quantity';
import { percentBelow } from './target-progress.ts';

export const targetFindingCodes = [
  'target.yearInvalid',
  'target.yearsContradict',
  'target.yearRepeated',
  'target.reportBeforeBase',
] as const;
export type TargetFindingCode = (typeof targetFindingCodes)[number] | ValueFindingCode;

/** Short, mid and long term (短中長期, R26.3, R28.3). */
export const targetHorizons = ['short', 'mid', 'long'] as const;
export type TargetHorizon = (typeof targetHorizons)[number];

/** A promise: so many percent below the base year by the target year (R26.3, ISO 14064-1). */
export interface ReductionTarget {
  readonly horizon: TargetHorizon;
  readonly baseYear: number;
  readonly targetYear: number;
  readonly reductionPercent: number;
  /** Emissions of the base year in t CO2e. */
  readonly baselineTonnes: number;
}

/** What one year brought. */
export interface YearReport {
  readonly year: number;
  /** Emissions of the year as reported, t CO2e. */
  readonly emissionsTonnes: number;
  /**
   * The part of the difference to the base year that is no cut but another way of counting: factor edition, GWP set,
   * allocation, boundary. t CO2e, negative where the new way gives less. It never counts towards the target.
   */
  readonly methodChangeTonnes: number;
}

export const targetStatuses = ['onTrack', 'behind', 'achieved', 'missed', 'noData'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** One year on the way: what was promised, and what was done where it is known. All in t CO2e. */
export interface TargetYear {
  readonly year: number;
  readonly promisedPercent: number;
  readonly allowedTonnes: number;
  /** Null for a year without a report: unknown is not zero. */
  readonly actual: {
    readonly reportedTonnes: number;
    /** Cut by operation, counted like for like with the base year: baseline - (reported - method change). */
    readonly operationalCutTonnes: number;
    readonly operationalCutPercent: number;
    readonly methodChangeTonnes: number;
    /** Like-for-like emissions above (positive) or below the promised line. */
    readonly gapTonnes: number;
  } | null;
  /** Against the line of this year; `noData` without a report. */
  readonly status: 'onTrack' | 'behind' | 'noData';
}

/** Where the target year ends up if the average yearly cut since the base year goes on. */
export interface TargetProjection {
  readonly fromYear: number;
  readonly emissionsTonnes: number;
  readonly reductionPercent: number;
  readonly reachesTarget: boolean;
}

/** A target followed over its years. */
export interface TargetTrack {
  readonly years: readonly TargetYear[];
  readonly status: TargetStatus;
  /** Null before the first report. */
  readonly projection: TargetProjection | null;
}

/**
 * The straight line from the base year to the target year: what each year may emit, like for like (R26.3).
 * @returns one entry for every year after the base year; refused where the target contradicts itself.
 */
export function targetTrajectory(
  target: ReductionTarget,
): Result<readonly Pick<TargetYear, 'year' | 'promisedPercent' | 'allowedTonnes'>[], TargetFindingCode> {
  const findings = targetFindings(target);
  if (findings.length > 0) return refuse(...findings);
  return accept(yearsOf(target.baseYear + 1, target.targetYear).map((year) => promiseOf(target, year)));
}

/**
 * Promised against achieved, year by year (R26.3). Only operational cuts count; a change of method is shown apart.
 * The status of the whole: judged by the report of the target year once it is there (`achieved`, `missed`), before by
 * the latest report (`achieved` where it already reaches the target, else `onTrack` or `behind` its own year's line);
 * `noData` before the first report, and when `currentYear` lies past the target year without its report.
 * After the target year the promise stays where it is, and rows run as far as there are reports.
 * @param currentYear the year it is
 * @returns refused where target or reports contradict themselves, with a path to each.
 */
export function trackTarget(
  target: ReductionTarget,
  reports: readonly YearReport[],
  currentYear: number,
): Result<TargetTrack, TargetFindingCode> {
  const findings = [
    ...targetFindings(target).map((finding) => within(['target'], finding)),
    ...reportFindings(target, reports),
    ...yearFindings(currentYear, ['currentYear']),
  ];
  if (findings.length > 0) return refuse(...findings);
  const byYear = new Map(reports.map((report) => [report.year, report]));
  const lastYear = Math.max(target.targetYear, ...byYear.keys());
  const years = yearsOf(target.baseYear + 1, lastYear).map((year) =>
    targetYear(target, year, byYear.get(year)),
  );
  const latest = years.findLast(({ year, actual }) => actual !== null && year <= target.targetYear);
  return acceptFinite({
    years,
    status: statusOf(target, years, latest, currentYear),
    projection: latest ? projectionFrom(target, latest) : null,
  });
}

function promiseOf(target: ReductionTarget, year: number) {
  const partOfTheWay = Math.min(1, (year - target.baseYear) / (target.targetYear - target.baseYear));
  const promisedPercent = target.reductionPercent * partOfTheWay;
  return { year, promisedPercent, allowedTonnes: target.baselineTonnes * (1 - promisedPercent / 100) };
}

function targetYear(target: ReductionTarget, year: number, report: YearReport | undefined): TargetYear {
  const promise = promiseOf(target, year);
  if (!report) return { ...promise, actual: null, status: 'noData' };
  const likeForLike = report.emissionsTonnes - report.methodChangeTonnes;
  const operationalCutPercent = percentBelow(target.baselineTonnes, likeForLike);
  return {
    ...promise,
    actual: {
      reportedTonnes: report.emissionsTonnes,
      operationalCutTonnes: target.baselineTonnes - likeForLike,
      operationalCutPercent,
      methodChangeTonnes: report.methodChangeTonnes,
      gapTonnes: likeForLike - promise.allowedTonnes,
    },
    status: atLeast(operationalCutPercent, promise.promisedPercent) ? 'onTrack' : 'behind',
  };
}

function statusOf(
  target: ReductionTarget,
  years: readonly TargetYear[],
  latest: TargetYear | undefined,
  currentYear: number,
): TargetStatus {
  const final = years.find(({ year }) => year === target.targetYear);
  if (final?.actual) return final.status === 'onTrack' ? 'achieved' : 'missed';
  if (!latest?.actual || currentYear > target.targetYear) return 'noData';
  return atLeast(latest.actual.operationalCutPercent, target.reductionPercent) ? 'achieved' : latest.status;
}

function projectionFrom(target: ReductionTarget, latest: TargetYear): TargetProjection | null {
  if (!latest.actual) return null;
  const yearlyPercent = latest.actual.operationalCutPercent / (latest.year - target.baseYear);
  const reductionPercent = yearlyPercent * (target.targetYear - target.baseYear);
  return {
    fromYear: latest.year,
    emissionsTonnes: target.baselineTonnes * (1 - reductionPercent / 100),
    reductionPercent,
    reachesTarget: atLeast(reductionPercent, target.reductionPercent),
  };
}

function targetFindings(target: ReductionTarget): Finding<TargetFindingCode>[] {
  const { baseYear, targetYear } = target;
  const years = [...yearFindings(baseYear, ['baseYear']), ...yearFindings(targetYear, ['targetYear'])];
  return [
    ...choiceFaults(target.horizon, targetHorizons, ['horizon']),
    ...years,
    ...(years.length === 0 && targetYear <= baseYear
      ? [errorAt('target.yearsContradict', ['targetYear'], { baseYear, targetYear })]
      : []),
    ...faultsIn(target, { reductionPercent: percentOfWhole, baselineTonnes: positive }),
  ];
}

function reportFindings(
  target: ReductionTarget,
  reports: readonly YearReport[],
): Finding<TargetFindingCode>[] {
  const { baseYear } = target;
  const seen = new Set<number>();
  return reports.flatMap((report, index) => {
    const at = ['reports', index, 'year'];
    const { year } = report;
    const repeated = seen.has(year);
    seen.add(year);
    return [
      ...yearFindings(year, at),
      ...(repeated ? [errorAt('target.yearRepeated' as const, at, { year })] : []),
      ...(year <= baseYear ? [errorAt('target.reportBeforeBase' as const, at, { year, baseYear })] : []),
      ...faultsIn(report, { emissionsTonnes: notNegative, methodChangeTonnes: anyNumber }, [
        'reports',
        index,
      ]),
    ];
  });
}

/** A year of the Gregorian calendar that an inventory can have; a ROC year typed by mistake is refused. */
function yearFindings(year: number, path: Finding['path']): Finding<TargetFindingCode>[] {
  return Number.isInteger(year) && year >= 1900 && year <= 2200
    ? []
    : [errorAt('target.yearInvalid', path, { found: year })];
}

function yearsOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
