import { warningAt } from '@slipstream/quantity';
import { type CellRange, parseRange } from '../address.ts';
import { isDateSerial, serialToIso } from '../dates.ts';
import { atCell, type Notes, Refusal } from '../findings.ts';
import { CellStore, cellKinds, type SheetState, type Worksheet } from '../workbook.ts';
import { attribute, elementId, type XmlHandler } from '../xml/scanner.ts';
import { decodeXmlText, unescapeCellText } from '../xml/text.ts';
import { parseDecimal } from './decimal.ts';
import type { OpcPackage } from './package.ts';
import type { TextTable } from './shared-strings.ts';

const id = {
  worksheet: elementId('worksheet'),
  row: elementId('row'),
  c: elementId('c'),
  v: elementId('v'),
  f: elementId('f'),
  t: elementId('t'),
  rPh: elementId('rPh'),
  mergeCell: elementId('mergeCell'),
  sheetProtection: elementId('sheetProtection'),
};
const [blank, text, number, , date, boolean, error] = cellKinds.keys() as unknown as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** What the cells of a worksheet refer to, and the count of cells its file may still have. */
export interface SheetContext {
  readonly name: string;
  readonly state: SheetState;
  readonly part: string;
  readonly table: TextTable;
  /** How many texts of the table are shared strings, which cells may point to. */
  readonly sharedCount: number;
  readonly styleKinds: Uint8Array;
  readonly uses1904: boolean;
  readonly notes: Notes;
  readonly cellsLeft: number;
}

/** What a cell says its content is, by the first bytes of its `t`. */
type CellType = 'number' | 'shared' | 'string' | 'boolean' | 'error' | 'date' | 'unknown';

/**
 * Reads a worksheet in one pass. The stated dimension is never looked at; merged ranges are kept as ranges; a
 * formula counts by the value saved with it, and one saved without a value is a finding.
 */
export async function readWorksheet(opc: OpcPackage, sheet: SheetContext): Promise<Worksheet> {
  const store = new CellStore();
  const merges: CellRange[] = [];
  const scan = new WorksheetHandler(opc, sheet, store, merges);
  await opc.scan(sheet.part, scan);
  if (!scan.isWorksheet) throw new Refusal('workbook.damaged', { part: sheet.part });
  if (scan.formulas > 0)
    sheet.notes.add(
      warningAt('workbook.formulaValueUsed', [sheet.name], { sheet: sheet.name, count: scan.formulas }),
    );
  if (!store.ordered)
    sheet.notes.add(warningAt('workbook.cellsOutOfOrder', [sheet.name], { sheet: sheet.name }));
  return store.finish(
    { name: sheet.name, state: sheet.state, merges },
    sheet.table.texts,
    (serial) => serialToIso(serial, sheet.uses1904),
    (row, column) => {
      const place = atCell(sheet.name, row, column);
      sheet.notes.add(warningAt('workbook.duplicateCell', place.path, place.values));
    },
  );
}

class WorksheetHandler implements XmlHandler {
  isWorksheet = false;
  formulas = 0;
  readonly #opc: OpcPackage;
  readonly #sheet: SheetContext;
  readonly #store: CellStore;
  readonly #merges: CellRange[];
  #rowOfTag = 0;
  #row = 0;
  #column = 0;
  #style = 0;
  #type: CellType = 'number';
  #badPlace = false;
  #inCell = false;
  #inValue = false;
  #phonetic = 0;
  #formula = false;
  /** NaN while the cell has no number yet, or none that can be read. */
  #number = Number.NaN;
  #pieces = 0;
  #text = '';
  #textBytes = 0;

  constructor(opc: OpcPackage, sheet: SheetContext, store: CellStore, merges: CellRange[]) {
    this.#opc = opc;
    this.#sheet = sheet;
    this.#store = store;
    this.#merges = merges;
  }

