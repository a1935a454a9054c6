import { accept, type Result, refuse } from '@slipstream/quantity';
import type { ContributionGroups } from './group-contributions.ts';
import { groupsPerPass, type Kernel } from './kernel.ts';
import type { SolvePlan } from './plan.ts';
import { solveLoop } from './solve-loop.ts';
import { loopFinding, loopFindings, notFinite, type SolverFindingCode } from './solver-finding.ts';
import { float64, int32, type KernelChoice, reserve } from './workspace.ts';

/**
 * What each group contributes to one unit of each product: row `r` of the answer (`groupCount` numbers) belongs
 * to `products[r]` and adds up to its intensity. Groups are rolled up side by side, sixteen in a pass.
 *
 * @returns products × groups, by rows; or findings as `intensities`
 */
export function contributionMatrix(
  { plan, direct, group, groupCount }: ContributionGroups,
  products: Int32Array,
  choice: KernelChoice = 'auto',
): Result<Float64Array, SolverFindingCode> {
  const unsolvable = loopFindings(plan);
  if (unsolvable.length > 0) return refuse(...unsolvable);
  const { n } = plan;
  const m = plan.column.length;
  const layout = {
    rowStart: int32(n + 1),
    column: int32(m),
    amount: float64(m),
    direct: float64(n),
    group: int32(n),
    lanes: float64(n * groupsPerPass),
  };
  const { arrays, kernel } = reserve(layout, choice);
  arrays.rowStart.set(plan.rowStart);
  arrays.column.set(plan.column);
  arrays.amount.set(plan.amount);
  arrays.direct.set(direct);
  arrays.group.set(group);
  const matrix = new Float64Array(products.length * groupCount);
  let finite = 0;
  for (let firstGroup = 0; firstGroup < groupCount; firstGroup += groupsPerPass) {
    const failed = rollUpPass(plan, kernel, arrays, firstGroup);
    if (failed >= 0) return refuse(loopFinding(plan, failed));
    const width = Math.min(groupsPerPass, groupCount - firstGroup);
    for (let r = 0; r < products.length; r++) {
      const from = plan.position[products[r]!]! * groupsPerPass;
      const to = r * groupCount + firstGroup;
      for (let k = 0; k < width; k++) {
        const value = arrays.lanes[from + k]!;
        finite += value - value;
        matrix[to + k] = value;
      }
    }
  }
  if (finite === 0) return accept(matrix);
  const row = Math.floor(matrix.findIndex((value) => !Number.isFinite(value)) / groupCount);
  return refuse(notFinite(products[row]!));
}

interface PassArrays {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float64Array;
  readonly direct: Float64Array;
  readonly group: Int32Array;
  readonly lanes: Float64Array;
}

/** All positions for sixteen groups; returns the loop that could not be solved, or -1. */
function rollUpPass(plan: SolvePlan, kernel: Kernel, arrays: PassArrays, firstGroup: number): number {
  const { n, loopFrom, loopTo } = plan;
  const { rowStart, column, amount, direct, group, lanes } = arrays;
  let at = 0;
  for (let loop = 0; loop <= loopFrom.length; loop++) {
    const from = loop < loopFrom.length ? loopFrom[loop]! : n;
    if (at < from) kernel.rollUpGroups(at, from, rowStart, column, amount, direct, group, firstGroup, lanes);
    if (from === n) break;
    at = loopTo[loop]!;
    if (!solveLoopGroups(plan, loop, arrays, firstGroup)) return loop;
  }
  return -1;
}

function solveLoopGroups(plan: SolvePlan, loop: number, arrays: PassArrays, firstGroup: number): boolean {
  const { rowStart, column, amount, direct, group, lanes } = arrays;
  const from = plan.loopFrom[loop]!;
  const to = plan.loopTo[loop]!;
  const b = new Float64Array(to - from);
  const x = new Float64Array(to - from);
  for (let lane = 0; lane < groupsPerPass; lane++) {
    let any = false;
    for (let i = from; i < to; i++) {
      let sum = group[i] === firstGroup + lane ? direct[i]! : 0;
      for (let p = rowStart[i]!, end = rowStart[i + 1]!; p < end; p++)
        if (column[p]! < from) sum += amount[p]! * lanes[column[p]! * groupsPerPass + lane]!;
      b[i - from] = sum;
      if (sum !== 0) any = true;
    }
    x.fill(0);
    if (any && !solveLoop(plan, loop, b, x)) return false;
    for (let i = from; i < to; i++) lanes[i * groupsPerPass + lane] = x[i - from]!;
  }
  return true;
}
