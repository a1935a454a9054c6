import {
  acceptFinite,
  atLeast,
  atMost,
  choiceFaults,
  errorAt,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Ways a compressor follows demand (R25.7), best first. */
export const compressorControls = ['vfd', 'loadUnload', 'inletThrottle'] as const;
export type CompressorControl = (typeof compressorControls)[number];

/** Unloaded power of a load/unload machine against loaded power, where it is not measured (R25.7). */
export const usualUnloadedPowerRatio = 0.273;
/** Share of running time a typical user's compressor is loaded, percent (R25.7). */
export const typicalLoadedTimePercent = { low: 60, high: 75 } as const;

export interface LoadUnloadEnergy {
  readonly unloadedKw: number;
  readonly kWh: number;
  /** Loaded hours of the running hours. */
  readonly loadFactorPercent: number;
  /** Energy spent while delivering nothing. */
  readonly unloadedKwhSharePercent: number;
}

/**
 * Energy of a load/unload machine (R25.7): the unloaded motor still takes 27.3 % of loaded power unless measured.
 *
 * @param input.loadedKw kW, above zero
 * @param input.loadHours h, not negative
 * @param input.unloadHours h, not negative; the two together above zero
 * @param input.unloadedPowerRatio unloaded / loaded power, 0 to 1
 * @returns refused with `compressor.neverRan` when no hour was run, `compressor.noEnergy` when none was used:
 *   there is nothing to take a share of
 */
export function loadUnloadEnergy(input: {
  readonly loadedKw: number;
  readonly loadHours: number;
  readonly unloadHours: number;
  readonly unloadedPowerRatio: number;
}): Result<LoadUnloadEnergy, ValueFindingCode | 'compressor.neverRan' | 'compressor.noEnergy'> {
  const faults = faultsIn(input, {
    loadedKw: positive,
    loadHours: notNegative,
    unloadHours: notNegative,
    unloadedPowerRatio: { min: 0, max: 1 },
  });
  if (faults.length > 0) return refuse(...faults);
  const { loadedKw, loadHours, unloadHours } = input;
  if (loadHours + unloadHours === 0) return refuse(errorAt('compressor.neverRan', ['loadHours']));
  const unloadedKw = loadedKw * input.unloadedPowerRatio;
  const unloadedKwh = unloadedKw * unloadHours;
  const kWh = loadedKw * loadHours + unloadedKwh;
  if (kWh === 0) return refuse(errorAt('compressor.noEnergy', ['unloadedPowerRatio']));
  return acceptFinite({
    unloadedKw,
    kWh,
    loadFactorPercent: (loadHours / (loadHours + unloadHours)) * 100,
    unloadedKwhSharePercent: (unloadedKwh / kWh) * 100,
  });
}

export const variableSpeedKinds = ['retrofit', 'factory'] as const;
export type VariableSpeedKind = (typeof variableSpeedKinds)[number];

/** A retrofitted inverter is efficient from this share of rated speed on (R25.7). */
export const retrofitLowestSpeedRatio = 0.7;
/** A factory-built variable-speed machine is efficient in this range, rpm (R25.7). */
export const factoryEfficientRpm = { low: 2000, high: 7200 } as const;

/**
 * Whether a variable-speed compressor runs where it is efficient (R25.7): retrofitted not below 70 % of rated
 * speed, factory-built from 2,000 to 7,200 rpm, ends included.
 *
 * @param input.rpm present speed, rpm, not negative
 * @param input.ratedRpm rated speed, rpm, above zero; asked of a retrofit only
 */
export function variableSpeedCheck(input: {
  readonly kind: VariableSpeedKind;
  readonly rpm: number;
  readonly ratedRpm?: number;
}): Result<{ readonly efficient: boolean }, ValueFindingCode> {
  const { kind, rpm, ratedRpm } = input;
  const faults = [
    ...choiceFaults(kind, variableSpeedKinds, ['kind']),
    ...faultsIn({ rpm, ratedRpm }, { rpm: notNegative, ...(kind === 'retrofit' && { ratedRpm: positive }) }),
  ];
  if (faults.length > 0) return refuse(...faults);
  const { low, high } = factoryEfficientRpm;
  return acceptFinite({
    efficient:
      kind === 'retrofit'
        ? atLeast(rpm / Number(ratedRpm), retrofitLowestSpeedRatio)
        : atLeast(rpm, low) && atMost(rpm, high),
  });
}
