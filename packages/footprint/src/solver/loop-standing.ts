import { bicgstab } from './bicgstab.ts';
import { factorise, solveFactorised } from './dense.ts';
import { eigenvalues } from './eigenvalues.ts';
import { type InnerExchanges, standing } from './plan.ts';

/** A loop that has to run a member more often than this for one unit of each counts as without finite answer. */
export const largestAmplification = 1e9;

/** Up to this size a loop is eliminated where sweeps do not settle its standing. */
const smallLoop = 64;
/** Up to this size the eigenvalues of a loop with strong credits are computed. */
const largestSpectrum = 200;
const sweepsToTry = 60;

/**
 * Decides whether a loop has a finite answer.
 *
 * **Criterion: no real eigenvalue of the loop's exchanges A is 1 or more.** Turn the loop up from nothing (0·A)
 * to its full strength (1·A): exactly then the answer of (I - tA) x = b stays finite all the way, and its sign
 * with it. Without credits this says that the spectral radius is below 1 (Perron-Frobenius; Hawkins-Simon), the
 * series b + Ab + A²b + … ends, and every answer is positive; one circle has a finite answer if the product of
 * its amounts is below 1. Self-consumption of 1.5 is refused although I - A could be inverted (to a negative
 * footprint). A credit may exceed 1 (a process that returns 2 of its own output per unit nets 3: fine), but two
 * credits that reinforce each other around a circle count like consumption.
 *
 * The proof used first needs no eigenvalue: a v > 0 with |A| v < v outside the diagonal (I - A is then an
 * H-matrix with positive diagonal, sweeps converge). It is exact where no member credits another.
 */
export function judgeLoop(inner: InnerExchanges, loop: number, size: number): number {
  const first = inner.firstRow[loop]!;
  let consumesItself = false;
  for (let i = 0; i < size; i++) if (!(inner.selfUse[first + i]! < 1)) consumesItself = true;
  let credits = false;
  for (let p = inner.rowStart[first]!; p < inner.rowStart[first + size]!; p++)
    if (inner.amount[p]! < 0) credits = true;
  if (!consumesItself && dominated(inner, first, size)) return standing.sweeps;
  if (!credits) return standing.infinite;
  if (size > largestSpectrum) return standing.undecided;
  const matrix = denseLoop(inner, first, size, (amount) => amount);
  const spectrum = eigenvalues(matrix, size);
  if (spectrum === null) return standing.undecided;
  for (let k = 0; k < size; k++) {
    const real = spectrum.real[k]!;
    const imaginary = Math.abs(spectrum.imaginary[k]!);
    if (real >= 1 - 1 / largestAmplification && imaginary <= 1e-6 * Math.max(1, real))
      return standing.infinite;
  }
  return standing.elimination;
}

/** Whether some v > 0 has |A| v < v, and none of its entries has to exceed `largestAmplification`. */
function dominated(inner: InnerExchanges, first: number, size: number): boolean {
  const v = new Float64Array(size).fill(1);
  for (let sweep = 0; sweep <= sweepsToTry; sweep++) {
    if (proves(inner, first, v)) return true;
    for (let i = 0; i < size; i++)
      v[i] = (1 + othersTake(inner, first + i, v)) / (1 - inner.selfUse[first + i]!);
  }
  if (size <= smallLoop) {
    const matrix = denseLoop(inner, first, size, (amount, same) => (same ? 1 - amount : -Math.abs(amount)));
    const factors = factorise(matrix, size);
    if (factors === null) return false;
    v.fill(1);
    solveFactorised(factors, v);
    return proves(inner, first, v);
  }
  const left = (i: number) => 1 - inner.selfUse[first + i]!;
  v.fill(1);
  bicgstab(
    (x, out) => {
      for (let i = 0; i < size; i++) out[i] = left(i) * x[i]! - othersTake(inner, first + i, x);
    },
    (x, out) => {
      out.fill(0);
      for (let i = 0; i < size; i++) out[i] = (x[i]! + othersTake(inner, first + i, out)) / left(i);
    },
    new Float64Array(size).fill(1),
    v,
    1e-14,
  );
  return proves(inner, first, v);
}

function proves(inner: InnerExchanges, first: number, v: Float64Array): boolean {
  let largest = 0;
  let leastLeft = Number.POSITIVE_INFINITY;
  for (let i = 0; i < v.length; i++) {
    const own = v[i]!;
    const left = own * (1 - inner.selfUse[first + i]!) - othersTake(inner, first + i, v);
    if (!(own > 0 && left > 0)) return false;
    if (own > largest) largest = own;
    if (left < leastLeft) leastLeft = left;
  }
  return largest <= leastLeft * largestAmplification;
}

function othersTake(inner: InnerExchanges, row: number, v: Float64Array): number {
  let sum = 0;
  for (let p = inner.rowStart[row]!, end = inner.rowStart[row + 1]!; p < end; p++)
    sum += Math.abs(inner.amount[p]!) * v[inner.column[p]!]!;
  return sum;
}

/** The loop as a dense matrix by rows; `entry` maps each amount (and whether it is a member's own). */
export function denseLoop(
  inner: InnerExchanges,
  first: number,
  size: number,
  entry: (amount: number, same: boolean) => number,
): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = entry(inner.selfUse[first + i]!, true);
    for (let p = inner.rowStart[first + i]!; p < inner.rowStart[first + i + 1]!; p++)
      matrix[i * size + inner.column[p]!]! += entry(inner.amount[p]!, false);
  }
  return matrix;
}
