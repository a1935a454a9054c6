import type { Cell, Worksheet } from '../workbook/workbook.ts';
import type { ColumnGuess, ColumnMatcher, HeaderText } from './columns.ts';

/** What makes a table of one kind. */
export interface TableKind<Field extends string> {
  /** Whether matched fields make a table. */
  readonly isEnough: (fields: ReadonlySet<Field>) => boolean;
  /** Whether a row above a table says something of its own, such as `產品名稱：鋁輪圈`, and titles no columns. */
  readonly isTitle: (cells: readonly Cell[]) => boolean;
}

/** A header: indexes of its first and last row in `rowNumbers`, and what its columns are. */
export interface Header<Field extends string> {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly ColumnGuess<Field>[];
}

/**
 * The header that begins at a row or, where titles of groups stand above it, ends there; null where none does. It has
 * one row, or two: the second says what the columns of a group are, or says the same in another language. `floor` is
 * the first row that no table before has.
 */
export function headerAt<Field extends string>(
  sheet: Worksheet,
  index: number,
  floor: number,
  matcher: ColumnMatcher<Field>,
  kind: TableKind<Field>,
): Header<Field> | null {
  const cells = sheet.cellsOfRow(index);
  if (!isHeaderLike(cells)) return null;
  const single = matchRow(matcher, cells);
  const below = rowBelow(sheet, index);
  let found: Header<Field> | null = kind.isEnough(fieldsOf(single))
    ? { first: index, last: index, columns: single }
    : null;
  if (isHeaderLike(below)) {
    const joined = matcher.match(joinHeaderRows(sheet, cells, below));
    const belowAlone = matchRow(matcher, below);
    const most = Math.max(strength(single), strength(belowAlone));
    const further = matchRow(matcher, rowBelow(sheet, index + 1));
    // The row after these two knows more: the first titles groups of what follows.
    if (strength(further) > Math.max(most, strength(joined)) + 0.5) return null;
    const knowsMore =
      hasTallCell(sheet, index) &&
      fieldsOf(joined).size > Math.max(fieldsOf(single).size, fieldsOf(belowAlone).size);
    if ((strength(joined) > most + 0.5 || knowsMore) && kind.isEnough(fieldsOf(joined)))
      found = { first: index, last: index + 1, columns: joined };
    else if (found && saysTheSame(single, belowAlone))
      found = { first: index, last: index + 1, columns: inTwoLanguages(single, belowAlone) };
    else if (strength(belowAlone) > strength(single) + 0.5) return null;
  }
  return found && withGroups(sheet, found, floor, matcher, kind);
}

function matchRow<Field extends string>(matcher: ColumnMatcher<Field>, cells: readonly Cell[]) {
  return isHeaderLike(cells)
    ? matcher.match(cells.map(({ column, text }) => ({ column, text, upper: '' })))
    : [];
}

function rowBelow(sheet: Worksheet, index: number): readonly Cell[] {
  const isAdjacent = sheet.rowNumbers[index + 1] === (sheet.rowNumbers[index] ?? 0) + 1;
  return isAdjacent ? sheet.cellsOfRow(index + 1) : [];
}

/** Takes the row of group titles above a header into it; what its columns are is told by both, where that tells more. */
function withGroups<Field extends string>(
  sheet: Worksheet,
  header: Header<Field>,
  floor: number,
  matcher: ColumnMatcher<Field>,
  kind: TableKind<Field>,
): Header<Field> {
  const { first, last, columns } = header;
  const isAdjacent = sheet.rowNumbers[first - 1] === (sheet.rowNumbers[first] ?? 0) - 1;
  if (first - 1 < floor || !isAdjacent) return header;
  const upper = sheet.cellsOfRow(first - 1);
  const lower = sheet.cellsOfRow(first);
  if (kind.isTitle(upper) || !isGroupRow(sheet, upper, lower, matcher)) return header;
  const grouped = { first: first - 1, last, columns };
  if (first !== last) return grouped;
  const joined = matcher.match(joinHeaderRows(sheet, upper, lower));
  const [before, after] = [fieldsOf(columns), fieldsOf(joined)];
  if ([...before].every((field) => after.has(field))) return { ...grouped, columns: joined };
  // Together they would tell less: the group is shown with its columns and decides nothing.
  const shown = new Map(joined.map((guess) => [guess.column, guess.header]));
  return {
    ...grouped,
    columns: columns.map((guess) => ({ ...guess, header: shown.get(guess.column) ?? guess.header })),
  };
}

