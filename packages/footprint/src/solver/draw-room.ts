import { accept, type Result } from '@slipstream/quantity';
import type { DrawPools } from './draw-pools.ts';
import { assertByProcess, intensities } from './intensities.ts';
import { type DrawArrays, type DrawKernel, drawsPerBlock } from './kernel.ts';
import type { SolvePlan } from './plan.ts';
import type { SolverFindingCode } from './solver-finding.ts';
import { type UsedRoom, usedPart, usedRoom } from './used-part.ts';
import { float32, int32, type KernelChoice, reserve } from './workspace.ts';

/** A system and its pools in one memory, and room to draw any part of it: one part at a time, on one thread. */
export interface DrawRoom {
  readonly plan: SolvePlan;
  /** By process. */
  readonly direct: Float64Array;
  readonly pools: DrawPools;
  readonly arrays: DrawArrays;
  readonly kernel: DrawKernel;
  /** The answers without uncertainty, by process, where sweeps over loops start; null without loops. */
  readonly nominal: Result<Float64Array, SolverFindingCode> | null;
  readonly used: UsedRoom;
  /** The draws prepared last: the only ones to be drawn. */
  current: Draws | null;
}

/** The part of a system that some products use, made ready to draw. */
export interface Draws {
  readonly room: DrawRoom;
  readonly n: number;
  readonly loopFrom: Int32Array;
  readonly loopTo: Int32Array;
  readonly nominal: Float32Array;
  /** Where each product's draws are. */
  readonly products: Int32Array;
}

/** Puts pools and room for the whole system in place; products are then chosen at little cost, by `prepareDraws`. */
export function drawRoom(
  plan: SolvePlan,
  direct: Float64Array,
  pools: DrawPools,
  choice: KernelChoice = 'auto',
): DrawRoom {
  assertByProcess(plan, direct);
  const { n } = plan;
  const m = plan.column.length;
  const { normals } = pools;
  const layout = {
    rowStart: int32(n + 1),
    column: int32(m),
    amount: float32(m),
    pool: int32(m),
    spread: float32(normals ? m : 0),
    identity: int32(m),
    direct: float32(n),
    directPool: int32(n),
    directSpread: float32(normals ? n : 0),
    directIdentity: int32(n),
    pools: float32(pools.pools.length),
    lanes: float32(n * drawsPerBlock),
    factors: float32(largestLoopFactors(plan) * drawsPerBlock),
    change: float32(2 * drawsPerBlock),
    scratch: float32(drawsPerBlock),
  };
  const { arrays, kernel } = reserve(layout, choice);
  arrays.pools.set(pools.pools);
  const drawArrays = { ...arrays, normals };
  return {
    plan,
    direct,
    pools,
    arrays: drawArrays,
    kernel: kernel.draws(drawArrays),
    nominal: plan.loopFrom.length > 0 ? intensities(plan, direct) : null,
    used: usedRoom(n),
    current: null,
  };
}

/**
 * Cuts out what `products` use. What the room held before can no longer be drawn.
 * @returns findings as `intensities` where the products use loops; without loops every draw has an answer
 */
export function prepareDraws(room: DrawRoom, products: Int32Array): Result<Draws, SolverFindingCode> {
  const { plan, direct, pools, arrays, used } = room;
  const { positions, loops } = usedPart(plan, products, used);
  const nominal = new Float32Array(positions.length);
  if (room.nominal !== null && loops.length > 0) {
    if (!room.nominal.ok) return room.nominal;
    for (let k = 0; k < nominal.length; k++) nominal[k] = room.nominal.value[plan.order[positions[k]!]!]!;
  }
  let q = 0;
  for (let k = 0; k < positions.length; k++) {
    const i = positions[k]!;
    const process = plan.order[i]!;
    arrays.direct[k] = direct[process]!;
    arrays.directPool[k] = pools.directPool[process]!;
    arrays.directIdentity[k] = plan.column.length + process;
    if (pools.normals) arrays.directSpread[k] = pools.directSpread[process]!;
    for (let p = plan.rowStart[i]!, end = plan.rowStart[i + 1]!; p < end; p++, q++) {
      const exchange = plan.exchange[p]!;
      arrays.column[q] = used.indexOf[plan.column[p]!]!;
      arrays.amount[q] = plan.amount[p]!;
      arrays.identity[q] = exchange;
      arrays.pool[q] = pools.exchangePool[exchange]!;
      if (pools.normals) arrays.spread[q] = pools.exchangeSpread[exchange]!;
    }
    arrays.rowStart[k + 1] = q;
  }
  room.current = {
    room,
    n: positions.length,
    loopFrom: Int32Array.from(loops, (loop) => used.indexOf[plan.loopFrom[loop]!]!),
    loopTo: Int32Array.from(loops, (loop) => used.indexOf[plan.loopTo[loop]! - 1]! + 1),
    nominal,
    products: Int32Array.from(products, (process) => used.indexOf[plan.position[process]!]!),
  };
  return accept(room.current);
}

/** Blocks of `drawsPerBlock` that the largest loop needs for its factors. */
function largestLoopFactors({ rowStart, loopFrom, loopTo }: SolvePlan): number {
  let most = 0;
  for (let loop = 0; loop < loopFrom.length; loop++) {
    const [from, to] = [loopFrom[loop]!, loopTo[loop]!];
    most = Math.max(most, 2 * (to - from) + rowStart[to]! - rowStart[from]!);
  }
  return most;
}
