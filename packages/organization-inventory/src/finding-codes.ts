import { coverageFindingCodes } from './metering/coverage.ts';
import { billQuestionCodes } from './metering/electricity-bill.ts';
import { organizationInventoryFindingCodes } from './organization-inventory.ts';

/** Every code of this package beside those of `quantity`: what the message catalogs must translate. */
export const inventoryFindingCodes = [
  'inventory.nothingEmitted',
  'inventory.sharesContradictory',
  'emission.gwpMissing',
  ...coverageFindingCodes,
  'metering.magnitude',
  ...billQuestionCodes,
  ...organizationInventoryFindingCodes,
] as const;
export type InventoryFindingCode = (typeof inventoryFindingCodes)[number];
