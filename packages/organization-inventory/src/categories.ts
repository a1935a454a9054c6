/** The reporting categories of ISO 14064-1:2018 (R1.2), numbered 1 to 6 in this order. */
export const isoCategories = [
  'direct',
  'importedEnergy',
  'transport',
  'productsUsed',
  'useOfProducts',
  'other',
] as const;
export type IsoCategory = (typeof isoCategories)[number];

/** Where an emission source stands: direct emissions by their four kinds, then the indirect categories (R1.2). */
export const sourceCategories = [
  'stationaryCombustion',
  'mobileCombustion',
  'process',
  'fugitive',
  'energyIndirect',
  'transport',
  'productsUsed',
  'useOfProducts',
  'other',
] as const;
export type SourceCategory = (typeof sourceCategories)[number];

/** The ISO 14064-1 category each source category belongs to. */
export const isoCategoryOf: Readonly<Record<SourceCategory, IsoCategory>> = {
  stationaryCombustion: 'direct',
  mobileCombustion: 'direct',
  process: 'direct',
  fugitive: 'direct',
  energyIndirect: 'importedEnergy',
  transport: 'transport',
  productsUsed: 'productsUsed',
  useOfProducts: 'useOfProducts',
  other: 'other',
};

/** The source categories a small firm looks at (R1.2): scopes 1 and 2. */
export const smallFirmCategories = [
  'stationaryCombustion',
  'mobileCombustion',
  'process',
  'fugitive',
  'energyIndirect',
] as const satisfies readonly SourceCategory[];
export type SmallFirmCategory = (typeof smallFirmCategories)[number];

/** Columns of the small-firm view that appear only when they are not zero (R1.2). */
export const columnsShownWhenNotZero: readonly SmallFirmCategory[] = ['process', 'fugitive'];
