/** Writes a linear function of `x` into `out`. */
export type Multiply = (x: Float64Array, out: Float64Array) => void;

const restarts = 8;
const stepsPerRestart = 400;

/**
 * Solves M x = b by stabilised bi-conjugate gradients (van der Vorst 1992), restarted from the true residual.
 * `precondition` undoes most of M. With one Gauss-Seidel sweep for it the number of steps is bounded by the number
 * of processes a loop uses before they are made: a ring of any length takes one.
 * @returns whether the true residual fell below `tolerance` times the size of b and x; `x` holds the answer.
 */
export function bicgstab(
  multiply: Multiply,
  precondition: Multiply,
  b: Float64Array,
  x: Float64Array,
  tolerance: number,
): boolean {
  const size = b.length;
  const residual = new Float64Array(size);
  for (let restart = 0; restart <= restarts; restart++) {
    multiply(x, residual);
    for (let i = 0; i < size; i++) residual[i] = b[i]! - residual[i]!;
    const reached = norm(residual);
    const goal = tolerance * (norm(b) + norm(x));
    if (reached <= goal) return true;
    if (!Number.isFinite(reached) || restart === restarts) return false;
    improve(multiply, precondition, residual, x, Math.max(goal * 0.5, reached * 1e-10));
  }
  return false;
}

function improve(
  multiply: Multiply,
  precondition: Multiply,
  residual: Float64Array,
  x: Float64Array,
  goal: number,
): void {
  const size = x.length;
  const shadow = residual.slice();
  const direction = new Float64Array(size);
  const image = new Float64Array(size);
  const scaled = new Float64Array(size);
  const smoothed = new Float64Array(size);
  let rho = 1;
  let alpha = 1;
  let omega = 1;
  for (let step = 0; step < stepsPerRestart; step++) {
    const next = dot(shadow, residual);
    const beta = (next / rho) * (alpha / omega);
    rho = next;
    if (!Number.isFinite(beta) || next === 0) return;
    for (let i = 0; i < size; i++)
      direction[i] = step === 0 ? residual[i]! : residual[i]! + beta * (direction[i]! - omega * image[i]!);
    precondition(direction, scaled);
    multiply(scaled, image);
    alpha = rho / dot(shadow, image);
    if (!Number.isFinite(alpha)) return;
    for (let i = 0; i < size; i++) {
      x[i]! += alpha * scaled[i]!;
      residual[i]! -= alpha * image[i]!;
    }
    if (norm(residual) <= goal) return;
    precondition(residual, scaled);
    multiply(scaled, smoothed);
    omega = dot(smoothed, residual) / dot(smoothed, smoothed);
    if (!Number.isFinite(omega) || omega === 0) return;
    for (let i = 0; i < size; i++) {
      x[i]! += omega * scaled[i]!;
      residual[i]! -= omega * smoothed[i]!;
    }
    if (norm(residual) <= goal) return;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
