import type { ChangeCategory } from './change-category.ts';
import type { Parameter, ParameterPlace, Term } from './parametric-model.ts';

/** Two values closer than this, relatively, are the same number calculated twice. */
const sameNumber = 1e-12;

/** Collects the parameters and terms of a model while it is taken apart. */
export interface ParameterList {
  readonly parameters: Parameter[];
  readonly terms: Term[];
}

/** Adds a parameter and returns its index. */
export function addParameter(
  { parameters }: ParameterList,
  place: Pick<ParameterPlace, 'subject'> & Partial<ParameterPlace>,
  category: ChangeCategory,
  values: readonly [number, number],
): number {
  const [from, to] = values;
  const same = Math.abs(to - from) <= sameNumber * Math.max(Math.abs(from), Math.abs(to));
  const nowhere = { process: null, product: null, flow: null, exchange: null, leg: null };
  const plain = { name: '', supplier: null, factor: null, unit: null };
  parameters.push({ place: { ...nowhere, ...plain, ...place }, category, from, to: same ? from : to });
  return parameters.length - 1;
}
