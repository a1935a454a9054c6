import {
  monthPeriod,
  type Period,
  parseDate,
  parseMonth,
  parsePeriod,
  parseYear,
  plainText,
} from '@slipstream/quantity';
import { remember } from './remember.ts';

const month = String.raw`(?:民國 ?|西元 ?)?\d{2,4} ?(?:年 ?\d{1,2} ?月份?|[./] ?\d{1,2})`;
const to = '(?:~|-|至|到|to)';
const twoMonths = new RegExp(`^(${month}) ?${to} ?(${month})$`, 'i');
const monthsOfYear = new RegExp(
  String.raw`^((?:民國 ?|西元 ?)?\d{2,4}) ?年 ?(\d{1,2}) ?月?份? ?${to} ?(\d{1,2}) ?月份?$`,
  'i',
);

/**
 * A period as forms state it, in either calendar (R29): both days, two months (`110年1月至12月`, `110/01-110/12`), one
 * month, one day or a year (`110年度`). Null where it is none of these; a year of two digits alone is not guessed at.
 */
export const readPeriod = remember((typed: string): Period | null => {
  const text = plainText(typed);
  const days = parsePeriod(text);
  if (days.ok) return days.value;
  const months = twoMonths.exec(text);
  if (months) return spanOfMonths(months[1] ?? '', months[2] ?? '');
  const [, year, first, last] = monthsOfYear.exec(text) ?? [];
  if (year !== undefined) return spanOfMonths(`${year}年${first}月`, `${year}年${last}月`);
  const single = spanOfMonths(text, text);
  if (single) return single;
  const day = parseDate(text);
  if (day.ok) return { start: day.value, end: day.value };
  const whole = parseYear(text);
  return whole.ok && whole.findings.length === 0
    ? { start: `${whole.value}-01-01`, end: `${whole.value}-12-31` }
    : null;
});

/** From the first day of a month to the last of another; null where one cannot be read or they run backwards. */
function spanOfMonths(first: string, last: string): Period | null {
  const [from, until] = [parseMonth(first), parseMonth(last)];
  if (!from.ok || !until.ok || until.value < from.value) return null;
  const [start, end] = [monthPeriod(from.value), monthPeriod(until.value)];
  return start.ok && end.ok ? { start: start.value.start, end: end.value.end } : null;
}
