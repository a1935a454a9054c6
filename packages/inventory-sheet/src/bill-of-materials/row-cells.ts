import { convert, type UnitCode } from '@slipstream/quantity';
import { readAmount, type TypedAmount } from '../table/amount.ts';
import { readCode, readText } from '../table/cells.ts';
import { cellFinding } from '../table/findings.ts';
import type { TableBlock } from '../table/read.ts';
import type { TableLog, TableRow } from '../table/rows.ts';
import { mediumOf, readUnit } from '../table/unit.ts';
import type { BomField } from './columns.ts';
import type { BomFindingCode } from './model.ts';

type Log = TableLog<BomFindingCode>;
type Row = TableRow<BomField>;

interface ReadAmount {
  readonly amount: TypedAmount;
  readonly unit: string | null;
}

/**
 * The amount of a field; null where it is blank. An unreadable or negative quantity takes its row out (undefined);
 * of the other fields the finding alone says so, and the line goes on without them.
 */
export function amountOf(sheet: string, row: Row, field: BomField, log: Log): ReadAmount | null | undefined {
  const cell = row.at(field);
  if (cell === undefined) return null;
  if (row.isMerged(field)) {
    log.add(
      cellFinding('table.amountMerged', 'question', sheet, row.row, row.columnOf(field), {
        found: cell.text,
      }),
    );
    return null;
  }
  const reading = readAmount(cell);
  if (reading.kind === 'absent') {
    log.add(
      cellFinding('table.amountMissing', 'question', sheet, row.row, cell.column, {
        found: cell.text,
        expected: 'number',
      }),
    );
    return null;
  }
  const stops = field === 'quantity';
  const severity = stops ? 'error' : 'warning';
  if (reading.kind === 'amount' && reading.amount.value >= 0) return reading;
  const finding =
    reading.kind === 'amount'
      ? cellFinding('table.amountNegative' as const, severity, sheet, row.row, cell.column, {
          found: reading.amount.typed,
          expected: '≥ 0',
        })
      : cellFinding('table.amountUnreadable' as const, severity, sheet, row.row, cell.column, {
          found: cell.text.slice(0, 60),
          expected: 'number',
        });
  if (!stops) {
    log.add(finding);
    return null;
  }
  log.reject(sheet, row.row, row.cells, finding);
  return undefined;
}

/** The unit of a quantity, from its column or from behind the number; unknown words are kept as typed and asked about. */
export function unitOf(sheet: string, row: Row, name: string, behindNumber: string | null, log: Log) {
  const cell = row.at('unit');
  const typed = readText(cell) ?? (behindNumber === '%' ? null : behindNumber);
  if (typed === null) return { code: null, typed: null };
  const code = readUnit(typed, mediumOf(name));
  if (code === null)
    log.add(
      cellFinding('table.unitUnknown', 'question', sheet, row.row, cell?.column ?? row.columnOf('quantity'), {
        found: typed.slice(0, 40),
      }),
    );
  return { code, typed };
}

/** A level as `2`, `..2`, `1.2.1` (its depth) or `++`; null where the table has none, undefined where unreadable. */
export function levelOf(sheet: string, row: Row, log: Log): number | null | undefined {
  const text = readCode(row.at('level'));
  if (text === null) return null;
  const marks = /^([.+*\-\s]*)(\d{1,2})?((?:[.-]\d{1,3})*)$/.exec(text);
  if (marks && (marks[2] !== undefined || marks[1] !== '')) {
    const steps = (marks[3] ?? '').split(/[.-]/).length - 1;
    if (steps > 0) return steps + 1;
    return marks[2] === undefined ? (marks[1] ?? '').length : Number(marks[2]);
  }
  log.reject(
    sheet,
    row.row,
    row.cells,
    cellFinding('bom.levelUnreadable', 'error', sheet, row.row, row.columnOf('level'), {
      found: text.slice(0, 40),
      expected: '0, 1, 2 …',
    }),
  );
  return undefined;
}

/** Readers of the masses of one table, in kg. */
export interface MassReaders {
  readonly piece: (sheet: string, row: Row) => number | null;
  readonly line: (sheet: string, row: Row) => number | null;
}

/** Readers of the two mass columns in kg: unit from the cell, a unit column, or the header; else kg, and it is asked. */
export function massReaders(block: TableBlock<BomField>, log: Log): MassReaders {
  const reader = (field: BomField, unitField: BomField) => {
    const guess = block.columns.find((column) => column.field === field);
    const hinted = guess?.hint ? readUnit(guess.hint) : null;
    const hasUnitColumn = block.columns.some((column) => column.field === unitField);
    if (guess && !hinted && !hasUnitColumn)
      log.add(
        cellFinding(
          'bom.massUnitAssumed',
          'question',
          block.sheet.name,
          block.headerRows.at(-1) ?? 1,
          guess.column,
          { header: guess.header, assumed: 'kg' },
        ),
      );
    return (sheet: string, row: Row): number | null => {
      const read = amountOf(sheet, row, field, log);
      if (!read) return null;
      const typed = read.unit ?? readText(row.at(unitField));
      const unit: UnitCode | null = typed === null ? (hinted ?? 'kg') : readUnit(typed);
      const kg = unit === null ? null : convert(read.amount.value, unit, 'kg');
      if (kg?.ok) return kg.value;
      log.add(
        cellFinding('table.unitUnknown', 'warning', sheet, row.row, row.columnOf(field), {
          found: typed ?? '',
          expected: 'kg',
        }),
      );
      return null;
    };
  };
  return { piece: reader('pieceMass', 'pieceMassUnit'), line: reader('lineMass', 'lineMassUnit') };
}
