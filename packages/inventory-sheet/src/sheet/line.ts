import { dataQualityIndicators, type LifeCycleStage, type PedigreeScores } from '@slipstream/footprint';
import { type Period, plainText } from '@slipstream/quantity';
import { contradicts, readAmount, type TypedAmount } from '../table/amount.ts';
import { readText } from '../table/cells.ts';
import { cellFinding, rowFinding } from '../table/findings.ts';
import { readPeriod } from '../table/period.ts';
import type { TableLog, TableRow } from '../table/rows.ts';
import { mediumOf, readFactorUnit, readUnit } from '../table/unit.ts';
import type { SheetField } from './columns.ts';
import type {
  InventoryLine,
  LineFactor,
  LineGroup,
  LineTransport,
  SheetFindingCode,
  UnitAmount,
} from './model.ts';
import { readDataType, readGroup, readMode, readStage, stageOfGroup } from './words.ts';

type Row = TableRow<SheetField>;
type Log = TableLog<SheetFindingCode>;

/** What the place of a row says where the row itself does not: its sheet and the title above it. */
export interface LinePlace {
  readonly sheet: string;
  readonly stage: LifeCycleStage | null;
  readonly group: LineGroup | null;
  /** Header units, for columns that have none of their own. */
  readonly totalHint: string | null;
  readonly perUnitHint: string | null;
}

/**
 * Reads one row as an inventory line, or says at which cell it cannot be. Name and a readable amount make a line; an
 * amount left blank stays null and is asked for, an unreadable or negative one takes the row out.
 */
export function readInventoryLine(row: Row, place: LinePlace, log: Log): InventoryLine | null {
  const { sheet } = place;
  const name = readText(row.at('name'));
  if (name === null) {
    log.reject(
      sheet,
      row.row,
      row.cells,
      cellFinding('table.rowIncomplete', 'error', sheet, row.row, row.columnOf('name'), {
        found: '',
        expected: 'name',
      }),
    );
    return null;
  }
  if (isNote(row)) {
    log.reject(
      sheet,
      row.row,
      row.cells,
      rowFinding('table.rowIncomplete', 'warning', sheet, row.row, {
        found: name.slice(0, 120),
        expected: 'total, unit',
      }),
    );
    return null;
  }
  const group = chosen(row, 'group', readGroup, sheet, log) ?? place.group;
  const ownStage = chosen(row, 'stage', readStage, sheet, log);
  const stage = ownStage ?? (group ? stageOfGroup[group] : null) ?? place.stage;
  if (stage === null)
    log.add(cellFinding('sheet.stageUnknown', 'question', sheet, row.row, row.columnOf('stage')));
  const medium = mediumOf(name);
  const total = unitAmount(row, 'total', 'unit', place.totalHint, medium, place, log);
  const perUnit = unitAmount(row, 'perUnit', 'perUnitUnit', place.perUnitHint, medium, place, log);
  if (total === undefined || perUnit === undefined) return null;
  if (total === null && perUnit === null) {
    const field = hasColumn(row, 'total') ? 'total' : 'perUnit';
    log.add(
      cellFinding('table.amountMissing', 'question', sheet, row.row, row.columnOf(field), {
        expected: 'number',
      }),
    );
  }
  return {
    sheet,
    row: row.row,
    stage,
    group,
    name,
    specification: readText(row.at('specification')),
    total,
    perUnit,
    dataType: chosen(row, 'dataType', readDataType, sheet, log),
    source: readText(row.at('source')),
    period: periodOf(row, sheet, log),
    allocationBasis: readText(row.at('allocationBasis')),
    allocationExplanation: readText(row.at('allocationExplanation')),
    factor: factorOf(row, medium, sheet, log),
    transport: transportOf(row, sheet, log),
    treatment: readText(row.at('treatment')),
    activityScores: scoresOf(row, 'activityScores', sheet, log),
    factorScores: scoresOf(row, 'factorScores', sheet, log),
    remark: readText(row.at('remark')),
  };
}

