import { Refusal } from '../findings.ts';
import type { WorkbookLimits } from '../limits.ts';
import { CellStore, cellKinds, type Worksheet } from '../workbook.ts';
import { TextTable } from '../xlsx/shared-strings.ts';

const separators = [',', ';', '\t', '|'] as const;
const textKind = cellKinds.indexOf('text');

/**
 * The cells of separated text: RFC 4180 with any of `,` `;` tab or `|`, lines ended by CR, LF or both, quotes
 * doubled inside quotes. Every value stays text, as typed. Throws `Refusal`.
 */
export function parseSeparatedText(text: string, limits: WorkbookLimits): Worksheet {
  const separator = findSeparator(text);
  const store = new CellStore();
  const table = new TextTable(limits.textBytes * 2);
  let row = 1;
  let column = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const keep = (value: string) => {
    const content = /^="[^"]*"$/.test(value) ? value.slice(2, -1) : value;
    if (content.trim() !== '') {
      if (column > limits.columns)
        throw new Refusal('workbook.columnBeyondLimit', { row, column, limit: limits.columns });
      if (content.length > limits.tokenBytes)
        throw new Refusal('workbook.textTooLong', { limit: limits.tokenBytes });
      if (store.count >= limits.cells) throw new Refusal('workbook.tooManyCells', { limit: limits.cells });
      store.add(row, column, textKind, table.add(content, content.length * 2), false);
    }
  };
  while (at < text.length) {
    let value: string;
    if (text[at] === '"') {
      const closed = quotedEnd(text, at);
      if (closed < 0) throw new Refusal('text.quoteNotClosed', { row, column });
      value = text.slice(at + 1, closed).replaceAll('""', '"');
      at = closed + 1;
      const tail = unquotedEnd(text, at, separator);
      value += text.slice(at, tail);
      at = tail;
    } else {
      const end = unquotedEnd(text, at, separator);
      value = text.slice(at, end);
      at = end;
    }
    keep(value);
    if (text[at] === separator) {
      column += 1;
      at += 1;
    } else if (at < text.length) {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      row += 1;
      column = 1;
    }
  }
  return store.finish({ name: 'CSV', state: 'visible', merges: [] }, table.texts, String, () => undefined);
}

function quotedEnd(text: string, open: number): number {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    if (text[at + 1] !== '"') return at;
  }
}

function unquotedEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at++;
  return at;
}

/** The separator that cuts the first lines into the same number of fields, more than one; the comma if none does. */
function findSeparator(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best = ',';
  let bestScore = 0;
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const most = Math.max(0, ...counts);
    const score = counts.filter((count) => count > 0 && count >= most - 1).length * 100 + Math.min(most, 99);
    if (most > 0 && score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}
