/** Where something stood in a workbook. `row` is 1-based, as spreadsheets number it. */
export interface SourcePlace {
  readonly sheet: string;
  readonly row: number;
}

/** Worksheet and row of a stored `sourceCell`, which is `Sheet!12` or `Sheet!A12`; null where it tells neither. */
export function sourcePlace(sourceCell: string | null): SourcePlace | null {
  const [, sheet, row] = /^(.+)![A-Z]*(\d+)$/s.exec(sourceCell ?? '') ?? [];
  return sheet && row ? { sheet, row: Number(row) } : null;
}
