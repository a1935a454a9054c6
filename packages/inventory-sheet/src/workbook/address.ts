/** Column letters of a column number counted from 1: 1 is `A`, 28 is `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The A1 address of a cell; row and column are counted from 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A rectangle of cells, both corners included, counted from 1. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

const address = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/;

/** Row and column of an A1 address, or null where it is none. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | null {
  const match = address.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row <= 1_048_576 && column <= 16_384 ? { row, column } : null;
}

/** The rectangle that `A1:C3` or `A1` names, or null where it names none. */
export function parseRange(text: string): CellRange | null {
  const [first = '', last = first, ...rest] = text.split(':');
  const start = parseAddress(first);
  const end = parseAddress(last);
  if (!start || !end || rest.length > 0) return null;
  return {
    firstRow: Math.min(start.row, end.row),
    firstColumn: Math.min(start.column, end.column),
    lastRow: Math.max(start.row, end.row),
    lastColumn: Math.max(start.column, end.column),
  };
}
