import { Refusal } from '../findings.ts';
import type { WorkbookLimits } from '../limits.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

/**
 * Turns raw DEFLATE bytes into pieces of plain bytes, in order, failing on bad data and on data after its end.
 */
export type Inflate = (compressed: Uint8Array) => AsyncIterable<Uint8Array>;

/** `DecompressionStream`, as browsers and Node have it. */
export async function* inflateRaw(compressed: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // Both ends report a fault of the data; it is read once, at the reading end.
  const written = Promise.allSettled([writer.write(compressed as Uint8Array<ArrayBuffer>), writer.close()]);
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const piece = await reader.read();
      if (piece.done) break;
      yield piece.value;
    }
    await written;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** What the platform does better than plain code: inflating, and the checksum of ZIP. */
export interface ZipPlatform {
  readonly inflate: Inflate;
  /** CRC-32 over a piece, going on from that of the pieces before. */
  readonly crc32: (piece: Uint8Array, previous: number) => number;
}

/** What every platform has. */
export const commonPlatform: ZipPlatform = { inflate: inflateRaw, crc32 };

/** The inflated bytes still allowed to one file, shared by all its parts. */
export interface InflateBudget {
  bytes: number;
}

/**
 * Hands the plain bytes of an entry to `take` piece by piece, counting them: more than declared, or more than the
 * budget, ends it at once. Length and checksum must agree with the directory at the end. Throws `Refusal`.
 */
export async function readEntry(
  entry: ZipEntry,
  platform: ZipPlatform,
  budget: InflateBudget,
  limits: WorkbookLimits,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const plain = entry.method === 'stored' ? pieces(entry.compressed) : platform.inflate(entry.compressed);
  const source = plain[Symbol.asyncIterator]();
  let size = 0;
  let crc = 0;
  try {
    for (;;) {
      const piece = await source.next().catch(() => {
        throw new Refusal('workbook.damaged', { part: entry.name });
      });
      if (piece.done) break;
      size += piece.value.length;
      budget.bytes -= piece.value.length;
      if (size > entry.size) throw new Refusal('workbook.sizeMismatch', { name: entry.name });
      if (budget.bytes < 0) throw new Refusal('workbook.inflatesTooMuch', { limit: limits.inflatedBytes });
      crc = platform.crc32(piece.value, crc);
      take(piece.value);
    }
  } finally {
    await source.return?.();
  }
  if (size !== entry.size) throw new Refusal('workbook.sizeMismatch', { name: entry.name });
  if (crc !== entry.crc) throw new Refusal('workbook.checksumMismatch', { name: entry.name });
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
