import { buffer } from 'node:stream/consumers';
import { crc32, createInflateRaw } from 'node:zlib';
import { readWorkbook } from '@slipstream/inventory-sheet';
import { parseAs, type SheetToRead } from './sheets.ts';

// Reads the file on standard input, behind a line with its kind and how to read it, and writes what it says, and what
// that took, as JSON on standard output. Runs with little memory, no environment and a clock against it: whatever a
// stranger's file does to it, it does to this process alone.
const inflate = (compressed: Uint8Array) => {
  const stream = createInflateRaw({ chunkSize: 1 << 18 });
  stream.end(compressed);
  return stream;
};
const input = await buffer(process.stdin);
const head = input.indexOf('\n');
// Kept ready and never asked, it ends with whoever kept it.
if (head < 0) process.exit();
const asked = JSON.parse(input.toString('utf8', 0, head)) as SheetToRead;
const workbook = await readWorkbook(input.subarray(head + 1), { platform: { inflate, crc32 } });
const reading = workbook.ok ? parseAs(asked, workbook.value) : workbook;
const findings = workbook.ok ? [...workbook.findings, ...reading.findings] : reading.findings;
const text = JSON.stringify({ ...reading, findings });
const { user, system } = process.cpuUsage();
const cost = {
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(`{"cost":${JSON.stringify(cost)},"reading":${text}}`);
