import {
  acceptFinite,
  anyNumber,
  type Finding,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
  within,
} from '@slipstream/quantity';

/** How a band was found: moments matched by a log-normal or a normal distribution, or drawn. */
export const bandMethods = ['logNormalMoments', 'normalMoments', 'monteCarlo'] as const;
export type BandMethod = (typeof bandMethods)[number];

/** Where the result lies in 95 of 100 cases, in the unit of the result. */
export interface ResultBand {
  /** 2.5th percentile. */
  readonly low: number;
  readonly median: number;
  readonly mean: number;
  /** 97.5th percentile. */
  readonly high: number;
  readonly method: BandMethod;
}

/** A line whose activity and factor are log-normal around what was entered. */
export interface UncertainLine {
  readonly emissions: number;
  /** Standard deviation of ln(activity), see `logDeviation`. */
  readonly activityLogDeviation: number;
  /** Standard deviation of ln(factor). */
  readonly factorLogDeviation: number;
  /** Lines with the same factor err together; null or an id of its own for a factor used once. */
  readonly factorId: string | null;
}

/** Standard normal quantile at 97.5 %. */
export const z975 = 1.959963984540054;

/**
 * The band of a sum of lines without drawing (R21). What was entered is the median of each line; its mean is
 * m = E e^(s²/2) with s² = s²(activity) + s²(factor), its variance m² (e^(s²) - 1); two lines of one factor add
 * 2 m₁ m₂ (e^(s²(factor)) - 1). A log-normal distribution with the mean M and variance V of the sum is the answer
 * (Fenton, Wilkinson): s² = ln(1 + V/M²). Emissions and removals mixed: a normal one with M and V instead.
 * Activities are taken as independent. Refused: numbers that are not finite, a negative deviation.
 */
export function analyticBand(lines: readonly UncertainLine[]): Result<ResultBand, ValueFindingCode> {
  const findings: Finding<ValueFindingCode>[] = lines.flatMap((line, index) =>
    [
      ...numberFaults(line.emissions, anyNumber, ['emissions']),
      ...numberFaults(line.activityLogDeviation, notNegative, ['activityLogDeviation']),
      ...numberFaults(line.factorLogDeviation, notNegative, ['factorLogDeviation']),
    ].map((finding) => within(['lines', index], finding)),
  );
  if (findings.length > 0) return refuse(...findings);
  const { mean, variance } = momentsOf(lines);
  const oneSign =
    lines.every(({ emissions }) => emissions >= 0) || lines.every(({ emissions }) => emissions <= 0);
  return acceptFinite(oneSign && mean !== 0 ? logNormalBand(mean, variance) : normalBand(mean, variance));
}

function momentsOf(lines: readonly UncertainLine[]): { mean: number; variance: number } {
  let mean = 0;
  let variance = 0;
  const groups = new Map<string, { deviation: number; sum: number; squares: number }>();
  for (const line of lines) {
    const s2 = line.activityLogDeviation ** 2 + line.factorLogDeviation ** 2;
    const lineMean = line.emissions * Math.exp(s2 / 2);
    mean += lineMean;
    variance += lineMean ** 2 * Math.expm1(s2);
    if (line.factorId === null) continue;
    // One factor with two deviations is a contradiction only in the data; the larger one is the safe reading.
    const group = groups.get(line.factorId) ?? { deviation: 0, sum: 0, squares: 0 };
    group.deviation = Math.max(group.deviation, line.factorLogDeviation);
    group.sum += lineMean;
    group.squares += lineMean ** 2;
    groups.set(line.factorId, group);
  }
  for (const { deviation, sum, squares } of groups.values()) {
    variance += (sum ** 2 - squares) * Math.expm1(deviation ** 2);
  }
  return { mean, variance: Math.max(0, variance) };
}

function logNormalBand(mean: number, variance: number): ResultBand {
  const s = Math.sqrt(Math.log1p(variance / mean ** 2));
  const median = mean * Math.exp(-(s ** 2) / 2);
  const ends = [median * Math.exp(-z975 * s), median * Math.exp(z975 * s)] as const;
  return { low: Math.min(...ends), median, mean, high: Math.max(...ends), method: 'logNormalMoments' };
}

function normalBand(mean: number, variance: number): ResultBand {
  const reach = z975 * Math.sqrt(variance);
  return { low: mean - reach, median: mean, mean, high: mean + reach, method: 'normalMoments' };
}