/**
 * Whether the cells of a row are titles of groups of the columns below: short words, at least one of them over several
 * columns, as merged cells or, where merges were lost, by the blanks behind a word that is known. A single title counts
 * only where it tells what a column is.
 */
function isGroupRow<Field extends string>(
  sheet: Worksheet,
  upper: readonly Cell[],
  lower: readonly Cell[],
  matcher: ColumnMatcher<Field>,
): boolean {
  const isWord = ({ kind, text }: Cell) => kind === 'text' && text.length <= 20 && !/[:：]|\d{3}/.test(text);
  if (upper.length === 0 || upper.length >= lower.length || !upper.every(isWord)) return false;
  const from = lower[0]?.column ?? 0;
  const to = lower.at(-1)?.column ?? 0;
  const isOver = ({ column }: Cell) => column >= from && column <= to;
  if (!upper.every(isOver)) return false;
  const isMerged = upper.some((cell) => {
    const last = mergeAt(sheet, cell)?.lastColumn ?? cell.column;
    return last > cell.column && !(cell.column === from && last >= to);
  });
  const [only] = upper;
  if (upper.length === 1 && only) {
    const joined = fieldsOf(matcher.match(joinHeaderRows(sheet, upper, lower)));
    const alone = fieldsOf(matchRow(matcher, lower));
    return isMerged && joined.size > alone.size;
  }
  return isMerged || upper.every(({ text }) => matcher.knows(text));
}

/** Whether a second row says in another language what the first says: at least two columns, and none otherwise. */
function saysTheSame(one: readonly ColumnGuess<string>[], other: readonly ColumnGuess<string>[]): boolean {
  const fields = new Map(
    one.map(({ column, field, confidence }) => [column, confidence >= 0.8 ? field : null]),
  );
  const known = other.filter(({ field, confidence }) => field !== null && confidence >= 0.8);
  const alike = known.filter(({ column, field }) => fields.get(column) === field);
  return alike.length >= 2 && alike.length * 4 >= known.length * 3 && known.length * 2 > other.length;
}

/** The columns of a header in two languages: what either row says, the first where they differ. */
function inTwoLanguages<Field extends string>(
  one: readonly ColumnGuess<Field>[],
  other: readonly ColumnGuess<Field>[],
): readonly ColumnGuess<Field>[] {
  const second = new Map(other.map((guess) => [guess.column, guess]));
  const taken = new Set(one.flatMap(({ field }) => field ?? []));
  const columns = new Set(one.map(({ column }) => column));
  const both = one.map((guess) => {
    const below = second.get(guess.column);
    if (!below) return guess;
    const header = `${guess.header} ${below.header}`;
    const hint = guess.hint ?? below.hint;
    const isNews = guess.field === null && below.field !== null && !taken.has(below.field);
    return isNews ? { ...below, header, hint } : { ...guess, header, hint };
  });
  const further = other.filter(
    ({ column, field }) => !columns.has(column) && (field === null || !taken.has(field)),
  );
  return [...both, ...further].sort((left, right) => left.column - right.column);
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
  // Where merges were lost a title still stands above the first of its columns, with blanks behind it.
  const isUnmerged = upper.length < lower.length && upper.every((cell) => !mergeAt(sheet, cell));
  const endOfGroup = ({ column }: Cell) =>
    (upper.find((next) => next.column > column)?.column ?? (lower.at(-1)?.column ?? column) + 1) - 1;
  for (const cell of upper) {
    const end = mergeAt(sheet, cell)?.lastColumn ?? (isUnmerged ? endOfGroup(cell) : cell.column);
    const last = Math.min(end, cell.column + 60);
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

function mergeAt(sheet: Worksheet, { row, column }: Cell) {
  return sheet.merges.find(({ firstRow, firstColumn }) => firstRow === row && firstColumn === column);
}
