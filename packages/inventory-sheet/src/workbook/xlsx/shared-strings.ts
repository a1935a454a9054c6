import { Refusal } from '../findings.ts';
import { elementId } from '../xml/scanner.ts';
import { decodeXmlText, unescapeCellText } from '../xml/text.ts';
import type { OpcPackage } from './package.ts';

const si = elementId('si');
const t = elementId('t');
const rPh = elementId('rPh');

/** Text kept for one file, counted in bytes against the limit. */
export class TextTable {
  readonly texts: string[] = [];
  #bytes = 0;
  readonly #limit: number;
  constructor(limit: number) {
    this.#limit = limit;
  }
  /** Adds a text that took `bytes` in the file; returns its index. Throws `Refusal` when it is too much. */
  add(text: string, bytes: number): number {
    this.#bytes += bytes + 8;
    if (this.#bytes > this.#limit) throw new Refusal('workbook.tooMuchText', { limit: this.#limit });
    return this.texts.push(text) - 1;
  }
}

/** Reads the shared strings, rich text joined and phonetic guides left out. Their indexes are those of the table. */
export async function readSharedStrings(opc: OpcPackage, part: string, table: TextTable): Promise<void> {
  let text = '';
  let bytesOfText = 0;
  let inText = false;
  let phonetic = 0;
  await opc.scan(part, {
    open: (element) => {
      if (element === t) inText = phonetic === 0;
      else if (element === rPh) phonetic += 1;
      else if (element === si) {
        text = '';
        bytesOfText = 0;
      }
    },
    close: (element) => {
      if (element === t) inText = false;
      else if (element === rPh) phonetic -= 1;
      else if (element === si) table.add(unescapeCellText(text), bytesOfText);
    },
    text: (bytes, from, to) => {
      if (!inText) return;
      bytesOfText += to - from;
      if (bytesOfText > opc.limits.tokenBytes)
        throw new Refusal('workbook.textTooLong', { limit: opc.limits.tokenBytes });
      const piece = decodeXmlText(bytes, from, to);
      text = text === '' ? piece : text + piece;
    },
  });
}
