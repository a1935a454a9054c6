import { accept, type Result } from '@slipstream/quantity';
import { blockKey, type DrawPools } from './draw-pools.ts';
import { assertByProcess, intensities } from './intensities.ts';
import { type DrawKernel, drawsPerBlock } from './kernel.ts';
import type { SolvePlan } from './plan.ts';
import type { SolverFindingCode } from './solver-finding.ts';
import { float32, int32, type KernelChoice, reserve } from './workspace.ts';

/** The part of a system that some products use, made ready to draw. */
export interface Draws {
  readonly seed: number;
  readonly kernel: DrawKernel;
  readonly lanes: Float32Array;
  readonly change: Float32Array;
  readonly n: number;
  readonly loopFrom: Int32Array;
  readonly loopTo: Int32Array;
  /** The answer without uncertainty, where sweeps over loops start; zero where no loop is in use. */
  readonly nominal: Float32Array;
  /** Where each product's draws are. */
  readonly products: Int32Array;
}

/** Relative movement below which a draw of a loop has settled; single precision carries about 1e-7. */
const sweepTolerance = 1e-6;
const largestSweepCount = 400;
/** Every so many sweeps, draws that move no less than before are given up. */
const sweepsPerCheck = 16;

/**
 * Cuts out what `products` use and reserves the room to draw it.
 * @returns findings as `intensities` where the products use loops; without loops every draw has an answer
 */
export function prepareDraws(
  plan: SolvePlan,
  direct: Float64Array,
  pools: DrawPools,
  products: Int32Array,
  choice: KernelChoice = 'auto',
): Result<Draws, SolverFindingCode> {
  assertByProcess(plan, direct);
  const part = usedBy(plan, products);
  if (part.loopFrom.length > 0) {
    const solved = intensities(plan, direct);
    if (!solved.ok) return solved;
  }
  const n = part.positions.length;
  const m = part.exchangeCount;
  const layout = {
    rowStart: int32(n + 1),
    column: int32(m),
    amount: float32(m),
    pool: int32(m),
    spread: float32(pools.normals ? m : 0),
    identity: int32(m),
    direct: float32(n),
    directPool: int32(n),
    directSpread: float32(pools.normals ? n : 0),
    directIdentity: int32(n),
    pools: float32(pools.pools.length),
    lanes: float32(n * drawsPerBlock),
    factors: float32(part.loopRoom * drawsPerBlock),
    change: float32(2 * drawsPerBlock),
    scratch: float32(drawsPerBlock),
  };
  const { arrays, kernel } = reserve(layout, choice);
  const nominal = new Float32Array(n);
  arrays.pools.set(pools.pools);
  let q = 0;
  for (let k = 0; k < n; k++) {
    const i = part.positions[k]!;
    const process = plan.order[i]!;
    if (part.loopFrom.length > 0) nominal[k] = plan.x[i]!;
    arrays.direct[k] = direct[process]!;
    arrays.directPool[k] = pools.directPool[process]!;
    arrays.directIdentity[k] = plan.column.length + process;
    if (pools.normals) arrays.directSpread[k] = pools.directSpread[process]!;
    for (let p = plan.rowStart[i]!, end = plan.rowStart[i + 1]!; p < end; p++, q++) {
      const exchange = plan.exchange[p]!;
      arrays.column[q] = part.indexOf[plan.column[p]!]! - 1;
      arrays.amount[q] = plan.amount[p]!;
      arrays.identity[q] = exchange;
      arrays.pool[q] = pools.exchangePool[exchange]!;
      if (pools.normals) arrays.spread[q] = pools.exchangeSpread[exchange]!;
    }
    arrays.rowStart[k + 1] = q;
  }
  return accept({
    seed: pools.seed,
    kernel: kernel.draws({ ...arrays, normals: pools.normals }),
    lanes: arrays.lanes,
    change: arrays.change,
    n,
    loopFrom: part.loopFrom,
    loopTo: part.loopTo,
    nominal,
    products: Int32Array.from(products, (process) => part.indexOf[plan.position[process]!]! - 1),
  });
}

/**
 * Draws block `block` (draws 32 × `block` and on) into `drawn`, which holds `drawCount` numbers per product, by
 * products. A draw in which a loop below a product finds no finite answer is NaN. Blocks may be drawn in any
 * order and on any thread.
 */
