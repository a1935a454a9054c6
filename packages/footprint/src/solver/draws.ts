import { blockKey } from './draw-pools.ts';
import type { Draws } from './draw-room.ts';
import { drawsPerBlock } from './kernel.ts';

/** Relative movement below which a draw of a loop has settled; single precision carries about 1e-7. */
const sweepTolerance = 1e-6;
const largestSweepCount = 400;
/** Every so many sweeps, draws that move no less than before are given up. */
const sweepsPerCheck = 16;

/**
 * Draws block `block` (draws 32 × `block` and on) into `drawn`, which holds `drawCount` numbers per product, by
 * products. A draw in which a loop below a product finds no finite answer is NaN. Blocks may be drawn in any
 * order and on any thread.
 * @throws Error for draws whose room has been given to other products since
 */
export function drawBlock(draws: Draws, block: number, drawn: Float32Array, drawCount: number): void {
  const { room, loopFrom, loopTo, n, products } = draws;
  if (room.current !== draws) throw new Error('the room has been given to other products');
  const { lanes } = room.arrays;
  const key = blockKey(room.pools.seed, block);
  let at = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    if (at < loopFrom[loop]!) room.kernel.drawRows(at, loopFrom[loop]!, key);
    at = loopTo[loop]!;
    settleLoop(draws, loopFrom[loop]!, at, key);
  }
  if (at < n) room.kernel.drawRows(at, n, key);
  const first = block * drawsPerBlock;
  const width = Math.min(drawsPerBlock, drawCount - first);
  for (let r = 0; r < products.length; r++) {
    const from = products[r]! * drawsPerBlock;
    const to = r * drawCount + first;
    for (let k = 0; k < width; k++) drawn[to + k] = lanes[from + k]!;
  }
}

/** Sweeps a loop until every draw has settled, or has shown that it will not (it becomes NaN). */
function settleLoop({ room, nominal }: Draws, from: number, to: number, key: number): void {
  const { kernel, arrays } = room;
  const { lanes, change } = arrays;
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
