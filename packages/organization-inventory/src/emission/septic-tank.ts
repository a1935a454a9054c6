import {
  acceptFinite,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** What one hour of one person's presence sends into a septic tank and what becomes methane (R1.7). */
export const septicTankConstants = {
  kgCH4PerKgBod: 0.6,
  mgBodPerL: 200,
  lPerPersonHour: 15.625,
  methaneFraction: 0.85,
} as const;

/** kg CH4 per person-hour: 0.6 × 200 mg/L × 15.625 L × 0.85 = 0.00159375 (R1.7). */
export const kgCH4PerPersonHour =
  (septicTankConstants.kgCH4PerKgBod *
    septicTankConstants.mgBodPerL *
    septicTankConstants.lPerPersonHour *
    septicTankConstants.methaneFraction) /
  1e6;

/**
 * Methane of a septic tank (化糞池, R1.7). It is biogenic, so the biogenic GWP of methane applies.
 *
 * @param input.personHours hours of presence of all people in the year, not negative
 * @param input.ch4Gwp kg CO2e per kg CH4, above zero
 */
export function septicTankEmission(input: {
  readonly personHours: number;
  readonly ch4Gwp: number;
}): Result<{ readonly kgCH4: number; readonly tCO2e: number }, ValueFindingCode> {
  const faults = faultsIn(input, { personHours: notNegative, ch4Gwp: positive });
  if (faults.length > 0) return refuse(...faults);
  const kgCH4 = input.personHours * kgCH4PerPersonHour;
  return acceptFinite({ kgCH4, tCO2e: (kgCH4 * input.ch4Gwp) / 1000 });
}
