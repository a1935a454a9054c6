import { accept, errorAt, isUnitCode, type Result, refuse } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';

/** Units of a result; products are told in kg, labels below 1 kg in g, organizations in t (R0.4). */
export const emissionUnits = ['gCO2e', 'kgCO2e', 'tCO2e'] as const;
export type EmissionUnit = (typeof emissionUnits)[number];

/** A unit as a fraction of kg CO2e, kept in two whole numbers so that 1/1000 stays exact. */
const kilograms: Readonly<Record<EmissionUnit, { readonly times: number; readonly per: number }>> = {
  gCO2e: { times: 1, per: 1000 },
  kgCO2e: { times: 1, per: 1 },
  tCO2e: { times: 1000, per: 1 },
};

/** An amount of emissions in another unit of emissions. */
export function convertEmissions(amount: number, from: EmissionUnit, to: EmissionUnit): number {
  if (from === to) return amount;
  return (amount * (kilograms[from].times * kilograms[to].per)) / (kilograms[from].per * kilograms[to].times);
}

export interface FactorUnit {
  readonly numerator: EmissionUnit;
  /** Unit code of the activity. */
  readonly denominator: string;
}

/**
 * Reads the unit of an emission factor: `kgCO2e/kWh` is kg CO2e per kWh. Refuses anything that is not emissions per
 * a known unit; `path` is where the unit stands.
 */
export function parseFactorUnit(
  text: string | null | undefined,
  path: readonly (string | number)[],
): Result<FactorUnit, FootprintFindingCode> {
  if (!text?.trim()) return refuse(errorAt('unit.missing', path));
  const slash = text.indexOf('/');
  const numerator = emissionUnits.find((unit) => unit === text.slice(0, slash).replaceAll(' ', ''));
  const denominator = text.slice(slash + 1).trim();
  if (numerator === undefined || denominator === '') {
    return refuse(errorAt('factor.unitMalformed', path, { unit: text }));
  }
  if (!isUnitCode(denominator)) return refuse(errorAt('unit.unknown', path, { unit: denominator }));
  return accept({ numerator, denominator });
}
