/**
 * The technology matrix of a product system in compressed rows (Heijungs & Suh: A = I - this).
 * Row `i` lists what process `i` takes in per **one unit of its reference output**: `column` is the process
 * that provides it, `amount` how many units of that process's reference output.
 * Amounts are finite; a credit is negative; a column may occur twice in a row, its amounts add up.
 */
export interface TechnologyMatrix {
  /** Number of processes. */
  readonly n: number;
  /** `n + 1` offsets: the exchanges of process `i` are `rowStart[i]` to `rowStart[i + 1] - 1`. */
  readonly rowStart: Int32Array;
  /** Providing process of each exchange. */
  readonly column: Int32Array;
  /** Amount of each exchange, in units of the provider's reference output. */
  readonly amount: Float64Array;
}

/**
 * Refuses a matrix no caller may build.
 * @throws RangeError where offsets do not fit, a provider does not exist or an amount is not finite.
 */
export function assertTechnologyMatrix({ n, rowStart, column, amount }: TechnologyMatrix): void {
  const m = column.length;
  if (rowStart.length !== n + 1 || amount.length !== m || rowStart[0] !== 0 || rowStart[n] !== m)
    throw new RangeError('technology matrix: the lengths of its parts do not fit');
  for (let i = 0; i < n; i++)
    if (rowStart[i + 1]! < rowStart[i]!)
      throw new RangeError(`technology matrix: row ${i} ends before it starts`);
  let sum = 0;
  for (let p = 0; p < m; p++) {
    const provider = column[p]!;
    if (provider < 0 || provider >= n)
      throw new RangeError(`technology matrix: exchange ${p} names process ${provider}`);
    sum += amount[p]! - amount[p]!;
  }
  if (sum !== 0) throw new RangeError('technology matrix: an amount is not finite');
}
