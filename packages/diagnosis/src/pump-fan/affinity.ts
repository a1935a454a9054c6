import {
  acceptFinite,
  faultsIn,
  notNegative,
  numberFaults,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

export interface OperatingPoint {
  /** In the unit it was given in. */
  readonly flow: number;
  readonly speed: number;
  readonly head: number;
  readonly powerKw: number;
}

/**
 * Affinity laws of pumps and fans (相似定律, R24.8): flow ~ n, head ~ n², power ~ n³.
 *
 * @param input the present point: flow, speed, head in any unit, power in kW, none negative
 * @param input.speedRatio new speed / present speed, not negative
 */
export function scaleByAffinity(
  input: OperatingPoint & { readonly speedRatio: number },
): Result<OperatingPoint, ValueFindingCode> {
  const faults = faultsIn(input, {
    flow: notNegative,
    speed: notNegative,
    head: notNegative,
    powerKw: notNegative,
    speedRatio: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const { flow, speed, head, powerKw, speedRatio } = input;
  return acceptFinite({
    flow: flow * speedRatio,
    speed: speed * speedRatio,
    head: head * speedRatio ** 2,
    powerKw: powerKw * speedRatio ** 3,
  });
}

export interface AffinityRow {
  readonly speed: number;
  readonly flow: number;
  readonly head: number;
  readonly power: number;
}

/**
 * The affinity laws as a table in percent of the rated point (R24.8).
 *
 * @param input.speedPercents speeds, percent of rated, none negative
 */
export function affinityTable(input: {
  readonly speedPercents: readonly number[];
}): Result<{ readonly rows: readonly AffinityRow[] }, ValueFindingCode> {
  const faults = input.speedPercents.flatMap((speed, index) =>
    numberFaults(speed, notNegative, ['speedPercents', index]),
  );
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({
    rows: input.speedPercents.map((speed) => ({
      speed,
      flow: speed,
      head: speed ** 2 / 100,
      power: speed ** 3 / 10_000,
    })),
  });
}

/**
 * Power of a pump or fan on an inverter (R24.8): power ratio = (Hz / base)³.
 *
 * @param input.hz running frequency, Hz, not negative
 * @param input.baseHz frequency of the rating, Hz, above zero
 * @param input.ratedKw power at the base frequency, kW, not negative
 */
export function inverterPower(input: {
  readonly hz: number;
  readonly baseHz: number;
  readonly ratedKw: number;
}): Result<{ readonly powerRatio: number; readonly kW: number }, ValueFindingCode> {
  const faults = faultsIn(input, { hz: notNegative, baseHz: positive, ratedKw: notNegative });
  if (faults.length > 0) return refuse(...faults);
  const powerRatio = (input.hz / input.baseHz) ** 3;
  return acceptFinite({ powerRatio, kW: input.ratedKw * powerRatio });
}
