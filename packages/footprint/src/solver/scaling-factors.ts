import { accept, type Result, refuse } from '@slipstream/quantity';
import { followDemand } from './demand-walk.ts';
import type { SolvePlan } from './plan.ts';
import { loopFinding, notFinite, type SolverFindingCode } from './solver-finding.ts';

/**
 * The scaling vector: how many units of its reference output each process has to make so that `demand` units of
 * `process` leave the system, s = demand + Aᵀ s.
 *
 * @returns factors by process, zero for those not used; or a finding for a loop in use that has no answer
 */
export function scalingFactors(
  plan: SolvePlan,
  process: number,
  demand: number,
): Result<Float64Array, SolverFindingCode> {
  const count = followDemand(plan, positionOf(plan, process), demand);
  if (count < 0) return refuse(loopFinding(plan, -1 - count));
  const { positions, runs } = plan.walk;
  const byProcess = new Float64Array(plan.n);
  for (let k = 0; k < count; k++) {
    if (!Number.isFinite(runs[k])) return refuse(notFinite(plan.order[positions[k]!]!));
    byProcess[plan.order[positions[k]!]!] = runs[k]!;
  }
  return accept(byProcess);
}

/** @throws RangeError for a process the plan does not have. */
export function positionOf(plan: SolvePlan, process: number): number {
  if (!(process >= 0 && process < plan.n)) throw new RangeError(`process ${process} of ${plan.n}`);
  return plan.position[process]!;
}
