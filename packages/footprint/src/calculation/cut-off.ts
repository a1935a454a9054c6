import {
  acceptFinite,
  atMost,
  type Finding,
  notNegative,
  numberFaults,
  positive,
  type Result,
  refuse,
} from '@slipstream/quantity';
import { idFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { CutOffCriteria } from '../model/product-system.ts';
import { sumOf } from './sums.ts';

/** Limits in percent where no product category rule sets others (R4). */
export const usualCutOffCriteria: CutOffCriteria = { singleLimitPercent: 1, totalLimitPercent: 5 };

export interface CutOffVerdict {
  readonly excludedTotalPercent: number;
  /** Ids of the flows above the single limit, in the order given. */
  readonly violations: readonly string[];
  readonly totalExceeded: boolean;
  readonly acceptable: boolean;
}

/**
 * Judges excluded flows against the cut-off criteria (R4): each at most `singleLimitPercent` of the estimated total,
 * all together at most `totalLimitPercent`; reaching a limit exactly is allowed (R0.3).
 *
 * Of 250 in all, 1.9 and 2.5 left out are 0.76 % and 1 %: acceptable, 1.76 % together.
 *
 * Refuses a total that is not positive and values or limits that are negative or missing.
 */
export function judgeCutOff(
  totalEstimate: number,
  excluded: readonly { readonly id: string; readonly value: number }[],
  criteria: CutOffCriteria = usualCutOffCriteria,
): Result<CutOffVerdict, FootprintFindingCode> {
  const findings: Finding<FootprintFindingCode>[] = [
    ...numberFaults(totalEstimate, positive, ['totalEstimate']),
    ...numberFaults(criteria.singleLimitPercent, notNegative, ['singleLimitPercent']),
    ...numberFaults(criteria.totalLimitPercent, notNegative, ['totalLimitPercent']),
    ...idFaults(
      excluded.map(({ id }) => id),
      (index) => ['excluded', index, 'id'],
    ),
    ...excluded.flatMap(({ value }, index) => numberFaults(value, notNegative, ['excluded', index, 'value'])),
  ];
  if (findings.length > 0) return refuse(...findings);
  const percentOf = (value: number) => (value / totalEstimate) * 100;
  const excludedTotalPercent = percentOf(sumOf(excluded.map(({ value }) => value)));
  const violations = excluded
    .filter(({ value }) => !atMost(percentOf(value), criteria.singleLimitPercent))
    .map(({ id }) => id);
  const totalExceeded = !atMost(excludedTotalPercent, criteria.totalLimitPercent);
  return acceptFinite({
    excludedTotalPercent,
    violations,
    totalExceeded,
    acceptable: violations.length === 0 && !totalExceeded,
  });
}