const noteLabel = /^[^\d\s:：]{2,12}[:：]/u;

/** True for text below a table: one cell alone, or nothing but labels such as `填表人：` and `審核人：`. */
function isNote({ cells }: Row): boolean {
  return (
    cells.length === 1 || cells.every(({ kind, text }) => kind === 'text' && noteLabel.test(plainText(text)))
  );
}

function hasColumn(row: Row, field: SheetField): boolean {
  return field === 'name' || row.columnOf(field) !== row.columnOf('name');
}

/** A word of a closed set; one nobody knows is asked about. */
function chosen<Value extends string>(
  row: Row,
  field: SheetField,
  read: (typed: string) => Value | null,
  sheet: string,
  log: Log,
): Value | null {
  const typed = readText(row.at(field));
  if (typed === null) return null;
  const value = read(typed);
  if (value === null)
    log.add(
      cellFinding('table.choiceUnknown', 'question', sheet, row.row, row.columnOf(field), {
        found: typed.slice(0, 40),
        field,
      }),
    );
  return value;
}

/** An amount of zero or more; undefined where it takes the row out, null where it is blank. */
function unitAmount(
  row: Row,
  field: 'total' | 'perUnit',
  unitField: 'unit' | 'perUnitUnit',
  hint: string | null,
  medium: ReturnType<typeof mediumOf>,
  { sheet }: LinePlace,
  log: Log,
): UnitAmount | null | undefined {
  const read = amountOf(row, field, sheet, log, 'error');
  if (read === undefined || read === null) return read;
  const stated = readText(row.at(unitField));
  if (contradicts(read.unit, stated ?? hint)) {
    log.reject(
      sheet,
      row.row,
      row.cells,
      cellFinding('table.unitConflict', 'error', sheet, row.row, row.columnOf(field), {
        found: read.amount.typed.slice(0, 60),
        expected: stated ?? hint,
      }),
    );
    return undefined;
  }
  const typed = stated ?? read.unit ?? hint;
  const column = row.at(unitField)?.column ?? row.columnOf(field);
  if (typed === null) {
    log.add(
      cellFinding(
        'table.unitMissing',
        'question',
        sheet,
        row.row,
        row.columnOf(hasColumn(row, unitField) ? unitField : field),
      ),
    );
    return { amount: read.amount, unit: null, unitTyped: null };
  }
  const unit = readUnit(typed, medium) ?? readUnit(typed.split(/[/／]/)[0] ?? '', medium);
  if (unit === null || unit === 'du')
    log.add(
      cellFinding(
        unit === 'du' || /千度|仟度/.test(typed) ? 'table.unitNeedsMedium' : 'table.unitUnknown',
        'question',
        sheet,
        row.row,
        column,
        { found: typed.slice(0, 40) },
      ),
    );
  return { amount: read.amount, unit, unitTyped: typed };
}

function amountOf(row: Row, field: SheetField, sheet: string, log: Log, severity: 'error' | 'warning') {
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
    if (severity === 'warning')
      log.add(
        cellFinding('table.amountMissing', 'question', sheet, row.row, cell.column, { found: cell.text }),
      );
    return null;
  }
  if (reading.kind === 'amount' && reading.amount.value >= 0) return reading;
  const code = reading.kind === 'amount' ? 'table.amountNegative' : 'table.amountUnreadable';
  const finding = cellFinding<SheetFindingCode>(code, severity, sheet, row.row, cell.column, {
    found: cell.text.slice(0, 60),
    expected: '≥ 0',
  });
  if (severity === 'warning') {
    log.add(finding);
    return null;
  }
  log.reject(sheet, row.row, row.cells, finding);
  return undefined;
}

function plainAmount(row: Row, field: SheetField, sheet: string, log: Log): TypedAmount | null {
  return amountOf(row, field, sheet, log, 'warning')?.amount ?? null;
}

