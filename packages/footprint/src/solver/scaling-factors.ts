import { accept, type Result, refuse } from '@slipstream/quantity';
import { notFinite } from './intensities.ts';
import { type SolvePlan, standing } from './plan.ts';
import { solveLoopDemand } from './solve-loop.ts';
import { loopFinding, type SolverFindingCode } from './solver-finding.ts';

/**
 * The scaling vector: how many units of its reference output each process has to make so that `demand` units of
 * `process` leave the system, (I - Aᵀ) s = demand. Consumers first, so that each process is met once, with all
 * that is asked of it.
 *
 * @returns factors by process, zero for those not used; or a finding for a loop in use that has no answer
 */
export function scalingFactors(
  plan: SolvePlan,
  process: number,
  demand: number,
): Result<Float64Array, SolverFindingCode> {
  if (!(process >= 0 && process < plan.n)) throw new RangeError(`process ${process} of ${plan.n}`);
  const { n, order, position, rowStart, column, amount, loopFrom, loopTo, loopStanding } = plan;
  const s = new Float64Array(n);
  const start = position[process]!;
  s[start] = demand;
  let loop = loopFrom.length - 1;
  for (let i = start; i >= 0; i--) {
    while (loop >= 0 && loopFrom[loop]! > i) loop--;
    if (loop >= 0 && i < loopTo[loop]!) {
      const from = loopFrom[loop]!;
      const to = loopTo[loop]!;
      const asked = s.slice(from, to);
      if (asked.some((value) => value !== 0)) {
        if (loopStanding[loop]! >= standing.infinite) return refuse(loopFinding(plan, loop));
        if (!solveLoopDemand(plan, loop, asked, s.subarray(from, to))) return refuse(loopFinding(plan, loop));
        for (let k = from; k < to; k++) pass(k, from);
      }
      i = from;
      continue;
    }
    if (s[i] !== 0) pass(i, n);
  }
  function pass(i: number, before: number): void {
    const runs = s[i]!;
    for (let p = rowStart[i]!, end = rowStart[i + 1]!; p < end; p++)
      if (column[p]! < before) s[column[p]!]! += amount[p]! * runs;
  }
  const byProcess = new Float64Array(n);
  let finite = 0;
  for (let i = 0; i < n; i++) {
    finite += s[i]! - s[i]!;
    byProcess[order[i]!] = s[i]!;
  }
  if (finite !== 0) return refuse(notFinite(byProcess));
  return accept(byProcess);
}
