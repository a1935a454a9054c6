import { columnLetters } from '../workbook/address.ts';
import type { Cell, Worksheet } from '../workbook/workbook.ts';
import type { ColumnGuess, ColumnMatcher } from './columns.ts';
import { type Header, headerAt, type TableKind } from './headers.ts';
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
 * Finds the tables of a worksheet by their headers: one row, or several with group titles or two languages, see
 * `headerAt`. A header met again further down begins another table.
 */
function findTables<Field extends string>(
  sheet: Worksheet,
  matcher: ColumnMatcher<Field>,
  kind: TableKind<Field>,
): TableBlock<Field>[] {
  const headers: Header<Field>[] = [];
  const rows = sheet.rowNumbers.length;
  const keys = new Set<string>();
  for (let index = 0; index < rows; index++) {
    if (headers.length > 0 ? !keys.has(firstKey(sheet, index)) : index >= headerSearchRows) {
      if (headers.length === 0) break;
      continue;
    }
    const header = headerAt(sheet, index, (headers.at(-1)?.last ?? -1) + 1, matcher, kind);
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

/** Number of the last header row; null where a table has none. */
export function headerRowOf({ headerRows }: Pick<TableBlock<string>, 'headerRows'>): number | null {
  return headerRows.at(-1) ?? null;
}

/**
 * The tables of a worksheet as a person corrected them: what is found by its header keeps its rows and the units in
 * its headers and means what the person says; where a mapping names another header row, it describes the sheet.
 */
export function mappedTables<Field extends string>(
  sheet: Worksheet,
  mappings: readonly ColumnMapping<Field>[],
  matcher: ColumnMatcher<Field>,
  kind: TableKind<Field>,
): TableBlock<Field>[] {
  const tables = findTables(sheet, matcher, kind);
  const isOf = (table: TableBlock<Field>) => (mapping: ColumnMapping<Field>) =>
    mapping.headerRow === headerRowOf(table);
  const described = mappings.find((mapping) => !tables.some((table) => isOf(table)(mapping)));
  if (described) return [mappedTable(sheet, described)];
  return tables.map((table) => {
    const mapping = mappings.find(isOf(table));
    return mapping ? { ...table, columns: corrected(table, mapping) } : table;
  });
}

/** The columns with content as a person set them; what the person does not speak of stays as it was taken. */
function corrected<Field extends string>(
  table: TableBlock<Field>,
  mapping: ColumnMapping<Field>,
): readonly ColumnGuess<Field>[] {
  const fieldOf = fieldsByLetters(mapping);
  return columnsWithContent(table).flatMap((guess) => {
    const field = fieldOf.get(columnLetters(guess.column));
    if (field !== undefined) return { ...guess, field, confidence: field === null ? 0 : 1 };
    return table.columns.includes(guess) ? guess : [];
  });
}

/** The columns of a table, with those nobody gave a header though something stands in them. */
export function columnsWithContent<Field extends string>(
  table: TableBlock<Field>,
): readonly ColumnGuess<Field>[] {
  const known = new Set(table.columns.map(({ column }) => column));
  const others = usedColumns(table.sheet, table.firstIndex, table.endIndex).flatMap((column) =>
    known.has(column) ? [] : { column, header: '', field: null, confidence: 0, hint: null },
  );
  return [...table.columns, ...others].sort((one, other) => one.column - other.column);
}

function fieldsByLetters<Field extends string>({
  columns,
}: ColumnMapping<Field>): ReadonlyMap<string, Field | null> {
  return new Map(
    Object.entries<Field | null>(columns).map(([letters, field]) => [letters.toUpperCase(), field]),
  );
}

/** The table a person described. */
function mappedTable<Field extends string>(
  sheet: Worksheet,
  mapping: ColumnMapping<Field>,
): TableBlock<Field> {
  const header = mapping.headerRow ?? 0;
  const rows = Array.from(sheet.rowNumbers);
  const after = rows.findIndex((row) => row > header);
  const firstIndex = after < 0 ? rows.length : after;
  const fieldOf = fieldsByLetters(mapping);
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
