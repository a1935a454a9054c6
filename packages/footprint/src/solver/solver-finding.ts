import { errorAt, type Finding } from '@slipstream/quantity';
import { type SolvePlan, standing } from './plan.ts';

/** Why a product system has no answer. */
export const solverFindingCodes = [
  /** A loop of processes feeds itself at least as much as it delivers: see `judgeLoop` for the criterion. */
  'solver.loopWithoutFiniteAnswer',
  /** A large loop with credits so strong that its answer cannot be proved to exist. */
  'solver.loopUndecided',
  /** The numbers leave the range of a double, or a direct value is not finite. */
  'solver.resultNotFinite',
] as const;
export type SolverFindingCode = (typeof solverFindingCodes)[number];

/** The processes of loop `loop`, as indexes of the technology matrix, ascending. */
export function loopMembers(plan: SolvePlan, loop: number): Int32Array {
  return plan.order.slice(plan.loopFrom[loop], plan.loopTo[loop]).sort();
}

const listedMembers = 50;

/**
 * The finding for a loop that cannot be solved. `path` leads to its first process; `values.members` lists the
 * process indexes (the first fifty), `values.size` counts all of them, `values.loop` serves `loopMembers`.
 */
export function loopFinding(plan: SolvePlan, loop: number): Finding<SolverFindingCode> {
  const members = loopMembers(plan, loop);
  return errorAt(
    plan.loopStanding[loop] === standing.undecided
      ? 'solver.loopUndecided'
      : 'solver.loopWithoutFiniteAnswer',
    ['processes', members[0]!],
    { loop, size: members.length, members: members.subarray(0, listedMembers).join(',') },
  );
}

/** The findings for every loop of the plan that has no answer. */
export function loopFindings(plan: SolvePlan): Finding<SolverFindingCode>[] {
  const findings: Finding<SolverFindingCode>[] = [];
  for (let loop = 0; loop < plan.loopFrom.length; loop++)
    if (plan.loopStanding[loop]! >= standing.infinite) findings.push(loopFinding(plan, loop));
  return findings;
}

/** The finding for a value that leaves the range of a double. */
export function notFinite(process: number): Finding<SolverFindingCode> {
  return errorAt('solver.resultNotFinite', ['processes', process]);
}
