import { accept, errorAt, type Result, refuse } from '@slipstream/quantity';
import type { SolverFindingCode } from '../../solver/index.ts';
import { gaussLegendrePairs } from './gauss-legendre.ts';
import { type Evaluation, evaluate, type ParametricModel } from './parametric-model.ts';

export const attributionFindingCodes = ['explanation.noPath', 'explanation.notConverged'] as const;
export type AttributionFindingCode = (typeof attributionFindingCodes)[number] | SolverFindingCode;

/** What each parameter's own change did to the total. `from` + Σ `parts` = `to` to the last bit, in any order. */
export interface Attribution {
  readonly from: number;
  readonly to: number;
  /** By parameter, in kg CO2e; zero for a parameter that did not change. */
  readonly parts: Float64Array;
}

/** Points of the quadrature: exact for polynomials up to degree 15, 31, …; loops need the later ones. */
const pointsToTry = [8, 16, 32, 64] as const;
/** Largest accepted gap between the quadrature and the true change, relative to the figures. */
const gapAllowed = 1e-11;
/** Gaps below this are the rounding of the smallest doubles. */
const negligible = 1e-290;

/**
 * Shares the change between the two states of a model out to the parameters that changed (Aumann & Shapley 1974):
 * all of them move from old to new together, in even steps; a parameter's part is what its own movement brought,
 * ∫ ∂total/∂p (t) dt × (new - old). Where the total is a product sum without loops this is the Shapley value over
 * all changed numbers (Owen 1972), for two factors the change of one times the mean of the other. So: parts add up;
 * what did not change gets nothing; the two states swapped give the parts negated; no order has to be chosen.
 *
 * Refused: a state without a finite answer; two states between which some mixture has none
 * (`explanation.noPath`).
 */
export function attributeChange(model: ParametricModel): Result<Attribution, AttributionFindingCode> {
  const start = at(model, 1, 0);
  const end = at(model, 0, 1);
  if (!start.ok || !end.ok)
    return refuse(...(start.ok ? [] : start.findings), ...(end.ok ? [] : end.findings));
  const [from, to] = [start.value.total, end.value.total];
  for (const points of pointsToTry) {
    const parts = integrate(model, points);
    if (!parts.ok)
      return refuse(errorAt('explanation.noPath', [], { code: parts.findings[0]?.code ?? null }));
    const reach = Math.max(Math.abs(from), Math.abs(to)) + sumOf(parts.value.map(Math.abs));
    const gap = to - from - sumOf(parts.value);
    if (Number.isFinite(reach) && Math.abs(gap) <= gapAllowed * reach + negligible) {
      return accept(close(from, to, parts.value, reach));
    }
  }
  return refuse(errorAt('explanation.notConverged'));
}

/** The state that lies at `far` of the first and `near` of the second; `far` + `near` = 1. */
function at(model: ParametricModel, far: number, near: number): Result<Evaluation, SolverFindingCode> {
  const values = Float64Array.from(model.parameters, ({ from, to }) =>
    from === to ? from : far * from + near * to,
  );
  return evaluate(model, values);
}

function integrate(model: ParametricModel, points: number): Result<Float64Array, SolverFindingCode> {
  const parts = new Float64Array(model.parameters.length);
  for (const { near, far, weight } of gaussLegendrePairs(points)) {
    const early = at(model, far, near);
    if (!early.ok) return early;
    const late = at(model, near, far);
    if (!late.ok) return late;
    for (const [index, { from, to }] of model.parameters.entries()) {
      if (from === to) continue;
      const slope = (early.value.gradient[index] ?? 0) + (late.value.gradient[index] ?? 0);
      parts[index] = (parts[index] ?? 0) + weight * slope * (to - from);
    }
  }
  return accept(parts);
}

/**
 * Rounds all figures to whole steps of one size, so coarse that any sum of them is exact, so fine that no reader
 * sees it (some 1e-15 of the largest). The gap of the quadrature is spread by size, the steps then left over go one
 * each to the parts with the largest remainders.
 */
function close(from: number, to: number, parts: Float64Array, reach: number): Attribution {
  const step = reach === 0 ? 1 : 2 ** Math.max(Math.ceil(Math.log2(reach)) - 51, -1074);
  const [fromSteps, toSteps] = [wholeSteps(from / step), wholeSteps(to / step)];
  const size = sumOf(parts.map(Math.abs)) / step;
  const gap = toSteps - fromSteps - sumOf(parts) / step;
  const exact = parts.map((part) => part / step + (size === 0 ? 0 : (gap * Math.abs(part / step)) / size));
  const steps = exact.map(wholeSteps);
  let left = toSteps - fromSteps - sumOf(steps);
  const direction = Math.sign(left);
  const owed = (index: number) => ((exact[index] ?? 0) - (steps[index] ?? 0)) * direction;
  const takers = [...exact.keys()].filter((index) => parts[index] !== 0);
  takers.sort((a, b) => owed(b) - owed(a) || a - b);
  for (let next = 0; left !== 0 && takers.length > 0; next++) {
    const taker = takers[next % takers.length] ?? 0;
    steps[taker] = (steps[taker] ?? 0) + direction;
    left -= direction;
  }
  return {
    from: fromSteps * step,
    to: (toSteps - left) * step,
    parts: steps.map((count) => count * step + 0),
  };
}

function wholeSteps(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
