import { readFile } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { parseBillOfMaterials, parseInventorySheet, readWorkbook } from '@slipstream/inventory-sheet';

/** Reads the file named on the command line and prints what came of it as one line of JSON. */
const bytes = new Uint8Array(await readFile(process.argv[2] ?? ''));
const read = await readWorkbook(bytes, {
  platform: {
    inflate: (compressed) => {
      const stream = createInflateRaw({ chunkSize: 1 << 18 });
      stream.end(compressed);
      return stream;
    },
    crc32,
  },
});
const codes = read.findings.map(({ code }): string => code);
let refused = !read.ok;
let lines = 0;
if (read.ok) {
  const bill = parseBillOfMaterials(read.value);
  const sheet = parseInventorySheet(read.value);
  refused = !bill.ok && !sheet.ok;
  lines = bill.ok ? bill.value.lines.length : 0;
  codes.push(...bill.findings.map(({ code }): string => code));
}
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ refused, codes: [...new Set(codes)], lines, peakMegabytes }));
