import { plainText } from '@slipstream/quantity';
import type { Cell } from '../workbook/workbook.ts';
import { readUnit } from './unit.ts';

/** A number as a person typed it and as it is read. */
export interface TypedAmount {
  readonly typed: string;
  readonly value: number;
}

/** What an amount cell turned out to be. `absent` is blank or a mark for "not known": never zero. */
export type AmountReading =
  | { readonly kind: 'amount'; readonly amount: TypedAmount; readonly unit: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly typed: string };

const absentMarks = new Set([
  '',
  '-',
  '--',
  '/',
  'n/a',
  'na',
  'nil',
  'none',
  'tbd',
  '無',
  '不適用',
  '未知',
  '不明',
  '不詳',
  '待補',
  '待確認',
  '?',
]);
const number =
  /^([+-]?)(?:(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|(\.\d+))(?:e([+-]?\d{1,3})|[x×*]10\^?([+-]?\d{1,3}))?/i;

/**
 * Reads an amount: a number cell, or text with full-width digits, thousands separators, a currency mark before or
 * a unit behind it (`１，２００ kg`). `1,5` and `1.234,5` are not guessed at, nor `約3`, `3~5` or `三`.
 */
export function readAmount(cell: Cell | undefined): AmountReading {
  if (cell === undefined) return { kind: 'absent' };
  if (cell.number !== null)
    return {
      kind: 'amount',
      amount: { typed: cell.text, value: cell.number },
      unit: cell.kind === 'percent' ? '%' : null,
    };
  if (cell.kind === 'blank') return cell.formula ? { kind: 'unreadable', typed: '' } : { kind: 'absent' };
  if (cell.kind !== 'text') return { kind: 'unreadable', typed: cell.text };
  return readAmountText(cell.text);
}

/** {@link readAmount} of a text that stands in no cell of its own. */
export function readAmountText(typed: string): AmountReading {
  const text = plainText(typed);
  if (absentMarks.has(text.toLowerCase())) return { kind: 'absent' };
  const bare = text.replace(/^(?:nt\$|us\$|twd|usd|\$|¥)\s*/i, '');
  const compact = bare.replace(/(\d)\s*([x×])\s*10/i, '$1$210');
  const match = number.exec(compact);
  if (!match) return { kind: 'unreadable', typed };
  const rest = compact.slice(match[0].length).trim();
  if (rest !== '' && !isUnitLike(rest)) return { kind: 'unreadable', typed };
  const whole = (match[2] ?? '').replaceAll(',', '');
  const exponent = match[5] ?? match[6];
  const value = Number(`${match[1]}${whole}${match[3] ?? match[4] ?? ''}${exponent ? `e${exponent}` : ''}`);
  if (!Number.isFinite(value)) return { kind: 'unreadable', typed };
  return {
    kind: 'amount',
    amount: { typed, value: Object.is(value, -0) ? 0 : value },
    unit: rest === '' ? null : rest,
  };
}

/** What may stand behind a number: per cent, a unit, or a word that could be one; never more digits or a range. */
function isUnitLike(rest: string): boolean {
  if (rest === '%' || readUnit(rest.split('/')[0] ?? '') !== null) return true;
  return rest.length <= 20 && /^\p{Letter}[\p{Letter} .]*$/u.test(rest) && !/^[至到]/.test(rest);
}

/** True where the unit behind a number is another than the unit the row states for it. */
export function contradicts(behindNumber: string | null, stated: string | null): boolean {
  if (behindNumber === null || stated === null || behindNumber === '%') return false;
  const unit = (text: string) => readUnit(text) ?? readUnit(text.split(/[/／]/)[0] ?? '') ?? plainText(text);
  return unit(behindNumber) !== unit(stated);
}
