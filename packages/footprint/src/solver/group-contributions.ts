import { accept, type Result, refuse } from '@slipstream/quantity';
import { followDemand } from './demand-walk.ts';
import { assertByProcess } from './intensities.ts';
import type { SolvePlan } from './plan.ts';
import { positionOf } from './scaling-factors.ts';
import { loopFinding, notFinite, type SolverFindingCode } from './solver-finding.ts';

/** A cut through the system: every process in one group (say supplier × stage), with its direct value. */
export interface ContributionGroups {
  readonly plan: SolvePlan;
  /** By position. */
  readonly direct: Float64Array;
  /** By position. */
  readonly group: Int32Array;
  readonly groupCount: number;
}

/**
 * Prepares the questions "how much of a product comes from each group?".
 * @param group for each process its group, 0 to `groupCount - 1`
 */
export function groupContributions(
  plan: SolvePlan,
  direct: Float64Array,
  group: Int32Array,
  groupCount: number,
): ContributionGroups {
  assertByProcess(plan, direct);
  assertByProcess(plan, group);
  if (group.some((key) => key < 0 || key >= groupCount))
    throw new RangeError(`a group is not below ${groupCount}`);
  return {
    plan,
    direct: Float64Array.from(plan.order, (process) => direct[process]!),
    group: Int32Array.from(plan.order, (process) => group[process]!),
    groupCount,
  };
}

/**
 * What each group contributes to `demand` units of one product; the contributions add up to its footprint.
 * Touches only the processes the product uses.
 */
export function contributionsOf(
  { plan, direct, group, groupCount }: ContributionGroups,
  process: number,
  demand: number,
): Result<Float64Array, SolverFindingCode> {
  const count = followDemand(plan, positionOf(plan, process), demand);
  if (count < 0) return refuse(loopFinding(plan, -1 - count));
  const { positions, runs } = plan.walk;
  const contributions = new Float64Array(groupCount);
  let total = 0;
  for (let k = 0; k < count; k++) {
    const position = positions[k]!;
    const own = runs[k]! * direct[position]!;
    total += own;
    contributions[group[position]!]! += own;
  }
  return Number.isFinite(total) ? accept(contributions) : refuse(notFinite(process));
}
