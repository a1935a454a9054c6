import {
  acceptFinite,
  errorAt,
  type Finding,
  faultsIn,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Activity data of a source with its emission factor, gas by gas. */
export interface EmissionSource<Category extends string = string> {
  readonly category: Category;
  /** In the unit of the factors' denominator, not negative. */
  readonly activity: number;
  /** kg of each gas per unit of activity, not negative. */
  readonly kgPerUnit: Readonly<Record<string, number>>;
}

export interface QuantifiedEmission<Category extends string = string> {
  readonly category: Category;
  readonly kgByGas: Readonly<Record<string, number>>;
  readonly tCO2eByGas: Readonly<Record<string, number>>;
  readonly tCO2e: number;
}

export interface InventoryEmissions<Category extends string = string> {
  /** In the order of the sources: the line a verifier recomputes by hand. */
  readonly sources: readonly QuantifiedEmission<Category>[];
  readonly tCO2eByCategory: Readonly<Record<string, number>>;
  readonly tCO2eByGas: Readonly<Record<string, number>>;
  readonly total: number;
}

/**
 * Emissions of an inventory (R1.1): activity × kg of each gas per unit × GWP / 1000, summed over gases, in t CO2e.
 *
 * @param input.gwp kg CO2e per kg by gas, one GWP set for the whole inventory (R23.1), not negative
 * @returns refused with `emission.gwpMissing` for a gas of a factor that has no GWP, even at a factor of zero
 */
export function quantifyEmissions<Category extends string>(input: {
  readonly gwp: Readonly<Record<string, number>>;
  readonly sources: readonly EmissionSource<Category>[];
}): Result<InventoryEmissions<Category>, ValueFindingCode | 'emission.gwpMissing'> {
  const { gwp } = input;
  const faults: Finding<ValueFindingCode | 'emission.gwpMissing'>[] = [
    ...Object.entries(gwp).flatMap(([gas, value]) => numberFaults(value, notNegative, ['gwp', gas])),
    ...input.sources.flatMap((source, index) => faultsOf(source, gwp, ['sources', index])),
  ];
  if (faults.length > 0) return refuse(...faults);
  const byCategory = new Map<string, number>();
  const byGas = new Map<string, number>();
  const sources = input.sources.map(({ category, activity, kgPerUnit }) => {
    const masses = Object.entries(kgPerUnit).map(([gas, kg]) => [gas, activity * kg] as const);
    const tonnes = masses.map(([gas, kg]) => [gas, (kg * Number(gwp[gas])) / 1000] as const);
    const tCO2e = tonnes.reduce((sum, [, value]) => sum + value, 0);
    byCategory.set(category, (byCategory.get(category) ?? 0) + tCO2e);
    for (const [gas, value] of tonnes) byGas.set(gas, (byGas.get(gas) ?? 0) + value);
    return { category, kgByGas: Object.fromEntries(masses), tCO2eByGas: Object.fromEntries(tonnes), tCO2e };
  });
  return acceptFinite({
    sources,
    tCO2eByCategory: Object.fromEntries(byCategory),
    tCO2eByGas: Object.fromEntries(byGas),
    total: sources.reduce((sum, { tCO2e }) => sum + tCO2e, 0),
  });
}

function faultsOf(source: EmissionSource, gwp: Readonly<Record<string, number>>, path: Finding['path']) {
  return [
    ...faultsIn(source, { activity: notNegative }, path),
    ...Object.entries(source.kgPerUnit).flatMap(([gas, kg]) => [
      ...numberFaults(kg, notNegative, [...path, 'kgPerUnit', gas]),
      ...(Object.hasOwn(gwp, gas)
        ? []
        : [errorAt('emission.gwpMissing', [...path, 'kgPerUnit', gas], { gas })]),
    ]),
  ];
}
