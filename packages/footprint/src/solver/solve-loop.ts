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
const sweepTolerance = 2e-13;
const sweepsBetweenJumps = 3;
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
  if (plan.loopStanding[loop] === standing.sweeps && sweepInputs(plan, first, b, x)) return true;
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
  if (plan.loopStanding[loop] === standing.sweeps && sweepDemands(plan, first, r, s)) return true;
  return solveRobustly(inner, first, r, s, true);
}

function sweepInputs(plan: SolvePlan, first: number, b: Float64Array, x: Float64Array): boolean {
  const { kernel, inner } = plan;
  const size = b.length;
  const right = plan.loopRight.subarray(0, size);
  const left = plan.loopLeft.subarray(0, size);
  right.set(b);
  for (let i = 0; i < size; i++) left[i] = Number.isFinite(x[i]) ? x[i]! : 0;
  if (!settle([left], () => kernel.sweepInputs(first, size, inner, right, left))) return false;
  x.set(left);
  return true;
}

function sweepDemands(plan: SolvePlan, first: number, r: Float64Array, s: Float64Array): boolean {
  const { kernel, inner } = plan;
  const size = r.length;
  const asked = plan.loopRight.subarray(0, size);
  const made = plan.loopLeft.subarray(0, size);
  asked.set(r);
  made.fill(0);
  if (!settle([made, asked], () => kernel.sweepDemands(first, size, inner, asked, made))) return false;
  s.set(made);
  return true;
}

/**
 * Repeats a sweep until the geometric tail of its changes is below the tolerance. Where changes shrink evenly the
 * tail is added at once (Lyusternik's extrapolation), in all `vectors` that belong to the state.
 */
function settle(vectors: readonly Float64Array[], sweep: () => number): boolean {
  const kept = vectors.map((vector) => vector.slice());
  let before = 0;
  let ratioBefore = 0;
  let lastJump = 0;
  for (let round = 1; round <= largestSweepCount; round++) {
    const mayJump = round - lastJump > sweepsBetweenJumps;
    if (mayJump) vectors.forEach((vector, k) => void kept[k]!.set(vector));
    const worst = sweep();
    const ratio = worst / before;
    if (worst <= Number.EPSILON) return true;
    // Changes are not trusted to shrink faster than tenfold.
    const trusted = Math.max(ratio, 0.1);
    if (trusted < 1 && worst * trusted <= sweepTolerance * (1 - trusted)) return true;
    if (mayJump && ratio < 0.95 && Math.abs(ratio - ratioBefore) < 0.1 * ratio) {
      vectors.forEach((vector, k) => void extrapolate(vector, kept[k]!, ratio / (1 - ratio)));
      lastJump = round;
      before = 0;
      ratioBefore = 0;
    } else {
      before = worst;
      ratioBefore = ratio;
    }
  }
  return false;
}

function extrapolate(vector: Float64Array, before: Float64Array, share: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! += share * (vector[i]! - before[i]!);
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
