import {
  acceptFinite,
  anyNumber,
  atLeast,
  atMost,
  choiceFaults,
  compareText,
  errorAt,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

import { bestLoadPercent, poorLoadBelowPercent } from './load.ts';

export const heatRejections = ['waterCooled', 'airCooled'] as const;
export type HeatRejection = (typeof heatRejections)[number];

/** What a chilled-water system of each kind should need, kW/RT (R24.10). */
export const usualKwPerRt = { waterCooled: 1, airCooled: 1.5 } as const;

/** Moisture in insulation and what it costs of its effect, percent (R24.10). */
export const wetInsulation = { moistureVolumePercent: 4, lossOfEffectUpToPercent: 70 } as const;

/** How often a cooling tower is looked after, days (R24.10). */
export const towerMaintenanceDays = { cleaning: 30, algicide: { low: 7, high: 14 } } as const;

/**
 * Whole system against the rule of thumb (R24.10): chillers, pumps and tower together should need at most 1.0 kW/RT
 * when water-cooled, 1.5 when air-cooled.
 *
 * @param input.systemKw power of chillers, pumps and fans, kW, above zero
 * @param input.loadRt cooling delivered, RT, above zero
 */
export function judgeSystem(input: {
  readonly heatRejection: HeatRejection;
  readonly systemKw: number;
  readonly loadRt: number;
}): Result<
  { readonly kwPerRt: number; readonly usualKwPerRt: number; readonly shouldImprove: boolean },
  ValueFindingCode
> {
  const faults = [
    ...choiceFaults(input.heatRejection, heatRejections, ['heatRejection']),
    ...faultsIn(input, { systemKw: positive, loadRt: positive }),
  ];
  if (faults.length > 0) return refuse(...faults);
  const kwPerRt = input.systemKw / input.loadRt;
  const usual = usualKwPerRt[input.heatRejection];
  return acceptFinite({ kwPerRt, usualKwPerRt: usual, shouldImprove: !atMost(kwPerRt, usual) });
}

export interface TowerTemperaturePoint {
  /** Cooling water leaving the tower, °C. */
  readonly coolingWaterC: number;
  readonly chillerKwPerRt: number;
  readonly towerKwPerRt: number;
}

/**
 * The tower temperature at which chiller and tower together need least (R24.10): colder water saves at the chiller
 * and costs at the fans. Of equal sums the warmer water is taken.
 *
 * @param points measured or modelled, kW/RT not negative; refused with `plant.noPoint` when there is none
 */
export function optimumTowerTemperature(
  points: readonly TowerTemperaturePoint[],
): Result<{ readonly coolingWaterC: number; readonly kwPerRt: number }, ValueFindingCode | 'plant.noPoint'> {
  const faults = points.flatMap((point, index) =>
    faultsIn(point, { coolingWaterC: anyNumber, chillerKwPerRt: notNegative, towerKwPerRt: notNegative }, [
      index,
    ]),
  );
  if (faults.length > 0) return refuse(...faults);
  const [best] = points
    .map(({ coolingWaterC, chillerKwPerRt, towerKwPerRt }) => ({
      coolingWaterC,
      kwPerRt: chillerKwPerRt + towerKwPerRt,
    }))
    .sort((a, b) => a.kwPerRt - b.kwPerRt || b.coolingWaterC - a.coolingWaterC);
  return best ? acceptFinite(best) : refuse(errorAt('plant.noPoint'));
}

export const stagingAdvices = ['keep', 'switchOneOff', 'addSmallMachine'] as const;
export type StagingAdvice = (typeof stagingAdvices)[number];

export interface Staging {
  readonly advice: StagingAdvice;
  readonly presentLoadPercent: number;
  /** The machine to stop; null unless `switchOneOff`. */
  readonly switchOff: string | null;
  /** Load of the machines that stay; the present one unless `switchOneOff`. */
  readonly loadPercentAfter: number;
}

/**
 * Which running chillers the load deserves (R24.10): below the best band one machine is switched off if the others
 * carry the load within 90 %, choosing what leaves them best loaded; a plant below 50 % that cannot do so gets a
 * small companion.
 *
 * @param input.running the machines that run, ratings RT, above zero
 * @param input.loadRt present load, RT, not negative
 * @returns refused with `plant.noMachine` when nothing runs
 */
export function adviseStaging(input: {
  readonly running: readonly { readonly id: string; readonly ratedRt: number }[];
  readonly loadRt: number;
}): Result<Staging, ValueFindingCode | 'plant.noMachine'> {
  const faults = [
    ...input.running.flatMap((machine, index) =>
      faultsIn(machine, { ratedRt: positive }, ['running', index]),
    ),
    ...faultsIn(input, { loadRt: notNegative }),
  ];
  if (faults.length > 0) return refuse(...faults);
  if (input.running.length === 0) return refuse(errorAt('plant.noMachine', ['running']));
  const totalRt = input.running.reduce((sum, { ratedRt }) => sum + ratedRt, 0);
  const presentLoadPercent = (input.loadRt / totalRt) * 100;
  const keep = { presentLoadPercent, switchOff: null, loadPercentAfter: presentLoadPercent };
  if (atLeast(presentLoadPercent, bestLoadPercent.low)) return acceptFinite({ advice: 'keep', ...keep });
  const [best] = input.running
    .map(({ id, ratedRt }) => ({ id, load: (input.loadRt / (totalRt - ratedRt)) * 100 }))
    .filter(({ load }) => atMost(load, bestLoadPercent.high))
    .sort((a, b) => b.load - a.load || compareText(a.id, b.id));
  if (best)
    return acceptFinite({
      advice: 'switchOneOff',
      presentLoadPercent,
      switchOff: best.id,
      loadPercentAfter: best.load,
    });
  return acceptFinite({
    advice: atLeast(presentLoadPercent, poorLoadBelowPercent) ? 'keep' : 'addSmallMachine',
    ...keep,
  });
}
