import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, createInflateRaw } from 'node:zlib';
import { parseInventorySheet, readWorkbook } from '@slipstream/inventory-sheet';

/** One reader, one file, one process: prints milliseconds, rows, the sum of the sixth column and the peak of memory. */
const [, , reader = '', file = '', peers = ''] = process.argv;
const peer = (name: string) =>
  import(pathToFileURL(createRequire(join(peers, 'package.json')).resolve(name)).href);
const started = performance.now();
let rows = 0;
let sum = 0;
const see = (value: unknown) => {
  rows += 1;
  if (typeof value === 'number') sum += value;
};

if (reader === 'slipstream' || reader === 'slipstream, validated') {
  const inflate = (compressed: Uint8Array) => {
    const stream = createInflateRaw({ chunkSize: 1 << 18 });
    stream.end(compressed);
    return stream;
  };
  const read = await readWorkbook(new Uint8Array(await readFile(file)), { platform: { inflate, crc32 } });
  if (!read.ok) throw new Error(read.findings[0]?.code);
  if (reader === 'slipstream') {
    const sheet = read.value.sheets[0];
    for (let index = 0; index < (sheet?.rowNumbers.length ?? 0); index++)
      see(sheet?.cellsOfRow(index).find(({ column }) => column === 6)?.number);
  } else {
    const parsed = parseInventorySheet(read.value);
    if (!parsed.ok) throw new Error(parsed.findings[0]?.code);
    see('header');
    for (const line of parsed.value.lines) see(line.total?.amount.value);
  }
} else if (reader === 'hucre stream') {
  const { streamXlsxRows } = await peer('hucre');
  for await (const row of streamXlsxRows(await readFile(file))) see((row.values ?? row)[5]);
} else {
  const { default: exceljs } = await peer('exceljs');
  const options = { sharedStrings: 'cache', worksheets: 'emit', styles: 'ignore', hyperlinks: 'ignore' };
  for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(file, options))
    for await (const row of sheet) see(row.getCell(6).value);
}
const milliseconds = Math.round(performance.now() - started);
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ milliseconds, rows, sum: Math.round(sum), peakMegabytes }));
