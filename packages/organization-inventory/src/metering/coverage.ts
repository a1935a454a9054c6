import { addDays, dayNumber, type Finding, type IsoDate, type Period } from '@slipstream/quantity';

/** A bill, receipt or declaration that says how much was used from one day to another, both included. */
export interface MeteredDocument extends Period {
  /** In the unit of the document, not negative. */
  readonly amount: number;
}

/** What would close a gap or undo an overlap; `document` is an index in the documents given. */
export type CoverageFix =
  | { readonly kind: 'addDocument' }
  | { readonly kind: 'moveStart'; readonly document: number; readonly to: IsoDate }
  | { readonly kind: 'removeDuplicate'; readonly document: number }
  | { readonly kind: 'checkDates'; readonly document: number };

/** Days of the study period that no document covers. */
export interface CoverageGap extends Period {
  readonly days: number;
  readonly fix: CoverageFix;
}

/** Days of the study period that two documents cover; they may meet other overlaps of a third. */
export interface CoverageOverlap extends Period {
  readonly days: number;
  readonly documents: readonly [earlier: number, later: number];
  readonly fix: CoverageFix;
}

/** How the documents cover the study period (R2.3): `coveredDays + missingDays = periodDays`. */
export interface Coverage {
  readonly periodDays: number;
  readonly coveredDays: number;
  readonly missingDays: number;
  /** Days covered more than once, each counted once. */
  readonly overlapDays: number;
  readonly gaps: readonly CoverageGap[];
  readonly overlaps: readonly CoverageOverlap[];
}

/** A document clipped to the study period, in day numbers. */
interface Span {
  readonly document: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Lays documents over a study period (R2.3). A gap of one day between two documents is most likely a meter read on
 * the same day twice: the later one is proposed to begin earlier. A document with the very days and amount of
 * another is proposed for removal; one inside another needs a look; else the later one begins after the earlier.
 *
 * @param period and documents: existing days, no end before its start; days outside the period do not count
 */
export function coverageOf(period: Period, documents: readonly MeteredDocument[]): Coverage {
  const periodFirst = dayNumber(period.start);
  const periodLast = dayNumber(period.end);
  const spans = documents
    .map(({ start, end }, document) => ({
      document,
      first: Math.max(dayNumber(start), periodFirst),
      last: Math.min(dayNumber(end), periodLast),
    }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first || a.last - b.last || a.document - b.document);

  const gaps: CoverageGap[] = [];
  const overlaps: CoverageOverlap[] = [];
  let overlapDays = 0;
  let overlappedTo = periodFirst - 1;
  /** The document that reaches furthest so far. */
  let reach: Span | null = null;
  for (const span of spans) {
    const reached: number = reach?.last ?? periodFirst - 1;
    if (span.first > reached + 1) gaps.push(gapBetween(reach, reached + 1, span.first - 1, span));
    if (reach && span.first <= reached) {
      const last = Math.min(span.last, reached);
      overlapDays += Math.max(0, last - Math.max(span.first - 1, overlappedTo));
      overlappedTo = Math.max(overlappedTo, last);
      overlaps.push({
        ...daysFrom(span.first, last),
        documents: [reach.document, span.document],
        fix: fixOverlap(documents, reach, span),
      });
    }
    if (span.last > reached) reach = span;
  }
  const reached = reach?.last ?? periodFirst - 1;
  if (reached < periodLast) gaps.push(gapBetween(reach, reached + 1, periodLast, null));

  const periodDays = periodLast - periodFirst + 1;
  const missingDays = gaps.reduce((sum, { days }) => sum + days, 0);
  return { periodDays, coveredDays: periodDays - missingDays, missingDays, overlapDays, gaps, overlaps };
}

function gapBetween(before: Span | null, first: number, last: number, after: Span | null): CoverageGap {
  const gap = daysFrom(first, last);
  const readTwice = before !== null && after !== null && gap.days === 1;
  return {
    ...gap,
    fix: readTwice ? { kind: 'moveStart', document: after.document, to: gap.start } : { kind: 'addDocument' },
  };
}

function fixOverlap(documents: readonly MeteredDocument[], earlier: Span, later: Span): CoverageFix {
  const [a, b] = [documents[earlier.document], documents[later.document]];
  if (a?.start === b?.start && a?.end === b?.end && a?.amount === b?.amount)
    return { kind: 'removeDuplicate', document: later.document };
  return later.last > earlier.last && later.first > earlier.first
    ? { kind: 'moveStart', document: later.document, to: dayAt(earlier.last + 1) }
    : { kind: 'checkDates', document: later.document };
}

function daysFrom(first: number, last: number): Period & { readonly days: number } {
  return { start: dayAt(first), end: dayAt(last), days: last - first + 1 };
}

function dayAt(count: number): IsoDate {
  return addDays('1970-01-01', count);
}

export const coverageFindingCodes = ['metering.gap', 'metering.overlap'] as const;
export type CoverageFindingCode = (typeof coverageFindingCodes)[number];

/** Gaps and overlaps as questions with their proposed fix, to be explained or mended before approval (R2.3). */
export function coverageQuestions({ gaps, overlaps }: Coverage): Finding<CoverageFindingCode>[] {
  const question = (
    code: CoverageFindingCode,
    path: Finding['path'],
    { start, end, days, fix }: CoverageGap | CoverageOverlap,
  ): Finding<CoverageFindingCode> => ({
    code,
    severity: 'question',
    path,
    values: {
      start,
      end,
      days,
      fix: fix.kind,
      document: 'document' in fix ? fix.document : null,
      to: 'to' in fix ? fix.to : null,
    },
  });
  return [
    ...gaps.map((gap) => question('metering.gap', ['documents'], gap)),
    ...overlaps.map((overlap) => question('metering.overlap', ['documents', overlap.documents[1]], overlap)),
  ];
}

/** Why some days are missing or covered twice, as a person states it. */
export interface CoverageExplanation extends Period {
  readonly reason: string;
}

/**
 * The gaps and overlaps that no explanation covers whole (R2.3): while any is left, the inventory is not approved.
 * An explanation without a reason explains nothing.
 */
export function unexplained(
  { gaps, overlaps }: Coverage,
  explanations: readonly CoverageExplanation[],
): readonly (CoverageGap | CoverageOverlap)[] {
  return [...gaps, ...overlaps].filter(
    ({ start, end }) =>
      !explanations.some(
        (explanation) =>
          explanation.reason.trim() !== '' && explanation.start <= start && end <= explanation.end,
      ),
  );
}
