import { parseBillOfMaterials, parseInventorySheet } from '@slipstream/inventory-sheet';

/** The kinds of file a workbook can be, each with what reads it. */
export const parsers = {
  billOfMaterials: parseBillOfMaterials,
  inventorySheet: parseInventorySheet,
} as const;
export type SheetKind = keyof typeof parsers;
export type SheetReading<Kind extends SheetKind> = ReturnType<(typeof parsers)[Kind]>;

/** Codes of findings about a file whose reading had to be ended. */
export const readingFindingCodes = ['reading.tookTooLong', 'reading.neededTooMuch'] as const;
export type ReadingFindingCode = (typeof readingFindingCodes)[number];
