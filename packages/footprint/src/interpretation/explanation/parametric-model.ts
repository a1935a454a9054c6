import { accept, errorAt, type Result, refuse } from '@slipstream/quantity';
import { intensities, planSolve, type SolverFindingCode, scalingFactors } from '../../solver/index.ts';
import { compressRows, type MatrixEntry } from '../compressed-rows.ts';
import type { ChangeCategory } from './change-category.ts';

/** Which number of the model a parameter is. */
export const parameterSubjects = [
  'volume',
  'referenceFlow',
  'amount',
  'share',
  'source',
  'conversion',
  'transport',
  'factor',
  'gwp',
  'supplierFootprint',
  'allocationShare',
  'inclusion',
] as const;
export type ParameterSubject = (typeof parameterSubjects)[number];

/** Where a parameter stands in the model. Null where the place has no such part. */
export interface ParameterPlace {
  readonly subject: ParameterSubject;
  readonly process: string | null;
  /** The product of the process, told apart by its flow. */
  readonly product: string | null;
  /** The flow the amount is of. */
  readonly flow: string | null;
  readonly exchange: string | null;
  readonly leg: string | null;
  readonly name: string;
  readonly supplier: string | null;
  readonly factor: string | null;
  readonly unit: string | null;
}

/** One number of a model, in two states of it. A single model has the same value in both. */
export interface Parameter {
  readonly place: ParameterPlace;
  /** The bar a change of this number belongs to. */
  readonly category: ChangeCategory;
  readonly from: number;
  readonly to: number;
}

/**
 * A product of parameters: what one unit of product `row` emits (`column` -1) or takes of product `column`; or, with
 * `row` -1, how much of product `column` leaves the system.
 */
export interface Term {
  readonly row: number;
  readonly column: number;
  /** Indexes of parameters. */
  readonly parameters: readonly number[];
}

/** A product system taken apart into its numbers: total = f(parameters), linear in each term, loops and all. */
export interface ParametricModel {
  readonly products: number;
  readonly parameters: readonly Parameter[];
  readonly terms: readonly Term[];
}

/** Total of a parametric model in kg CO2e, and how much it moves per unit of each parameter. */
export interface Evaluation {
  readonly total: number;
  readonly gradient: Float64Array;
}

/**
 * Total and gradient at `values` (one per parameter), from one solve in each direction: with scaling vector s and
 * intensities x, an emission term moves the total by s(row), a demand term by s(row) x(column), a reference term by
 * x(column); each times the other parameters of the term. Exact, with loops, without a second calculation.
 * Refused: a loop without a finite answer, a total out of the range of numbers.
 */
export function evaluate(
  model: ParametricModel,
  values: Float64Array,
): Result<Evaluation, SolverFindingCode> {
  const { products, terms } = model;
  const direct = new Float64Array(products);
  const demand = new Float64Array(products);
  const entries: MatrixEntry[] = [];
  for (const { row, column, parameters } of terms) {
    const amount = productOf(values, parameters, -1);
    if (row < 0) demand[column] = (demand[column] ?? 0) + amount;
    else if (column < 0) direct[row] = (direct[row] ?? 0) + amount;
    else if (amount !== 0) entries.push({ row, column, amount });
  }
  const plan = planSolve(compressRows(products, entries));
  const intensity = intensities(plan, direct);
  if (!intensity.ok) return intensity;
  const scaling = new Float64Array(products);
  let total = 0;
  for (const [product, amount] of demand.entries()) {
    if (amount === 0) continue;
    const factors = scalingFactors(plan, product, amount);
    if (!factors.ok) return refuse(...factors.findings);
    for (const [index, runs] of factors.value.entries()) scaling[index] = (scaling[index] ?? 0) + runs;
    total += amount * (intensity.value[product] ?? 0);
  }
  if (!Number.isFinite(total)) return refuse(errorAt('solver.resultNotFinite', ['total']));
  const gradient = new Float64Array(values.length);
  for (const { row, column, parameters } of terms) {
    const runs = row < 0 ? 1 : (scaling[row] ?? 0);
    const carried = column < 0 ? 1 : (intensity.value[column] ?? 0);
    for (const [position, parameter] of parameters.entries()) {
      gradient[parameter] =
        (gradient[parameter] ?? 0) + runs * carried * productOf(values, parameters, position);
    }
  }
  return accept({ total, gradient });
}

/** The product of the values of a term, leaving out the parameter at `without`. */
function productOf(values: Float64Array, parameters: readonly number[], without: number): number {
  let product = 1;
  for (const [position, parameter] of parameters.entries()) {
    if (position !== without) product *= values[parameter] ?? 0;
  }
  return product;
}
