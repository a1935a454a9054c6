import type { SolvePlan } from './plan.ts';
import { positionOf } from './scaling-factors.ts';

/** Room to find out what some products use. */
export interface UsedRoom {
  /** One bit per position, left clean. */
  readonly marked: Int32Array;
  readonly positions: Int32Array;
  /** Position → index among the used ones; only to be read for these. */
  readonly indexOf: Int32Array;
}

export function usedRoom(n: number): UsedRoom {
  return {
    marked: new Int32Array((n >> 5) + 1),
    positions: new Int32Array(n),
    indexOf: new Int32Array(n),
  };
}

/** The part of a plan that some products use. */
export interface UsedPart {
  /** In rising order; in use until the room is used again. */
  readonly positions: Int32Array;
  /** Loops of the plan in use, in their order; each is in use as a whole. */
  readonly loops: readonly number[];
}

/**
 * Follows `products` (processes) down to their last inputs and touches nothing else.
 * @throws RangeError for a process the plan does not have
 */
export function usedPart(
  plan: SolvePlan,
  products: Int32Array,
  { marked, positions, indexOf }: UsedRoom,
): UsedPart {
  const { rowStart, column, loopFrom, loopTo } = plan;
  const mark = (at: number) => {
    marked[at >> 5]! |= 1 << at;
  };
  const asked = Int32Array.from(products, (process) => positionOf(plan, process));
  let word = -1;
  for (const at of asked) {
    mark(at);
    if (at >> 5 > word) word = at >> 5;
  }
  const loops: number[] = [];
  let loop = loopFrom.length - 1;
  let first = positions.length;
  for (; word >= 0; word--) {
    for (let bits = marked[word]!; bits !== 0; bits = marked[word]!) {
      const last = (word << 5) | (31 - Math.clz32(bits));
      while (loop >= 0 && loopFrom[loop]! > last) loop--;
      const inLoop = loop >= 0 && last < loopTo[loop]!;
      const from = inLoop ? loopFrom[loop]! : last;
      const to = inLoop ? loopTo[loop]! : last + 1;
      if (inLoop) loops.push(loop);
      for (let i = to - 1; i >= from; i--) positions[--first] = i;
      for (let p = rowStart[from]!, end = rowStart[to]!; p < end; p++) mark(column[p]!);
      for (let i = from; i < to; i++) marked[i >> 5]! &= ~(1 << i);
    }
  }
  const used = positions.subarray(first);
  for (let k = 0; k < used.length; k++) indexOf[used[k]!] = k;
  return { positions: used, loops: loops.reverse() };
}