export function drawBlock(draws: Draws, block: number, drawn: Float32Array, drawCount: number): void {
  const { kernel, loopFrom, loopTo, n, lanes, products } = draws;
  const key = blockKey(draws.seed, block);
  let at = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    if (at < loopFrom[loop]!) kernel.drawRows(at, loopFrom[loop]!, key);
    at = loopTo[loop]!;
    settleLoop(draws, loopFrom[loop]!, at, key);
  }
  if (at < n) kernel.drawRows(at, n, key);
  const first = block * drawsPerBlock;
  const width = Math.min(drawsPerBlock, drawCount - first);
  for (let r = 0; r < products.length; r++) {
    const from = products[r]! * drawsPerBlock;
    const to = r * drawCount + first;
    for (let k = 0; k < width; k++) drawn[to + k] = lanes[from + k]!;
  }
}

/** Sweeps a loop until every draw has settled, or has shown that it will not (it becomes NaN). */
function settleLoop({ kernel, lanes, change, nominal }: Draws, from: number, to: number, key: number): void {
  kernel.drawLoop(from, to, key);
  for (let i = from; i < to; i++) lanes.fill(nominal[i]!, i * drawsPerBlock, (i + 1) * drawsPerBlock);
  const before = new Float32Array(drawsPerBlock).fill(Number.POSITIVE_INFINITY);
  for (let sweep = 1; sweep <= largestSweepCount; sweep++) {
    const moving = kernel.sweepLoop(from, to, sweepTolerance);
    if (moving === 0) return;
    const over = sweep === largestSweepCount;
    if (sweep % sweepsPerCheck !== 0 && !over) continue;
    for (let k = 0; k < drawsPerBlock; k++) {
      if ((moving & (1 << k)) === 0) continue;
      if (over || !(change[k]! < before[k]!))
        for (let i = from; i < to; i++) lanes[i * drawsPerBlock + k] = Number.NaN;
      before[k] = change[k]!;
    }
  }
}

interface UsedPart {
  readonly positions: Int32Array;
  /** Position → index in `positions`, plus one; 0 where not used. */
  readonly indexOf: Int32Array;
  readonly exchangeCount: number;
  readonly loopFrom: Int32Array;
  readonly loopTo: Int32Array;
  /** Blocks of `drawsPerBlock` that the largest loop needs for its factors. */
  readonly loopRoom: number;
}

function usedBy(plan: SolvePlan, products: Int32Array): UsedPart {
  const { n, position, rowStart, column } = plan;
  const indexOf = new Int32Array(n);
  for (const process of products) indexOf[position[process]!] = 1;
  let loop = plan.loopFrom.length - 1;
  for (let i = n - 1; i >= 0; i--) {
    while (loop >= 0 && plan.loopFrom[loop]! > i) loop--;
    if (loop >= 0 && i === plan.loopTo[loop]! - 1) {
      const from = plan.loopFrom[loop]!;
      if (indexOf.subarray(from, i + 1).includes(1)) indexOf.fill(1, from, i + 1);
    }
    if (indexOf[i] !== 0) for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) indexOf[column[p]!] = 1;
  }
  let count = 0;
  let exchangeCount = 0;
  for (let i = 0; i < n; i++)
    if (indexOf[i] !== 0) {
      indexOf[i] = ++count;
      exchangeCount += rowStart[i + 1]! - rowStart[i]!;
    }
  const positions = new Int32Array(count);
  for (let i = 0; i < n; i++) if (indexOf[i] !== 0) positions[indexOf[i]! - 1] = i;
  const used = [...plan.loopFrom.keys()].filter((k) => indexOf[plan.loopFrom[k]!] !== 0);
  const room = used.map((k) => {
    const [from, to] = [plan.loopFrom[k]!, plan.loopTo[k]!];
    return 2 * (to - from) + rowStart[to]! - rowStart[from]!;
  });
  return {
    positions,
    indexOf,
    exchangeCount,
    loopFrom: Int32Array.from(used, (k) => indexOf[plan.loopFrom[k]!]! - 1),
    loopTo: Int32Array.from(used, (k) => indexOf[plan.loopTo[k]! - 1]!),
    loopRoom: room.reduce((most, blocks) => Math.max(most, blocks), 0),
  };
}
