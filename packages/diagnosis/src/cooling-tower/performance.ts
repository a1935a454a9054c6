import {
  acceptFinite,
  anyNumber,
  atLeast,
  atMost,
  errorAt,
  type Finding,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
  warningAt,
} from '@slipstream/quantity';
import { hoursOfYear, kwPerHp } from '../constants.ts';

/** Efficiencies in this range, ends included, are reasonable, percent (R24.9). */
export const reasonableTowerEfficiencyPercent = { low: 50, high: 70 } as const;
/** An approach below this one is good; inverter control aims there, K (R24.9). */
export const goodApproachK = 5;
/** Tower capacity against chiller RT (R24.9). */
export const towerSizeFactor = { low: 1.3, high: 1.5 } as const;

export interface TowerPerformance {
  readonly efficiencyPercent: number;
  /** Water out less wet bulb. */
  readonly approachK: number;
  readonly efficiencyReasonable: boolean;
  readonly approachGood: boolean;
}

export const towerFindingCodes = [
  'tower.waterNotAboveWetBulb',
  'tower.waterNotCooled',
  'tower.outletBelowWetBulb',
] as const;
export type TowerFindingCode = (typeof towerFindingCodes)[number];

/**
 * How well a cooling tower works (R24.9): efficiency = (in − out) / (in − wet bulb) × 100, approach = out − wet
 * bulb.
 *
 * @param input.waterInC warm water into the tower, °C, above the wet bulb
 * @param input.waterOutC cooled water, °C, not above the inlet
 * @param input.wetBulbC wet bulb of the outdoor air, °C
 * @returns with the warning `tower.outletBelowWetBulb` when the water leaves colder than evaporation can make it:
 *   a sensor or the wet bulb is wrong
 */
export function towerPerformance(input: {
  readonly waterInC: number;
  readonly waterOutC: number;
  readonly wetBulbC: number;
}): Result<TowerPerformance, ValueFindingCode | TowerFindingCode> {
  const faults: Finding<ValueFindingCode | TowerFindingCode>[] = faultsIn(input, {
    waterInC: anyNumber,
    waterOutC: anyNumber,
    wetBulbC: anyNumber,
  });
  if (faults.length > 0) return refuse(...faults);
  const { waterInC, waterOutC, wetBulbC } = input;
  if (waterInC <= wetBulbC)
    faults.push(errorAt('tower.waterNotAboveWetBulb', ['waterInC'], { waterInC, wetBulbC }));
  if (waterOutC > waterInC)
    faults.push(errorAt('tower.waterNotCooled', ['waterOutC'], { waterInC, waterOutC }));
  if (faults.length > 0) return refuse(...faults);
  const efficiencyPercent = ((waterInC - waterOutC) / (waterInC - wetBulbC)) * 100;
  const approachK = waterOutC - wetBulbC;
  const { low, high } = reasonableTowerEfficiencyPercent;
  return acceptFinite<TowerPerformance, TowerFindingCode>(
    {
      efficiencyPercent,
      approachK,
      efficiencyReasonable: atLeast(efficiencyPercent, low) && atMost(efficiencyPercent, high),
      approachGood: !atLeast(approachK, goodApproachK),
    },
    approachK < 0 ? [warningAt('tower.outletBelowWetBulb', ['waterOutC'], { waterOutC, wetBulbC })] : [],
  );
}

/**
 * Energy saved by stopping a tower fan (R24.8): hp × 0.746 × hours.
 *
 * @param input.fanHp hp, not negative
 * @param input.hoursPerYear hours it no longer runs, 0 to 8,784
 */
export function towerFanSaving(input: {
  readonly fanHp: number;
  readonly hoursPerYear: number;
}): Result<{ readonly kWh: number }, ValueFindingCode> {
  const faults = faultsIn(input, { fanHp: notNegative, hoursPerYear: hoursOfYear });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ kWh: input.fanHp * kwPerHp * input.hoursPerYear });
}

/**
 * Size of tower that suits a chiller (R24.9): 1.3 to 1.5 times its RT.
 *
 * @param input.chillerRt RT, above zero
 */
export function towerSizeRange(input: {
  readonly chillerRt: number;
}): Result<{ readonly minRt: number; readonly maxRt: number }, ValueFindingCode> {
  const faults = faultsIn(input, { chillerRt: positive });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({
    minRt: input.chillerRt * towerSizeFactor.low,
    maxRt: input.chillerRt * towerSizeFactor.high,
  });
}

/**
 * Whether a tower gets its air (R24.9): distance to the wall greater than the tower's height, gap to the next
 * tower greater than half its diameter. Equality does not do.
 *
 * @param input all lengths in m; distances not negative, dimensions of the tower above zero
 */
export function towerSiting(input: {
  readonly wallDistanceM: number;
  readonly towerHeightM: number;
  readonly towerGapM: number;
  readonly towerDiameterM: number;
}): Result<{ readonly wallOk: boolean; readonly gapOk: boolean }, ValueFindingCode> {
  const faults = faultsIn(input, {
    wallDistanceM: notNegative,
    towerHeightM: positive,
    towerGapM: notNegative,
    towerDiameterM: positive,
  });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({
    wallOk: !atMost(input.wallDistanceM, input.towerHeightM),
    gapOk: !atMost(input.towerGapM, input.towerDiameterM / 2),
  });
}
