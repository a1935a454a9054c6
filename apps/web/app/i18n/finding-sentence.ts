import type { Finding } from '@slipstream/quantity';
import { type Calendar, formatAmount, formatDate } from './format.ts';
import type { Language } from './languages.ts';

/** The text of a key with values filled in, as i18next's `t`. */
type Translate = (key: string, options: Readonly<Record<string, unknown>>) => string;

/** Where the words for a value that is a code are found: by the name of the value. */
const wordsOf: Readonly<Record<string, string>> = {
  stage: 'footprint:stage',
  basis: 'terms:allocationBasis',
  boundary: 'terms:factorBoundary',
  reference: 'terms:factorBoundary',
  other: 'terms:factorBoundary',
  reason: 'terms:factorRejection',
  criterion: 'terms:rankingCriterion',
  horizon: 'terms:targetHorizon',
  tier: 'terms:savingTier',
  role: 'terms:guidanceTeamRole',
  side: 'terms:matchingSide',
  field: 'terms:column',
  unit: 'terms:unit',
  from: 'terms:unit',
  to: 'terms:unit',
  reading: 'terms:unit',
  alternatives: 'terms:unit',
  expected: 'terms:unit',
};

/** The bounds a finding about a value may carry, see `Domain`. */
const bounds = ['min', 'above', 'max', 'below'] as const;

/** Who reads: a translator for the language, and how dates are written. */
export interface Reader {
  readonly translate: Translate;
  readonly language: Language;
  readonly calendar: Calendar;
}

/**
 * The sentence for a finding in the reader's language. Its values are put as a person reads them: codes by their
 * names, dates in the reader's calendar, figures without the last digits of a division, bounds as `allowed`.
 */
export function findingSentence({ code, severity, values }: Finding, reader: Reader): string {
  const shown = Object.entries(values).map(([name, value]) => [name, shownValue(name, value, reader)]);
  const sentence = reader.translate(code, {
    ...Object.fromEntries(shown),
    allowed: allowedRange(values, reader),
    ns: 'findings',
    context: severity,
    keySeparator: false,
  });
  // An amount without its unit leaves a space before the stop.
  return Object.values(values).includes(null) ? sentence.replace(/ (?=[.,，。])/g, '') : sentence;
}

function shownValue(name: string, value: string | number | null, reader: Reader): string {
  if (value === null) return '';
  if (typeof value === 'number') return shownNumber(value, reader.language);
  const words = wordsOf[name];
  if (words) {
    const comma = reader.language === 'zh-TW' ? '、' : ', ';
    return value
      .split(', ')
      .map((part) => word(words, part, reader))
      .join(comma);
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, reader.language, reader.calendar) : value;
}

/** The name of a code; what a person typed is no plain word of a catalog and stays as it is. */
function word(words: string, value: string, { translate }: Reader): string {
  const [ns, group] = words.split(':');
  return /^\w+$/.test(value) ? translate(`${group}.${value}`, { ns, defaultValue: value }) : value;
}

/** Years, rows and counts stay as they are; other figures are rounded for reading. */
function shownNumber(value: number, language: Language): string {
  return Number.isInteger(value) && Math.abs(value) < 10_000 ? String(value) : formatAmount(value, language);
}

function allowedRange(values: Finding['values'], { translate, language }: Reader): string {
  const parts = bounds.flatMap((bound) => {
    const value = values[bound];
    return typeof value === 'number'
      ? [translate(`domain.${bound}`, { ns: 'terms', value: shownNumber(value, language) })]
      : [];
  });
  if (parts.length === 0) return '';
  return language === 'zh-TW' ? `（${parts.join('、')}）` : ` (${parts.join(', ')})`;
}
