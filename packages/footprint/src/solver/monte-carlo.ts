import { accept, type Result } from '@slipstream/quantity';
import { drawPools, type Spreads } from './draw-pools.ts';
import { drawRoom, prepareDraws } from './draw-room.ts';
import { type DrawStatistics, drawStatistics } from './draw-statistics.ts';
import { drawBlock } from './draws.ts';
import { drawsPerBlock } from './kernel.ts';
import type { SolvePlan } from './plan.ts';
import type { SolverFindingCode } from './solver-finding.ts';

/**
 * Monte Carlo on one thread: every exchange and direct value is drawn anew for each draw, the system is solved,
 * and each product's intensities are summed up. The same seed gives the same numbers, whatever else is asked.
 * For several threads give each its own `drawRoom` and a share of the blocks, see `drawBlock`; for one product after
 * the other keep the room.
 */
export function monteCarlo(
  plan: SolvePlan,
  direct: Float64Array,
  spreads: Spreads,
  products: Int32Array,
  drawCount: number,
  seed: number,
): Result<DrawStatistics, SolverFindingCode> {
  const draws = prepareDraws(drawRoom(plan, direct, drawPools(spreads, seed)), products);
  if (!draws.ok) return draws;
  const drawn = new Float32Array(products.length * drawCount);
  for (let block = 0; block * drawsPerBlock < drawCount; block++)
    drawBlock(draws.value, block, drawn, drawCount);
  return accept(drawStatistics(drawn, drawCount));
}
