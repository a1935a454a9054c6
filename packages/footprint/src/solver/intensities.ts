import { accept, errorAt, type Result, refuse } from '@slipstream/quantity';
import type { SolvePlan } from './plan.ts';
import { solveLoop } from './solve-loop.ts';
import { loopFinding, loopFindings, type SolverFindingCode } from './solver-finding.ts';

/**
 * The intensity of every process: what one unit of its reference output carries, all inputs included,
 * x = direct + A x. One pass, inputs first; each loop is solved where it stands in the order.
 *
 * @param direct what each process itself adds per unit of its reference output, e.g. kg CO2e, by process
 * @returns intensities by process; or one finding per loop without an answer, or `solver.resultNotFinite`
 */
export function intensities(plan: SolvePlan, direct: Float64Array): Result<Float64Array, SolverFindingCode> {
  assertByProcess(plan, direct);
  const unsolvable = loopFindings(plan);
  if (unsolvable.length > 0) return refuse(...unsolvable);
  const { n, order } = plan;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) x[i] = direct[order[i]!]!;
  const failed = rollUp(plan, x);
  if (failed >= 0) return refuse(loopFinding(plan, failed));
  const byProcess = new Float64Array(n);
  let finite = 0;
  for (let i = 0; i < n; i++) {
    finite += x[i]! - x[i]!;
    byProcess[order[i]!] = x[i]!;
  }
  if (finite !== 0) return refuse(notFinite(byProcess));
  return accept(byProcess);
}

/** Turns direct values by position into intensities, in place; returns the loop that failed or -1. */
function rollUp(plan: SolvePlan, x: Float64Array): number {
  const { n, loopFrom, loopTo } = plan;
  let at = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    const from = loopFrom[loop]!;
    const to = loopTo[loop]!;
    rollUpRows(plan, at, from, x);
    const b = outsideShare(plan, from, to, x);
    if (!solveLoop(plan, loop, b, x.subarray(from, to))) return loop;
    at = to;
  }
  rollUpRows(plan, at, n, x);
  return -1;
}

function rollUpRows(
  { rowStart, column, amount }: SolvePlan,
  from: number,
  to: number,
  x: Float64Array,
): void {
  for (let i = from, p = rowStart[from]!; i < to; i++) {
    let sum = x[i]!;
    for (const end = rowStart[i + 1]!; p < end; p++) sum += amount[p]! * x[column[p]!]!;
    x[i] = sum;
  }
}

/** Direct value plus inputs from outside the loop, for each member. */
function outsideShare(
  { rowStart, column, amount }: SolvePlan,
  from: number,
  to: number,
  x: Float64Array,
): Float64Array {
  const b = new Float64Array(to - from);
  for (let i = from; i < to; i++) {
    let sum = x[i]!;
    for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++)
      if (column[p]! < from) sum += amount[p]! * x[column[p]!]!;
    b[i - from] = sum;
  }
  return b;
}

/** @throws RangeError where a vector does not have one value per process. */
export function assertByProcess(plan: SolvePlan, values: { readonly length: number }): void {
  if (values.length !== plan.n) throw new RangeError(`${plan.n} processes, ${values.length} values`);
}

/** The finding for the first value that is no number. */
export function notFinite(byProcess: Float64Array) {
  const process = byProcess.findIndex((value) => !Number.isFinite(value));
  return errorAt('solver.resultNotFinite', ['processes', process]);
}
