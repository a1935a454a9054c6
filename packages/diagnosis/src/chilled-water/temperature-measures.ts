import {
  acceptFinite,
  choiceFaults,
  faultsIn,
  notNegative,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

export const temperatureMeasures = ['chilledWaterUp', 'condensingDown', 'coolingWaterDown'] as const;
export type TemperatureMeasure = (typeof temperatureMeasures)[number];

/**
 * What 1 °C is worth (R24.5), as shares of the machine's energy. `efficiencyGain`: the same cooling takes
 * 1 / (1 + r ΔT) of the energy; `powerCut`: the power itself falls by r ΔT.
 */
export const temperatureEffects = {
  chilledWaterUp: { kind: 'efficiencyGain', lowPerC: 0.03, highPerC: 0.03 },
  condensingDown: { kind: 'efficiencyGain', lowPerC: 0.015, highPerC: 0.03 },
  coolingWaterDown: { kind: 'powerCut', lowPerC: 0.02, highPerC: 0.05 },
} as const;

/**
 * Energy saved by a temperature measure on a chiller (R24.5), as a range. The two cooling-side measures come from
 * two statements that do not agree; they are alternatives and are not added.
 *
 * @param input.measure warmer chilled water, lower condensing temperature or colder cooling water
 * @param input.degrees size of the change, °C, not negative; for `coolingWaterDown` at most 20, where the upper
 *   rate would save all power there is
 * @param input.annualKwh the chiller's energy before, kWh/year, not negative
 */
export function temperatureSaving(input: {
  readonly measure: TemperatureMeasure;
  readonly degrees: number;
  readonly annualKwh: number;
}): Result<{ readonly savedKwhLow: number; readonly savedKwhHigh: number }, ValueFindingCode> {
  const unknown = choiceFaults(input.measure, temperatureMeasures, ['measure']);
  if (unknown.length > 0) return refuse(...unknown);
  const effect = temperatureEffects[input.measure];
  const faults = faultsIn(input, {
    degrees: effect.kind === 'powerCut' ? { min: 0, max: 1 / effect.highPerC } : notNegative,
    annualKwh: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const savedAt = (ratePerC: number) => {
    const gain = ratePerC * input.degrees;
    return input.annualKwh * (effect.kind === 'powerCut' ? gain : gain / (1 + gain));
  };
  return acceptFinite({ savedKwhLow: savedAt(effect.lowPerC), savedKwhHigh: savedAt(effect.highPerC) });
}
