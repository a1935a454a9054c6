import { accept, errorAt, type Finding, questionAt, type Result, refuse, warningAt } from '../finding.ts';
import { plainText } from '../text.ts';
import { parseFactorUnit, parseUnit } from '../unit/read.ts';
import { placePoint } from './decimal.ts';

/** Why the text of an amount is refused, or what it is to be read with. */
export const amountFindingCodes = [
  'amount.unreadable',
  'amount.ambiguousSeparator',
  'amount.range',
  'amount.bound',
  'amount.spreadsheetError',
  'amount.outOfRange',
  'amount.approximate',
  'amount.negativeInBrackets',
] as const;
export type AmountFindingCode = (typeof amountFindingCodes)[number];

/** What a cell can say: a number, nothing at all, that there is none to give, or that it is not known. */
export const amountKinds = ['measured', 'absent', 'notApplicable', 'notKnown'] as const;
export type AmountKind = (typeof amountKinds)[number];

/** An amount as typed, with its exact decimal value. */
export interface MeasuredAmount {
  readonly kind: 'measured';
  /** The text to the character, so that it can be given back. */
  readonly typed: string;
  readonly value: number;
  /** The exact value as plain decimal text, places kept: `1,234.50` is `1234.50`, `1.67E-5` is `0.0000167`. */
  readonly decimal: string;
  /** Places after the point of `decimal`. */
  readonly decimals: number;
  /** The text of the unit (`千度`, `kgCO2e/kWh`, `%`), null without one. A percentage is not divided by 100. */
  readonly unit: string | null;
  /** What follows the unit, brackets and all; null if nothing does. */
  readonly note: string | null;
}

/** What was read from a cell. A blank is never zero. */
export type ParsedAmount =
  | MeasuredAmount
  | { readonly kind: Exclude<AmountKind, 'measured'>; readonly typed: string };

const notApplicable = /^(?:-+|\/|n\/?a|n\. ?a\.?|not applicable|none|nil|不適用|無|無此項|無須填寫|免填)$/i;
const notKnown =
  /^(?:\?+|未知|不明|不詳|不知道|無法取得|無資料|待確認|待補|unknown|not known|no data|tbd|tbc)$/i;
const spreadsheetError = /^#(?:n\/a|div\/0!|ref!|value!|name\?|num!|null!|spill!)$/i;

const digits = String.raw`(?:[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+)(?!\d)|\d+)`;
const number = new RegExp(
  String.raw`^([+-]?) ?(${digits}(?:\.\d*)?|\.\d+)(?:e([+-]?\d+)| ?[x×*] ?10(?:\^([+-]?\d+)|([+-]\d+)))?(?![\d.,']*\d)`,
  'i',
);
const rangeMark = /^ ?(?:-|~|至|到|to )/i;
const operator = /^(?:x ?\d|[×*/+=])/i;
const bound = /^(?:[<>≤≥≦≧]|小於|大於|低於|高於|至少|最多|不超過)|(?:以上|以下|以內)$/;
const approximate = /^(?:約|大約|~|≈|≒|approx\.?|about|ca\.?|circa) ?/i;
const magnitudes: Readonly<Record<string, number>> = { 億: 8, 千萬: 7, 百萬: 6, 萬: 4 };

/** Beyond this exponent no double holds the value. */
const largestExponent = 400;
const longestText = 200;

/**
 * Reads an amount as people type it or a spreadsheet holds it: full-width digits, thousands separators (`1,234.5`,
 * `1 234`, `１，２３４`), `1.67E-5`, `1.67×10^-5`, `12.5 %`, `12.5 千度`, `(1,234)` for a negative, `1.2萬度`, `約 500 公斤(估計)`.
 * Keeps what was typed and the exact decimal.
 *
 * Empty is `absent`; `N/A`, `不適用`, `-` and 無 are `notApplicable`; 未知 and `?` are `notKnown`: never zero.
 * Warns of `amount.approximate`; asks about a negative in brackets.
 * Refuses (`amount.ambiguousSeparator`) `1.234,5`, `1,5` and the like, ranges, bounds such as `<5`, spreadsheet errors,
 * numbers a double cannot hold, and all else. A caller that expects a bare number checks that `unit` is null.
 */
