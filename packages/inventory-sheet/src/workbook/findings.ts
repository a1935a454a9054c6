import { errorAt, type Finding } from '@slipstream/quantity';
import { cellAddress } from './address.ts';

/** Why a file could not be read at all. */
export const workbookRefusalCodes = [
  'workbook.empty',
  'workbook.notAWorkbook',
  'workbook.passwordProtected',
  'workbook.rightsManaged',
  'workbook.legacyXls',
  'workbook.binaryXlsb',
  'workbook.openDocument',
  'workbook.pdf',
  'workbook.html',
  'workbook.xmlSpreadsheet2003',
  'workbook.zipWithoutWorkbook',
  'workbook.damaged',
  'workbook.fileTooLarge',
  'workbook.tooManyEntries',
  'workbook.inflatesTooMuch',
  'workbook.sizeMismatch',
  'workbook.checksumMismatch',
  'workbook.unsafeEntry',
  'workbook.overlappingEntries',
  'workbook.duplicatePart',
  'workbook.encryptedEntry',
  'workbook.unsupportedCompression',
  'workbook.partMissing',
  'workbook.xmlMalformed',
  'workbook.xmlDoctype',
  'workbook.xmlTooDeep',
  'workbook.xmlEncoding',
  'workbook.noSheet',
  'workbook.tooManySheets',
  'workbook.tooManyCells',
  'workbook.columnBeyondLimit',
  'workbook.tooManyMerges',
  'workbook.tooManyStyles',
  'workbook.textTooLong',
  'workbook.tooMuchText',
  'text.encodingUnknown',
  'text.encodingUncertain',
  'text.quoteNotClosed',
] as const;

/** What was met while reading a workbook that could be read. */
export const workbookNoteCodes = [
  'workbook.macrosIgnored',
  'workbook.externalLinksIgnored',
  'workbook.sheetHidden',
  'workbook.sheetProtected',
  'workbook.sheetNotCells',
  'workbook.sheetNotListed',
  'workbook.formulaValueUsed',
  'workbook.formulaWithoutValue',
  'workbook.errorCell',
  'workbook.cellUnreadable',
  'workbook.duplicateCell',
  'workbook.cellsOutOfOrder',
  'workbook.moreFindings',
  'text.readAsBig5',
] as const;

/** Codes of findings that reading a file can bring. */
export const workbookFindingCodes = [...workbookRefusalCodes, ...workbookNoteCodes] as const;
export type WorkbookRefusalCode = (typeof workbookRefusalCodes)[number];
export type WorkbookFindingCode = (typeof workbookFindingCodes)[number];
export type WorkbookFinding = Finding<WorkbookFindingCode>;

/**
 * Ends the reading of a file from the depth of a scan. Thrown only inside this package: `readWorkbook` turns it
 * into a refused result.
 */
export class Refusal extends Error {
  readonly finding: WorkbookFinding;
  constructor(code: WorkbookRefusalCode, values: Finding['values'] = {}) {
    super(code);
    this.finding = errorAt(code, [], values);
  }
}

/** The path and values that place a finding at a cell: the sheet's name and the A1 address. */
export function atCell(sheet: string, row: number, column: number) {
  const cell = cellAddress(row, column);
  return { path: [sheet, cell], values: { sheet, cell } } as const;
}

/** Collects notes up to a number, and counts what came after. */
export class Notes {
  readonly findings: WorkbookFinding[] = [];
  #more = 0;
  readonly #limit: number;
  constructor(limit: number) {
    this.#limit = limit;
  }
  add(finding: WorkbookFinding): void {
    if (this.findings.length < this.#limit) this.findings.push(finding);
    else this.#more += 1;
  }
  /** All findings, with one that counts those left out. */
  all(): WorkbookFinding[] {
    if (this.#more === 0) return this.findings;
    return [
      ...this.findings,
      { code: 'workbook.moreFindings', severity: 'warning', path: [], values: { count: this.#more } },
    ];
  }
}
