import {
  accept,
  anyNumber,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import type { Contribution } from '../calculation/product-footprint.ts';
import type { PedigreeScores } from '../model/data-quality.ts';
import { unknownScores } from './pedigree-matrix.ts';
import { logDeviation, type UncertaintyKind } from './pedigree-uncertainty.ts';
import { analyticBand, type ResultBand, type UncertainLine, z975 } from './result-band.ts';

/** What the spread of a line is read from. */
export type UncertainContribution = Pick<
  Contribution,
  'kind' | 'emissions' | 'factor' | 'activityQuality' | 'activityUncertaintyPercent'
>;

/**
 * Standard deviation of the logarithm that ± `percent` at 95 % stands for: the upper end of the interval is the
 * 97.5th percentile, s = ln(1 + p/100) / 1.96.
 */
export function logDeviationOfPercent(percent: number): Result<number, ValueFindingCode> {
  const faults = numberFaults(percent, notNegative, ['percent']);
  return faults.length > 0 ? refuse(...faults) : accept(Math.log1p(percent / 100) / z975);
}

/**
 * The spread of one line of a result: a stated percentage goes before the pedigree grades, and a datum about which
 * nothing is said has the worst grades (unknown is not certain). A sealed study is one datum: its grades stand for
 * the whole line.
 */
export function uncertainLine(line: UncertainContribution): Result<UncertainLine, ValueFindingCode> {
  const { kind, emissions, factor } = line;
  const activityKind = kind === 'transport' ? 'transport' : 'material';
  const activity = deviationOf(line.activityUncertaintyPercent, line.activityQuality, activityKind);
  const ofFactor = factor
    ? deviationOf(factor.uncertaintyPercent ?? null, factor.quality ?? null, 'emissionFactor')
    : accept(0);
  const faults = numberFaults(emissions, anyNumber, ['emissions']);
  if (!activity.ok || !ofFactor.ok || faults.length > 0) {
    return refuse(...faults, ...activity.findings, ...ofFactor.findings);
  }
  return accept({
    emissions,
    activityLogDeviation: activity.value,
    factorLogDeviation: ofFactor.value,
    factorId: factor ? `${factor.id}@${factor.version}` : null,
  });
}

/** The 95 % band of a result from the spread of its lines, without drawing (R21), see `analyticBand`. */
export function footprintBand(
  contributions: readonly UncertainContribution[],
): Result<ResultBand, ValueFindingCode> {
  const lines: UncertainLine[] = [];
  for (const contribution of contributions) {
    const line = uncertainLine(contribution);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return analyticBand(lines);
}

/** Standard deviation of the logarithm of one datum: a stated percentage before grades, none of both = the worst. */
export function deviationOf(
  percent: number | null,
  quality: PedigreeScores | null,
  kind: UncertaintyKind,
): Result<number, ValueFindingCode> {
  return percent === null ? logDeviation(quality ?? unknownScores, kind) : logDeviationOfPercent(percent);
}
