import { expect, it } from 'vitest';
import { parseBillOfMaterials } from '../../bill-of-materials/parse.ts';
import { readWorkbook } from '../read.ts';

/** Big5 bytes of a text, by turning the platform's decoder round. */
const big5Of = new Map<string, readonly number[]>();
for (let lead = 0xa1; lead <= 0xf9; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = new TextDecoder('big5').decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && character !== '\ufffd' && !big5Of.has(character))
      big5Of.set(character, [lead, trail]);
  }
const big5 = (text: string) =>
  Uint8Array.from([...text].flatMap((character) => big5Of.get(character) ?? [character.charCodeAt(0)]));
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  for (const [index, unit] of ['\ufeff', ...text.split('')].entries())
    view.setUint16(index * 2, unit.charCodeAt(0), !bigEndian);
  return bytes;
};
const utf8 = (text: string) => new TextEncoder().encode(text);

const rows = [
  ['料號', '品名', '數量', '單位', '供應商'],
  ['Ａ－００１', '鋁輪圈「特殊」, 大', '１，２００', '個', '許功蓋工業'],
  ['A-002', '內含 "引號"\n與換行', '3.5', '公斤', '甲公司'],
] as const;
const quoted = (value: string, separator: string) =>
  value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
const written = (separator: string, lineEnd: string) =>
  rows.map((row) => row.map((value) => quoted(value, separator)).join(separator)).join(lineEnd) + lineEnd;

async function cellsOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const sheet = read.value.sheets[0];
  return {
    encoding: read.value.encoding,
    codes: read.findings.map(({ code }) => code),
    cells: rows.map((row, at) => row.map((_, column) => sheet?.cellAt(at + 1, column + 1)?.text)),
  };
}

it.each([
  ['UTF-8', utf8, 'utf-8', []],
  ['UTF-8 with mark', (text: string) => utf8(`\ufeff${text}`), 'utf-8', []],
  ['UTF-16 little end first', (text: string) => utf16(text, false), 'utf-16le', []],
  ['UTF-16 big end first', (text: string) => utf16(text, true), 'utf-16be', []],
  ['Big5, which is said', big5, 'big5', ['text.readAsBig5']],
] as const)('reads %s with any separator and line end', async (_, encode, encoding, codes) => {
  for (const separator of [',', ';', '\t', '|'])
    for (const lineEnd of ['\n', '\r\n', '\r'])
      expect(await cellsOf(encode(written(separator, lineEnd)))).toEqual({
        encoding,
        codes,
        cells: rows.map((row) => row.map(String)),
      });
});

it('asks rather than reads text of GB 18030, UTF-8 mixed with Big5, and a character cut short', async () => {
  const gb = Uint8Array.of(
    0xc1,
    0xcf,
    0xba,
    0xc5,
    0x2c,
    0xc6,
    0xb7,
    0xc3,
    0xfb,
    0x0a,
    0x50,
    0x31,
    0x2c,
    0xc2,
    0xc1,
    0xb6,
    0xa7,
    0x0a,
  );
  expect((await readWorkbook(gb)).findings[0]?.code).toBe('text.encodingUncertain');
  const named = await readWorkbook(gb, { encoding: 'gb18030' });
  expect(named.ok && named.value.sheets[0]?.cellAt(1, 1)?.text).toBe('料号');
  const mixed = Uint8Array.from([...utf8('料號,品名\n'), ...big5('鋁,個\n')]);
  expect((await readWorkbook(mixed)).ok).toBe(false);
  const cut = big5('料號,品名\n鋁').slice(0, -1);
  expect((await readWorkbook(cut)).findings[0]?.code).toBe('text.encodingUnknown');
});

it('reads a part list out of text: full-width digits and codes are plain, the typed amount is kept', async () => {
  const read = await readWorkbook(big5(written(',', '\r\n')));
  const parsed = read.ok ? parseBillOfMaterials(read.value) : read;
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  expect(parsed.value.lines[0]).toMatchObject({
    partNumber: 'A-001',
    quantity: { typed: '１，２００', value: 1200 },
    unit: 'pcs',
    supplier: '許功蓋工業',
  });
});
