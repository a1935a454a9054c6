export { type BomField, bomFields } from './bill-of-materials/columns.ts';
export { type DeclaredUnit, readDeclaredUnit } from './bill-of-materials/declared-unit.ts';
export { type BillOfMaterialsContent, makeBillOfMaterialsTemplate } from './bill-of-materials/make.ts';
export * from './bill-of-materials/model.ts';
export { type ParseBillOfMaterialsOptions, parseBillOfMaterials } from './bill-of-materials/parse.ts';
export { type SheetField, sheetFields } from './sheet/columns.ts';
export { type InventorySheetContent, makeInventorySheet } from './sheet/make.ts';
export * from './sheet/model.ts';
export { type ParseInventorySheetOptions, parseInventorySheet } from './sheet/parse.ts';
export type { FormLanguage } from './sheet/words.ts';
export type { TypedAmount } from './table/amount.ts';
export type { ColumnGuess } from './table/columns.ts';
export type { ColumnMapping } from './table/read.ts';
export type { CellAccount, RejectedRow } from './table/rows.ts';
export type { ReadColumn, ReadTable } from './table/understood.ts';
export type { FactorUnit } from './table/unit.ts';
export { columnLetters } from './workbook/address.ts';
export { type TextEncoding, textEncodings } from './workbook/csv/decode.ts';
export {
  type WorkbookFindingCode,
  type WorkbookRefusalCode,
  workbookFindingCodes,
  workbookRefusalCodes,
} from './workbook/findings.ts';
export { defaultWorkbookLimits, type WorkbookLimits } from './workbook/limits.ts';
export { type ReadWorkbookOptions, readWorkbook } from './workbook/read.ts';
export type { Cell, CellKind, SheetState, Workbook, Worksheet } from './workbook/workbook.ts';
export type { Inflate, ZipPlatform } from './workbook/zip/inflate.ts';
