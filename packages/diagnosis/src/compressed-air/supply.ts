import {
  acceptFinite,
  atLeast,
  atMost,
  errorAt,
  faultsIn,
  notNegative,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Margin on top of present and future demand, percent, ends included (R25.9). */
export const allowedMarginPercent = { low: 10, high: 20 } as const;

/**
 * Flow a compressor room must deliver (R25.9): (present + future) × (1 + margin).
 *
 * @param input.presentFlow any unit of flow, not negative
 * @param input.futureFlow same unit, not negative
 * @param input.marginPercent percent, not negative; 10 to 20 is allowed, anything else is reported as such
 * @returns the flow in the unit given
 */
export function requiredFlow(input: {
  readonly presentFlow: number;
  readonly futureFlow: number;
  readonly marginPercent: number;
}): Result<{ readonly requiredFlow: number; readonly marginAllowed: boolean }, ValueFindingCode> {
  const faults = faultsIn(input, {
    presentFlow: notNegative,
    futureFlow: notNegative,
    marginPercent: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const { low, high } = allowedMarginPercent;
  return acceptFinite({
    requiredFlow: (input.presentFlow + input.futureFlow) * (1 + input.marginPercent / 100),
    marginAllowed: atLeast(input.marginPercent, low) && atMost(input.marginPercent, high),
  });
}

export const supplyStrategies = [
  'singleNetworkWithReducingValve',
  'lowNetworkWithBooster',
  'independentSystems',
  'engineeringReview',
] as const;
export type SupplyStrategy = (typeof supplyStrategies)[number];

/** A level with at least this share of the flow decides the network, percent (R25.10). */
export const dominantLevelPercent = 80;
/** Two networks need more than this share on each level, percent (R25.10). */
export const separateLevelPercent = 30;
/** Two networks need at least this power on one level, hp (R25.10). */
export const separateLevelHp = 100;

/**
 * How to join a low and a high pressure level (R25.10): high ≥ 80 % of the flow takes one network with a reducing
 * valve; low ≥ 80 % a low network with a booster (or a separate high-pressure unit); both above 30 % and one
 * level of at least 100 hp two independent systems; anything else needs an engineer.
 *
 * @param input.lowPressureFlow any unit of flow, not negative
 * @param input.highPressureFlow same unit, not negative; the two together above zero
 * @param input.singleLevelHp power one level needs, hp, not negative
 * @returns refused with `compressor.noFlow` when neither level has a flow
 */
export function supplyStrategy(input: {
  readonly lowPressureFlow: number;
  readonly highPressureFlow: number;
  readonly singleLevelHp: number;
}): Result<{ readonly strategy: SupplyStrategy }, ValueFindingCode | 'compressor.noFlow'> {
  const faults = faultsIn(input, {
    lowPressureFlow: notNegative,
    highPressureFlow: notNegative,
    singleLevelHp: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const total = input.lowPressureFlow + input.highPressureFlow;
  if (total === 0) return refuse(errorAt('compressor.noFlow', ['lowPressureFlow']));
  const lowPercent = (input.lowPressureFlow / total) * 100;
  const highPercent = (input.highPressureFlow / total) * 100;
  return acceptFinite({ strategy: strategyFor(lowPercent, highPercent, input.singleLevelHp) });
}

function strategyFor(lowPercent: number, highPercent: number, hp: number): SupplyStrategy {
  if (atLeast(highPercent, dominantLevelPercent)) return 'singleNetworkWithReducingValve';
  if (atLeast(lowPercent, dominantLevelPercent)) return 'lowNetworkWithBooster';
  const bothLarge = !atMost(lowPercent, separateLevelPercent) && !atMost(highPercent, separateLevelPercent);
  return bothLarge && atLeast(hp, separateLevelHp) ? 'independentSystems' : 'engineeringReview';
}
