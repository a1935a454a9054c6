import { Refusal } from '../findings.ts';
import type { WorkbookLimits } from '../limits.ts';
import { decodeXmlText } from './text.ts';

/** What a part's reader is told, in document order. Names are given as `elementId` of the local name. */
export interface XmlHandler {
  /** `bytes[from, to)` is the tag behind its name: its attributes. `close` follows also for `<empty/>`. */
  open(element: number, bytes: Uint8Array, from: number, to: number): void;
  close(element: number): void;
  /** Text between two tags, still with its entities; CDATA comes with `plain` true. */
  text(bytes: Uint8Array, from: number, to: number, plain: boolean): void;
}

/** The number an element's local name is known by (FNV-1a over its bytes). */
export function elementId(name: string): number {
  let id = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) id = Math.imul(id ^ name.charCodeAt(index), 0x01000193);
  return id;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;

/** Bytes at which a name ends, and those that mean something inside a tag. */
const endsName = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= 0x20 || byte === GT || byte === SLASH || byte === LT ? 1 : 0,
);
const marksTag = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === GT || byte === LT || byte === QUOTE || byte === APOSTROPHE ? 1 : 0,
);

/**
 * Scans an XML part as its bytes arrive, keeping no tree: only the open elements' names and the one unfinished
 * token. Tags must nest and match; a DOCTYPE, too deep nesting or a token without end refuse the file.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #limits: WorkbookLimits;
  readonly #names: Int32Array;
  #depth = 0;
  #rest: Uint8Array = new Uint8Array(0);
  #started = false;
  #rootClosed = false;

  constructor(handler: XmlHandler, limits: WorkbookLimits) {
    this.#handler = handler;
    this.#limits = limits;
    this.#names = new Int32Array(limits.xmlDepth);
  }

  /** Takes the next piece of the part. The handler sees every token that is complete so far. */
  push(piece: Uint8Array): void {
    let bytes = piece;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + piece.length);
      bytes.set(this.#rest);
      bytes.set(piece, this.#rest.length);
    }
    let from = 0;
    if (!this.#started) {
      if (bytes.length < 4) {
        this.#rest = bytes.slice();
        return;
      }
      from = skipByteOrderMark(bytes);
      this.#started = true;
    }
    const done = this.#scan(bytes, from);
    if (bytes.length - done > this.#limits.tokenBytes)
      throw new Refusal('workbook.textTooLong', { limit: this.#limits.tokenBytes });
    this.#rest = bytes.slice(done);
  }

  /** Ends the part; what is still open is a fault. */
  end(): void {
    const blank = this.#rest.every((byte) => byte <= 0x20);
    if (!this.#rootClosed || this.#depth > 0 || !blank) throw malformed('unexpected end');
  }

  /** Handles every complete token from `from`; returns where the unfinished one begins. */
  #scan(bytes: Uint8Array, from: number): number {
    const length = bytes.length;
    const handler = this.#handler;
    let start = from;
    for (;;) {
      let at = start;
      while (at < length && bytes[at] !== LT) at++;
      const tag = at + 1;
      if (tag >= length) return start;
      const first = bytes[tag] as number;
      if (first === 0x21 || first === 0x3f) {
        const end = this.#special(bytes, at);
        if (end < 0) return start;
        if (at > start) this.#text(bytes, start, at);
        if (bytes[tag + 1] === 0x5b) handler.text(bytes, at + 9, end - 3, true);
        start = end;
        continue;
      }
      const closing = first === SLASH;
      const nameStart = closing ? tag + 1 : tag;
      let element = 0x811c9dc5;
      at = nameStart;
      while (at < length) {
        const byte = bytes[at] as number;
        if (endsName[byte] !== 0) break;
        element = byte === COLON ? 0x811c9dc5 : Math.imul(element ^ byte, 0x01000193);
        at++;
      }
      const nameEnd = at;
      while (at < length) {
        const byte = bytes[at] as number;
        if (marksTag[byte] === 0) {
          at++;
          continue;
        }
        if (byte === GT) break;
        if (byte === LT) throw malformed('<');
        at++;
        while (at < length && bytes[at] !== byte) {
          if (bytes[at] === LT) throw malformed('<');
          at++;
        }
        at++;
      }
      if (at >= length) return start;
      if (nameEnd === nameStart) throw malformed('<');
      const textEnd = tag - 1;
      if (textEnd > start) this.#text(bytes, start, textEnd);
      start = at + 1;
      if (closing) {
        this.#depth -= 1;
        if (this.#depth < 0 || this.#names[this.#depth] !== element) throw malformed('end tag');
        if (this.#depth === 0) this.#rootClosed = true;
        handler.close(element);
        continue;
      }
      if (this.#rootClosed) throw malformed('second root');
      const empty = bytes[at - 1] === SLASH;
      if (!empty || this.#depth === 0) {
        if (this.#depth >= this.#limits.xmlDepth)
          throw new Refusal('workbook.xmlTooDeep', { limit: this.#limits.xmlDepth });
        if (!empty) this.#names[this.#depth++] = element;
        else this.#rootClosed = true;
      }
      handler.open(element, bytes, nameEnd, empty ? at - 1 : at);
      if (empty) handler.close(element);
    }
  }

  #text(bytes: Uint8Array, from: number, to: number): void {
    if (this.#depth > 0) {
      if (to - from > this.#limits.tokenBytes)
        throw new Refusal('workbook.textTooLong', { limit: this.#limits.tokenBytes });
      this.#handler.text(bytes, from, to, false);
    } else
      for (let at = from; at < to; at++) if ((bytes[at] as number) > 0x20) throw malformed('text outside');
  }

  /** The end of a comment, processing instruction or CDATA section that starts at `at`; -1 while unfinished. */
  #special(bytes: Uint8Array, at: number): number {
    if (bytes[at + 1] === 0x3f) return endOf(bytes, at + 2, '?>');
    const opening = String.fromCharCode(...bytes.subarray(at, at + 9));
    if (opening.startsWith('<!--')) return endOf(bytes, at + 4, '-->');
    if (opening === '<![CDATA[' && this.#depth > 0) return endOf(bytes, at + 9, ']]>');
    if ('<!--'.startsWith(opening) || '<![CDATA['.startsWith(opening) || '<!DOCTYPE'.startsWith(opening)) {
      if (opening === '<!DOCTYPE') throw new Refusal('workbook.xmlDoctype');
      return -1;
    }
    throw malformed(opening);
  }
}

function malformed(found: string): Refusal {
  return new Refusal('workbook.xmlMalformed', { found });
}

function endOf(bytes: Uint8Array, from: number, mark: string): number {
  const last = mark.charCodeAt(mark.length - 1);
  for (let at = from + mark.length - 1; at < bytes.length; at++) {
    if (bytes[at] !== last) continue;
    let same = true;
    for (let back = 1; back < mark.length && same; back++)
      same = bytes[at - back] === mark.charCodeAt(mark.length - 1 - back);
    if (same) return at + 1;
  }
  return -1;
}

/** Parts are UTF-8; UTF-16 is legal XML that no spreadsheet program writes, and is refused by name. */
function skipByteOrderMark(bytes: Uint8Array): number {
  const [first, second, third] = bytes as unknown as [number, number, number];
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3;
  if (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    first === 0 ||
    second === 0
  )
    throw new Refusal('workbook.xmlEncoding', { found: 'UTF-16' });
  return 0;
}

/**
 * The value of an attribute of a tag, by its full name, or undefined. Reads the tag from the start; meant for tags
 * that are few.
 */
export function attribute(bytes: Uint8Array, from: number, to: number, name: string): string | undefined {
  for (const [found, value] of attributes(bytes, from, to)) if (found === name) return value;
  return undefined;
}

/** All attributes of a tag, names with their prefixes. */
export function* attributes(
  bytes: Uint8Array,
  from: number,
  to: number,
): Generator<readonly [name: string, value: string]> {
  let at = from;
  while (at < to) {
    while (at < to && (bytes[at] as number) <= 0x20) at++;
    const nameStart = at;
    while (at < to && bytes[at] !== 0x3d && (bytes[at] as number) > 0x20) at++;
    const nameEnd = at;
    while (at < to && (bytes[at] as number) <= 0x20) at++;
    if (nameEnd === nameStart && at >= to) return;
    if (bytes[at] !== 0x3d) throw malformed('attribute');
    at++;
    while (at < to && (bytes[at] as number) <= 0x20) at++;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw malformed('attribute');
    const valueStart = ++at;
    while (at < to && bytes[at] !== quote) at++;
    if (at >= to) throw malformed('attribute');
    yield [decodeXmlText(bytes, nameStart, nameEnd), decodeXmlText(bytes, valueStart, at)];
    at++;
  }
}
