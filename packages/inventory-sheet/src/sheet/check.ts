import { convert } from '@slipstream/quantity';
import { cellFinding } from '../table/findings.ts';
import type { TableLog } from '../table/rows.ts';
import type { SheetField } from './columns.ts';
import type { BasicData, InventoryLine, SheetFindingCode } from './model.ts';

/** Where the columns of a line lie, to name the cell of a finding. */
export type ColumnOf = (field: SheetField) => number;

/**
 * Checks a line against itself and the basic data, and proposes fixes:
 * the per-unit amount must be total / production (R9.2), and its unit that of the factor (R30).
 */
export function checkLine(
  line: InventoryLine,
  basic: BasicData,
  columnOf: ColumnOf,
  log: TableLog<SheetFindingCode>,
): void {
  checkPerUnit(line, basic, columnOf, log);
  checkFactorUnit(line, columnOf, log);
}

function checkPerUnit(
  line: InventoryLine,
  basic: BasicData,
  columnOf: ColumnOf,
  log: TableLog<SheetFindingCode>,
): void {
  const { total, perUnit } = line;
  if (!total || !basic.production) return;
  const proposed = Number((total.amount.value / basic.production.value).toPrecision(12));
  if (!Number.isFinite(proposed)) return;
  if (!perUnit) {
    log.add(
      cellFinding('sheet.perUnitMissing', 'question', line.sheet, line.row, columnOf('perUnit'), {
        proposed,
        unit: total.unitTyped,
      }),
    );
    return;
  }
  if (total.unit === null || perUnit.unit === null) return;
  const inTotalUnit = convert(perUnit.amount.value, perUnit.unit, total.unit);
  if (!inTotalUnit.ok) return;
  const tolerance = 0.01 * Math.max(Math.abs(proposed), Math.abs(inTotalUnit.value));
  if (Math.abs(inTotalUnit.value - proposed) > tolerance)
    log.add(
      cellFinding('sheet.perUnitDisagrees', 'warning', line.sheet, line.row, columnOf('perUnit'), {
        found: perUnit.amount.typed,
        proposed,
        unit: total.unit,
      }),
    );
}

function checkFactorUnit(line: InventoryLine, columnOf: ColumnOf, log: TableLog<SheetFindingCode>): void {
  const activity = line.perUnit ?? line.total;
  const factor = line.factor;
  if (!activity?.unit || !factor?.unit || activity.unit === factor.unit.per) return;
  const field = line.perUnit ? 'perUnitUnit' : 'unit';
  const place = [line.sheet, line.row, columnOf(field)] as const;
  const values = { found: activity.unitTyped, expected: factor.unit.per };
  const converted = convert(activity.amount.value, activity.unit, factor.unit.per);
  log.add(
    converted.ok
      ? cellFinding('sheet.unitDiffersFromFactor', 'question', ...place, {
          ...values,
          proposed: converted.value,
        })
      : cellFinding('sheet.unitIncompatibleWithFactor', 'warning', ...place, values),
  );
}

/** Two lines of one stage, group and name raise the question whether one was entered twice (R9.2). */
export function noteRepeatedLines(
  lines: readonly InventoryLine[],
  columnOf: (line: number) => ColumnOf,
  log: TableLog<SheetFindingCode>,
): void {
  const ofName = new Map<string, InventoryLine>();
  const seen = new Map<string, InventoryLine>();
  const keyOf = ({ stage, group, name, specification }: InventoryLine) =>
    `${stage}\n${group}\n${name}\n${specification}`;
  for (const [index, line] of lines.entries()) {
    const namesake = ofName.get(line.name);
    if (!namesake) {
      ofName.set(line.name, line);
      continue;
    }
    if (!seen.has(keyOf(namesake))) seen.set(keyOf(namesake), namesake);
    const key = keyOf(line);
    const first = seen.get(key);
    if (!first) seen.set(key, line);
    else
      log.add(
        cellFinding('sheet.lineRepeated', 'question', line.sheet, line.row, columnOf(index)('name'), {
          found: line.name.slice(0, 60),
          firstSheet: first.sheet,
          firstRow: first.row,
        }),
      );
  }
}
