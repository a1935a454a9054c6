import { bicgstab, type Multiply } from './bicgstab.ts';
import { factorise, solveFactorised, solveFactorisedTransposed } from './dense.ts';
import { denseLoop } from './loop-standing.ts';
import { type InnerExchanges, type SolvePlan, standing } from './plan.ts';

/** Up to this size elimination is quicker than sweeps. */
const tinyLoop = 8;
/** Up to this size elimination is the last resort. */
const largestElimination = 1500;
/** What has not settled by then is left to Krylov steps. */
const largestSweepCount = 100;
/** Estimated relative error at which sweeps stop. */
const sweepTolerance = 1e-13;
const residualTolerance = 1e-14;

/**
 * Solves x = b + A x inside one loop (A its exchanges): the intensities of its members.
 * `x` is read as a first guess; `b` is kept.
 * @returns false where no method reaches the accuracy (the loop is then all but infinite).
 */
export function solveLoop(plan: SolvePlan, loop: number, b: Float64Array, x: Float64Array): boolean {
  const { inner } = plan;
  const size = b.length;
  const first = inner.firstRow[loop]!;
  if (size === 1) {
    x[0] = b[0]! / (1 - inner.selfUse[first]!);
    return true;
  }
  if (size <= tinyLoop) return eliminate(inner, first, b, x, false);
  if (plan.loopStanding[loop] === standing.sweeps && sweep(inner, first, b, x)) return true;
  return solveRobustly(inner, first, b, x, false);
}

/**
 * Solves s = r + Aᵀ s inside one loop: how often each member runs to deliver `r` to the outside.
 * @returns false as `solveLoop`.
 */
export function solveLoopDemand(plan: SolvePlan, loop: number, r: Float64Array, s: Float64Array): boolean {
  const { inner } = plan;
  const size = r.length;
  const first = inner.firstRow[loop]!;
  if (size === 1) {
    s[0] = r[0]! / (1 - inner.selfUse[first]!);
    return true;
  }
  if (size <= tinyLoop) return eliminate(inner, first, r, s, true);
  if (plan.loopStanding[loop] === standing.sweeps && sweepDemand(inner, first, r, s)) return true;
  return solveRobustly(inner, first, r, s, true);
}

/** Gauss-Seidel, inputs first. Stops when the geometric tail of its changes is below the tolerance. */
function sweep(inner: InnerExchanges, first: number, b: Float64Array, x: Float64Array): boolean {
  const { rowStart, column, amount, selfUse } = inner;
  const size = b.length;
  for (let i = 0; i < size; i++) if (!Number.isFinite(x[i])) x[i] = 0;
  let before = 0;
  for (let round = 0; round < largestSweepCount; round++) {
    let worst = 0;
    for (let i = 0, p = rowStart[first]!; i < size; i++) {
      let sum = b[i]!;
      for (const end = rowStart[first + i + 1]!; p < end; p++) sum += amount[p]! * x[column[p]!]!;
      const own = selfUse[first + i]!;
      if (own !== 0) sum /= 1 - own;
      const change = Math.abs(sum - x[i]!);
      const scale = Math.abs(sum);
      if (change > worst * scale) worst = change / scale;
      x[i] = sum;
    }
    if (settled(worst, before)) return true;
    before = worst;
  }
  return false;
}

/** The same for demands, consumers first: what still has to be delivered is passed on to the inputs. */
function sweepDemand(inner: InnerExchanges, first: number, r: Float64Array, s: Float64Array): boolean {
  const { rowStart, column, amount, selfUse } = inner;
  const size = r.length;
  const pending = r.slice();
  s.fill(0);
  let before = 0;
  for (let round = 0; round < largestSweepCount; round++) {
    let worst = 0;
    for (let i = size - 1; i >= 0; i--) {
      let more = pending[i]!;
      if (more === 0) continue;
      pending[i] = 0;
      const own = selfUse[first + i]!;
      if (own !== 0) more /= 1 - own;
      const sum = s[i]! + more;
      s[i] = sum;
      const change = Math.abs(more);
      const scale = Math.abs(sum);
      if (change > worst * scale) worst = change / scale;
      for (let p = rowStart[first + i]!, end = rowStart[first + i + 1]!; p < end; p++)
        pending[column[p]!]! += amount[p]! * more;
    }
    if (settled(worst, before)) return true;
    before = worst;
  }
  return false;
}

