import { accept, errorAt, type Finding, type Result, refuse } from '@slipstream/quantity';

export const targetFindingCodes = [
  'target.baselineNotPositive',
  'target.emissionsInvalid',
  'target.percentInvalid',
  'target.methodChangeInvalid',
  'target.yearInvalid',
  'target.yearsContradict',
  'target.yearRepeated',
  'target.reportBeforeBase',
  'target.outOfRange',
] as const;
export type TargetFindingCode = (typeof targetFindingCodes)[number];

/** Comparisons with a threshold allow this relative slack, so that 10 % reached by float sums counts (R0.3). */
const slack = 1e-9;

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
 * @returns refused where the baseline is not above zero, the current value is negative or not a number, the target
 * is not between 0 and 100 %, or the percentage leaves the range of numbers.
 */
export function targetProgress(input: {
  readonly baselineTonnes: number;
  readonly currentTonnes: number;
  readonly targetPercent: number;
}): Result<TargetProgress, TargetFindingCode> {
  const { baselineTonnes, currentTonnes, targetPercent } = input;
  const findings = [
    ...baselineFindings(baselineTonnes, ['baselineTonnes']),
    ...emissionsFindings(currentTonnes, ['currentTonnes']),
    ...percentFindings(targetPercent, ['targetPercent']),
  ];
  if (findings.length > 0) return refuse(...findings);
  const reductionPercent = percentBelow(baselineTonnes, currentTonnes);
  if (!Number.isFinite(reductionPercent)) return refuse(errorAt('target.outOfRange', ['currentTonnes']));
  return accept({
    reductionPercent,
    allowedTonnes: baselineTonnes * (1 - targetPercent / 100),
    achieved: reaches(reductionPercent, targetPercent),
  });
}

/** (base - current) / base × 100. */
export function percentBelow(baseline: number, current: number): number {
  return ((baseline - current) * 100) / baseline;
}

/** Whether a reduction is at least the promised one, within the slack of R0.3 taken on the scale of 100 %. */
export function reaches(reductionPercent: number, promisedPercent: number): boolean {
  return reductionPercent >= promisedPercent - slack * Math.max(1, Math.abs(promisedPercent));
}

export function baselineFindings(value: number, path: Finding['path']): Finding<TargetFindingCode>[] {
  return Number.isFinite(value) && value > 0
    ? []
    : [errorAt('target.baselineNotPositive', path, { found: value })];
}

export function emissionsFindings(value: number, path: Finding['path']): Finding<TargetFindingCode>[] {
  return Number.isFinite(value) && value >= 0
    ? []
    : [errorAt('target.emissionsInvalid', path, { found: value })];
}

export function percentFindings(value: number, path: Finding['path']): Finding<TargetFindingCode>[] {
  return Number.isFinite(value) && value >= 0 && value <= 100
    ? []
    : [errorAt('target.percentInvalid', path, { found: value })];
}
