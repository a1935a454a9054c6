import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('quotes what needs quotes and keeps numbers bare', () => {
  const table = {
    columns: ['供應商', 'kg CO2e'],
    rows: [['宏, "鋁"', 12.5] as const, ['空白', null] as const],
  };
  expect(csvOf(table)).toBe('\ufeff供應商,kg CO2e\r\n"宏, ""鋁""",12.5\r\n空白,\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('lets no spreadsheet run %j', (text) => {
  expect(csvOf({ columns: ['a'], rows: [[text]] })).toContain(`'${text}`);
});

it('keeps a negative number a number', () => {
  expect(csvOf({ columns: ['a'], rows: [[-3]] })).toContain('\r\n-3\r\n');
});
