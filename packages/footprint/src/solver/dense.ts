/** A square matrix by rows, factorised in place: P A = L U. */
export interface DenseFactors {
  readonly size: number;
  readonly lu: Float64Array;
  readonly pivotRow: Int32Array;
}

/**
 * Gaussian elimination with partial pivoting; `matrix` (by rows) is overwritten.
 * @returns null where a pivot vanishes against its row, i.e. the matrix is singular to working precision.
 */
export function factorise(matrix: Float64Array, size: number): DenseFactors | null {
  const pivotRow = new Int32Array(size);
  let largest = 0;
  for (let k = 0; k < size * size; k++) largest = Math.max(largest, Math.abs(matrix[k]!));
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++)
      if (Math.abs(matrix[i * size + k]!) > Math.abs(matrix[pivot * size + k]!)) pivot = i;
    const value = matrix[pivot * size + k]!;
    if (!(Math.abs(value) > largest * 1e-15)) return null;
    pivotRow[k] = pivot;
    if (pivot !== k)
      for (let j = 0; j < size; j++) {
        const kept = matrix[k * size + j]!;
        matrix[k * size + j] = matrix[pivot * size + j]!;
        matrix[pivot * size + j] = kept;
      }
    for (let i = k + 1; i < size; i++) {
      const factor = matrix[i * size + k]! / value;
      matrix[i * size + k] = factor;
      if (factor !== 0)
        for (let j = k + 1; j < size; j++) matrix[i * size + j]! -= factor * matrix[k * size + j]!;
    }
  }
  return { size, lu: matrix, pivotRow };
}

/** Solves A x = b; `b` becomes x. */
export function solveFactorised({ size, lu, pivotRow }: DenseFactors, b: Float64Array): void {
  for (let k = 0; k < size; k++) swap(b, k, pivotRow[k]!);
  for (let i = 1; i < size; i++) {
    let sum = b[i]!;
    for (let j = 0; j < i; j++) sum -= lu[i * size + j]! * b[j]!;
    b[i] = sum;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let j = i + 1; j < size; j++) sum -= lu[i * size + j]! * b[j]!;
    b[i] = sum / lu[i * size + i]!;
  }
}

/** Solves Aᵀ x = b; `b` becomes x. */
export function solveFactorisedTransposed({ size, lu, pivotRow }: DenseFactors, b: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = b[i]!;
    for (let j = 0; j < i; j++) sum -= lu[j * size + i]! * b[j]!;
    b[i] = sum / lu[i * size + i]!;
  }
  for (let i = size - 2; i >= 0; i--) {
    let sum = b[i]!;
    for (let j = i + 1; j < size; j++) sum -= lu[j * size + i]! * b[j]!;
    b[i] = sum;
  }
  for (let k = size - 1; k >= 0; k--) swap(b, k, pivotRow[k]!);
}

function swap(b: Float64Array, i: number, j: number): void {
  const kept = b[i]!;
  b[i] = b[j]!;
  b[j] = kept;
}
