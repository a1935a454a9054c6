import {
  acceptFinite,
  type DateFindingCode,
  daysInclusive,
  faultsIn,
  notNegative,
  overlapDays,
  type Period,
  type Result,
  refuse,
  type ValueFindingCode,
  within,
} from '@slipstream/quantity';
import {
  type Coverage,
  type CoverageFindingCode,
  coverageOf,
  coverageQuestions,
  type MeteredDocument,
} from './coverage.ts';

/** One document's part of the study, with every number of its calculation: amount × days in period / days. */
export interface ProratedPart {
  /** Index in the documents given. */
  readonly document: number;
  readonly amount: number;
  readonly documentDays: number;
  readonly daysInPeriod: number;
  readonly amountInPeriod: number;
}

export interface Proration extends Coverage {
  /** Sum of the parts, in the unit of the documents. */
  readonly total: number;
  readonly parts: readonly ProratedPart[];
}

/**
 * Prorates documents to a study period (R2.2, R2.5): each amount is spread evenly over the days of its document,
 * both ends included, and the study takes amount × overlapping days / document days. Holds for electricity, water,
 * gas, fuel and waste alike. Nothing is filled into gaps.
 *
 * @param input.period the study period
 * @param input.documents amounts in one unit, not negative; a document outside the period gives nothing
 * @returns the parts in the order given, with a question for each gap and overlap (R2.3); refused for dates that do
 *   not exist or run backwards and for impossible amounts, at the document
 */
export function prorate(input: {
  readonly period: Period;
  readonly documents: readonly MeteredDocument[];
}): Result<Proration, ValueFindingCode | DateFindingCode | CoverageFindingCode> {
  const { period, documents } = input;
  const faults = [
    ...daysInclusive(period).findings.map((finding) => within(['period'], finding)),
    ...documents.flatMap((document, index) => [
      ...daysInclusive(document).findings.map((finding) => within(['documents', index], finding)),
      ...faultsIn(document, { amount: notNegative }, ['documents', index]),
    ]),
  ];
  if (faults.length > 0) return refuse(...faults);
  const parts = documents.map((document, index) => partOf(document, index, period));
  const coverage = coverageOf(period, documents);
  return acceptFinite<Proration, CoverageFindingCode>(
    { total: parts.reduce((sum, { amountInPeriod }) => sum + amountInPeriod, 0), parts, ...coverage },
    coverageQuestions(coverage),
  );
}

function partOf(document: MeteredDocument, index: number, period: Period): ProratedPart {
  const documentDays = daysIn(daysInclusive(document));
  const daysInPeriod = daysIn(overlapDays(document, period));
  return {
    document: index,
    amount: document.amount,
    documentDays,
    daysInPeriod,
    amountInPeriod: (document.amount * daysInPeriod) / documentDays,
  };
}

/** The days of dates that were checked before. */
function daysIn(days: Result<number>): number {
  return days.ok ? days.value : Number.NaN;
}
