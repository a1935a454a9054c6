import {
  acceptFinite,
  atMost,
  errorAt,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { hoursOfYear, kwPerHp } from '../constants.ts';

/** Where compressed air goes by the benchmark split (R25.6); no measurement. */
export const demandSplitBenchmark = { productive: 0.6, leakage: 0.25, artificialDemand: 0.15 } as const;

/** Why air is used that no one needs (假性需求, R25.6). */
export const artificialDemandCauses = [
  'pressureLevelsNotSeparated',
  'idleRunning',
  'wrongPiping',
  'hotMachineRoom',
  'unsuitableDryer',
] as const;
export type ArtificialDemandCause = (typeof artificialDemandCauses)[number];

/** Condensate drains (R25.6); only the last one lets no air out with the water. */
export const drainTypes = ['manual', 'float', 'timedSolenoid', 'zeroLoss'] as const;
export type DrainType = (typeof drainTypes)[number];

export interface LeakageLoss {
  readonly leakKwhInShutdown: number;
  /** Share of the machine's delivery that feeds leaks, percent. */
  readonly leakSharePercent: number;
  readonly annualLeakKwh: number;
}

/**
 * Leakage found while production stands still (R25.6): whatever a compressor then runs loaded feeds leaks. Share
 * = loaded h / shutdown h; yearly = loaded kW × share × run hours.
 *
 * @param input.loadedKw power while loaded, kW, not negative
 * @param input.shutdownHours length of the test, h, above zero
 * @param input.loadedHoursInShutdown loaded hours in the test, h, not negative, at most `shutdownHours`
 * @param input.annualRunHours h/year the network is under pressure, 0 to 8,784
 * @returns refused with `compressor.loadedLongerThanShutdown` when the machine ran longer than the test
 */
export function leakageLoss(input: {
  readonly loadedKw: number;
  readonly shutdownHours: number;
  readonly loadedHoursInShutdown: number;
  readonly annualRunHours: number;
}): Result<LeakageLoss, ValueFindingCode | 'compressor.loadedLongerThanShutdown'> {
  const faults = faultsIn(input, {
    loadedKw: notNegative,
    shutdownHours: positive,
    loadedHoursInShutdown: notNegative,
    annualRunHours: hoursOfYear,
  });
  if (faults.length > 0) return refuse(...faults);
  const { loadedKw, shutdownHours, loadedHoursInShutdown, annualRunHours } = input;
  if (!atMost(loadedHoursInShutdown, shutdownHours)) {
    return refuse(
      errorAt('compressor.loadedLongerThanShutdown', ['loadedHoursInShutdown'], {
        loadedHoursInShutdown,
        shutdownHours,
      }),
    );
  }
  const share = loadedHoursInShutdown / shutdownHours;
  return acceptFinite({
    leakKwhInShutdown: loadedKw * loadedHoursInShutdown,
    leakSharePercent: share * 100,
    annualLeakKwh: loadedKw * share * annualRunHours,
  });
}

/**
 * Energy of compressed air by the benchmark split (R25.6): 60 % productive, 25 % leaks, 15 % artificial demand.
 * A benchmark to ask questions with; no measurement.
 *
 * @param input.annualKwh kWh/year, not negative
 * @returns kWh/year
 */
export function demandSplit(input: {
  readonly annualKwh: number;
}): Result<
  { readonly productive: number; readonly leakage: number; readonly artificialDemand: number },
  ValueFindingCode
> {
  const faults = faultsIn(input, { annualKwh: notNegative });
  if (faults.length > 0) return refuse(...faults);
  const { productive, leakage, artificialDemand } = demandSplitBenchmark;
  return acceptFinite({
    productive: input.annualKwh * productive,
    leakage: input.annualKwh * leakage,
    artificialDemand: input.annualKwh * artificialDemand,
  });
}

/**
 * Energy blown off by a condensate drain (R25.6): CFM / (CFM/hp) × 0.746 × h.
 *
 * @param input.cfm air lost while it blows, CFM, not negative
 * @param input.scfmPerHp specific delivery of the compressor, CFM/hp, above zero
 * @param input.hours hours of blowing, h, not negative
 */
export function drainLoss(input: {
  readonly cfm: number;
  readonly scfmPerHp: number;
  readonly hours: number;
}): Result<{ readonly kWh: number }, ValueFindingCode> {
  const faults = faultsIn(input, { cfm: notNegative, scfmPerHp: positive, hours: notNegative });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ kWh: (input.cfm / input.scfmPerHp) * kwPerHp * input.hours });
}
