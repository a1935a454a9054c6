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
import { hoursOfYear } from '../constants.ts';

export interface LifeCycleCost {
  /** NT$ over the whole life. */
  readonly operatingCost: number;
  readonly totalCost: number;
  readonly sharePercent: {
    readonly operating: number;
    readonly equipment: number;
    readonly maintenance: number;
  };
}

/**
 * What a chiller costs over its life (R24.7): operating = RT × kW/RT × h/yr × years × price × diversity factor
 * (參差因數); total = operating + equipment + maintenance, none of them discounted.
 *
 * @param input.ratedRt rated capacity, RT, above zero
 * @param input.kwPerRt efficiency, kW/RT, above zero
 * @param input.hoursPerYear running hours, 0 to 8,784
 * @param input.years life, years, above zero
 * @param input.pricePerKwh electricity price, NT$/kWh, not negative
 * @param input.diversityFactor mean part of the rated power that is drawn, above 0 up to 1
 * @param input.equipmentCost NT$, not negative
 * @param input.maintenanceCost NT$ over the life, not negative
 * @returns refused with `lifeCycleCost.nothingCosts` when every part is zero, since shares of nothing do not exist
 */
export function chillerLifeCycleCost(input: {
  readonly ratedRt: number;
  readonly kwPerRt: number;
  readonly hoursPerYear: number;
  readonly years: number;
  readonly pricePerKwh: number;
  readonly diversityFactor: number;
  readonly equipmentCost: number;
  readonly maintenanceCost: number;
}): Result<LifeCycleCost, ValueFindingCode | 'lifeCycleCost.nothingCosts'> {
  const faults = faultsIn(input, {
    ratedRt: positive,
    kwPerRt: positive,
    hoursPerYear: hoursOfYear,
    years: positive,
    pricePerKwh: notNegative,
    diversityFactor: { above: 0, max: 1 },
    equipmentCost: notNegative,
    maintenanceCost: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const annualKwh = input.ratedRt * input.kwPerRt * input.hoursPerYear * input.diversityFactor;
  const operatingCost = annualKwh * input.years * input.pricePerKwh;
  const totalCost = operatingCost + input.equipmentCost + input.maintenanceCost;
  if (totalCost === 0) return refuse(errorAt('lifeCycleCost.nothingCosts'));
  return acceptFinite({
    operatingCost,
    totalCost,
    sharePercent: {
      operating: (operatingCost / totalCost) * 100,
      equipment: (input.equipmentCost / totalCost) * 100,
      maintenance: (input.maintenanceCost / totalCost) * 100,
    },
  });
}

/**
 * Simple payback (R24.7): extra cost / yearly saving. A saving of zero or less never pays back and is refused.
 *
 * @param input.extraCost NT$, not negative
 * @param input.annualSaving NT$/year, above zero
 */
export function payback(input: {
  readonly extraCost: number;
  readonly annualSaving: number;
}): Result<{ readonly years: number }, ValueFindingCode> {
  const faults = faultsIn(input, { extraCost: notNegative, annualSaving: positive });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ years: input.extraCost / input.annualSaving });
}
