import { packZip, workbookEntries, worksheet } from './zip.ts';

/** What a cell of a made worksheet holds. */
export type Value = string | number | null;

/** A worksheet as rows, with its merged ranges. */
export interface MessySheet {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges: readonly string[];
}

/** Choices that depend on a seed alone. */
export interface Dice {
  /** From 0 to 1. */
  readonly roll: () => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(list: readonly Item[]) => Item;
  readonly shuffle: <Item>(list: Item[]) => Item[];
}

/** The dice of a seed. */
export function diceOf(seed: number): Dice {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    roll,
    chance: (probability) => roll() < probability,
    pick: <Item>(list: readonly Item[]) => list[Math.floor(roll() * list.length)] as Item,
    shuffle: (list) => {
      for (let index = list.length - 1; index > 0; index--) {
        const other = Math.floor(roll() * (index + 1));
        [list[index], list[other]] = [list[other] as never, list[index] as never];
      }
      return list;
    },
  };
}

/** Text as an input method in full-width mode types it. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9A-Za-z.,-]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}

/** A number as somebody would have typed it: mostly a number, else text with or without separators, or full-width. */
export function typedNumber(value: number, { roll }: Dice): Value {
  const way = roll();
  if (way < 0.7) return value;
  if (way < 0.8) return String(value);
  return way < 0.9 ? fullWidth(String(value)) : value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** Letters of a column counted from 0; there are no more than 26. */
export function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The workbook file of these worksheets. */
export function packSheets(sheets: readonly MessySheet[]): Uint8Array {
  const strings: string[] = [];
  const cell = (value: Value, row: number, column: number): string => {
    if (value === null) return '';
    const reference = `${letterOf(column)}${row}`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    strings.push(value);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const parts = sheets.map(({ rows, merges }) => {
    const xml = rows
      .map(
        (cells, index) =>
          `<row r="${index + 1}">${cells.map((value, column) => cell(value, index + 1, column)).join('')}</row>`,
      )
      .join('');
    const ranges = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    return worksheet(xml, ranges === '' ? '' : `<mergeCells>${ranges}</mergeCells>`);
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map((_, index) =>
    relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const [first, ...more] = parts;
  return packZip(
    workbookEntries({
      ...(first === undefined ? {} : { sheet: first }),
      workbook: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
      workbookRelations: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}${relation(0, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      sharedStrings: `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
      more: more.map((data, index) => ({ name: `xl/worksheets/sheet${index + 2}.xml`, data })),
    }),
  );
}
