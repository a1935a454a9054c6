/** A day of the Gregorian calendar as `YYYY-MM-DD`, years 0001 to 9999. ISO dates sort as text. */
export type IsoDate = string;
/** A month as `YYYY-MM`. */
export type IsoMonth = string;

/** Why a date or period is refused. */
export const dateFindingCodes = [
  'date.absent',
  'date.unreadable',
  'date.ambiguous',
  'date.impossible',
  'date.outOfRange',
  'date.dayMissing',
  'date.yearAssumedRoc',
  'date.notInRocCalendar',
  'date.notIso',
  'date.periodReversed',
] as const;
export type DateFindingCode = (typeof dateFindingCodes)[number];

const dayMs = 86_400_000;
/** Taiwan keeps UTC+8 all year. */
const taiwanOffsetMs = 8 * 3_600_000;

/** Whether February of this year has 29 days. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month, `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether year, month and day name a day that exists, years 1 to 9999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** Writes an existing day as ISO text. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}

/** Writes a month as ISO text. */
export function isoMonth(year: number, month: number): IsoMonth {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** Whether a text is a day that exists, as an ISO date: `2024-02-29`, not `2022-02-29`. */
export function isDay(text: unknown): text is IsoDate {
  return typeof text === 'string' && partsOf(text) !== undefined;
}

/** Whether a text is an instant in UTC: `2022-03-08T01:02:03Z`, with or without a fraction of the second. */
export function isInstant(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    /^.{10}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** The day it is in Taiwan at an instant: deadlines end with the Taiwanese day. `instant` must be an instant. */
export function dayInTaiwan(instant: string): IsoDate {
  return new Date(Date.parse(instant) + taiwanOffsetMs).toISOString().slice(0, 10);
}

/**
 * The day as a count from 1970-01-01 (day 0), so that differences and comparisons are plain arithmetic.
 * Throws RangeError if `day` is none: check it with {@link isDay} where it comes from outside.
 */
export function dayNumber(day: IsoDate): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/**
 * The day `count` days later, earlier if negative.
 * Throws RangeError if `day` is none or the years 1 to 9999 are left.
 */
export function addDays(day: IsoDate, count: number): IsoDate {
  return existing(new Date((dayNumber(day) + count) * dayMs).toISOString().slice(0, 10), day, count);
}

/**
 * The same day `count` months later, earlier if negative, at most the last day of that month: one month after
 * 2022-01-31 is 2022-02-28. Throws as {@link addDays} does.
 */
export function addMonths(day: IsoDate, count: number): IsoDate {
  const [year, month, dayOfMonth] = partsOf(day) ?? [Number.NaN, 1, 1];
  const months = year * 12 + (month - 1) + count;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return existing(
    isoDate(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth))),
    day,
    count,
  );
}

/**
 * The same day `count` years later; 29 February becomes the 28th where there is none.
 * Throws as {@link addDays} does.
 */
export function addYears(day: IsoDate, count: number): IsoDate {
  return addMonths(day, count * 12);
}

/** Year, month and day of an ISO date; undefined if the text is not one or the day does not exist. */
export function partsOf(date: string): readonly [year: number, month: number, day: number] | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCalendarDay(year, month, day) ? [year, month, day] : undefined;
}

function existing(moved: IsoDate, day: IsoDate, count: number): IsoDate {
  if (!isDay(moved)) throw new RangeError(`no day of the years 1 to 9999: ${day} and ${count} more`);
  return moved;
}
