import type { Finding } from '@slipstream/quantity';
import { plainText } from '@slipstream/quantity';
import type { Cell } from '../workbook/workbook.ts';
import { cellFinding, rowFinding, type TableFindingCode } from './findings.ts';
import type { TableBlock } from './read.ts';

/** Where the cells with content went: `cells = mapped + heading + flagged`, so that nothing is lost in silence. */
export interface CellAccount {
  readonly cells: number;
  /** Cells that became part of a line or of the basic data. */
  readonly mapped: number;
  /** Headers and titles. */
  readonly heading: number;
  /** Cells a finding speaks of: alone, with their row, or with their column. */
  readonly flagged: number;
}

/** A row that was not taken, with the findings' place to show beside it. */
export interface RejectedRow {
  readonly sheet: string;
  readonly row: number;
  readonly code: string;
  /** The row's text as read, cut for showing. */
  readonly text: string;
}

/** Gathers findings up to a number, and what left rows out up to the same number apart, and the account of cells. */
export class TableLog<Code extends string> {
  mapped = 0;
  heading = 0;
  flagged = 0;
  readonly rejected: RejectedRow[] = [];
  readonly #findings: Finding<Code | TableFindingCode>[] = [];
  readonly #limit: number;
  #errors = 0;
  #more = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(finding: Finding<Code | TableFindingCode>): void {
    const isError = finding.severity === 'error';
    // A thousand doubts must not hide why a row was left out.
    const present = isError ? this.#errors : this.#findings.length - this.#errors;
    if (present >= this.#limit) {
      this.#more += 1;
      return;
    }
    this.#findings.push(finding);
    if (isError) this.#errors += 1;
  }

  /** Adds a finding that takes the whole row out. */
  reject(
    sheet: string,
    row: number,
    cells: readonly Cell[],
    finding: Finding<Code | TableFindingCode>,
  ): void {
    this.add(finding);
    const text = cells.map((cell) => plainText(cell.text.slice(0, 60))).join(' | ');
    this.rejected.push({ sheet, row, code: finding.code, text: text.slice(0, 200) });
  }

  findings(): Finding<Code | TableFindingCode>[] {
    if (this.#more === 0) return this.#findings;
    return [
      ...this.#findings,
      { code: 'table.moreFindings', severity: 'warning', path: [], values: { count: this.#more } },
    ];
  }

  account(): CellAccount {
    const { mapped, heading, flagged } = this;
    return { cells: mapped + heading + flagged, mapped, heading, flagged };
  }
}

/** One row of a table, its cells by field. */
export interface TableRow<Field extends string> {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The cell of a field; where it is blank inside a merged range, the cell the range shows. */
  readonly at: (field: Field) => Cell | undefined;
  /** True where `at` gave the cell of a merged range that begins in a row above. */
  readonly isMerged: (field: Field) => boolean;
  /** The column of a field counted from 1, or the first of the table where it has none. */
  readonly columnOf: (field: Field) => number;
}

const totalRow = /^(?:合計|小計|總計|總和|加總|總量|total|sub-?total|grand total|sum)(?:$|[\s:：(（])/i;

/**
 * Hands each row of a table to `take`, which says whether it took it; a refused row must have brought a finding.
 * A row that `isSection` knows as the title of the rows below it counts as heading. Total rows, rows outside the columns and columns nobody uses are flagged here, and every cell is accounted for.
 */
export function walkRows<Field extends string, Code extends string>(
  block: TableBlock<Field>,
  log: TableLog<Code>,
  take: (row: TableRow<Field>) => boolean,
  isSection: (cells: readonly Cell[]) => boolean = () => false,
): void {
  const { sheet } = block;
  const fieldOf: (Field | null)[] = [];
  const columnOf = new Map<Field, number>();
  for (const { column, field } of block.columns) {
    fieldOf[column] = field;
    if (field) columnOf.set(field, column);
  }
  const firstColumn = block.columns[0]?.column ?? 1;
  const unused = new Map<number, number>();
  const merges = tallMerges(block);
  let cells: readonly Cell[] = [];
  const byColumn: (Cell | undefined)[] = [];
  const at = (field: Field): Cell | undefined => {
    const column = columnOf.get(field);
    if (column === undefined) return undefined;
    return byColumn[column] ?? merges?.(cells[0]?.row ?? 0, column);
  };
  const row = {
    row: 0,
    cells,
    at,
    isMerged: (field: Field) => {
      const column = columnOf.get(field);
      return column !== undefined && byColumn[column] === undefined && at(field) !== undefined;
    },
    columnOf: (field: Field) => columnOf.get(field) ?? firstColumn,
  };
  for (let index = block.firstIndex; index < block.endIndex; index++) {
    cells = sheet.cellsOfRow(index);
    for (const cell of cells) byColumn[cell.column] = cell;
    row.row = sheet.rowNumbers[index] ?? 0;
    row.cells = cells;
    const known = cells.reduce((count, { column }) => count + (fieldOf[column] ? 1 : 0), 0);
    if (isSection(cells)) log.heading += cells.length;
    else if (known === 0) {
      log.flagged += cells.length;
      log.add(rowFinding('table.rowOutsideTable', 'warning', sheet.name, row.row, { found: shown(cells) }));
    } else if (isTotal(cells)) {
      log.flagged += cells.length;
      log.add(rowFinding('table.totalRow', 'warning', sheet.name, row.row, { found: shown(cells) }));
    } else if (take(row)) {
      log.mapped += known;
      log.flagged += cells.length - known;
      if (known < cells.length)
        for (const { column } of cells)
          if (!fieldOf[column]) unused.set(column, (unused.get(column) ?? 0) + 1);
    } else log.flagged += cells.length;
    for (const cell of cells) byColumn[cell.column] = undefined;
  }
  for (const [column, count] of unused) {
    const header = block.columns.find((guess) => guess.column === column)?.header ?? '';
    const place = block.headerRows.at(-1) ?? sheet.rowNumbers[block.firstIndex] ?? 1;
    log.add(cellFinding('table.columnNotUsed', 'warning', sheet.name, place, column, { header, count }));
  }
}

/** Counts the cells of a header and says which columns were taken on less than their name. */
export function logHeader<Field extends string, Code extends string>(
  block: TableBlock<Field>,
  log: TableLog<Code>,
): void {
  const { sheet } = block;
  for (let index = block.firstIndex - block.headerRows.length; index < block.firstIndex; index++)
    log.heading += sheet.cellsOfRow(index).length;
  const row = block.headerRows.at(-1);
  if (row === undefined) {
    const first = sheet.rowNumbers[block.firstIndex] ?? 1;
    log.add(rowFinding('table.headerMissing', 'question', sheet.name, first));
    return;
  }
  for (const { column, field, header, confidence } of block.columns)
    if (field && confidence < 0.8)
      log.add(cellFinding('table.columnGuessed', 'question', sheet.name, row, column, { header, field }));
}

function shown(cells: readonly Cell[]): string {
  return cells
    .map((cell) => plainText(cell.text.slice(0, 60)))
    .join(' | ')
    .slice(0, 120);
}

/** A row of sums: its first text says so, and it names nothing else in words. */
function isTotal(cells: readonly Cell[]): boolean {
  const first = cells[0];
  if (first === undefined || first.kind !== 'text' || first.text.length > 30) return false;
  return totalRow.test(plainText(first.text)) && cells.filter((cell) => cell.kind === 'text').length <= 2;
}

/** Finds, for a place inside a merged range of several rows, the cell that the range shows. */
function tallMerges(
  block: TableBlock<string>,
): ((row: number, column: number) => Cell | undefined) | undefined {
  const { sheet } = block;
  const byColumn = new Map<number, { first: number; last: number; cell: Cell | undefined }[]>();
  for (const merge of sheet.merges) {
    if (merge.lastRow === merge.firstRow || merge.lastColumn !== merge.firstColumn) continue;
    if (merge.lastRow - merge.firstRow > 5000) continue;
    const list = byColumn.get(merge.firstColumn) ?? [];
    list.push({
      first: merge.firstRow,
      last: merge.lastRow,
      cell: sheet.cellAt(merge.firstRow, merge.firstColumn),
    });
    byColumn.set(merge.firstColumn, list);
  }
  if (byColumn.size === 0) return undefined;
  return (row, column) => byColumn.get(column)?.find(({ first, last }) => first < row && row <= last)?.cell;
}
