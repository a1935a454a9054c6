import {
  acceptFinite,
  faultsIn,
  percentOfWhole,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Psychrometer coefficient × standard pressure, kPa/K (R24.9). */
const psychrometerKpaPerK = 0.000665 * 101.325;
/** Colder than any wet bulb the equation meets: there its left side is always too small. */
const bracketFloorC = -100;

/**
 * Saturation pressure of water vapour (R24.9): es(T) = 0.61078 exp(17.2694 T / (T + 237.29)).
 *
 * @param temperatureC °C, above −237.29
 * @returns kPa
 */
function saturationKpa(temperatureC: number): number {
  return 0.61078 * Math.exp((17.2694 * temperatureC) / (temperatureC + 237.29));
}

/**
 * Wet-bulb temperature (濕球溫度) from dry bulb and humidity (R24.9): solves
 * es(Tw) − 0.000665 × 101.325 × (T − Tw) = RH/100 × es(T). The left side grows with Tw and the root lies at or
 * below T, so halving a bracket finds it to the last bit, always.
 *
 * @param input.dryBulbC °C, −40 to 80, the range of the vapour-pressure formula
 * @param input.relativeHumidityPercent percent, 0 to 100
 */
export function wetBulb(input: {
  readonly dryBulbC: number;
  readonly relativeHumidityPercent: number;
}): Result<{ readonly wetBulbC: number }, ValueFindingCode> {
  const faults = faultsIn(input, {
    dryBulbC: { min: -40, max: 80 },
    relativeHumidityPercent: percentOfWhole,
  });
  if (faults.length > 0) return refuse(...faults);
  const { dryBulbC, relativeHumidityPercent } = input;
  const vapourKpa = (relativeHumidityPercent / 100) * saturationKpa(dryBulbC);
  let tooCold = bracketFloorC;
  let warmEnough = dryBulbC;
  for (;;) {
    const middle = (tooCold + warmEnough) / 2;
    if (middle <= tooCold || middle >= warmEnough) return acceptFinite({ wetBulbC: warmEnough });
    if (saturationKpa(middle) - psychrometerKpaPerK * (dryBulbC - middle) < vapourKpa) tooCold = middle;
    else warmEnough = middle;
  }
}
