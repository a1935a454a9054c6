import { columnLetters } from '../workbook/address.ts';
import type { Cell, Worksheet } from '../workbook/workbook.ts';
import type { ColumnGuess, ColumnMatcher, HeaderText } from './columns.ts';
import { comparisonKey } from './plain.ts';
import { remember } from './remember.ts';

/** One table of a worksheet: its header, what its columns are, and where its rows lie. */
export interface TableBlock<Field extends string> {
  readonly sheet: Worksheet;
  /** Numbers of the header's rows; none where the table has no header. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnGuess<Field>[];
  /** Rows between the table before, or the top, and this header: titles, notes. */
  readonly above: readonly Cell[][];
  /** Indexes in `rowNumbers` of its first row and of the row after its last. */
  readonly firstIndex: number;
  readonly endIndex: number;
}

/** A mapping of columns set by a person: column letters to fields, null for "not used". */
export interface ColumnMapping<Field extends string> {
  readonly sheet: string;
  /** Number of the last header row; null where the rows begin at the top. */
  readonly headerRow: number | null;
  readonly columns: Readonly<Record<string, Field | null>>;
}

const headerSearchRows = 80;
const keyOf = remember(comparisonKey);

/**
 * Finds the tables of a worksheet by their headers: one row, or two with merged group titles. A header met again
 * further down begins another table. `enough` says whether matched fields make a table.
 */
export function findTables<Field extends string>(
  sheet: Worksheet,
  matcher: ColumnMatcher<Field>,
  enough: (fields: ReadonlySet<Field>) => boolean,
): TableBlock<Field>[] {
  const headers: { first: number; last: number; columns: ColumnGuess<Field>[] }[] = [];
  const rows = sheet.rowNumbers.length;
  const keys = new Set<string>();
  for (let index = 0; index < rows; index++) {
    if (headers.length > 0 ? !keys.has(firstKey(sheet, index)) : index >= headerSearchRows) {
      if (headers.length === 0) break;
      continue;
    }
    const header = headerAt(sheet, index, matcher, enough);
    if (!header) continue;
    headers.push(header);
    keys.add(firstKey(sheet, index));
    index = header.last;
  }
  return headers.map(({ first, last, columns }, at) => {
    const from = at === 0 ? 0 : titleStart(sheet, headers[at - 1]?.last ?? 0, first);
    const next = headers[at + 1];
    return {
      sheet,
      headerRows: Array.from(sheet.rowNumbers.subarray(first, last + 1)),
      columns,
      above: Array.from({ length: first - from }, (_, offset) => sheet.cellsOfRow(from + offset)),
      firstIndex: last + 1,
      endIndex: next ? titleStart(sheet, last, next.first) : rows,
    };
  });
}

/** The table a person described. */
export function mappedTable<Field extends string>(
  sheet: Worksheet,
  mapping: ColumnMapping<Field>,
): TableBlock<Field> {
  const header = mapping.headerRow ?? 0;
  const rows = Array.from(sheet.rowNumbers);
  const after = rows.findIndex((row) => row > header);
  const firstIndex = after < 0 ? rows.length : after;
  const fieldOf = new Map(
    Object.entries<Field | null>(mapping.columns).map(([letters, field]) => [letters.toUpperCase(), field]),
  );
  const headerIndex = rows.indexOf(header);
  const texts = new Map(
    headerIndex < 0 ? [] : sheet.cellsOfRow(headerIndex).map((cell) => [cell.column, cell.text] as const),
  );
  return {
    sheet,
    headerRows: headerIndex < 0 ? [] : [header],
    columns: usedColumns(sheet, firstIndex, rows.length).map((column) => {
      const field = fieldOf.get(columnLetters(column)) ?? null;
      return { column, header: texts.get(column) ?? '', field, confidence: field ? 1 : 0, hint: null };
    }),
    above: Array.from({ length: Math.max(0, headerIndex < 0 ? firstIndex : headerIndex) }, (_, index) =>
      sheet.cellsOfRow(index),
    ),
    firstIndex,
    endIndex: rows.length,
  };
}

/** Numbers of the columns with content between two row indexes. */
export function usedColumns(sheet: Worksheet, firstIndex: number, endIndex: number): number[] {
  const used = new Set<number>();
  for (let index = firstIndex; index < endIndex; index++)
    for (const cell of sheet.cellsOfRow(index)) used.add(cell.column);
  return [...used].sort((left, right) => left - right);
}

