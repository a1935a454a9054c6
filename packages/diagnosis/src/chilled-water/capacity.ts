import {
  acceptFinite,
  errorAt,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { kcalPerHourPerRt, kcalPerKwh } from '../constants.ts';

export interface CoolingCapacity {
  readonly kcalPerHour: number;
  readonly kW: number;
  /** Refrigeration tons (冷凍噸). */
  readonly RT: number;
}

/**
 * Heat carried by a water flow (R24.1): Q [kcal/h] = flow [L/min] × ΔT [°C] × 60. On the chilled-water side this
 * is the cooling capacity, on the cooling-water side the heat rejected.
 *
 * @param input.flowLpm water flow, L/min, not negative
 * @param input.deltaTC difference between warm and cold water, °C, not negative
 */
export function coolingCapacity(input: {
  readonly flowLpm: number;
  readonly deltaTC: number;
}): Result<CoolingCapacity, ValueFindingCode> {
  const faults = faultsIn(input, { flowLpm: notNegative, deltaTC: notNegative });
  if (faults.length > 0) return refuse(...faults);
  const kcalPerHour = input.flowLpm * input.deltaTC * 60;
  return acceptFinite({ kcalPerHour, kW: kcalPerHour / kcalPerKwh, RT: kcalPerHour / kcalPerHourPerRt });
}

export interface ChillerEfficiency {
  /** Coefficient of performance, kW of cooling per kW of input. */
  readonly cop: number;
  /** Energy efficiency ratio, kcal per W·h. */
  readonly eerKcalPerWh: number;
  readonly kwPerRt: number;
}

/**
 * The three ways to state a chiller's efficiency (R24.2): COP = capacity / input; EER = COP × 0.86;
 * kW/RT = input / RT with 1 RT = 3,024 / 860 kW.
 *
 * @param input.capacityKw cooling capacity, kW, above zero
 * @param input.inputKw electrical input, kW, above zero
 */
export function chillerEfficiency(input: {
  readonly capacityKw: number;
  readonly inputKw: number;
}): Result<ChillerEfficiency, ValueFindingCode> {
  const faults = faultsIn(input, { capacityKw: positive, inputKw: positive });
  if (faults.length > 0) return refuse(...faults);
  const cop = input.capacityKw / input.inputKw;
  const ratedRt = (input.capacityKw * kcalPerKwh) / kcalPerHourPerRt;
  return acceptFinite({ cop, eerKcalPerWh: (cop * kcalPerKwh) / 1000, kwPerRt: input.inputKw / ratedRt });
}

/**
 * Capacity and COP of a chiller measured on the cooling-water side (R24.2): cooling = heat rejected − work.
 *
 * @param input.heatRejectionKw heat given to the cooling water, kW, at least the work
 * @param input.inputKw compressor work, kW, above zero
 * @returns refused with `chiller.heatRejectionBelowWork` when less heat comes out than work went in
 */
export function chillerFromHeatRejection(input: {
  readonly heatRejectionKw: number;
  readonly inputKw: number;
}): Result<
  { readonly capacityKw: number; readonly cop: number },
  ValueFindingCode | 'chiller.heatRejectionBelowWork'
> {
  const faults = faultsIn(input, { heatRejectionKw: positive, inputKw: positive });
  if (faults.length > 0) return refuse(...faults);
  const { heatRejectionKw, inputKw } = input;
  if (heatRejectionKw < inputKw) {
    return refuse(
      errorAt('chiller.heatRejectionBelowWork', ['heatRejectionKw'], { heatRejectionKw, inputKw }),
    );
  }
  const capacityKw = heatRejectionKw - inputKw;
  return acceptFinite({ capacityKw, cop: capacityKw / inputKw });
}

/**
 * Seasonal factor of room units, in force since 2017 (冷氣季節性能因數, R24.2): cooling delivered over the season per
 * electricity used. It is no EER of a chiller and is not compared with one.
 *
 * @param input.seasonalCoolingKwh cooling of the season, kWh, not negative
 * @param input.seasonalEnergyKwh electricity of the season, kWh, above zero
 */
export function seasonalPerformance(input: {
  readonly seasonalCoolingKwh: number;
  readonly seasonalEnergyKwh: number;
}): Result<{ readonly cspf: number }, ValueFindingCode> {
  const faults = faultsIn(input, { seasonalCoolingKwh: notNegative, seasonalEnergyKwh: positive });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ cspf: input.seasonalCoolingKwh / input.seasonalEnergyKwh });
}
