/** What the draws of each product say, one entry per product; NaN where no draw has an answer. */
export interface DrawStatistics {
  readonly mean: Float64Array;
  readonly standardDeviation: Float64Array;
  /** The 2.5th percentile. */
  readonly low: Float64Array;
  readonly median: Float64Array;
  /** The 97.5th percentile. */
  readonly high: Float64Array;
  /** How many draws found no finite answer; they are left out of the numbers above. */
  readonly withoutAnswer: Int32Array;
}

/**
 * Statistics of `drawn`, `drawCount` numbers per product; draws that are not finite are counted apart.
 * Percentiles interpolate between neighbouring draws (Hyndman & Fan type 7).
 */
export function drawStatistics(drawn: Float32Array, drawCount: number): DrawStatistics {
  const products = drawCount === 0 ? 0 : drawn.length / drawCount;
  const statistics = {
    mean: new Float64Array(products),
    standardDeviation: new Float64Array(products),
    low: new Float64Array(products),
    median: new Float64Array(products),
    high: new Float64Array(products),
    withoutAnswer: new Int32Array(products),
  };
  const values = new Float32Array(drawCount);
  for (let r = 0; r < products; r++) {
    let count = 0;
    let sum = 0;
    for (let k = r * drawCount; k < (r + 1) * drawCount; k++) {
      const value = drawn[k]!;
      if (value - value !== 0) continue;
      values[count++] = value;
      sum += value;
    }
    const mean = sum / count;
    let squares = 0;
    for (let k = 0; k < count; k++) squares += (values[k]! - mean) ** 2;
    statistics.mean[r] = mean;
    statistics.standardDeviation[r] = Math.sqrt(squares / (count - 1));
    statistics.withoutAnswer[r] = drawCount - count;
    statistics.low[r] = percentile(values, count, 0.025, 0);
    statistics.median[r] = percentile(values, count, 0.5, Math.floor(0.025 * (count - 1)));
    statistics.high[r] = percentile(values, count, 0.975, Math.floor(0.5 * (count - 1)));
  }
  return statistics;
}

/** The percentile of the first `count` values, which are partly sorted: below `from` lie only smaller ones. */
function percentile(values: Float32Array, count: number, share: number, from: number): number {
  if (count === 0) return Number.NaN;
  const rank = share * (count - 1);
  const below = Math.floor(rank);
  const low = select(values, below, from, count - 1);
  if (below === rank) return low;
  let next = Number.POSITIVE_INFINITY;
  for (let k = below + 1; k < count; k++) if (values[k]! < next) next = values[k]!;
  return low + (rank - below) * (next - low);
}

/** Hoare's selection: puts the value of rank `k` between smaller and larger ones. */
function select(values: Float32Array, k: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const kept = values[i]!;
        values[i++] = values[j]!;
        values[j--] = kept;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}
