import {
  acceptFinite,
  anyNumber,
  atMost,
  errorAt,
  faultsIn,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Above this log-mean temperature difference the condenser tubes are suspected of fouling, K (R24.6). */
export const foulingLmtdK = 5;

export const condenserFindingCodes = [
  'condenser.waterNotWarmed',
  'condenser.condensingNotAboveWater',
] as const;
export type CondenserFindingCode = (typeof condenserFindingCodes)[number];

/**
 * Log-mean temperature difference of a condenser (R24.6): (out − in) / ln((cond − in) / (cond − out)).
 *
 * @param input.condensingC condensing temperature, °C, above the outlet
 * @param input.waterInC cooling water at the inlet, °C
 * @param input.waterOutC cooling water at the outlet, °C, above the inlet
 * @returns refused when the water does not warm up or leaves as warm as the refrigerant condenses: no such
 *   exchanger exists, a sensor is wrong
 */
export function condenserLmtd(input: {
  readonly condensingC: number;
  readonly waterInC: number;
  readonly waterOutC: number;
}): Result<
  { readonly lmtdK: number; readonly foulingSuspected: boolean },
  ValueFindingCode | CondenserFindingCode
> {
  const faults = faultsIn(input, { condensingC: anyNumber, waterInC: anyNumber, waterOutC: anyNumber });
  if (faults.length > 0) return refuse(...faults);
  const { condensingC, waterInC, waterOutC } = input;
  if (waterOutC <= waterInC)
    return refuse(errorAt('condenser.waterNotWarmed', ['waterOutC'], { waterInC, waterOutC }));
  if (condensingC <= waterOutC) {
    return refuse(errorAt('condenser.condensingNotAboveWater', ['condensingC'], { condensingC, waterOutC }));
  }
  const rangeK = waterOutC - waterInC;
  const lmtdK = rangeK / Math.log1p(rangeK / (condensingC - waterOutC));
  return acceptFinite({ lmtdK, foulingSuspected: !atMost(lmtdK, foulingLmtdK) });
}