  open(element: number, bytes: Uint8Array, from: number, to: number): void {
    if (element === id.c) this.#openCell(bytes, from, to);
    else if (element === id.v) this.#inValue = this.#inCell;
    else if (element === id.row) this.#openRow(bytes, from, to);
    else if (element === id.t) this.#inValue = this.#inCell && this.#phonetic === 0;
    else if (element === id.f) this.#formula = this.#inCell;
    else if (element === id.rPh) this.#phonetic += 1;
    else if (element === id.worksheet) this.isWorksheet = true;
    else if (element === id.mergeCell) this.#merge(attribute(bytes, from, to, 'ref') ?? '');
    else if (element === id.sheetProtection)
      this.#sheet.notes.add(
        warningAt('workbook.sheetProtected', [this.#sheet.name], { sheet: this.#sheet.name }),
      );
  }

  close(element: number): void {
    if (element === id.c) this.#closeCell();
    else if (element === id.v || element === id.t) this.#inValue = false;
    else if (element === id.rPh) this.#phonetic -= 1;
  }

  text(bytes: Uint8Array, from: number, to: number, plain: boolean): void {
    if (!this.#inValue) return;
    this.#pieces += 1;
    if (this.#type === 'number' || this.#type === 'shared') {
      this.#number = this.#pieces === 1 && !plain ? parseDecimal(bytes, from, to) : Number.NaN;
      if (Number.isNaN(this.#number)) this.#text += decodeXmlText(bytes, from, Math.min(to, from + 100));
      return;
    }
    this.#textBytes += to - from;
    if (this.#textBytes > this.#opc.limits.tokenBytes)
      throw new Refusal('workbook.textTooLong', { limit: this.#opc.limits.tokenBytes });
    const piece = decodeXmlText(bytes, from, to);
    this.#text = this.#text === '' ? piece : this.#text + piece;
  }

  #openRow(bytes: Uint8Array, from: number, to: number): void {
    const stated = rowNumber(bytes, from, to) ?? attribute(bytes, from, to, 'r');
    const row = stated === undefined ? this.#rowOfTag + 1 : Number(stated);
    if (!Number.isInteger(row) || row < 1 || row > 1_048_576)
      throw new Refusal('workbook.damaged', { part: this.#sheet.part, found: stated ?? null });
    this.#rowOfTag = row;
    this.#row = row;
    this.#column = 0;
  }

  /** Reads `r`, `s` and `t` of a cell in one pass over its tag. */
  #openCell(bytes: Uint8Array, from: number, to: number): void {
    if (this.#inCell) throw new Refusal('workbook.xmlMalformed', { found: 'cell in cell' });
    this.#inCell = true;
    this.#type = 'number';
    this.#style = 0;
    this.#formula = false;
    this.#number = Number.NaN;
    this.#pieces = 0;
    this.#text = '';
    this.#textBytes = 0;
    this.#badPlace = false;
    this.#column += 1;
    let at = from;
    while (at < to) {
      const name = bytes[at] as number;
      if (name <= 0x20) {
        at += 1;
        continue;
      }
      if (bytes[at + 1] !== 0x3d || (bytes[at + 2] !== 0x22 && bytes[at + 2] !== 0x27)) {
        // Rare attributes (`cm`, `ph`) or spaces around the sign: read the careful way from here.
        this.#slowAttributes(bytes, from, to);
        return;
      }
      const quote = bytes[at + 2] as number;
      const start = at + 3;
      let end = start;
      while (end < to && bytes[end] !== quote) end++;
      if (name === 0x72) this.#place(bytes, start, end);
      else if (name === 0x73) this.#style = parseDecimal(bytes, start, end);
      else if (name === 0x74) this.#type = typeOf(bytes, start, end);
      at = end + 1;
    }
  }

  #slowAttributes(bytes: Uint8Array, from: number, to: number): void {
    const place = attribute(bytes, from, to, 'r');
    const type = attribute(bytes, from, to, 't');
    const encode = (value: string) => new TextEncoder().encode(value);
    this.#style = Number(attribute(bytes, from, to, 's') ?? 0);
    this.#type = 'number';
    if (place !== undefined) this.#place(encode(place), 0, place.length);
    if (type !== undefined) this.#type = typeOf(encode(type), 0, type.length);
  }

  #place(bytes: Uint8Array, start: number, end: number): void {
    let column = 0;
    let row = 0;
    let at = start;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte < 0x41 || byte > 0x5a) break;
      column = column * 26 + byte - 64;
    }
    const letters = at - start;
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      row = row * 10 + digit;
    }
    if (at !== end || letters === 0 || letters > 3 || row < 1 || row > 1_048_576 || column > 16_384)
      throw new Refusal('workbook.damaged', {
        part: this.#sheet.part,
        found: decodeXmlText(bytes, start, end),
      });
    if (row !== this.#rowOfTag) this.#badPlace = true;
    this.#row = row;
    this.#column = column;
  }

  #closeCell(): void {
    this.#inCell = false;
    this.#inValue = false;
    if (this.#badPlace) this.#unreadable('place');
    if (this.#formula) this.formulas += 1;
    if (this.#pieces === 0) {
      if (this.#formula && this.#type !== 'string') {
        this.#note('workbook.formulaWithoutValue');
        this.#add(blank, 0);
      }
      return;
    }
    switch (this.#type) {
      case 'number':
        this.#closeNumber();
        return;
      case 'shared':
        this.#closeShared();
        return;
      case 'boolean':
        if (this.#text === '0' || this.#text === '1') this.#add(boolean, Number(this.#text));
        else this.#unreadable(this.#text);
        return;
      case 'error':
        this.#note('workbook.errorCell', this.#text.slice(0, 40));
        this.#add(error, this.#sheet.table.add(this.#text.slice(0, 40), this.#textBytes));
        return;
      case 'string':
      case 'date': {
        const content = unescapeCellText(this.#text);
        if (content !== '') this.#add(text, this.#sheet.table.add(content, this.#textBytes));
        return;
      }
      default:
        this.#unreadable(this.#text);
    }
  }

  #closeNumber(): void {
    if (Number.isNaN(this.#number)) this.#unreadable(this.#text);
    else {
      const kind = this.#sheet.styleKinds[this.#style] ?? number;
      this.#add(kind === date && !isDateSerial(this.#number) ? number : kind, this.#number);
    }
  }

  #closeShared(): void {
    const index = this.#number;
    if (!(Number.isInteger(index) && index >= 0 && index < this.#sheet.sharedCount))
      this.#unreadable(this.#text || String(index));
    else if (this.#sheet.table.texts[index] !== '') this.#add(text, index);
  }

  #add(kind: number, value: number): void {
    const { columns, cells } = this.#opc.limits;
    if (this.#row === 0) throw new Refusal('workbook.damaged', { part: this.#sheet.part });
    if (this.#column > columns)
      throw new Refusal('workbook.columnBeyondLimit', { ...this.#here().values, limit: columns });
    if (this.#store.count >= this.#sheet.cellsLeft)
      throw new Refusal('workbook.tooManyCells', { limit: cells });
    this.#store.add(this.#row, this.#column, kind, value, this.#formula);
  }

  /** Says that a cell cannot be read and keeps it as an error, so that nobody takes it for blank. */
  #unreadable(found: string): void {
    this.#note('workbook.cellUnreadable', found.slice(0, 40));
    if (found !== 'place') this.#add(error, this.#sheet.table.add(found.slice(0, 40), 40));
  }

  #note(
    code: 'workbook.formulaWithoutValue' | 'workbook.errorCell' | 'workbook.cellUnreadable',
    found = '',
  ): void {
    const { path, values } = this.#here();
    this.#sheet.notes.add(warningAt(code, path, { ...values, found }));
  }

  #here() {
    return atCell(this.#sheet.name, this.#row, this.#column);
  }

  #merge(reference: string): void {
    const limit = this.#opc.limits.mergesPerSheet;
    if (this.#merges.length >= limit)
      throw new Refusal('workbook.tooManyMerges', { sheet: this.#sheet.name, limit });
    const range = parseRange(reference);
    if (!range)
      throw new Refusal('workbook.damaged', { part: this.#sheet.part, found: reference.slice(0, 40) });
    this.#merges.push(range);
  }
}

function typeOf(bytes: Uint8Array, start: number, end: number): CellType {
  const first = bytes[start] as number;
  const length = end - start;
  if (first === 0x73) return length === 1 ? 'shared' : length === 3 ? 'string' : 'unknown';
  if (first === 0x69 && length === 9) return 'string';
  if (length !== 1) return 'unknown';
  if (first === 0x6e) return 'number';
  if (first === 0x62) return 'boolean';
  if (first === 0x65) return 'error';
  return first === 0x64 ? 'date' : 'unknown';
}

/** The row's number where its tag begins ` r="`, as all but the rarest do; undefined sends it the careful way. */
function rowNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (bytes[from + 1] !== 0x72 || bytes[from + 2] !== 0x3d || bytes[from + 3] !== 0x22) return undefined;
  const end = bytes.indexOf(0x22, from + 4);
  const number = end > 0 && end < to ? parseDecimal(bytes, from + 4, end) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}
