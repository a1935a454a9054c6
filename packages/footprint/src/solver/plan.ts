import { type ComponentOrder, orderByComponents } from './component-order.ts';
import { type DemandWalk, demandWalk } from './demand-walk.ts';
import { evenOrder } from './even-order.ts';
import type { Kernel } from './kernel.ts';
import { judgeLoop } from './loop-standing.ts';
import { assertTechnologyMatrix, type TechnologyMatrix } from './technology-matrix.ts';
import { type ArraysOf, float64, int32, type KernelChoice, reserve } from './workspace.ts';

/** How a loop stands: solved by sweeps, solved by elimination, without a finite answer, or not provable. */
export const standing = { sweeps: 0, elimination: 1, infinite: 2, undecided: 3 } as const;

/**
 * A technology matrix made ready to solve: processes renumbered so that inputs come first (their `position`),
 * loops apart. One plan serves any number of solves. It holds room to work in, so it belongs to one thread: send
 * the matrix to others, not the plan.
 */
export interface SolvePlan {
  readonly n: number;
  /** Position → process. */
  readonly order: Int32Array;
  /** Process → position. */
  readonly position: Int32Array;
  /** Offsets by position; columns are positions too. */
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float64Array;
  /** Index of each exchange in the technology matrix the plan was made from. */
  readonly exchange: Int32Array;
  /** Positions `loopFrom[k]` to `loopTo[k] - 1` form loop `k`; all other rows only use earlier positions. */
  readonly loopFrom: Int32Array;
  readonly loopTo: Int32Array;
  /** One of `standing` for each loop. */
  readonly loopStanding: Uint8Array;
  readonly inner: InnerExchanges;
  /** Works on `rowStart`, `column`, `amount`, `x`, `inner` and the room for loops. */
  readonly kernel: Kernel;
  /** Room for one vector by position, overwritten by every solve. */
  readonly x: Float64Array;
  /** Room for the right side and the answer of the largest loop. */
  readonly loopRight: Float64Array;
  readonly loopLeft: Float64Array;
  /** Room to follow one demand, left clean. */
  readonly walk: DemandWalk;
}

/** The exchanges inside loops, rows by loop position: member `loopFrom[k] + i` is row `firstRow[k] + i`. */
export interface InnerExchanges {
  /** First inner row of each loop. */
  readonly firstRow: Int32Array;
  readonly rowStart: Int32Array;
  /** Provider as an offset from the start of its loop. */
  readonly column: Int32Array;
  readonly amount: Float64Array;
  /** Index of the exchange among those of the plan. */
  readonly source: Int32Array;
  /** How much of its own output a member takes in per unit (its exchanges with itself, added up). */
  readonly selfUse: Float64Array;
}

/**
 * Orders a technology matrix and judges its loops. Time linear in exchanges, no recursion: chains of any depth.
 * @throws RangeError for a matrix that is not one, see `assertTechnologyMatrix`.
 */
export function planSolve(matrix: TechnologyMatrix, choice: KernelChoice = 'auto'): SolvePlan {
  assertTechnologyMatrix(matrix);
  const { n } = matrix;
  const found = evenOrder(matrix, orderByComponents(matrix));
  const { order, position, loopFrom, loopTo } = found;
  const exchange = new Int32Array(matrix.column.length);
  const { arrays, kernel } = reserve(planLayout(matrix, found), choice);
  const { rowStart, column, amount } = arrays;
  let q = 0;
  for (let i = 0; i < n; i++) {
    const process = order[i]!;
    rowStart[i] = q;
    for (let p = matrix.rowStart[process]!, end = matrix.rowStart[process + 1]!; p < end; p++, q++) {
      column[q] = position[matrix.column[p]!]!;
      amount[q] = matrix.amount[p]!;
      exchange[q] = p;
    }
  }
  rowStart[n] = q;
  const inner = innerExchanges(found, arrays);
  return {
    n,
    order,
    position,
    rowStart,
    column,
    amount,
    exchange,
    loopFrom,
    loopTo,
    loopStanding: Uint8Array.from(loopFrom, (from, loop) => judgeLoop(inner, loop, loopTo[loop]! - from)),
    inner,
    kernel,
    x: arrays.x,
    loopRight: arrays.loopRight,
    loopLeft: arrays.loopLeft,
    walk: demandWalk(n),
  };
}

