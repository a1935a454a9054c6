import { accept, errorAt, type Result, refuse, within } from '../finding.ts';
import {
  type DateFindingCode,
  dayNumber,
  daysInMonth,
  type IsoDate,
  type IsoMonth,
  isDay,
  isoDate,
  isoMonth,
  partsOf,
} from './days.ts';

/** A run of days, both ends included. */
export interface Period {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * Days of a period, both ends counted: 2020-02-01 to 2020-02-29 has 29 (R2.2).
 * Refuses ends that are not dates and an end before its start.
 */
export function daysInclusive(period: Period): Result<number, DateFindingCode> {
  const span = spanOf(period);
  return span.ok ? accept(span.value.last - span.value.first + 1) : span;
}

/**
 * Days that lie in both periods, 0 if they do not touch (R2.3).
 * Refuses as {@link daysInclusive} does; the path begins with `a` or `b`.
 */
export function overlapDays(a: Period, b: Period): Result<number, DateFindingCode> {
  const spanA = spanOf(a);
  const spanB = spanOf(b);
  if (!spanA.ok || !spanB.ok) {
    return refuse(
      ...spanA.findings.map((finding) => within(['a'], finding)),
      ...spanB.findings.map((finding) => within(['b'], finding)),
    );
  }
  const first = Math.max(spanA.value.first, spanB.value.first);
  const last = Math.min(spanA.value.last, spanB.value.last);
  return accept(Math.max(0, last - first + 1));
}

/** The first to the last day of a month `YYYY-MM`. */
export function monthPeriod(month: IsoMonth): Result<Period, DateFindingCode> {
  const parts = partsOf(`${month}-01`);
  if (!parts) return refuse(errorAt('date.notIso', [], { date: String(month) }));
  const [year, number] = parts;
  return accept({
    start: isoDate(year, number, 1),
    end: isoDate(year, number, daysInMonth(year, number)),
  });
}

/**
 * Every month a period touches, in order: 2021-12-31 to 2022-02-01 touches 2021-12, 2022-01 and 2022-02.
 * Refuses as {@link daysInclusive} does.
 */
export function monthsOf(period: Period): Result<readonly IsoMonth[], DateFindingCode> {
  const span = spanOf(period);
  if (!span.ok) return span;
  const first = monthCount(period.start);
  return accept(
    Array.from({ length: monthCount(period.end) - first + 1 }, (_, index) => {
      const count = first + index;
      return isoMonth(Math.floor(count / 12), (count % 12) + 1);
    }),
  );
}

function monthCount(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf(period: Period): Result<Span, DateFindingCode> {
  const faults = (['start', 'end'] as const)
    .filter((end) => !isDay(period[end]))
    .map((end) => errorAt('date.notIso', [end], { date: String(period[end]) }));
  if (faults.length > 0) return refuse(...faults);
  if (period.end < period.start) {
    return refuse(errorAt('date.periodReversed', ['end'], { start: period.start, end: period.end }));
  }
  return accept({ first: dayNumber(period.start), last: dayNumber(period.end) });
}
