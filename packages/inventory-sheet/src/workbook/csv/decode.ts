import { warningAt } from '@slipstream/quantity';
import { type Notes, Refusal } from '../findings.ts';
import type { Workbook } from '../workbook.ts';

/** Encodings a person may name for a text file that could not be told for sure. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'big5', 'gb18030'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/**
 * The text of a CSV file. A byte-order mark decides; else UTF-8 if every byte fits, else Big5 if every byte fits,
 * the characters are common ones and GB 18030 would not make better sense. GB 18030 fits nearly everything and is therefore never guessed: the person
 * is asked, and `named` carries the answer. Throws `Refusal`.
 */
export function decodeText(
  bytes: Uint8Array,
  named: TextEncoding | undefined,
  notes: Notes,
): { readonly text: string; readonly encoding: NonNullable<Workbook['encoding']> } {
  const marked = byteOrderMark(bytes);
  const encoding = named ?? marked;
  if (encoding) {
    const text = strictly(bytes, encoding);
    if (text === null) throw new Refusal('text.encodingUnknown', { expected: encoding });
    return { text, encoding };
  }
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const big5 = strictly(bytes, 'big5');
  if (big5 === null) throw new Refusal('text.encodingUnknown', { expected: 'utf-8, big5' });
  const asGb = new TextDecoder('gb18030').decode(bytes.subarray(0, sampleBytes));
  if (shareOfRare(bytes) > 0.12 || shareOfTradeWords(asGb) > shareOfTradeWords(big5.slice(0, sampleBytes)))
    throw new Refusal('text.encodingUncertain', { sample: big5.slice(0, 60) });
  notes.add(warningAt('text.readAsBig5', [], { sample: big5.slice(0, 60) }));
  return { text: big5, encoding: 'big5' };
}

function byteOrderMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function strictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const sampleBytes = 20_000;

/** Characters that lists of parts and inventories are full of, in both scripts. */
const tradeCharacters = new Set(
  '料號号品名稱称數数量單单位供應应商公司工業业股份有限重規规格備备註注產产編编階阶層层材質质價价年用每件個个斤噸吨電电力水原物製造廢废棄弃運运輸输距離离排放係系能源日期表廠厂型機机器塑膠胶鋼钢鐵铁鋁铝銅铜包裝装紙纸箱螺絲丝墊垫片線线板控制配組组總总合計计小大中台',
);

/** Share of the characters beyond ASCII that are such characters: high where text is read as what it is. */
function shareOfTradeWords(text: string): number {
  let all = 0;
  let known = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    all += 1;
    if (tradeCharacters.has(character)) known += 1;
  }
  return all === 0 ? 0 : known / all;
}

/**
 * Share of two-byte characters outside Big5's symbols and frequent characters (A1 to C6). In text that is Big5 they
 * are a few in a hundred; in text of another encoding read as Big5 they are about a third.
 */
function shareOfRare(bytes: Uint8Array): number {
  let all = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x81) continue;
    all += 1;
    if (lead < 0xa1 || lead > 0xc6) rare += 1;
    at += 1;
  }
  return all === 0 ? 0 : rare / all;
}
