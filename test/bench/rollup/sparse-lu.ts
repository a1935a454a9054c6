import { all, create } from 'mathjs';
import type { SupplyGraph } from './graph.ts';

const math = create(all ?? {});

/** The peer with a linear-algebra library: I - Aᵀ as a sparse matrix of mathjs, LU-factorised. */
export function factoriseSparse({ matrix }: SupplyGraph) {
  const { n, rowStart, column, amount } = matrix;
  const values: number[] = [];
  const index: number[] = [];
  const ptr = [0];
  for (let i = 0; i < n; i++) {
    const entries = new Map([[i, 1]]);
    for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++)
      entries.set(column[p]!, (entries.get(column[p]!) ?? 0) - amount[p]!);
    for (const [row, value] of [...entries].sort((a, b) => a[0] - b[0])) {
      index.push(row);
      values.push(value);
    }
    ptr.push(index.length);
  }
  const sparse = math.sparse();
  Object.assign(sparse, { _values: values, _index: index, _ptr: ptr, _size: [n, n], _datatype: 'number' });
  return math.slu(sparse, 1, 0.1);
}

/** The footprint of one product: solve for the scaling vector, then sum. */
export function footprintBySparse(
  factors: ReturnType<typeof factoriseSparse>,
  { matrix, direct }: SupplyGraph,
  product: number,
): number {
  const demand = math.zeros([matrix.n, 1]) as number[][];
  demand[product]![0] = 1;
  const scaling = math.lusolve(factors as unknown as Parameters<typeof math.lusolve>[0], demand);
  const rows = scaling.valueOf() as number[][];
  return rows.reduce((sum, [value], i) => sum + value! * direct[i]!, 0);
}
