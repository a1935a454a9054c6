import {
  acceptFinite,
  atLeast,
  choiceFaults,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { type SourceCategory, smallFirmCategories, sourceCategories } from './categories.ts';
import type { QuantifiedSource } from './totals.ts';

/** Yearly emissions that oblige a firm, t CO2e, by the regulation of early 2022 (R1.3); kept as a rule set (R0.6). */
export const obligationThresholdTonnes = 25_000;

/** What an obliged firm must do (盤查、登錄、查證, R1.3). */
export const obligations = ['inventory', 'registration', 'verification'] as const;
export type Obligation = (typeof obligations)[number];

/**
 * Whether inventory, registration and verification are mandatory (R1.3): emissions reaching the threshold oblige,
 * the threshold itself included.
 *
 * @param input.annualTonnesCO2e t CO2e/year, not negative; see {@link obligationTonnes} for what counts
 * @param input.thresholdTonnes t CO2e/year, above zero
 */
export function inventoryObligation(input: {
  readonly annualTonnesCO2e: number;
  readonly thresholdTonnes: number;
}): Result<{ readonly mandatory: boolean }, ValueFindingCode> {
  const faults = faultsIn(input, { annualTonnesCO2e: notNegative, thresholdTonnes: positive });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ mandatory: atLeast(input.annualTonnesCO2e, input.thresholdTonnes) });
}

/** The emissions that count for the obligation (R1.3): direct plus energy indirect, t CO2e/year. */
export function obligationTonnes(
  sources: readonly QuantifiedSource<SourceCategory>[],
): Result<number, ValueFindingCode> {
  const faults = sources.flatMap((source, index) => [
    ...choiceFaults(source.category, sourceCategories, ['sources', index, 'category']),
    ...faultsIn(source, { tCO2e: notNegative }, ['sources', index]),
  ]);
  if (faults.length > 0) return refuse(...faults);
  const counted: readonly SourceCategory[] = smallFirmCategories;
  return acceptFinite(
    sources.filter(({ category }) => counted.includes(category)).reduce((sum, { tCO2e }) => sum + tCO2e, 0),
  );
}
