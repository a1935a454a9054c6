import {
  acceptFinite,
  atMost,
  faultsIn,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { hoursOfYear } from '../constants.ts';

/** Above these hours a compressor may spend its own price on power in one year, h (R25.13). */
export const longRunningHours = 4000;

export interface YearlyPowerCost {
  readonly annualKwh: number;
  /** NT$/year. */
  readonly powerCost: number;
  readonly percentOfPrice: number;
  readonly exceedsPrice: boolean;
  readonly longRunning: boolean;
}

/**
 * A compressor's yearly power cost next to its price (R25.13).
 *
 * @param input.meanKw mean power while running, kW, above zero
 * @param input.hoursPerYear running hours, 0 to 8,784
 * @param input.pricePerKwh electricity price, NT$/kWh, above zero
 * @param input.purchasePrice price of the machine, NT$, above zero
 */
export function yearlyPowerCost(input: {
  readonly meanKw: number;
  readonly hoursPerYear: number;
  readonly pricePerKwh: number;
  readonly purchasePrice: number;
}): Result<YearlyPowerCost, ValueFindingCode> {
  const faults = faultsIn(input, {
    meanKw: positive,
    hoursPerYear: hoursOfYear,
    pricePerKwh: positive,
    purchasePrice: positive,
  });
  if (faults.length > 0) return refuse(...faults);
  const annualKwh = input.meanKw * input.hoursPerYear;
  const powerCost = annualKwh * input.pricePerKwh;
  return acceptFinite({
    annualKwh,
    powerCost,
    percentOfPrice: (powerCost / input.purchasePrice) * 100,
    exceedsPrice: !atMost(powerCost, input.purchasePrice),
    longRunning: !atMost(input.hoursPerYear, longRunningHours),
  });
}
