/** Versions of our inventory workbook this package reads, the newest last. */
export const inventorySheetVersions = ['slipstream-inventory-sheet/1'] as const;
