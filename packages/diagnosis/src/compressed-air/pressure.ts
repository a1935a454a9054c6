import {
  acceptFinite,
  faultsIn,
  notNegative,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Share of a compressor's power per kg/cm2 of pressure (R25.4): 6 %, in a range of 4 to 8 %. */
export const powerPerKgCm2 = { low: 0.04, usual: 0.06, high: 0.08 } as const;
/** Share by which delivery grows per kg/cm2 of lower pressure (R25.4). */
export const deliveryPerKgCm2 = 0.08;

/** Up to here the upper rate saves no more than all power there is, kg/cm2. */
const reduction = { min: 0, max: 1 / powerPerKgCm2.high };

export interface PressureSaving {
  readonly savedKwhLow: number;
  readonly savedKwh: number;
  readonly savedKwhHigh: number;
}

/**
 * Energy saved by a lower set pressure (R25.4): 6 % per kg/cm2, range 4 to 8 %, linear.
 *
 * @param input.annualKwh the compressors' energy before, kWh/year, not negative
 * @param input.reductionKgCm2 how much lower, kg/cm2, 0 to 12.5
 */
export function pressureSaving(input: {
  readonly annualKwh: number;
  readonly reductionKgCm2: number;
}): Result<PressureSaving, ValueFindingCode> {
  const faults = faultsIn(input, { annualKwh: notNegative, reductionKgCm2: reduction });
  if (faults.length > 0) return refuse(...faults);
  const savedAt = (share: number) => input.annualKwh * share * input.reductionKgCm2;
  return acceptFinite({
    savedKwhLow: savedAt(powerPerKgCm2.low),
    savedKwh: savedAt(powerPerKgCm2.usual),
    savedKwhHigh: savedAt(powerPerKgCm2.high),
  });
}

/**
 * Air gained by a lower set pressure (R25.4): about 8 % more per kg/cm2.
 *
 * @param input.flow delivery before, any unit of flow, not negative
 * @param input.reductionKgCm2 how much lower, kg/cm2, 0 to 12.5
 * @returns the extra air in the unit of `flow`
 */
export function pressureAirGain(input: {
  readonly flow: number;
  readonly reductionKgCm2: number;
}): Result<{ readonly extraFlow: number }, ValueFindingCode> {
  const faults = faultsIn(input, { flow: notNegative, reductionKgCm2: reduction });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ extraFlow: input.flow * deliveryPerKgCm2 * input.reductionKgCm2 });
}
