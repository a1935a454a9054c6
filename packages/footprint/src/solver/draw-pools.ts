import { drawsPerBlock, poolSize } from './kernel.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * How uncertain each number is: geometric standard deviations of log-normal factors with median 1, so 95 % lie
 * between 1/s² and s². 1 is certain. The amounts and direct values themselves are the medians.
 */
export interface Spreads {
  /** By exchange of the technology matrix. */
  readonly exchange: Float64Array;
  /** By process. */
  readonly direct: Float64Array;
}

/**
 * Draws in store. A parameter takes, for each block of draws, the slice of its pool that starts at a place hashed
 * from seed, block and parameter: its draws depend on nothing else, neither on the order of work, nor on the
 * number of threads, nor on which products are asked for.
 */
export interface DrawPools {
  readonly seed: number;
  /** False: one pool of log-normal factors for each spread. True: one pool of normals, for many spreads. */
  readonly normals: boolean;
  readonly pools: Float32Array;
  /** Where each exchange's pool starts, or (normals) zero. */
  readonly exchangePool: Int32Array;
  readonly directPool: Int32Array;
  /** Binary logarithm of each spread. */
  readonly exchangeSpread: Float32Array;
  readonly directSpread: Float32Array;
}

/** With more different spreads than this, factors are computed from normal draws; pools would not fit a cache. */
const mostPools = 64;
const poolLength = poolSize + drawsPerBlock;

/**
 * Fills the pools. Each holds the 65,536 mid-quantiles of its distribution in an order of its own, so a pool has
 * the exact mean and percentiles, and two parameters share a slice with probability 1/65,536 per block.
 * @throws RangeError for a spread below 1 or not finite
 */
export function drawPools(spreads: Spreads, seed: number): DrawPools {
  const classes = new Map<number, number>();
  const exchangePool = classify(spreads.exchange, classes);
  const directPool = classify(spreads.direct, classes);
  const normals = classes.size > mostPools;
  const draws = shuffledNormals(seed);
  const pools = new Float32Array(poolLength * (normals ? 1 : Math.max(1, classes.size)));
  if (normals) {
    pools.set(draws);
    pools.copyWithin(poolSize, 0, drawsPerBlock);
    exchangePool.fill(0);
    directPool.fill(0);
  } else {
    for (const [spread, index] of classes) fillPool(pools, index, Math.log(spread), draws, seed);
    for (let k = 0; k < exchangePool.length; k++) exchangePool[k]! *= poolLength;
    for (let k = 0; k < directPool.length; k++) directPool[k]! *= poolLength;
  }
  return {
    seed,
    normals,
    pools,
    exchangePool,
    directPool,
    exchangeSpread: Float32Array.from(spreads.exchange, Math.log2),
    directSpread: Float32Array.from(spreads.direct, Math.log2),
  };
}

/** The number that stands for a block in the sequence of a seed. */
export function blockKey(seed: number, block: number): number {
  return mixed(mixed(seed | 0) ^ mixed(Math.floor(seed / 2 ** 32) ^ Math.imul(block + 1, 0x9e3779b1)));
}

function classify(spreads: Float64Array, classes: Map<number, number>): Int32Array {
  const indexes = new Int32Array(spreads.length);
  for (let k = 0; k < spreads.length; k++) {
    const spread = spreads[k]!;
    let index = classes.get(spread);
    if (index === undefined) {
      if (!(spread >= 1 && spread < Number.POSITIVE_INFINITY)) throw new RangeError(`spread ${spread}`);
      index = classes.size;
      classes.set(spread, index);
    }
    indexes[k] = index;
  }
  return indexes;
}

function shuffledNormals(seed: number): Float64Array {
  const draws = Float64Array.from({ length: poolSize }, (_, k) => normalQuantile((k + 0.5) / poolSize));
  for (let k = poolSize - 1; k > 0; k--) {
    const other = Math.floor(((blockKey(seed, -2 - k) >>> 0) / 2 ** 32) * (k + 1));
    const kept = draws[k]!;
    draws[k] = draws[other]!;
    draws[other] = kept;
  }
  return draws;
}

/** Pool `index`: the same draws in another order, raised to its spread. */
function fillPool(
  pools: Float32Array,
  index: number,
  sigma: number,
  draws: Float64Array,
  seed: number,
): void {
  const start = index * poolLength;
  const step = blockKey(seed, -poolSize - 3 - 2 * index) | 1;
  const first = blockKey(seed, -poolSize - 4 - 2 * index);
  for (let k = 0; k < poolSize; k++)
    pools[start + k] = Math.exp(sigma * draws[(first + Math.imul(k, step)) & (poolSize - 1)]!);
  pools.copyWithin(start + poolSize, start, start + drawsPerBlock);
}

function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