/** The same plan with amounts, standings and room of its own. */
export function copyPlan(plan: SolvePlan, choice: KernelChoice = 'auto'): SolvePlan {
  const { inner } = plan;
  const kept = {
    rowStart: plan.rowStart,
    column: plan.column,
    amount: plan.amount,
    x: plan.x,
    innerRowStart: inner.rowStart,
    innerColumn: inner.column,
    innerAmount: inner.amount,
    selfUse: inner.selfUse,
    loopRight: plan.loopRight,
    loopLeft: plan.loopLeft,
  };
  const layout = {
    rowStart: int32(kept.rowStart.length),
    column: int32(kept.column.length),
    amount: float64(kept.amount.length),
    x: float64(kept.x.length),
    innerRowStart: int32(kept.innerRowStart.length),
    innerColumn: int32(kept.innerColumn.length),
    innerAmount: float64(kept.innerAmount.length),
    selfUse: float64(kept.selfUse.length),
    loopRight: float64(kept.loopRight.length),
    loopLeft: float64(kept.loopLeft.length),
  } satisfies Record<keyof typeof kept, unknown>;
  const { arrays, kernel } = reserve(layout, choice);
  for (const name of Object.keys(kept) as (keyof typeof kept)[]) arrays[name].set(kept[name]);
  return {
    ...plan,
    rowStart: arrays.rowStart,
    column: arrays.column,
    amount: arrays.amount,
    x: arrays.x,
    inner: {
      ...inner,
      rowStart: arrays.innerRowStart,
      column: arrays.innerColumn,
      amount: arrays.innerAmount,
      selfUse: arrays.selfUse,
    },
    loopStanding: plan.loopStanding.slice(),
    kernel,
    loopRight: arrays.loopRight,
    loopLeft: arrays.loopLeft,
  };
}

function planLayout(matrix: TechnologyMatrix, { order, loopFrom, loopTo }: ComponentOrder) {
  let members = 0;
  let largest = 0;
  let used = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    members += loopTo[loop]! - loopFrom[loop]!;
    largest = Math.max(largest, loopTo[loop]! - loopFrom[loop]!);
    for (let i = loopFrom[loop]!; i < loopTo[loop]!; i++)
      used += matrix.rowStart[order[i]! + 1]! - matrix.rowStart[order[i]!]!;
  }
  return {
    rowStart: int32(matrix.n + 1),
    column: int32(matrix.column.length),
    amount: float64(matrix.column.length),
    x: float64(matrix.n),
    innerRowStart: int32(members + 1),
    innerColumn: int32(used),
    innerAmount: float64(used),
    selfUse: float64(members),
    loopRight: float64(largest),
    loopLeft: float64(largest),
  };
}

type PlanArrays = ArraysOf<ReturnType<typeof planLayout>>;

function innerExchanges(
  { loopFrom, loopTo }: ComponentOrder,
  { rowStart, column, amount, innerRowStart, innerColumn, innerAmount, selfUse }: PlanArrays,
): InnerExchanges {
  const firstRow = new Int32Array(loopFrom.length);
  const source = new Int32Array(innerColumn.length);
  let row = 0;
  let q = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    const from = loopFrom[loop]!;
    firstRow[loop] = row;
    for (let i = from; i < loopTo[loop]!; i++) {
      for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) {
        const provider = column[p]!;
        if (provider === i) selfUse[row]! += amount[p]!;
        else if (provider >= from) {
          innerColumn[q] = provider - from;
          innerAmount[q] = amount[p]!;
          source[q++] = p;
        }
      }
      innerRowStart[++row] = q;
    }
  }
  return { firstRow, rowStart: innerRowStart, column: innerColumn, amount: innerAmount, source, selfUse };
}
