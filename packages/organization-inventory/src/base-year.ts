import {
  acceptFinite,
  anyNumber,
  atLeast,
  choiceFaults,
  faultsIn,
  percentOfWhole,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** What can make a base year incomparable (R1.8, ISO 14064-1 6.4.2), and what never does. */
export const baseYearChanges = [
  'organizationalBoundary',
  'reportingBoundary',
  'methodology',
  'errorFound',
  'productionVolume',
] as const;
export type BaseYearChange = (typeof baseYearChanges)[number];

const boundaryChanges: readonly BaseYearChange[] = ['organizationalBoundary', 'reportingBoundary'];

export interface BaseYearDuty {
  readonly mustRecalculate: boolean;
  /** Base year with all changes that count, t CO2e. */
  readonly recalculatedTonnes: number;
  /** Sum of the absolute effects of method and errors against the base year, percent. */
  readonly significancePercent: number;
  /** The changes that oblige, in the order given. */
  readonly because: readonly BaseYearChange[];
}

/**
 * Whether the base year must be recalculated (R1.8, ISO 14064-1 6.4.2): always when a boundary changed; for changes
 * of method or factors and errors found when together they reach the significance threshold the organization set.
 * Making more or less of the same never obliges.
 *
 * @param input.baseYearTonnes t CO2e, above zero
 * @param input.changes effect of each on the base year, t CO2e, negative when it lowers it
 * @param input.significanceThresholdPercent percent, 0 to 100
 */
export function baseYearDuty(input: {
  readonly baseYearTonnes: number;
  readonly changes: readonly { readonly kind: BaseYearChange; readonly effectTonnes: number }[];
  readonly significanceThresholdPercent: number;
}): Result<BaseYearDuty, ValueFindingCode> {
  const { baseYearTonnes, changes, significanceThresholdPercent } = input;
  const faults = [
    ...faultsIn(input, { baseYearTonnes: positive, significanceThresholdPercent: percentOfWhole }),
    ...changes.flatMap((change, index) => [
      ...choiceFaults(change.kind, baseYearChanges, ['changes', index, 'kind']),
      ...faultsIn(change, { effectTonnes: anyNumber }, ['changes', index]),
    ]),
  ];
  if (faults.length > 0) return refuse(...faults);
  const counting = changes.filter(({ kind }) => kind !== 'productionVolume');
  const weighed = counting.filter(({ kind }) => !boundaryChanges.includes(kind));
  const weight = weighed.reduce((sum, { effectTonnes }) => sum + Math.abs(effectTonnes), 0);
  const significancePercent = (weight / baseYearTonnes) * 100;
  const significant = weight > 0 && atLeast(significancePercent, significanceThresholdPercent);
  const because = counting
    .map(({ kind }) => kind)
    .filter((kind) => boundaryChanges.includes(kind) || significant);
  return acceptFinite({
    mustRecalculate: because.length > 0,
    recalculatedTonnes: counting.reduce((sum, { effectTonnes }) => sum + effectTonnes, baseYearTonnes),
    significancePercent,
    because: [...new Set(because)],
  });
}
