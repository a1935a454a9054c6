import type { WorkbookRefusalCode } from './findings.ts';

/** What the first bytes of a file say it is. */
export type FileKind = 'zip' | 'text' | WorkbookRefusalCode;

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Tells by the content, never by the name: a ZIP, text, or the code of why it is neither. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'workbook.empty';
  if (starts(bytes, compoundFile)) return sniffCompoundFile(bytes);
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return 'workbook.pdf';
  const head = bytes.subarray(0, 4096);
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!wide && bytes.some(isBinary)) return 'workbook.notAWorkbook';
  const start = new TextDecoder('latin1')
    .decode(head)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (start === '' && !wide) return isBlank(bytes) ? 'workbook.empty' : 'text';
  if (/^(?:<!--|<!doctype html|<html|<head|<body|<table|<meta|<div)/.test(start)) return 'workbook.html';
  if (start.startsWith('<?xml') || start.startsWith('<workbook'))
    return start.includes('urn:schemas-microsoft-com:office:spreadsheet')
      ? 'workbook.xmlSpreadsheet2003'
      : 'workbook.notAWorkbook';
  if (start.startsWith('{\\rtf')) return 'workbook.notAWorkbook';
  return 'text';
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Bytes no text in UTF-8 or Big5 holds. */
function isBinary(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1b) || byte === 0xff;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

/** Inside the old container: an encrypted workbook, a rights-managed one, or a workbook of before 2007. */
function sniffCompoundFile(bytes: Uint8Array): FileKind {
  if (holdsName(bytes, 'DRMEncryptedDataSpace')) return 'workbook.rightsManaged';
  if (holdsName(bytes, 'EncryptedPackage') || holdsName(bytes, 'EncryptionInfo'))
    return 'workbook.passwordProtected';
  if (holdsName(bytes, 'Workbook') || holdsName(bytes, 'Book')) return 'workbook.legacyXls';
  return 'workbook.notAWorkbook';
}

/** True where a directory entry of a compound file (128 bytes, its name in UTF-16) has the name. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const byteLength = name.length * 2 + 2;
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at + 64] !== byteLength || bytes[at + 65] !== 0) continue;
    let same = true;
    for (let index = 0; index < name.length && same; index++)
      same = bytes[at + index * 2] === name.charCodeAt(index) && bytes[at + index * 2 + 1] === 0;
    if (same) return true;
  }
  return false;
}
