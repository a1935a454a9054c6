import { accept, errorAt, type Finding, questionAt, type Result, refuse, within } from '../finding.ts';
import { plainText } from '../text.ts';
import {
  type DateFindingCode,
  type IsoDate,
  type IsoMonth,
  isCalendarDay,
  isoDate,
  isoMonth,
  partsOf,
} from './days.ts';
import type { Period } from './period.ts';

/** Years of the Republic of China (民國) begin with 1 = 1912 (R29). */
const rocOffset = 1911;

/** A typed Gregorian year outside these is taken for a slip. */
const gregorianYears = { first: 1900, last: 2999 } as const;

const rocMark = /^(?:中華民國|民國|ROC) ?/i;
const gregorianMark = /^(?:西元|公元|AD) ?/i;
const separated = /^(\d{1,4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,2})$/;
const named = /^(\d{1,4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日號]?$/;
const solid = /^(\d{3,4})(\d{2})(\d{2})$/;
const monthSeparated = /^(\d{1,4}) ?[./-] ?(\d{1,2})$/;
const monthNamed = /^(\d{1,4}) ?年 ?(\d{1,2}) ?月份?$/;
const monthSolid = /^(\d{3})(\d{2})$/;

/**
 * Reads a date of the ROC calendar as ISO: `109.02.29`, `109/7/1`, `111年1月26日`, `民國111年3月8日`, `1110308`, full-width
 * too (R29). A four-digit year of today is refused: it is Gregorian.
 *
 * Refuses an empty text, one it cannot read, a month without a day and a day that does not exist.
 */
export function parseRocDate(typed: string): Result<IsoDate, DateFindingCode> {
  const text = plainText(typed).replace(rocMark, '');
  const match = separated.exec(text) ?? named.exec(text) ?? solid.exec(text);
  if (!match) return refuse(unreadable(typed, text));
  const year = Number(match[1]);
  if (match[1]?.length === 4 || year === 0) return refuse(errorAt('date.notInRocCalendar', [], { typed }));
  return existingDay(year + rocOffset, match, typed);
}

/**
 * Reads a date as people type it, Gregorian (four-digit year) or ROC (up to three digits), as ISO (R29).
 * A year of one or two digits without 民國 is read as ROC and asked about (`date.yearAssumedRoc`).
 *
 * Refuses an empty text, one it cannot read, day-first order and six digits in a row (`date.ambiguous`), a month
 * without a day, a day that does not exist, and a Gregorian year outside 1900 to 2999.
 */
export function parseDate(typed: string): Result<IsoDate, DateFindingCode> {
  const plain = plainText(typed);
  if (rocMark.test(plain)) return parseRocDate(plain);
  const text = plain.replace(gregorianMark, '');
  const match = separated.exec(text) ?? named.exec(text) ?? solid.exec(text);
  if (!match) return refuse(unreadable(typed, text));
  if (match[1]?.length === 4) {
    const year = Number(match[1]);
    return isPlausible(year)
      ? existingDay(year, match, typed)
      : refuse(errorAt('date.outOfRange', [], { typed }));
  }
  if (text !== plain) return refuse(errorAt('date.outOfRange', [], { typed }));
  const read = parseRocDate(plain);
  return read.ok ? accept(read.value, questionOfShortYear(match[1], typed)) : read;
}

/**
 * Reads a month as `YYYY-MM`: `111/3`, `111年3月`, `11103`, `2022-03`, `民國111年3月份` (R29).
 * Findings as in {@link parseDate}.
 */
export function parseMonth(typed: string): Result<IsoMonth, DateFindingCode> {
  const plain = plainText(typed);
  const text = plain.replace(rocMark, '').replace(gregorianMark, '');
  const match = monthSeparated.exec(text) ?? monthNamed.exec(text) ?? monthSolid.exec(text);
  if (!match) return refuse(unreadable(typed, text));
  const digits = match[1] ?? '';
  const isGregorian = digits.length === 4;
  if (isGregorian && rocMark.test(plain)) return refuse(errorAt('date.notInRocCalendar', [], { typed }));
  if (isGregorian ? !isPlausible(Number(digits)) : gregorianMark.test(plain)) {
    return refuse(errorAt('date.outOfRange', [], { typed }));
  }
  const year = isGregorian ? Number(digits) : Number(digits) + rocOffset;
  const month = Number(match[2]);
  if (year === rocOffset || !isCalendarDay(year, month, 1))
    return refuse(errorAt('date.impossible', [], { typed }));
  return accept(isoMonth(year, month), rocMark.test(plain) ? [] : questionOfShortYear(digits, typed));
}

/**
 * Reads a year as people type it, Gregorian (`2022`, `西元2022年`) or ROC (`111`, `民國111年`), as a Gregorian year (R29).
 * A year of one or two digits without 民國 is read as ROC and asked about (`date.yearAssumedRoc`).
 *
 * Refuses an empty text, one it cannot read, ROC year 0 and a Gregorian year outside 1900 to 2999.
 */
export function parseYear(typed: string): Result<number, DateFindingCode> {
  const plain = plainText(typed);
  if (plain === '') return refuse(errorAt('date.absent'));
  const text = plain.replace(rocMark, '').replace(gregorianMark, '');
  const digits = /^(\d{1,4}) ?年?(?:度)?$/.exec(text)?.[1];
  if (digits === undefined) return refuse(errorAt('date.unreadable', [], { typed }));
  const number = Number(digits);
  const isGregorian = digits.length === 4;
  if (isGregorian && rocMark.test(plain)) return refuse(errorAt('date.notInRocCalendar', [], { typed }));
  if (isGregorian ? !isPlausible(number) : gregorianMark.test(plain))
    return refuse(errorAt('date.outOfRange', [], { typed }));
  if (isGregorian) return accept(number);
  if (number === 0) return refuse(errorAt('date.impossible', [], { typed }));
  return accept(number + rocOffset, rocMark.test(plain) ? [] : questionOfShortYear(digits, typed));
}

const day = String.raw`(?:(?:中華民國|民國|ROC|西元|公元|AD) ?)?\d{1,4} ?(?:[./-] ?\d{1,2} ?[./-]|年 ?\d{1,2} ?月) ?\d{1,2} ?[日號]?|\d{7,8}`;
const twoDays = new RegExp(`^(${day}) ?(?:~|-|至|到|to) ?(${day})$`, 'i');

/**
 * Reads a period with both its ends: `109.02.01-109.02.29`, `111/1/1~111/12/31`, `2022年1月1日至2022年3月31日` (R2.1).
 * Findings as in {@link parseDate}, under `start` or `end`; an end before its start is refused.
 */
export function parsePeriod(typed: string): Result<Period, DateFindingCode> {
  const text = plainText(typed);
  const match = twoDays.exec(text);
  if (!match) return refuse(unreadable(typed, text));
  const start = parseDate(match[1] ?? '');
  const end = parseDate(match[2] ?? '');
  const findings = [
    ...start.findings.map((finding) => within(['start'], finding)),
    ...end.findings.map((finding) => within(['end'], finding)),
  ];
  if (!start.ok || !end.ok) return refuse(...findings);
  if (end.value < start.value) {
    return refuse(errorAt('date.periodReversed', ['end'], { start: start.value, end: end.value }));
  }
  return accept({ start: start.value, end: end.value }, findings);
}

/** The ways a ROC date is written. */
export const rocDateStyles = ['dots', 'slashes', 'words'] as const;
export type RocDateStyle = (typeof rocDateStyles)[number];

/**
 * Writes an ISO date in the ROC calendar: `111.03.08`, `111/03/08` or `民國111年3月8日` (R29).
 * Refuses what is not an ISO date and a day before 1912.
 */
export function formatRocDate(date: IsoDate, style: RocDateStyle = 'dots'): Result<string, DateFindingCode> {
  const parts = partsOf(date);
  if (!parts) return refuse(errorAt('date.notIso', [], { date: String(date) }));
  const [year, month, dayOfMonth] = parts;
  const rocYear = year - rocOffset;
  if (rocYear < 1) return refuse(errorAt('date.notInRocCalendar', [], { date }));
  if (style === 'words') return accept(`民國${rocYear}年${month}月${dayOfMonth}日`);
  const separator = style === 'slashes' ? '/' : '.';
  return accept([String(rocYear).padStart(3, '0'), ...date.split('-').slice(1)].join(separator));
}

function existingDay(year: number, match: RegExpExecArray, typed: string): Result<IsoDate, DateFindingCode> {
  const [month, dayOfMonth] = [Number(match[2]), Number(match[3])];
  return isCalendarDay(year, month, dayOfMonth)
    ? accept(isoDate(year, month, dayOfMonth))
    : refuse(errorAt('date.impossible', [], { typed }));
}

function isPlausible(gregorianYear: number): boolean {
  return gregorianYear >= gregorianYears.first && gregorianYear <= gregorianYears.last;
}

function questionOfShortYear(yearDigits: string | undefined, typed: string): Finding<DateFindingCode>[] {
  return yearDigits !== undefined && yearDigits.length < 3
    ? [questionAt('date.yearAssumedRoc', [], { typed })]
    : [];
}

function unreadable(typed: string, text: string): Finding<DateFindingCode> {
  if (text === '') return errorAt('date.absent');
  if (monthSeparated.test(text) || monthNamed.test(text) || monthSolid.test(text)) {
    return errorAt('date.dayMissing', [], { typed });
  }
  if (/^\d{6}$/.test(text) || /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text)) {
    return errorAt('date.ambiguous', [], { typed });
  }
  return errorAt('date.unreadable', [], { typed });
}
