import { Refusal } from '../findings.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const scratch = new Uint16Array(64);

/**
 * The text of UTF-8 bytes with the five XML entities and character references put in. Anything else behind an
 * ampersand, and bytes that are not UTF-8, refuse the file: nothing is ever expanded from a document's own
 * definitions.
 */
export function decodeXmlText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= scratch.length) {
    const length = decodeShort(bytes, start, end);
    if (length >= 0)
      return String.fromCharCode.apply(null, scratch.subarray(0, length) as unknown as number[]);
  }
  return expandReferences(decodeUtf8(bytes, start, end));
}

function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  try {
    return strict.decode(bytes.subarray(start, end));
  } catch {
    throw new Refusal('workbook.xmlEncoding');
  }
}

/** Decodes ASCII and three-byte characters into the scratch; -1 leaves the rest to the careful way. */
function decodeShort(bytes: Uint8Array, start: number, end: number): number {
  let length = 0;
  for (let at = start; at < end; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      if (byte === 0x26 || (byte < 0x20 && byte !== 0x0a && byte !== 0x09)) return -1;
      scratch[length++] = byte;
      at += 1;
    } else if (byte > 0xe0 && byte < 0xed && at + 2 < end) {
      const second = bytes[at + 1] as number;
      const third = bytes[at + 2] as number;
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return -1;
      scratch[length++] = ((byte & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      at += 3;
    } else return -1;
  }
  return length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const notXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

function expandReferences(text: string): string {
  if (notXml.test(text)) throw new Refusal('workbook.xmlMalformed', { found: 'control character' });
  if (!text.includes('&')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return text.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,12}(?:;|$))?/g, (all, body: string | undefined) => {
    const name = body?.endsWith(';') ? body.slice(0, -1) : '';
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    if (known !== undefined) return known;
    const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = digits ? (digits[1] ? Number.parseInt(digits[1], 16) : Number(digits[2])) : -1;
    if (code < 9 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
      throw new Refusal('workbook.xmlMalformed', { found: all.slice(0, 20) });
    return String.fromCodePoint(code);
  });
}

/** A cell's text as Excel shows it: `_x000D_` and its like are characters that XML cannot hold. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code === 0x0d ? '' : String.fromCharCode(code);
  });
}
