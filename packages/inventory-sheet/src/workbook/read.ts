import { accept, type Result, refuse } from '@slipstream/quantity';
import { decodeText, type TextEncoding } from './csv/decode.ts';
import { parseSeparatedText } from './csv/parse.ts';
import { Notes, Refusal, type WorkbookFindingCode } from './findings.ts';
import { defaultWorkbookLimits, type WorkbookLimits } from './limits.ts';
import { sniff } from './sniff.ts';
import type { Workbook } from './workbook.ts';
import { readXlsx } from './xlsx/read.ts';
import { commonPlatform, type ZipPlatform } from './zip/inflate.ts';

/** How a file is to be read. */
export interface ReadWorkbookOptions {
  /** Limits that differ from `defaultWorkbookLimits`. */
  readonly limits?: Partial<WorkbookLimits>;
  /** The encoding a person named after `text.encodingUnknown` or `text.encodingUncertain`. */
  readonly encoding?: TextEncoding;
  /** Inflating and checksum by `node:zlib` in a Node process; by default `DecompressionStream` and plain code. */
  readonly platform?: ZipPlatform;
}

/**
 * Reads a file a person dropped: an Office Open XML workbook (`.xlsx`, `.xlsm` without its macros) or separated text
 * (CSV). Says precisely what else it is. Never throws on any bytes, and keeps to the limits in time and memory;
 * still, run it for strangers' files in a process that may be killed.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: ReadWorkbookOptions = {},
): Promise<Result<Workbook, WorkbookFindingCode>> {
  const limits = { ...defaultWorkbookLimits, ...options.limits };
  const notes = new Notes(limits.findings);
  try {
    if (bytes.length > limits.fileBytes)
      throw new Refusal('workbook.fileTooLarge', { found: bytes.length, limit: limits.fileBytes });
    const kind = sniff(bytes);
    if (kind === 'zip')
      return accept(await readXlsx(bytes, options.platform ?? commonPlatform, limits, notes), notes.all());
    if (kind !== 'text') throw new Refusal(kind);
    const { text, encoding } = decodeText(bytes, options.encoding, notes);
    if (text.trim() === '') throw new Refusal('workbook.empty');
    const sheet = parseSeparatedText(text, limits);
    return accept({ format: 'csv', encoding, sheets: [sheet] }, notes.all());
  } catch (fault) {
    if (fault instanceof Refusal) return refuse(fault.finding);
    throw fault;
  }
}
