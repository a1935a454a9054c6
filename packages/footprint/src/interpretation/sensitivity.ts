import { acceptFinite, type Result, type ValueFindingCode } from '@slipstream/quantity';
import type { ProductSystem } from '../model/product-system.ts';
import type { SolverFindingCode } from '../solver/index.ts';
import { parameterise } from './explanation/parameterise.ts';
import { evaluate, type ParameterPlace } from './explanation/parametric-model.ts';

/** How the result follows one number of the model. */
export interface Sensitivity extends ParameterPlace {
  readonly value: number;
  /** kg CO2e per unit of the number. */
  readonly slope: number;
  /** Percent by which the result moves when the number moves by one percent; null where the result is zero. */
  readonly elasticity: number | null;
}

/**
 * Local sensitivity of a product system to each of its numbers: amounts, shares of sources, conversions, factors,
 * results of suppliers (R22, ISO 14044 4.5.3.3). From one solve in each direction, without calculating again; exact,
 * also in loops. Largest elasticity first. For a number inside no loop, the effect of any change is slope × change.
 * Refused: what leaves the range of numbers.
 */
export function sensitivities(
  system: ProductSystem,
): Result<readonly Sensitivity[], SolverFindingCode | ValueFindingCode> {
  const model = parameterise(system, system);
  const values = Float64Array.from(model.parameters, ({ from }) => from);
  const evaluation = evaluate(model, values);
  if (!evaluation.ok) return evaluation;
  const { total, gradient } = evaluation.value;
  const found = model.parameters.map(({ place, from: value }, index): Sensitivity => {
    const slope = gradient[index] ?? 0;
    return { ...place, value, slope, elasticity: total === 0 ? null : (slope * value) / total };
  });
  return acceptFinite(found.sort((a, b) => Math.abs(b.slope * b.value) - Math.abs(a.slope * a.value)));
}

/** A factor used in several places, as one number. */
export interface FactorSensitivity {
  readonly factor: string;
  /** Percent by which the result moves when the factor moves by one percent, everywhere it is used. */
  readonly elasticity: number;
  readonly uses: number;
}

/** The elasticities of one factor in all its places, added up; largest first, ties by id. */
export function factorSensitivities(found: readonly Sensitivity[]): readonly FactorSensitivity[] {
  const uses = found.filter(({ subject, factor }) => subject === 'factor' && factor !== null);
  const byFactor = Map.groupBy(uses, ({ factor }) => factor ?? '');
  return [...byFactor]
    .map(([factor, places]) => {
      const elasticity = places.reduce((sum, place) => sum + (place.elasticity ?? 0), 0);
      return { factor, elasticity, uses: places.length };
    })
    .sort((a, b) => Math.abs(b.elasticity) - Math.abs(a.elasticity) || (a.factor < b.factor ? -1 : 1));
}