/** Titles directly above a further header belong to it: at most three rows with no more than three cells. */
function titleStart(sheet: Worksheet, floor: number, header: number): number {
  let start = header;
  while (start - 1 > floor && header - start < 3) {
    const cells = sheet.cellsOfRow(start - 1);
    const gap = (sheet.rowNumbers[start] ?? 0) - (sheet.rowNumbers[start - 1] ?? 0);
    if (cells.length > 3 || (gap > 1 && start < header)) break;
    if (cells.some((cell) => cell.kind === 'number' && cells.length > 2)) break;
    start -= 1;
  }
  return start;
}

function firstKey(sheet: Worksheet, index: number): string {
  const first = sheet.firstCellOfRow(index);
  return first.kind === 'text' ? keyOf(first.text) : '';
}

function headerAt<Field extends string>(
  sheet: Worksheet,
  index: number,
  matcher: ColumnMatcher<Field>,
  enough: (fields: ReadonlySet<Field>) => boolean,
) {
  const cells = sheet.cellsOfRow(index);
  if (!isHeaderLike(cells)) return null;
  const single = matcher.match(cells.map(({ column, text }) => ({ column, text, upper: '' })));
  const singleStrength = strength(single);
  const below = index + 1 < sheet.rowNumbers.length ? sheet.cellsOfRow(index + 1) : [];
  const adjacent = sheet.rowNumbers[index + 1] === (sheet.rowNumbers[index] ?? 0) + 1;
  if (adjacent && isHeaderLike(below)) {
    const joined = matcher.match(joinHeaderRows(sheet, cells, below));
    const belowAlone = matcher.match(below.map(({ column, text }) => ({ column, text, upper: '' })));
    const isStronger = strength(joined) > Math.max(singleStrength, strength(belowAlone)) + 0.5;
    const knowsMore =
      hasTallCell(sheet, index) &&
      fieldsOf(joined).size > Math.max(fieldsOf(single).size, fieldsOf(belowAlone).size);
    if ((isStronger || knowsMore) && enough(fieldsOf(joined)))
      return { first: index, last: index + 1, columns: joined };
    if (strength(belowAlone) > singleStrength + 0.5) return null;
  }
  return enough(fieldsOf(single)) ? { first: index, last: index, columns: single } : null;
}

/** True where a cell of the row is merged with the one below, as headers beside group titles are. */
function hasTallCell(sheet: Worksheet, index: number): boolean {
  const row = sheet.rowNumbers[index] ?? 0;
  return sheet.merges.some(({ firstRow, lastRow }) => firstRow === row && lastRow === row + 1);
}

/** A header is text: at most one cell in five may hold something else (a year). */
function isHeaderLike(cells: readonly Cell[]): boolean {
  const others = cells.filter((cell) => cell.kind !== 'text' || cell.text.length > 200).length;
  return cells.length >= 2 && others * 5 <= cells.length;
}

function strength(columns: readonly ColumnGuess<string>[]): number {
  return columns.reduce((sum, { confidence }) => sum + confidence, 0);
}

function fieldsOf<Field extends string>(columns: readonly ColumnGuess<Field>[]): Set<Field> {
  return new Set(columns.flatMap(({ field, confidence }) => (field && confidence >= 0.6 ? [field] : [])));
}

/** Two header rows column by column; a merged group title stands above each column it spans. */
function joinHeaderRows(sheet: Worksheet, upper: readonly Cell[], lower: readonly Cell[]): HeaderText[] {
  const row = upper[0]?.row ?? 0;
  const above = new Map<number, string>();
  for (const cell of upper) {
    const merge = sheet.merges.find(
      ({ firstRow, firstColumn }) => firstRow === cell.row && firstColumn === cell.column,
    );
    const last = Math.min(merge?.lastColumn ?? cell.column, cell.column + 60);
    for (let column = cell.column; column <= last; column++) above.set(column, cell.text);
  }
  const columns = new Set([...upper.map(({ column }) => column), ...lower.map(({ column }) => column)]);
  const below = new Map(lower.map((cell) => [cell.column, cell.text]));
  const bothRows = sheet.merges.filter(({ firstRow, lastRow }) => firstRow === row && lastRow > row);
  return [...columns]
    .sort((left, right) => left - right)
    .map((column) => {
      const text = below.get(column);
      const title = above.get(column) ?? '';
      const tall = bothRows.some(
        ({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn,
      );
      if (text === undefined || tall) return { column, text: title, upper: '' };
      return { column, text, upper: title };
    });
}
