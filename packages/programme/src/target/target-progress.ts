import {
  acceptFinite,
  atLeast,
  faultsIn,
  notNegative,
  percentOfWhole,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** How far emissions have come down from a baseline, against a target. */
export interface TargetProgress {
  /** (baseline - current) / baseline × 100; negative where emissions rose. */
  readonly reductionPercent: number;
  /** What the target still allows: baseline × (1 - target / 100), in t CO2e. */
  readonly allowedTonnes: number;
  readonly achieved: boolean;
}

/**
 * Progress of a reduction target (R26.3): reduction % = (base - current) / base × 100, achieved when it is at least
 * the target. Tonnes in t CO2e.
 * @returns refused where the baseline is not above zero, the current value is negative or no number, the target is
 * not between 0 and 100 %, or the percentage leaves the range of numbers.
 */
export function targetProgress(input: {
  readonly baselineTonnes: number;
  readonly currentTonnes: number;
  readonly targetPercent: number;
}): Result<TargetProgress, ValueFindingCode> {
  const faults = faultsIn(input, {
    baselineTonnes: positive,
    currentTonnes: notNegative,
    targetPercent: percentOfWhole,
  });
  if (faults.length > 0) return refuse(...faults);
  const { baselineTonnes, currentTonnes, targetPercent } = input;
  const reductionPercent = percentBelow(baselineTonnes, currentTonnes);
  return acceptFinite({
    reductionPercent,
    allowedTonnes: baselineTonnes * (1 - targetPercent / 100),
    achieved: atLeast(reductionPercent, targetPercent),
  });
}

/** (base - current) / base × 100. */
export function percentBelow(baseline: number, current: number): number {
  return ((baseline - current) * 100) / baseline;
}
