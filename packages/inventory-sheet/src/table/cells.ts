import { plainText } from '@slipstream/quantity';
import type { Cell } from '../workbook/workbook.ts';

/** The text of a cell with its ends cut, or null where it is blank or cannot be read. */
export function readText(cell: Cell | undefined): string | null {
  if (cell === undefined || cell.kind === 'error' || cell.kind === 'blank') return null;
  const text = cell.text.trim();
  return text === '' ? null : text;
}

/** A code such as a part number: full-width characters made plain, so that one part is not two. */
export function readCode(cell: Cell | undefined): string | null {
  const text = readText(cell);
  return text === null ? null : plainText(text) || null;
}

const yes = new Set([
  'y',
  'yes',
  'true',
  '1',
  '是',
  '有',
  'v',
  '✓',
  '✔',
  '○',
  'o',
  '●',
  '◎',
  '唯一',
  '獨家',
  '單一',
]);
const no = new Set(['n', 'no', 'false', '0', '否', '無', '非', 'x', '✗', '×', '-']);

/** Yes or no in the ways people mark it; null where it is blank, undefined where it is neither. */
export function readYesNo(cell: Cell | undefined): boolean | null | undefined {
  const text = readCode(cell)?.toLowerCase() ?? null;
  if (text === null) return null;
  return yes.has(text) ? true : no.has(text) ? false : undefined;
}
