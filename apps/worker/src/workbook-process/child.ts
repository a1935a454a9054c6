import { buffer } from 'node:stream/consumers';
import { readWorkbook } from '@slipstream/inventory-sheet';
import { parsers, type SheetKind } from './sheets.ts';

// Reads the file on standard input and writes what it says as JSON on standard output. Runs with little memory, no
// environment and a clock against it: whatever a stranger's file does to it, it does to this process alone.
const parse = parsers[process.argv[2] as SheetKind];
const workbook = await readWorkbook(await buffer(process.stdin));
const reading = workbook.ok ? parse(workbook.value) : workbook;
const findings = workbook.ok ? [...workbook.findings, ...reading.findings] : reading.findings;
process.stdout.write(JSON.stringify({ ...reading, findings }));