export function parseAmount(
  typed: string | number | null | undefined,
): Result<ParsedAmount, AmountFindingCode> {
  if (typed === null || typed === undefined) return accept({ kind: 'absent', typed: '' });
  const original = String(typed);
  const text = plainText(original.replace(/10[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (power) => `10^${power.slice(2)}`));
  const fault = (code: AmountFindingCode) => refuse(errorAt(code, [], { typed: original }));
  if (text === '') return accept({ kind: 'absent', typed: original });
  if (notApplicable.test(text)) return accept({ kind: 'notApplicable', typed: original });
  if (notKnown.test(text)) return accept({ kind: 'notKnown', typed: original });
  if (spreadsheetError.test(text)) return fault('amount.spreadsheetError');
  if (text.length > longestText) return fault('amount.unreadable');
  if (bound.test(text)) return fault('amount.bound');

  const findings: Finding<AmountFindingCode>[] = [];
  const exact = text.replace(approximate, '');
  if (exact !== text) findings.push(warningAt('amount.approximate', [], { typed: original }));
  const bracketed = /^\(([^()-]+)\)(.*)$/.exec(exact);
  if (bracketed) findings.push(questionAt('amount.negativeInBrackets', [], { typed: original }));
  const body = bracketed ? `-${bracketed[1]}${bracketed[2]}` : exact;

  const match = number.exec(body);
  if (!match) return fault(codeOfUnreadable(body));
  const rest = body.slice(match[0].length);
  if (rangeMark.test(rest) && /\d/.test(rest)) return fault('amount.range');
  const suffix = readSuffix(rest.trim());
  if (!suffix) return fault(/^ \d/.test(rest) ? 'amount.ambiguousSeparator' : 'amount.unreadable');
  if (suffix.note !== null && rangeMark.test(suffix.note) && /\d/.test(suffix.note))
    return fault('amount.range');
  if (suffix.note !== null && operator.test(suffix.note)) return fault('amount.unreadable');
  const typedExponent = Number(match[3] ?? match[4] ?? match[5] ?? 0);
  const decimal = plainDecimal(match[1] ?? '', match[2] ?? '', typedExponent + suffix.exponent);
  const value = Number(decimal);
  if (decimal === null || !Number.isFinite(value) || (value === 0 && /[1-9]/.test(match[2] ?? ''))) {
    return fault('amount.outOfRange');
  }
  return accept(
    {
      kind: 'measured',
      typed: original,
      value,
      decimal,
      decimals: decimal.split('.')[1]?.length ?? 0,
      unit: suffix.unit,
      note: suffix.note,
    },
    findings,
  );
}

/** Sign, grouped digits and a power of ten as plain decimal text; null if no double is that large or small. */
function plainDecimal(sign: string, grouped: string, exponent: number): string | null {
  if (Math.abs(exponent) > largestExponent) return null;
  const [whole = '', fraction = ''] = grouped.replace(/[, ']/g, '').split('.');
  const decimals = Math.max(0, fraction.length - exponent);
  const shift = Math.max(0, exponent - fraction.length);
  const text = placePoint(`${whole}${fraction}${'0'.repeat(shift)}`, decimals);
  return sign === '-' && /[1-9]/.test(text) ? `-${text}` : text;
}

interface Suffix {
  readonly exponent: number;
  readonly unit: string | null;
  readonly note: string | null;
}

/** Splits what follows the number into magnitude (萬), unit and note; undefined if it can be neither. */
function readSuffix(text: string): Suffix | undefined {
  const split = splitUnit(text);
  if (split?.known) return { exponent: 0, unit: split.unit, note: split.note };
  for (const [magnitude, exponent] of Object.entries(magnitudes)) {
    if (!text.startsWith(magnitude)) continue;
    const split = splitUnit(text.slice(magnitude.length).trim());
    return split && { exponent, unit: split.unit, note: split.note };
  }
  return split && { exponent: 0, unit: split.unit, note: split.note };
}

const noteMark = /^(?:[([{※]|[,;。] ?(?!\d))/;

interface UnitAndNote {
  readonly unit: string | null;
  readonly note: string | null;
  readonly known: boolean;
}

/** The longest run of words that is a known unit, else all up to a bracket; the remainder is a note. */
function splitUnit(text: string): UnitAndNote | undefined {
  if (text === '') return { unit: null, note: null, known: true };
  if (noteMark.test(text)) return { unit: null, note: text, known: true };
  const ends = [...text.matchAll(/ |(?=[(,;。※[{])|$/g)].map(({ index }) => index).reverse();
  const end = ends.find((candidate) => isUnitText(text.slice(0, candidate)));
  if (end === undefined && (!/^[\p{L}%°$¥€]/u.test(text) || /^x ?\d/i.test(text))) return undefined;
  const bracket = text.search(/[(,;。※[{]|$/);
  const cut = end ?? bracket;
  return { unit: text.slice(0, cut).trim(), note: text.slice(cut).trim() || null, known: end !== undefined };
}

/** Whether a text names a unit, 度 of whatever medium included. */
function isUnitText(text: string): boolean {
  if (!/[\p{L}\p{N}%)]$/u.test(text)) return false;
  return text === '%' || parseUnit(text, 'electricity').ok || parseFactorUnit(text, 'electricity').ok;
}

function codeOfUnreadable(body: string): AmountFindingCode {
  return /^[+-]?[\d.,' ]*\d/.test(body) ? 'amount.ambiguousSeparator' : 'amount.unreadable';
}
