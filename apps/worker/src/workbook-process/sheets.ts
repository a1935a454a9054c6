import { parseBillOfMaterials, parseInventorySheet, type Workbook } from '@slipstream/inventory-sheet';

/** The kinds of file a workbook can be, each with what reads it. */
interface Parsers {
  readonly billOfMaterials: typeof parseBillOfMaterials;
  readonly inventorySheet: typeof parseInventorySheet;
}
export type SheetKind = keyof Parsers;
export type SheetOptions<Kind extends SheetKind> = NonNullable<Parameters<Parsers[Kind]>[1]>;
export type SheetReading<Kind extends SheetKind> = ReturnType<Parsers[Kind]>;

/** What the process that reads is told before the file. */
export type SheetToRead = {
  readonly [Kind in SheetKind]: { readonly kind: Kind; readonly options?: SheetOptions<Kind> | undefined };
}[SheetKind];

/** Reads a workbook as the sheet it was said to be. */
export function parseAs({ kind, options }: SheetToRead, workbook: Workbook): SheetReading<SheetKind> {
  return kind === 'billOfMaterials'
    ? parseBillOfMaterials(workbook, options)
    : parseInventorySheet(workbook, options);
}

/** Codes of findings about a file whose reading had to be ended. */
export const readingFindingCodes = ['reading.tookTooLong', 'reading.neededTooMuch'] as const;
export type ReadingFindingCode = (typeof readingFindingCodes)[number];
