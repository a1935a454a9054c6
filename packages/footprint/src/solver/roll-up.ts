import type { SolvePlan } from './plan.ts';
import { solveLoop } from './solve-loop.ts';

/**
 * Solves x = direct + A x from position `start` to the last, in `plan.x`; what lies before is taken as solved.
 * @returns the loop that could not be solved, or -1
 */
export function rollUp(plan: SolvePlan, start: number, direct: Float64Array): number {
  const { n, loopFrom, loopTo, kernel, rowStart, column, amount, x } = plan;
  let at = start;
  for (let loop = 0; loop <= loopFrom.length; loop++) {
    const from = loop < loopFrom.length ? loopFrom[loop]! : n;
    if (from < at) continue;
    if (at < from) {
      if (direct !== x) x.set(direct.subarray(at, from), at);
      kernel.rollUp(at, from, rowStart, column, amount, x);
    }
    if (from === n) break;
    at = loopTo[loop]!;
    const b = outsideShare(plan, from, at, direct);
    if (!solveLoop(plan, loop, b, x.subarray(from, at))) return loop;
  }
  return -1;
}

/** Direct value plus inputs from outside the loop, for each member. */
export function outsideShare(
  { rowStart, column, amount, x }: SolvePlan,
  from: number,
  to: number,
  direct: Float64Array,
): Float64Array {
  const b = new Float64Array(to - from);
  for (let i = from; i < to; i++) {
    let sum = direct[i]!;
    for (let p = rowStart[i]!, end = rowStart[i + 1]!; p < end; p++)
      if (column[p]! < from) sum += amount[p]! * x[column[p]!]!;
    b[i - from] = sum;
  }
  return b;
}
