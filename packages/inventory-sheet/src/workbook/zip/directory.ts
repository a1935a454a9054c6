import { Refusal } from '../findings.ts';
import type { WorkbookLimits } from '../limits.ts';

/** One file of a ZIP archive, with its bytes as they lie in it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly compressed: Uint8Array;
  /** Bytes after inflating, as declared. */
  readonly size: number;
  readonly crc: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Reads the directory of a ZIP archive and checks it before a byte is inflated: number of entries, declared sizes,
 * paths that climb out, links, encryption, names given twice, entries that share bytes. Zip64 is understood.
 * Keys are part names in lower case, as OPC compares them; throws `Refusal`.
 */
export function readZipDirectory(bytes: Uint8Array, limits: WorkbookLimits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.count > limits.entries)
    throw new Refusal('workbook.tooManyEntries', { found: end.count, limit: limits.entries });
  const entries = new Map<string, ZipEntry>();
  const spans: (readonly [start: number, end: number])[] = [];
  let offset = end.offset;
  let declared = 0;
  for (let index = 0; index < end.count; index++) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== centralSignature)
      throw damaged('directory');
    const nameLength = view.getUint16(offset + 28, true);
    const extraLength = view.getUint16(offset + 30, true);
    const next = offset + 46 + nameLength + extraLength + view.getUint16(offset + 32, true);
    if (next > bytes.length) throw damaged('directory');
    const rawName = bytes.subarray(offset + 46, offset + 46 + nameLength);
    const name = partName(rawName);
    if (view.getUint32(offset + 38, true) >>> 28 === 0xa) throw new Refusal('workbook.unsafeEntry', { name });
    if (view.getUint16(offset + 8, true) & 0x2041) throw new Refusal('workbook.encryptedEntry', { name });
    const method = view.getUint16(offset + 10, true);
    if (method !== 0 && method !== 8) throw new Refusal('workbook.unsupportedCompression', { name, method });
    const sizes = entrySizes(view, offset, offset + 46 + nameLength, extraLength);
    declared += sizes.size;
    if (declared > limits.inflatedBytes)
      throw new Refusal('workbook.inflatesTooMuch', { limit: limits.inflatedBytes });
    const data = localData(view, bytes, sizes.localOffset, sizes.compressedSize, rawName);
    if (data.end > end.offset) throw new Refusal('workbook.overlappingEntries', { name });
    spans.push([sizes.localOffset, data.end]);
    const key = name.toLowerCase();
    if (entries.has(key)) throw new Refusal('workbook.duplicatePart', { name });
    entries.set(key, {
      name,
      method: method === 0 ? 'stored' : 'deflated',
      compressed: bytes.subarray(data.start, data.end),
      size: sizes.size,
      crc: view.getUint32(offset + 16, true),
    });
    offset = next;
  }
  refuseOverlap(spans);
  return entries;
}

function damaged(part: string): Refusal {
  return new Refusal('workbook.damaged', { part });
}

/** Where the directory starts and how many entries it has, from the end record (and its zip64 form). */
function findEnd(view: DataView): { readonly offset: number; readonly count: number } {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    let count = view.getUint16(at + 10, true);
    let offset = view.getUint32(at + 16, true);
    const locator = at - 20;
    if (locator >= 0 && view.getUint32(locator, true) === locator64Signature) {
      const record = uint64(view, locator + 8);
      if (record + 56 > view.byteLength || view.getUint32(record, true) !== end64Signature)
        throw damaged('directory');
      count = uint64(view, record + 32);
      offset = uint64(view, record + 48);
    }
    if (offset > at) throw damaged('directory');
    return { offset, count };
  }
  throw damaged('directory');
}

function uint64(view: DataView, offset: number): number {
  return Number(view.getBigUint64(offset, true));
}

/** Sizes and place of an entry; a field of all ones is in the zip64 extra field instead. */
function entrySizes(view: DataView, central: number, extra: number, extraLength: number) {
  let size = view.getUint32(central + 24, true);
  let compressedSize = view.getUint32(central + 20, true);
  let localOffset = view.getUint32(central + 42, true);
  if (size !== 0xffffffff && compressedSize !== 0xffffffff && localOffset !== 0xffffffff)
    return { size, compressedSize, localOffset };
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const last = Math.min(field + view.getUint16(at + 2, true), extra + extraLength);
    const take = (value: number): number => {
      if (value !== 0xffffffff) return value;
      if (field + 8 > last) throw damaged('directory');
      field += 8;
      return uint64(view, field - 8);
    };
    size = take(size);
    compressedSize = take(compressedSize);
    localOffset = take(localOffset);
    return { size, compressedSize, localOffset };
  }
  throw damaged('directory');
}

/** The bytes of an entry behind its local header, whose name must be that of the directory. */
function localData(view: DataView, bytes: Uint8Array, local: number, length: number, name: Uint8Array) {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) throw damaged('entry');
  const nameLength = view.getUint16(local + 26, true);
  const start = local + 30 + nameLength + view.getUint16(local + 28, true);
  const end = start + length;
  if (end > bytes.length || nameLength !== name.length) throw damaged('entry');
  for (let index = 0; index < nameLength; index++)
    if (bytes[local + 30 + index] !== name[index]) throw damaged('entry');
  return { start, end };
}

/** The name of a part with forward slashes; one that leads out of the archive is refused. */
function partName(raw: Uint8Array): string {
  const name = new TextDecoder('utf-8').decode(raw).replaceAll('\\', '/');
  const climbs = name.split('/').includes('..');
  if (climbs || name.startsWith('/') || name.includes('\0') || /^[a-z]:/i.test(name))
    throw new Refusal('workbook.unsafeEntry', { name: name.slice(0, 100) });
  return name;
}

function refuseOverlap(spans: (readonly [start: number, end: number])[]): void {
  spans.sort((left, right) => left[0] - right[0]);
  let reached = 0;
  for (const [start, end] of spans) {
    if (start < reached) throw new Refusal('workbook.overlappingEntries');
    reached = end;
  }
}
