import {
  acceptFinite,
  atLeast,
  atMost,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** RT carried by 1 US gal/min at 1 °C: 3.7854 × 60 / 3024, as printed to four places (R24.4). */
export const rtPerGpmPerC = 0.0751;
/** Running in the best band saves about this share of a chiller's energy, percent (R24.4). */
export const bestBandSavingPercent = 10;

/**
 * Load of a chiller against its rating (R24.4): load RT = GPM × ΔT [°C] × 0.0751.
 *
 * @param input.flowGpm chilled water, US gal/min, not negative
 * @param input.deltaTC chilled water return less supply, °C, not negative
 * @param input.ratedRt rated capacity, RT, above zero
 */
export function chillerLoadRatio(input: {
  readonly flowGpm: number;
  readonly deltaTC: number;
  readonly ratedRt: number;
}): Result<{ readonly loadRt: number; readonly loadPercent: number }, ValueFindingCode> {
  const faults = faultsIn(input, { flowGpm: notNegative, deltaTC: notNegative, ratedRt: positive });
  if (faults.length > 0) return refuse(...faults);
  const loadRt = input.flowGpm * input.deltaTC * rtPerGpmPerC;
  return acceptFinite({ loadRt, loadPercent: (loadRt / input.ratedRt) * 100 });
}

/**
 * By how much a bad sensor overstates (R24.4): (reported − actual) / reported, in percent. Negative when the
 * sensor understates.
 *
 * @param input.reported what the panel says, above zero, in the unit of `actual`
 * @param input.actual what was measured, not negative
 */
export function sensorError(input: {
  readonly reported: number;
  readonly actual: number;
}): Result<{ readonly overstatementPercentOfReported: number }, ValueFindingCode> {
  const faults = faultsIn(input, { reported: positive, actual: notNegative });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({
    overstatementPercentOfReported: ((input.reported - input.actual) / input.reported) * 100,
  });
}

/** Loads in this range, ends included, are best, percent of the rating (R24.4). */
export const bestLoadPercent = { low: 70, high: 90 } as const;
/** Below this load a chiller runs poorly, percent (R24.4). */
export const poorLoadBelowPercent = 50;
/** Below this load a centrifugal chiller may surge, percent (R24.4). */
export const surgeBelowPercent = 30;

export const loadBands = ['surgeRisk', 'poor', 'fair', 'best', 'high'] as const;
/** `surgeRisk` holds for centrifugal machines; the others read it as a very poor load. */
export type LoadBand = (typeof loadBands)[number];

/**
 * How good a load is for a chiller (R24.4): below 30 % `surgeRisk`, below 50 % `poor`, below 70 % `fair`, 70 to
 * 90 % `best` with both ends, above 90 % `high`.
 *
 * @param input.loadPercent load against the rating, percent, not negative
 */
export function chillerLoadBand(input: {
  readonly loadPercent: number;
}): Result<{ readonly band: LoadBand }, ValueFindingCode> {
  const faults = faultsIn(input, { loadPercent: notNegative });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ band: bandOf(input.loadPercent) });
}

function bandOf(loadPercent: number): LoadBand {
  if (!atLeast(loadPercent, surgeBelowPercent)) return 'surgeRisk';
  if (!atLeast(loadPercent, poorLoadBelowPercent)) return 'poor';
  if (!atLeast(loadPercent, bestLoadPercent.low)) return 'fair';
  return atMost(loadPercent, bestLoadPercent.high) ? 'best' : 'high';
}
