import {
  acceptFinite,
  anyNumber,
  atLeast,
  errorAt,
  type Finding,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { largestFirst, type WeighedItem } from './ranking.ts';

export const verificationBreadthFindingCodes = [
  'verificationBreadth.noEmissions',
  'verificationBreadth.duplicateItem',
] as const;
type BreadthCode = (typeof verificationBreadthFindingCodes)[number] | ValueFindingCode;

/** The sample of a verification: ids from the largest contribution on, and what they cover. */
export interface VerificationBreadth {
  readonly selected: readonly string[];
  readonly cumulativePercent: number;
}

/**
 * The sampling head (R6): lines by absolute contribution, descending, ties by id; the shortest head that reaches
 * `thresholdPercent` (75 by rule) of the sum of absolute contributions. Refused: nothing that emits or removes,
 * a threshold outside (0, 100], an id used twice.
 */
export function verificationBreadth(
  items: readonly WeighedItem[],
  thresholdPercent = 75,
): Result<VerificationBreadth, BreadthCode> {
  const findings = checkItems(items, thresholdPercent);
  if (findings.length > 0) return refuse(...findings);
  const ranked = largestFirst(items);
  const total = ranked.reduce((sum, item) => sum + Math.abs(item.emissions), 0);
  if (total === 0) return refuse(errorAt('verificationBreadth.noEmissions', ['items']));
  const selected: string[] = [];
  let cumulativePercent = 0;
  let covered = 0;
  for (const item of ranked) {
    selected.push(item.id);
    covered += Math.abs(item.emissions);
    cumulativePercent = (covered / total) * 100;
    if (atLeast(cumulativePercent, thresholdPercent)) break;
  }
  return acceptFinite({ selected, cumulativePercent });
}

function checkItems(items: readonly WeighedItem[], thresholdPercent: number): Finding<BreadthCode>[] {
  const findings: Finding<BreadthCode>[] = [
    ...numberFaults(thresholdPercent, { above: 0, max: 100 }, ['thresholdPercent']),
  ];
  const seen = new Set<string>();
  items.forEach(({ id, emissions }, index) => {
    findings.push(...numberFaults(emissions, anyNumber, ['items', index, 'emissions']));
    if (seen.has(id))
      findings.push(errorAt('verificationBreadth.duplicateItem', ['items', index, 'id'], { id }));
    seen.add(id);
  });
  return findings;
}
