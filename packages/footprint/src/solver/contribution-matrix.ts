import { accept, type Result, refuse } from '@slipstream/quantity';
import type { ContributionGroups } from './group-contributions.ts';
import { groupsPerPass, type Kernel } from './kernel.ts';
import { lanePlaces } from './lane-places.ts';
import type { SolvePlan } from './plan.ts';
import { positionOf } from './scaling-factors.ts';
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
  const asked = Int32Array.from(products, (process) => positionOf(plan, process));
  const { place, count } = lanePlaces(plan, asked);
  const layout = {
    rowStart: int32(n + 1),
    column: int32(m),
    amount: float64(m),
    direct: float64(n),
    group: int32(n),
    place: int32(n),
    lanes: float64(count * groupsPerPass),
  };
  const { arrays, kernel } = reserve(layout, choice);
  arrays.rowStart.set(plan.rowStart);
  for (let p = 0; p < m; p++) arrays.column[p] = place[plan.column[p]!]!;
  arrays.amount.set(plan.amount);
  arrays.direct.set(direct);
  arrays.group.set(group);
  arrays.place.set(place);
  const rows = asked.map((position) => place[position]!);
  const matrix = new Float64Array(products.length * groupCount);
  let finite = 0;
  for (let firstGroup = 0; firstGroup < groupCount; firstGroup += groupsPerPass) {
    const failed = rollUpPass(plan, kernel, arrays, firstGroup);
    if (failed >= 0) return refuse(loopFinding(plan, failed));
    const width = Math.min(groupsPerPass, groupCount - firstGroup);
    finite += copyLanes(arrays.lanes, rows, width, matrix, groupCount, firstGroup);
  }
  if (finite === 0) return accept(matrix);
  const row = Math.floor(matrix.findIndex((value) => !Number.isFinite(value)) / groupCount);
  return refuse(notFinite(products[row]!));
}

/** Copies the lanes of each row to its line of the matrix; returns 0 if all are finite, else NaN. */
function copyLanes(
  lanes: Float64Array,
  rows: Int32Array,
  width: number,
  matrix: Float64Array,
  groupCount: number,
  firstGroup: number,
): number {
  let finite = 0;
  for (let r = 0; r < rows.length; r++) {
    const from = rows[r]! * groupsPerPass;
    const to = r * groupCount + firstGroup;
    for (let k = 0; k < width; k++) {
      const value = lanes[from + k]!;
      finite += value - value;
      matrix[to + k] = value;
    }
  }
  return finite;
}

interface PassArrays {
  readonly rowStart: Int32Array;
  /** The provider's place. */
  readonly column: Int32Array;
  readonly amount: Float64Array;
  readonly direct: Float64Array;
  readonly group: Int32Array;
  readonly place: Int32Array;
  readonly lanes: Float64Array;
}

/** All positions for sixteen groups; returns the loop that could not be solved, or -1. */
function rollUpPass(plan: SolvePlan, kernel: Kernel, arrays: PassArrays, firstGroup: number): number {
  const { n, loopFrom, loopTo } = plan;
  const { rowStart, column, amount, direct, group, place, lanes } = arrays;
  let at = 0;
  for (let loop = 0; loop <= loopFrom.length; loop++) {
    const from = loop < loopFrom.length ? loopFrom[loop]! : n;
    if (at < from)
      kernel.rollUpGroups(at, from, rowStart, column, amount, direct, group, place, firstGroup, lanes);
    if (from === n) break;
    at = loopTo[loop]!;
    if (!solveLoopGroups(plan, loop, arrays, firstGroup)) return loop;
  }
  return -1;
}

function solveLoopGroups(plan: SolvePlan, loop: number, arrays: PassArrays, firstGroup: number): boolean {
  const { rowStart, column, amount, direct, group, place, lanes } = arrays;
  const from = plan.loopFrom[loop]!;
  const to = plan.loopTo[loop]!;
  const b = new Float64Array(to - from);
  const x = new Float64Array(to - from);
  for (let lane = 0; lane < groupsPerPass; lane++) {
    let any = false;
    for (let i = from; i < to; i++) {
      let sum = group[i] === firstGroup + lane ? direct[i]! : 0;
      for (let p = rowStart[i]!, end = rowStart[i + 1]!; p < end; p++)
        if (plan.column[p]! < from) sum += amount[p]! * lanes[column[p]! * groupsPerPass + lane]!;
      b[i - from] = sum;
      if (sum !== 0) any = true;
    }
    x.fill(0);
    if (any && !solveLoop(plan, loop, b, x)) return false;
    for (let i = from; i < to; i++) lanes[place[i]! * groupsPerPass + lane] = x[i - from]!;
  }
  return true;
}
