import type { Result } from '@slipstream/quantity';
import fc from 'fast-check';
import type { TechnologyMatrix } from './technology-matrix.ts';

/** One exchange of a test system: consuming process, providing process, amount. */
export type Triple = readonly [process: number, provider: number, amount: number];

/** A technology matrix from a list of exchanges, kept in their order within each row. */
export function matrixOf(n: number, exchanges: readonly Triple[]): TechnologyMatrix {
  const sorted = exchanges
    .map((triple, k) => ({ triple, k }))
    .sort((a, b) => a.triple[0] - b.triple[0] || a.k - b.k);
  const rowStart = new Int32Array(n + 1);
  for (const [process] of exchanges) rowStart[process + 1]!++;
  for (let i = 0; i < n; i++) rowStart[i + 1]! += rowStart[i]!;
  return {
    n,
    rowStart,
    column: Int32Array.from(sorted, ({ triple }) => triple[1]),
    amount: Float64Array.from(sorted, ({ triple }) => triple[2]),
  };
}

export function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

export function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Intensities by the simplest way there is: the dense system, Gauss-Jordan elimination with row exchange. */
export function eliminated(
  { n, rowStart, column, amount }: TechnologyMatrix,
  direct: Float64Array,
): number[] {
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Array<number>(n + 1).fill(0);
    row[i] = 1;
    for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) row[column[p]!]! -= amount[p]!;
    row[n] = direct[i]!;
    return row;
  });
  for (let k = 0; k < n; k++) {
    const best = rows
      .slice(k)
      .reduce((at, row, i) => (Math.abs(row[k]!) > Math.abs(rows[at]![k]!) ? k + i : at), k);
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    const pivot = rows[k]!;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[k]! / pivot[k]!;
      if (factor !== 0) for (let j = k; j <= n; j++) row[j]! -= factor * pivot[j]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

/** Systems of up to 30 processes: chains, shared inputs, loops, self-use, doubled exchanges, credits. */
export const randomSystem = fc
  .integer({ min: 1, max: 30 })
  .chain((n) =>
    fc.record({
      n: fc.constant(n),
      exchanges: fc.array(
        fc.tuple(
          fc.nat(n - 1),
          fc.nat(n - 1),
          fc.oneof(
            { weight: 6, arbitrary: fc.double({ min: 0, max: 0.6, noNaN: true }) },
            { weight: 1, arbitrary: fc.double({ min: -1.5, max: 0, noNaN: true }) },
          ),
        ),
        { maxLength: 2 * n },
      ),
      direct: fc.array(fc.double({ min: -1, max: 10, noNaN: true }), { minLength: n, maxLength: n }),
    }),
  )
  .map(({ n, exchanges, direct }) => ({ matrix: matrixOf(n, exchanges), direct: Float64Array.from(direct) }));

/** A seeded source of numbers between 0 and 1 for systems too large to shrink. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * A system of `n` processes: each takes from up to four later ones, and a share `back` of them returns something
 * to an earlier one, so that loops of many sizes arise. Amounts of a row add up to at most 0.9.
 */
export function tieredSystem(
  n: number,
  back: number,
  seed: number,
): { matrix: TechnologyMatrix; direct: Float64Array } {
  const random = seeded(seed);
  const exchanges: Triple[] = [];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < 4 && i + 1 < n; k++)
      exchanges.push([i, i + 1 + Math.floor(random() ** 3 * (n - i - 1)), 0.2 * random()]);
    if (random() < back) exchanges.push([i, Math.floor(random() * (i + 1)), 0.1 * random()]);
  }
  return { matrix: matrixOf(n, exchanges), direct: Float64Array.from({ length: n }, () => random()) };
}
