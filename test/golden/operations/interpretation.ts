import {
  actualUse,
  balance,
  dataQualityGrade,
  footprintChange,
  itemScore,
  overallDataQuality,
  type PedigreeScores,
  primaryDataRequirement,
  rowScore,
  type ScoredLine,
  temporalScore,
  type UpstreamEmissions,
  uncertaintyInterval,
  verificationBreadth,
  type WeighedItem,
} from '@slipstream/footprint';
import { accept, type Result } from '@slipstream/quantity';
import type { Operation } from '../operations.ts';

const mapped = <From, To>(result: Result<From>, make: (value: From) => To): Result<To> =>
  result.ok ? accept(make(result.value), result.findings) : result;

export const interpretationOperations: Readonly<Record<string, Operation>> = {
  'dq.temporalScore': (inputs: { readonly studyYear: number; readonly dataYear: number | null }) =>
    mapped(temporalScore(inputs.studyYear, inputs.dataYear), (score) => ({ score })),
  'dq.itemScore': ({ scores }: { readonly scores: PedigreeScores }) => {
    const ilcd = itemScore(scores, 'ilcd');
    if (!ilcd.ok) return ilcd;
    return mapped(itemScore(scores, 'mean'), (mean) => ({
      mean,
      ilcd: ilcd.value,
      gradeByMean: dataQualityGrade(mean),
      gradeByIlcd: dataQualityGrade(ilcd.value),
    }));
  },
  'dq.rowScore': (row: Pick<ScoredLine, 'activity' | 'factor'>) => rowScore(row),
  'dq.overall': ({ rows }: { readonly rows: readonly ScoredLine[] }) => overallDataQuality(rows),
  'verification.breadth': (inputs: {
    readonly thresholdPercent: number;
    readonly items: readonly WeighedItem[];
  }) => verificationBreadth(inputs.items, inputs.thresholdPercent),
  'primaryData.requirement': (inputs: UpstreamEmissions) => primaryDataRequirement(inputs),
  'massBalance.verdict': (inputs: {
    readonly inputsKg: readonly number[];
    readonly outputsKg: readonly number[];
    readonly limitPercent: number;
  }) =>
    mapped(
      balance(inputs.inputsKg, inputs.outputsKg, inputs.limitPercent),
      ({ inputTotal, outputTotal, errorPercent, withinLimit, direction }) => ({
        inputTotalKg: inputTotal,
        outputTotalKg: outputTotal,
        errorPercent,
        withinLimit,
        direction,
      }),
    ),
  'inventory.actualUse': (inputs: { readonly issued: number; readonly remainingStock: number }) =>
    mapped(actualUse(inputs.issued, inputs.remainingStock), (amount) => ({ actualUse: amount })),
  'uncertainty.interval': (inputs: { readonly value: number; readonly percent: number }) =>
    uncertaintyInterval(inputs.value, inputs.percent),
  'cfp.compare': (inputs: { readonly baseline: number; readonly current: number }) =>
    footprintChange(inputs.baseline, inputs.current),
};
