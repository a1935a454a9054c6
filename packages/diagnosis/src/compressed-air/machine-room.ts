import {
  acceptFinite,
  faultsIn,
  notNegative,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Share of delivery lost per 10 °C of warmer inlet air (R25.5). */
export const deliveryLostPer10K = { low: 0.02, high: 0.03 } as const;
/** Heat a compressor gives to its room, BTU/h per hp (R25.5). */
export const roomHeatBtuPerHourPerHp = 2500;
/** 1 kWh = 3,412.14 BTU (international table). */
const btuPerKwh = 3412.14163312794;

/**
 * Air lost to a warm machine room (R25.5): 2 to 3 % of delivery per 10 °C.
 *
 * @param input.flow delivery with cool air, any unit of flow, not negative
 * @param input.temperatureRiseK how much warmer the inlet is, K, 0 to 333, where the upper rate takes all air
 * @returns the loss in the unit of `flow`
 */
export function inletTemperatureLoss(input: {
  readonly flow: number;
  readonly temperatureRiseK: number;
}): Result<{ readonly lostLow: number; readonly lostHigh: number }, ValueFindingCode> {
  const faults = faultsIn(input, {
    flow: notNegative,
    temperatureRiseK: { min: 0, max: 10 / deliveryLostPer10K.high },
  });
  if (faults.length > 0) return refuse(...faults);
  const tens = input.temperatureRiseK / 10;
  return acceptFinite({
    lostLow: input.flow * deliveryLostPer10K.low * tens,
    lostHigh: input.flow * deliveryLostPer10K.high * tens,
  });
}

/**
 * Heat that ducts and exhaust fans must take out of a machine room (R25.5): about 2,500 BTU/h per hp.
 *
 * @param input.hp rated power of the machines, hp, not negative
 */
export function machineRoomHeat(input: {
  readonly hp: number;
}): Result<{ readonly btuPerHour: number; readonly kW: number }, ValueFindingCode> {
  const faults = faultsIn(input, { hp: notNegative });
  if (faults.length > 0) return refuse(...faults);
  const btuPerHour = input.hp * roomHeatBtuPerHourPerHp;
  return acceptFinite({ btuPerHour, kW: btuPerHour / btuPerKwh });
}
