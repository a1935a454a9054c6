import { plainText } from '@slipstream/quantity';
import { readCode } from '../table/cells.ts';
import { cellFinding } from '../table/findings.ts';
import type { TableLog, TableRow } from '../table/rows.ts';
import type { Cell } from '../workbook/workbook.ts';
import type { BomField } from './columns.ts';
import type { BomFindingCode } from './model.ts';

/**
 * The part number of a row or of its parent. Spreadsheets turn a part number such as `3-4` into the date 4 March as
 * it is typed; such a cell stays as found and is asked about with the text that was probably meant.
 */
export function partNumberOf(
  sheet: string,
  row: TableRow<BomField>,
  field: 'partNumber' | 'parent',
  log: TableLog<BomFindingCode>,
): string | null {
  const cell = row.at(field);
  const code = readCode(cell);
  const proposed = cell && !row.isMerged(field) ? beforeTheDate(cell) : null;
  if (code !== null && proposed !== null)
    log.add(
      cellFinding('bom.partNumberBecameDate', 'question', sheet, row.row, row.columnOf(field), {
        found: code.slice(0, 40),
        proposed,
      }),
    );
  return code;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What was typed before a spreadsheet made a date of it; null where the cell shows none. */
function beforeTheDate({ kind, text }: Cell): string | null {
  if (kind === 'date') {
    const [, year = '', month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    if (month === undefined) return plainText(text);
    // `3-4` takes the year of its typing; `3-45` cannot be a day and becomes 1 March 1945.
    const isMonthOfYear = day === '01' && year >= '1930' && year <= '1999';
    return `${Number(month)}-${isMonthOfYear ? year.slice(2) : Number(day)}`;
  }
  if (kind !== 'text') return null;
  const shown = plainText(text);
  const chinese = /^(\d{1,2})月(\d{1,2})日$/.exec(shown);
  if (chinese) return `${Number(chinese[1])}-${Number(chinese[2])}`;
  const english = /^(\d{1,2})-([A-Za-z]{3})$/.exec(shown);
  const month = months.indexOf(english?.[2]?.toLowerCase() ?? '') + 1;
  return english && month > 0 ? `${month}-${Number(english[1])}` : null;
}
