import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWorkbook } from '../workbook/read.ts';
import { makeWorkbook } from './workbook.ts';

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/\r\n?/g, '\n')),
  fc.constantFrom(
    '=1+1',
    '+cmd|x',
    '@SUM(A1)',
    '_x0041_',
    '_x005F_x0041_',
    '&amp;<b>',
    'a\u0000b',
    '　全形　',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.integer(),
  fc.constant(null),
);

it('reads back what it wrote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 12 }), async (rows) => {
      const bytes = await makeWorkbook([
        { name: '表 <1> & "二"', columnWidths: [10], frozenRows: 1, rows, validations: [] },
      ]);
      const read = await readWorkbook(bytes);
      if (!read.ok) throw new Error(JSON.stringify(read.findings));
      const [sheet] = read.value.sheets;
      expect(read.findings).toEqual([]);
      expect(sheet?.name).toBe('表 <1> & "二"');
      rows.forEach((cells, row) => {
        cells.forEach((written, column) => {
          const cell = sheet?.cellAt(row + 1, column + 1);
          if (written === null || written === '') expect(cell).toBeUndefined();
          else if (typeof written === 'number') expect(cell?.number).toBe(written);
          else expect(cell).toMatchObject({ kind: 'text', text: written, formula: false });
        });
      });
    }),
    { numRuns: 60 },
  );
});
