import { cellAddress, columnLetters } from '../workbook/address.ts';
import { type CellStyle, cellStyles, stylesXml } from './styles.ts';
import { makeZip } from './zip.ts';

/** A cell to write; null leaves it blank. Numbers are written as numbers, text always as text, never as a formula. */
export type CellDraft =
  | string
  | number
  | null
  | { readonly value: string | number; readonly style: CellStyle };

/** A choice offered in a range of cells, with what is said on entering and on a wrong entry. */
export interface ListValidation {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
  readonly choices: readonly string[];
  readonly title: string;
  readonly message: string;
  /** `stop` refuses other entries, `warning` lets them pass after asking. */
  readonly onOther: 'stop' | 'warning';
}

/** A worksheet to write. */
export interface SheetDraft {
  readonly name: string;
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly rows: readonly (readonly CellDraft[])[];
  readonly validations: readonly ListValidation[];
}

/** Writes worksheets as an Office Open XML workbook. The same drafts give the same bytes. */
export async function makeWorkbook(sheets: readonly SheetDraft[]): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(
          (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
        ),
        [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesXml],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheetXml(sheet)] as const),
  ] as const;
  return makeZip(parts.map(([name, text]) => ({ name, bytes: encoder.encode(text) })));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSchemas = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${spreadsheetTypes}.${type}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    override(`worksheets/sheet${index + 1}.xml`, 'worksheet'),
  );
  return `${declaration}<Types xmlns="${packageSchemas}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${worksheets.join('')}</Types>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const one = ([id, type, target]: readonly [string, string, string]) =>
    `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
  return `${declaration}<Relationships xmlns="${packageSchemas}/relationships">${list.map(one).join('')}</Relationships>`;
}

function workbookXml(sheets: readonly SheetDraft[]): string {
  const one = ({ name }: SheetDraft, index: number) =>
    `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  return `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}"><sheets>${sheets.map(one).join('')}</sheets></workbook>`;
}

function worksheetXml(sheet: SheetDraft): string {
  const frozen = sheet.frozenRows;
  const pane =
    frozen > 0
      ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozen + 1}" sqref="A${frozen + 1}"/>`
      : '';
  const widths = sheet.columnWidths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = sheet.rows.map((cells, index) => rowXml(cells, index + 1));
  const validations = sheet.validations.map(validationXml);
  return `${declaration}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : ''}</worksheet>`;
}

function rowXml(cells: readonly CellDraft[], row: number): string {
  const written = cells.map((cell, index) => cellXml(cell, cellAddress(row, index + 1))).join('');
  return written === '' ? '' : `<row r="${row}">${written}</row>`;
}

const looksLikeFormula = /^[=+\-@\t\r＝＋－＠]/;

function cellXml(cell: CellDraft, reference: string): string {
  const styled = typeof cell === 'object' && cell !== null;
  const value = styled ? cell.value : cell;
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return '';
  let style: CellStyle = styled ? cell.style : typeof value === 'number' ? 'number' : 'text';
  if (typeof value === 'number')
    return `<c r="${reference}" s="${cellStyles.indexOf(style)}"><v>${value}</v></c>`;
  if (looksLikeFormula.test(value)) style = 'textKept';
  const text = escapeCellText(value);
  return `<c r="${reference}" s="${cellStyles.indexOf(style)}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** XML text of a cell: what XML cannot hold is written `_xHHHH_`, as Excel does. */
function escapeCellText(text: string): string {
  const kept = text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
  return escapeXml(kept.toWellFormed());
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function validationXml({
  firstRow,
  lastRow,
  column,
  choices,
  title,
  message,
  onOther,
}: ListValidation): string {
  const letters = columnLetters(column);
  const list = choices.join(',').replaceAll('"', '""');
  const heading = escapeXml(title.slice(0, 32));
  const text = escapeXml(message.slice(0, 255));
  return `<dataValidation type="list" errorStyle="${onOther}" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${heading}" error="${text}" promptTitle="${heading}" prompt="${text}" sqref="${letters}${firstRow}:${letters}${lastRow}"><formula1>"${escapeXml(list)}"</formula1></dataValidation>`;
}