/** Whether changes that shrink as they last did (but no faster than tenfold) add up to less than the tolerance. */
function settled(worst: number, before: number): boolean {
  if (worst <= Number.EPSILON) return true;
  const ratio = Math.max(worst / before, 0.1);
  return ratio < 1 && worst * ratio <= sweepTolerance * (1 - ratio);
}

function eliminate(
  inner: InnerExchanges,
  first: number,
  b: Float64Array,
  x: Float64Array,
  transposed: boolean,
): boolean {
  const matrix = denseLoop(inner, first, b.length, (amount, same) => (same ? 1 - amount : -amount));
  const factors = factorise(matrix, b.length);
  if (factors === null) return false;
  x.set(b);
  if (transposed) solveFactorisedTransposed(factors, x);
  else solveFactorised(factors, x);
  return true;
}

/** Krylov steps with a verified residual; elimination where they fail and the size allows. */
function solveRobustly(
  inner: InnerExchanges,
  first: number,
  b: Float64Array,
  x: Float64Array,
  transposed: boolean,
): boolean {
  const size = b.length;
  if (size <= 200) return eliminate(inner, first, b, x, transposed);
  const system = transposed ? consumersFirst(inner, first, size) : inputsFirst(inner, first, size);
  x.fill(0);
  if (bicgstab(system.multiply, system.precondition, b, x, residualTolerance)) return true;
  return size <= largestElimination && eliminate(inner, first, b, x, transposed);
}

interface LoopSystem {
  /** I - A. */
  readonly multiply: Multiply;
  /** Undoes the part of I - A that uses members made before: one Gauss-Seidel sweep. */
  readonly precondition: Multiply;
}

function inputsFirst(
  { rowStart, column, amount, selfUse }: InnerExchanges,
  first: number,
  size: number,
): LoopSystem {
  return {
    multiply(v, out) {
      for (let i = 0; i < size; i++) {
        let sum = (1 - selfUse[first + i]!) * v[i]!;
        for (let p = rowStart[first + i]!; p < rowStart[first + i + 1]!; p++)
          sum -= amount[p]! * v[column[p]!]!;
        out[i] = sum;
      }
    },
    precondition(v, out) {
      for (let i = 0; i < size; i++) {
        let sum = v[i]!;
        for (let p = rowStart[first + i]!; p < rowStart[first + i + 1]!; p++)
          if (column[p]! < i) sum += amount[p]! * out[column[p]!]!;
        out[i] = sum / (1 - selfUse[first + i]!);
      }
    },
  };
}

/** The transposed system and sweep. */
function consumersFirst(
  { rowStart, column, amount, selfUse }: InnerExchanges,
  first: number,
  size: number,
): LoopSystem {
  return {
    multiply(v, out) {
      for (let i = 0; i < size; i++) out[i] = (1 - selfUse[first + i]!) * v[i]!;
      for (let i = 0; i < size; i++)
        for (let p = rowStart[first + i]!; p < rowStart[first + i + 1]!; p++)
          out[column[p]!]! -= amount[p]! * v[i]!;
    },
    precondition(v, out) {
      out.set(v);
      for (let i = size - 1; i >= 0; i--) {
        out[i]! /= 1 - selfUse[first + i]!;
        for (let p = rowStart[first + i]!; p < rowStart[first + i + 1]!; p++)
          if (column[p]! < i) out[column[p]!]! += amount[p]! * out[i]!;
      }
    },
  };
}
