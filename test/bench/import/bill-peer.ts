import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

/** One application, one file, one process: reads it and inserts one row a line; prints milliseconds and rows. */
const [, , application = '', file = '', url = '', peers = ''] = process.argv;
const { default: exceljs } = await import(
  pathToFileURL(createRequire(join(peers, 'package.json')).resolve('exceljs')).href
);
const columns = 15;
const insertedAtOnce = 1_000;
const client = new pg.Client({ connectionString: url });
await client.connect();
const names = Array.from({ length: columns }, (_, index) => `c${index}`);
await client.query(`DROP TABLE IF EXISTS peer; CREATE TABLE peer (${names.map((name) => `${name} text`).join(', ')});
  CREATE INDEX ON peer (c1); CREATE INDEX ON peer (c9)`);
/** Rows above the lines of a sheet: its title and its header. */
const headerRows = 2;
let rows = 0;

const began = performance.now();
if (application === 'careful') {
  let batch: unknown[][] = [];
  await client.query('BEGIN');
  const options = { sharedStrings: 'cache', worksheets: 'emit', styles: 'ignore', hyperlinks: 'ignore' };
  for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(file, options))
    for await (const row of sheet) {
      if (row.number <= headerRows) continue;
      batch.push(valuesOf(row));
      if (batch.length === insertedAtOnce) {
        await insert(batch);
        batch = [];
      }
    }
  await insert(batch);
  await client.query('COMMIT');
} else {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(file);
  const lines: unknown[][] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row: { number: number }) => {
      if (row.number > headerRows) lines.push(valuesOf(row));
    });
  for (const line of lines) await insert([line]);
}
console.log(JSON.stringify({ milliseconds: Math.round(performance.now() - began), rows }));
await client.query('DROP TABLE peer');
await client.end();

function valuesOf(row: unknown): unknown[] {
  const { getCell } = row as { getCell(column: number): { value: unknown } };
  return names.map((_, index) => {
    const { value } = getCell.call(row, index + 1);
    return value === null || value === undefined ? null : String(value);
  });
}

async function insert(lines: readonly (readonly unknown[])[]): Promise<void> {
  if (lines.length === 0) return;
  let parameter = 0;
  const tuples = lines.map(() => `(${names.map(() => `$${++parameter}`).join(', ')})`);
  await client.query(`INSERT INTO peer VALUES ${tuples.join(', ')}`, lines.flat());
  rows += lines.length;
}
