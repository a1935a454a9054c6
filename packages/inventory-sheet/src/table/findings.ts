import type { Finding } from '@slipstream/quantity';
import { cellAddress, columnLetters } from '../workbook/address.ts';

/** Codes of findings about the shape of a table, whatever it lists. */
export const tableFindingCodes = [
  'table.headerMissing',
  'table.notFound',
  'table.columnGuessed',
  'table.columnNotUsed',
  'table.rowOutsideTable',
  'table.rowAboveTable',
  'table.rowIncomplete',
  'table.totalRow',
  'table.amountMissing',
  'table.amountUnreadable',
  'table.amountMerged',
  'table.amountNegative',
  'table.unitConflict',
  'table.unitUnknown',
  'table.unitMissing',
  'table.unitNeedsMedium',
  'table.choiceUnknown',
  'table.dateUnreadable',
  'table.mappingUnknown',
  'table.moreFindings',
] as const;
export type TableFindingCode = (typeof tableFindingCodes)[number];

/** A finding at a cell: `path` is `[sheet, A1]`; `values` repeat both and add what was found and expected. */
export function cellFinding<Code extends string>(
  code: Code,
  severity: Finding['severity'],
  sheet: string,
  row: number,
  column: number,
  values: Finding['values'] = {},
): Finding<Code> {
  const cell = cellAddress(row, column);
  return {
    code,
    severity,
    path: [sheet, cell],
    values: { sheet, cell, row, column: columnLetters(column), ...values },
  };
}

/** A finding about a whole row or the sheet. */
export function rowFinding<Code extends string>(
  code: Code,
  severity: Finding['severity'],
  sheet: string,
  row: number,
  values: Finding['values'] = {},
): Finding<Code> {
  return { code, severity, path: [sheet, row], values: { sheet, row, ...values } };
}
