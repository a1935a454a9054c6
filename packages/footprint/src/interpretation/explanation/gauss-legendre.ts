/** A point of a quadrature on [0, 1]: `near` = distance from 0, `far` = distance from 1, exactly mirrored. */
export interface QuadraturePair {
  readonly near: number;
  readonly far: number;
  /** Weight of this point and of its mirror image; half of it where the two are one. */
  readonly weight: number;
}

/**
 * Gauss-Legendre quadrature with an even number of points, as pairs mirrored at 1/2 (Abramowitz & Stegun 25.4.30).
 * Exact for polynomials up to degree 2 × points - 1. Roots of the Legendre polynomial by Newton's method.
 */
export function gaussLegendrePairs(points: number): readonly QuadraturePair[] {
  return Array.from({ length: points / 2 }, (_, index) => {
    let root = Math.cos((Math.PI * (index + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let round = 0; round < 8; round++) {
      const polynomial = legendre(points, root);
      slope = polynomial.slope;
      root -= polynomial.value / slope;
    }
    return { near: (1 - root) / 2, far: (1 + root) / 2, weight: 1 / ((1 - root ** 2) * slope ** 2) };
  });
}

function legendre(degree: number, x: number): { value: number; slope: number } {
  let before = 1;
  let value = x;
  for (let k = 2; k <= degree; k++) {
    [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  }
  return { value, slope: (degree * (x * value - before)) / (x ** 2 - 1) };
}
