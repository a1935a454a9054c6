import type { CellRange } from './address.ts';

/** What a cell can hold. `date` is an ISO date or date with time, `percent` a number shown with a per-cent sign. */
export const cellKinds = ['blank', 'text', 'number', 'percent', 'date', 'boolean', 'error'] as const;
export type CellKind = (typeof cellKinds)[number];

/** One cell with content. Rows and columns are counted from 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  /** The text; the number in shortest form (`0.1`); an ISO date; `TRUE` or `FALSE`; the error (`#N/A`). */
  readonly text: string;
  /** The number of `number` and `percent` (0.5 for 50 %), else null. */
  readonly number: number | null;
  /** The value is what a formula gave when the file was last saved. */
  readonly formula: boolean;
}

/** Closed set of ways a worksheet can be hidden. */
export const sheetStates = ['visible', 'hidden', 'veryHidden'] as const;
export type SheetState = (typeof sheetStates)[number];

/** Cells of one worksheet in reading order, row by row, kept in columns of numbers rather than objects. */
export interface Worksheet {
  readonly name: string;
  readonly state: SheetState;
  readonly cellCount: number;
  readonly merges: readonly CellRange[];
  /** Numbers of the rows that hold cells, rising. */
  readonly rowNumbers: Uint32Array;
  /** The leftmost cell of the row at an index of `rowNumbers`. */
  readonly firstCellOfRow: (index: number) => Cell;
  /** The cells of the row at an index of `rowNumbers`, from left to right. */
  readonly cellsOfRow: (index: number) => Cell[];
  /** The cell at a place, or undefined where the sheet has none. */
  readonly cellAt: (row: number, column: number) => Cell | undefined;
}

/** What reading a file gives: its worksheets in the order of their tabs. A CSV file has one. */
export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  /** How the text of a CSV file was encoded; null for a workbook. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'big5' | 'gb18030' | null;
  readonly sheets: readonly Worksheet[];
}

const kindMask = 0x0f;
const formulaBit = 0x10;
const numberKind = cellKinds.indexOf('number');
const percentKind = cellKinds.indexOf('percent');

/** What the cells of one worksheet are kept in. */
interface CellColumns {
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly texts: readonly string[];
  readonly dateText: (serial: number) => string;
}

/** A view of one cell: nothing is copied, and a number is written out only when somebody asks for its text. */
class StoredCell implements Cell {
  readonly #cells: CellColumns;
  readonly #index: number;

  constructor(cells: CellColumns, index: number) {
    this.#cells = cells;
    this.#index = index;
  }

  get row(): number {
    return this.#cells.rows[this.#index] as number;
  }

  get column(): number {
    return this.#cells.columns[this.#index] as number;
  }