function factorOf(row: Row, medium: ReturnType<typeof mediumOf>, sheet: string, log: Log): LineFactor | null {
  const name = readText(row.at('factorName'));
  const value = plainAmount(row, 'factorValue', sheet, log);
  const unitTyped = readText(row.at('factorUnit'));
  const source = readText(row.at('factorSource'));
  const year = yearOf(row, sheet, log);
  if (name === null && value === null && unitTyped === null && source === null && year === null) return null;
  const unit = unitTyped === null ? null : readFactorUnit(unitTyped, medium);
  if (unitTyped !== null && unit === null)
    log.add(
      cellFinding('sheet.factorUnitUnreadable', 'question', sheet, row.row, row.columnOf('factorUnit'), {
        found: unitTyped.slice(0, 40),
        expected: 'kg CO2e/kg',
      }),
    );
  if (value !== null && unitTyped === null)
    log.add(
      cellFinding('sheet.factorIncomplete', 'question', sheet, row.row, row.columnOf('factorValue'), {
        expected: 'unit',
      }),
    );
  return { name, value, unit, unitTyped, source, year };
}

/** A year of four digits, or of the ROC calendar (`民國110年`, `110`). */
function yearOf(row: Row, sheet: string, log: Log): number | null {
  const cell = row.at('factorYear');
  if (cell?.kind === 'number' && isYear(cell.number)) return cell.number;
  const typed = readText(cell);
  if (typed === null || cell === undefined) return null;
  const match = /^(?:(?:中華)?民國 ?|西元 ?)?(\d{2,4})(?: ?年度?|-\d{2}-\d{2})?$/.exec(plainText(typed));
  const digits = Number(match?.[1] ?? Number.NaN);
  const year = digits < 200 ? digits + 1911 : digits;
  if (isYear(year)) return year;
  log.add(
    cellFinding('sheet.yearUnreadable', 'question', sheet, row.row, cell.column, {
      found: typed.slice(0, 40),
      expected: '2021, 110',
    }),
  );
  return null;
}

function isYear(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 1950 && value <= 2100;
}

function transportOf(row: Row, sheet: string, log: Log): LineTransport | null {
  const origin = readText(row.at('transportOrigin'));
  const mode = chosen(row, 'transportMode', readMode, sheet, log);
  const km = plainAmount(row, 'transportKm', sheet, log);
  return origin === null && mode === null && km === null ? null : { origin, mode, km };
}

/** The period of a line; one that cannot be read is asked about. */
function periodOf(row: Row, sheet: string, log: Log): Period | null {
  const cell = row.at('period');
  const typed = readText(cell);
  if (typed === null || cell === undefined) return null;
  const period = readPeriod(typed);
  if (period === null)
    log.add(
      cellFinding('table.dateUnreadable', 'question', sheet, row.row, cell.column, {
        found: typed.slice(0, 40),
        expected: '111/1/1~111/12/31',
      }),
    );
  return period;
}

/** Five grades in the order reliability, completeness, time, geography, technology (R8.2): `2,1,1,1,1`. */
function scoresOf(
  row: Row,
  field: 'activityScores' | 'factorScores',
  sheet: string,
  log: Log,
): PedigreeScores | null {
  const cell = row.at(field);
  const typed = readText(cell);
  if (typed === null || cell === undefined) return null;
  const grades = plainText(typed).match(
    /^\(?([1-5])[\s,;/、()]*([1-5])[\s,;/、]*([1-5])[\s,;/、]*([1-5])[\s,;/、]*([1-5])\)?$/,
  );
  if (!grades) {
    log.add(
      cellFinding('sheet.scoresUnreadable', 'question', sheet, row.row, cell.column, {
        found: typed.slice(0, 40),
        expected: '2,1,1,1,1',
      }),
    );
    return null;
  }
  const scores = dataQualityIndicators.map(
    (indicator, index) => [indicator, Number(grades[index + 1])] as const,
  );
  return Object.fromEntries(scores) as unknown as PedigreeScores;
}
