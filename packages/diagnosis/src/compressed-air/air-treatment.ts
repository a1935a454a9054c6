import {
  acceptFinite,
  anyNumber,
  faultsIn,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Pressure dew points dryers reach, °C (R25.11), the dryer with the least energy first. */
export const dryerDewPointC = {
  refrigerated: { low: 2, high: 10 },
  adsorption: { low: -100, high: -40 },
} as const;
export type DryerType = keyof typeof dryerDewPointC;

/** Filter fineness by place, µm (R25.11): before and after the dryer, and in the line. */
export const filterFinenessMicron = { aroundDryer: 3, inLine: { coarsest: 1, finest: 0.01 } } as const;

/**
 * The dryer that reaches a dew point with the least energy (R25.11, R25.12): refrigerated down to 2 °C, adsorption
 * down to −100 °C, null below. An adsorption dryer where a refrigerated one suffices is a measure.
 *
 * @param input.pressureDewPointC pressure dew point the use side needs, °C
 */
export function sufficientDryer(input: {
  readonly pressureDewPointC: number;
}): Result<{ readonly dryer: DryerType | null }, ValueFindingCode> {
  const faults = faultsIn(input, { pressureDewPointC: anyNumber });
  if (faults.length > 0) return refuse(...faults);
  const types = Object.keys(dryerDewPointC) as DryerType[];
  return acceptFinite({
    dryer: types.find((type) => input.pressureDewPointC >= dryerDewPointC[type].low) ?? null,
  });
}
