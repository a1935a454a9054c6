import type { PedigreeScores } from './data-quality.ts';
import type { FootprintComponents } from './footprint-components.ts';

/**
 * Kinds of source in the official order of preference: the index is the priority, 0 to 5 (R7.1).
 * A supplier's own inventory; a public factor of the national platform; a product with a domestic carbon label;
 * a product verified by a third party; a life-cycle factor published by an international, national or regional body;
 * an LCA software database or credible literature.
 */
export const factorSourceTypes = [
  'supplierPrimary',
  'nationalPlatform',
  'domesticLabelledProduct',
  'thirdPartyVerified',
  'publishedLifeCycle',
  'softwareOrLiterature',
] as const;
export type FactorSourceType = (typeof factorSourceTypes)[number];

/**
 * What part of a life cycle a factor covers. Purchased goods need `cradleToGate` (R7.2); fuel burnt and electricity
 * used in a product study need `lifeCycle` (supply and use), in an organization's own account `combustion` or `use`.
 * `grid` is generation alone, without fuel supply and losses (R3.14).
 */
export const factorBoundaries = [
  'cradleToGate',
  'cradleToGrave',
  'lifeCycle',
  'gateToGate',
  'combustion',
  'grid',
  'transport',
  'use',
  'endOfLife',
] as const;
export type FactorBoundary = (typeof factorBoundaries)[number];

/**
 * An emission factor as it was used, copied into the model so that an old number can always be explained.
 * `unit` reads `kgCO2e/kg`, `kgCO2e/kWh`, `tCO2e/1000m3`, `gCO2e/tkm`; `value` and `components` are in that unit.
 */
export interface EmissionFactor {
  readonly id: string;
  /** Edition of the record; a new edition is a new version under the same id. */
  readonly version: string;
  readonly name: string;
  /** The name for readers of English, where the record has one. */
  readonly nameEnglish?: string;
  readonly value: number | null;
  readonly unit: string | null;
  /** The value by component, where the source tells them apart; otherwise all of it counts as fossil. */
  readonly components?: FootprintComponents;
  readonly source: string;
  /** The source for readers of Chinese, where the record has one. */
  readonly sourceChinese?: string;
  readonly sourceType: FactorSourceType;
  readonly boundary: FactorBoundary;
  readonly geography?: string;
  readonly referenceYear?: number;
  readonly gwpSet?: string;
  readonly quality?: PedigreeScores;
  /** Half width of the uncertainty interval in percent of the value, where known (R21). */
  readonly uncertaintyPercent?: number;
}
