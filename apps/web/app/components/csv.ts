import type { ChartTable } from './chart.tsx';

/**
 * A table as CSV that spreadsheets open as written: UTF-8 with a mark, quoted where needed, and no text that a
 * spreadsheet would run as a formula.
 */
export function csvOf(table: ChartTable): string {
  const lines = [table.columns, ...table.rows].map((row) => row.map(cellOf).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