  get kind(): CellKind {
    return cellKinds[(this.#cells.kinds[this.#index] as number) & kindMask] as CellKind;
  }

  get number(): number | null {
    const kind = (this.#cells.kinds[this.#index] as number) & kindMask;
    return kind === numberKind || kind === percentKind ? (this.#cells.values[this.#index] as number) : null;
  }

  get formula(): boolean {
    return ((this.#cells.kinds[this.#index] as number) & formulaBit) !== 0;
  }

  get text(): string {
    const value = this.#cells.values[this.#index] as number;
    switch (this.kind) {
      case 'text':
      case 'error':
        return this.#cells.texts[value] as string;
      case 'number':
      case 'percent':
        return String(value);
      case 'date':
        return this.#cells.dateText(value);
      case 'boolean':
        return value === 1 ? 'TRUE' : 'FALSE';
      default:
        return '';
    }
  }
}

/** Gathers cells while a worksheet is scanned; typed arrays that grow. */
export class CellStore {
  count = 0;
  #rows = new Uint32Array(1024);
  #columns = new Uint16Array(1024);
  #kinds = new Uint8Array(1024);
  #values = new Float64Array(1024);
  #ordered = true;
  #lastRow = 0;
  #lastColumn = 0;

  /** True where every cell came after the one before it, as the format asks. */
  get ordered(): boolean {
    return this.#ordered;
  }

  /** `value` is the number, the index of the text, 0 or 1 of a boolean. */
  add(row: number, column: number, kind: number, value: number, formula: boolean): void {
    const index = this.count++;
    if (index === this.#rows.length) this.#grow(index * 2);
    this.#rows[index] = row;
    this.#columns[index] = column;
    this.#kinds[index] = formula ? kind | formulaBit : kind;
    this.#values[index] = value;
    if (row < this.#lastRow || (row === this.#lastRow && column <= this.#lastColumn)) this.#ordered = false;
    this.#lastRow = row;
    this.#lastColumn = column;
  }

  #grow(size: number): void {
    const rows = new Uint32Array(size);
    rows.set(this.#rows);
    this.#rows = rows;
    const columns = new Uint16Array(size);
    columns.set(this.#columns);
    this.#columns = columns;
    const kinds = new Uint8Array(size);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    const values = new Float64Array(size);
    values.set(this.#values);
    this.#values = values;
  }

  /**
   * The finished worksheet. Cells out of order are sorted; of two cells at one place the first stays, and
   * `duplicate` is told of the other.
   */
  finish(
    sheet: { readonly name: string; readonly state: SheetState; readonly merges: readonly CellRange[] },
    texts: readonly string[],
    dateText: (serial: number) => string,
    duplicate: (row: number, column: number) => void,
  ): Worksheet {
    if (!this.#ordered) this.#sort(duplicate);
    const count = this.count;
    const rows = this.#rows;
    const columns = this.#columns;
    const starts: number[] = [];
    const numbers: number[] = [];
    for (let index = 0; index < count; index++)
      if (index === 0 || rows[index] !== rows[index - 1]) {
        starts.push(index);
        numbers.push(rows[index] as number);
      }
    const rowNumbers = Uint32Array.from(numbers);

    const stored: CellColumns = { rows, columns, kinds: this.#kinds, values: this.#values, texts, dateText };
    const cell = (index: number): Cell => new StoredCell(stored, index);
    return {
      ...sheet,
      cellCount: count,
      rowNumbers,
      firstCellOfRow: (at) => cell(starts[at] ?? count),
      cellsOfRow: (at) => {
        const cells: Cell[] = [];
        const end = starts[at + 1] ?? count;
        for (let index = starts[at] ?? count; index < end; index++) cells.push(cell(index));
        return cells;
      },
      cellAt: (row, column) => {
        const at = indexOfRow(rowNumbers, row);
        if (at < 0) return undefined;
        const end = starts[at + 1] ?? count;
        for (let index = starts[at] ?? count; index < end; index++)
          if (columns[index] === column) return cell(index);
        return undefined;
      },
    };
  }

  #sort(duplicate: (row: number, column: number) => void): void {
    const order = Uint32Array.from({ length: this.count }, (_, index) => index);
    const rows = this.#rows;
    const columns = this.#columns;
    order.sort(
      (left, right) =>
        (rows[left] as number) - (rows[right] as number) ||
        (columns[left] as number) - (columns[right] as number) ||
        left - right,
    );
    const sorted = new CellStore();
    for (const index of order) {
      const row = rows[index] as number;
      const column = columns[index] as number;
      if (row === sorted.#lastRow && column === sorted.#lastColumn) duplicate(row, column);
      else {
        const kind = this.#kinds[index] as number;
        sorted.add(row, column, kind & kindMask, this.#values[index] as number, (kind & formulaBit) !== 0);
      }
    }
    this.count = sorted.count;
    this.#rows = sorted.#rows;
    this.#columns = sorted.#columns;
    this.#kinds = sorted.#kinds;
    this.#values = sorted.#values;
  }
}

function indexOfRow(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = rows[middle] as number;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
