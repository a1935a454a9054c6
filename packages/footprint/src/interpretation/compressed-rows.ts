import type { TechnologyMatrix } from '../solver/index.ts';

/** What one unit of product `row` takes of product `column`. */
export interface MatrixEntry {
  readonly row: number;
  readonly column: number;
  readonly amount: number;
}

/** Entries in the order of their rows, within a row in the order given. */
export function inRowOrder<Entry extends MatrixEntry>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.row - b.row);
}

/** The technology matrix of entries in any order. */
export function compressRows(n: number, entries: readonly MatrixEntry[]): TechnologyMatrix {
  const ordered = inRowOrder(entries);
  const rowStart = new Int32Array(n + 1);
  for (const { row } of ordered) rowStart[row + 1] = (rowStart[row + 1] ?? 0) + 1;
  for (let row = 0; row < n; row++) rowStart[row + 1] = (rowStart[row + 1] ?? 0) + (rowStart[row] ?? 0);
  return {
    n,
    rowStart,
    column: Int32Array.from(ordered, ({ column }) => column),
    amount: Float64Array.from(ordered, ({ amount }) => amount),
  };
}
