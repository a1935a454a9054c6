import { dayInTaiwan } from '@slipstream/quantity';
import type { Language } from './languages.ts';

/** The calendar a reader's dates are shown in; both are accepted wherever a date is typed. */
export type Calendar = 'roc' | 'gregorian';

const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * An ISO date or instant for reading: `111 年 3 月 8 日` or `2022 年 3 月 8 日` in Chinese, `8 Mar 2022` (with the ROC
 * year after it where that calendar is chosen) in English. An instant is told by its day in Taiwan; what is neither
 * comes back as it is.
 */
export function formatDate(iso: string, language: Language, calendar: Calendar): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isInstant(iso) ? dayInTaiwan(iso) : iso);
  if (!match) return iso;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (language === 'zh-TW') return `${calendar === 'roc' ? year - 1911 : year} 年 ${month} 月 ${day} 日`;
  const written = englishDay.format(Date.UTC(year, month - 1, day));
  return calendar === 'roc' ? `${written} (ROC ${year - 1911})` : written;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * A figure for reading, with as many digits as a person can use: three significant ones below 100, none after
 * the point from 1,000 on. The stored value is never rounded.
 */
export function formatAmount(value: number, language: Language): string {
  const size = Math.abs(value);
  const digits = size === 0 || size >= 1000 ? 'whole' : size >= 100 ? 'tenths' : 'significant';
  return formatters[language][digits].format(value);
}

/** Made once: to make one takes fifty times as long as to write a figure with it. */
const formatters = { 'zh-TW': formattersOf('zh-TW'), en: formattersOf('en') } as const;

function formattersOf(language: Language) {
  const formatter = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
  return {
    whole: formatter({ maximumFractionDigits: 0 }),
    tenths: formatter({ maximumFractionDigits: 1 }),
    significant: formatter({ maximumSignificantDigits: 4 }),
    percent: formatter({ style: 'percent', maximumFractionDigits: 0 }),
    percentTenths: formatter({ style: 'percent', maximumFractionDigits: 1 }),
  };
}

const leastShare = 0.001;

/**
 * The unit in which emissions are read: tonnes from 1,000 kg on. `of` converts others to it, such as the ends of a
 * band. What is stored stays in kg (R0.4).
 */
export function inReadableMass(kg: number): {
  readonly unit: 'kg' | 't';
  readonly of: (kg: number) => number;
} {
  return Math.abs(kg) >= 1000
    ? { unit: 't', of: (other) => other / 1000 }
    : { unit: 'kg', of: (other) => other };
}

/** Emissions for reading: `946.9 kg`, `13.12 t`. */
export function formatEmissions(kg: number, language: Language): string {
  const { unit, of } = inReadableMass(kg);
  return `${formatAmount(of(kg), language)} ${unit}`;
}

/** A share between 0 and 1 as per cent for reading; what is there but would round to nothing is told as that. */
export function formatShare(share: number, language: Language): string {
  if (share > 0 && share < leastShare / 2)
    return `${language === 'zh-TW' ? '不到' : 'under'} ${formatShare(leastShare, language)}`;
  if (share < 0 && share > -leastShare / 2)
    return `${language === 'zh-TW' ? '負' : 'minus '}${formatShare(-share, language)}`;
  const digits = share !== 0 && Math.abs(share) < 0.1 ? 'percentTenths' : 'percent';
  return formatters[language][digits].format(share);
}

/** A Gregorian year for reading: `113 年` or `2024 年` in Chinese, `2024` (`2024 (ROC 113)`) in English. */
export function formatYear(year: number, language: Language, calendar: Calendar): string {
  const isRoc = calendar === 'roc' && year > 1911;
  if (language === 'zh-TW') return `${isRoc ? year - 1911 : year} 年`;
  return isRoc ? `${year} (ROC ${year - 1911})` : String(year);
}
