import { orderByComponents } from './component-order.ts';
import { type DemandWalk, demandWalk } from './demand-walk.ts';
import { evenOrder } from './even-order.ts';
import type { Kernel } from './kernel.ts';
import { judgeLoop } from './loop-standing.ts';
import { assertTechnologyMatrix, type TechnologyMatrix } from './technology-matrix.ts';
import { float64, int32, type KernelChoice, reserve } from './workspace.ts';

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
  /** Works on `rowStart`, `column`, `amount` and `x`. */
  readonly kernel: Kernel;
  /** Room for one vector by position, overwritten by every solve. */
  readonly x: Float64Array;
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
  const m = matrix.column.length;
  const { order, position, loopFrom, loopTo } = evenOrder(matrix, orderByComponents(matrix));
  const { arrays, kernel } = reserve(
    { rowStart: int32(n + 1), column: int32(m), amount: float64(m), x: float64(n) },
    choice,
  );
  const { rowStart, column, amount, x } = arrays;
  const exchange = new Int32Array(m);
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
  const inner = innerExchanges(loopFrom, loopTo, rowStart, column, amount);
  const loopStanding = Uint8Array.from(loopFrom, (from, loop) =>
    judgeLoop(inner, loop, loopTo[loop]! - from),
  );
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
    loopStanding,
    inner,
    kernel,
    x,
    walk: demandWalk(n),
  };
}

function innerExchanges(
  loopFrom: Int32Array,
  loopTo: Int32Array,
  rowStart: Int32Array,
  column: Int32Array,
  amount: Float64Array,
): InnerExchanges {
  let rows = 0;
  let exchanges = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    const from = loopFrom[loop]!;
    const to = loopTo[loop]!;
    rows += to - from;
    for (let p = rowStart[from]!; p < rowStart[to]!; p++) if (column[p]! >= from) exchanges++;
  }
  const inner = {
    firstRow: new Int32Array(loopFrom.length),
    rowStart: new Int32Array(rows + 1),
    column: new Int32Array(exchanges),
    amount: new Float64Array(exchanges),
    source: new Int32Array(exchanges),
    selfUse: new Float64Array(rows),
  };
  let row = 0;
  let q = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    const from = loopFrom[loop]!;
    inner.firstRow[loop] = row;
    for (let i = from; i < loopTo[loop]!; i++) {
      for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) {
        const provider = column[p]!;
        if (provider === i) inner.selfUse[row]! += amount[p]!;
        else if (provider >= from) {
          inner.column[q] = provider - from;
          inner.amount[q] = amount[p]!;
          inner.source[q++] = p;
        }
      }
      inner.rowStart[++row] = q;
    }
  }
  return {
    ...inner,
    column: inner.column.subarray(0, q),
    amount: inner.amount.subarray(0, q),
    source: inner.source.subarray(0, q),
  };
}
