import { readAmount } from '../table/amount.ts';
import type { ColumnGuess } from '../table/columns.ts';
import { type TableBlock, usedColumns } from '../table/read.ts';
import { readUnit } from '../table/unit.ts';
import type { Cell, Worksheet } from '../workbook/workbook.ts';
import type { BomField } from './columns.ts';

const sampleRows = 200;
const company = /公司|企業|工業|實業|股份|科技|商行|\bco\b|co\.|ltd|inc\b|corp|gmbh/i;
const partCode = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._\-/]{2,}$/;

/** What the cells of one column look like, as shares of those with content. */
interface ColumnProfile {
  readonly column: number;
  readonly numbers: readonly number[];
  readonly numeric: number;
  readonly units: number;
  readonly codes: number;
  readonly companies: number;
  readonly distinct: number;
  readonly length: number;
}

/**
 * Takes a worksheet without headers for a bill of materials by what its columns hold: units, companies, part codes,
 * levels, running numbers. Confidence stays at a half: a person confirms. Null where nothing fits.
 */
export function guessByContent(sheet: Worksheet): TableBlock<BomField> | null {
  const rows = sheet.rowNumbers.length;
  const profiles = usedColumns(sheet, 0, Math.min(rows, sampleRows)).map((column) => profile(sheet, column));
  const field = new Map<number, BomField>();
  const free = () => profiles.filter(({ column }) => !field.has(column));
  const give = (meant: BomField, found: ColumnProfile | undefined) => {
    if (found) field.set(found.column, meant);
  };
  const best = (of: (profile: ColumnProfile) => number, least: number) =>
    free()
      .filter((found) => of(found) >= least)
      .sort((left, right) => of(right) - of(left))[0];

  give(
    'unit',
    best(({ units }) => units, 0.7),
  );
  give(
    'supplier',
    best(({ companies }) => companies, 0.5),
  );
  const numeric = () => free().filter((found) => found.numeric >= 0.8);
  give(
    'itemNumber',
    numeric().find(
      ({ numbers }) =>
        numbers.length > 2 && numbers.every((number, index) => number === index + (numbers[0] ?? 0)),
    ),
  );
  if (numeric().length > 1) give('level', numeric().find(isLevel));
  give(
    'partNumber',
    best(({ codes, distinct, numeric }) => (numeric < 0.5 && distinct > 0.5 ? codes : 0), 0.6),
  );
  const unitColumn = [...field].find(([, meant]) => meant === 'unit')?.[0];
  give('quantity', numeric().find(({ column }) => column + 1 === unitColumn) ?? numeric()[0]);
  give(
    'name',
    best(({ numeric, distinct, length }) => (numeric < 0.3 && distinct > 0.3 ? length : 0), 2),
  );
  give(
    'specification',
    best(({ numeric, length }) => (numeric < 0.3 ? length : 0), 2),
  );
  const found = new Set(field.values());
  if (!(found.has('quantity') && (found.has('name') || found.has('partNumber')))) return null;
  const columns: ColumnGuess<BomField>[] = profiles.map(({ column }) => ({
    column,
    header: '',
    field: field.get(column) ?? null,
    confidence: field.has(column) ? 0.5 : 0,
    hint: null,
  }));
  return { sheet, headerRows: [], columns, above: [], firstIndex: 0, endIndex: rows };
}

function profile(sheet: Worksheet, column: number): ColumnProfile {
  const cells: Cell[] = [];
  for (let index = 0; index < Math.min(sheet.rowNumbers.length, sampleRows); index++) {
    const cell = sheet.cellsOfRow(index).find((one) => one.column === column);
    if (cell) cells.push(cell);
  }
  const share = (test: (cell: Cell) => boolean) => cells.filter(test).length / Math.max(1, cells.length);
  const amounts = cells.map(readAmount);
  const numbers = amounts.flatMap((reading) => (reading.kind === 'amount' ? [reading.amount.value] : []));
  return {
    column,
    numbers,
    numeric: numbers.length / Math.max(1, cells.length),
    units: share(({ kind, text }) => kind === 'text' && readUnit(text) !== null),
    codes: share(({ text }) => partCode.test(text.trim())),
    companies: share(({ text }) => company.test(text)),
    distinct: new Set(cells.map(({ text }) => text)).size / Math.max(1, cells.length),
    length: cells.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, cells.length),
  };
}

/** Small whole numbers that begin with the least and rise by one step at most. */
function isLevel({ numbers }: ColumnProfile): boolean {
  const first = numbers[0] ?? -1;
  return (
    (first === 0 || first === 1) &&
    new Set(numbers).size > 1 &&
    numbers.every(
      (number, index) =>
        Number.isInteger(number) &&
        number >= first &&
        number <= 12 &&
        number <= (numbers[index - 1] ?? first) + 1,
    )
  );
}
