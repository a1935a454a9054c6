import { type SolvePlan, standing } from './plan.ts';
import { solveLoopDemand } from './solve-loop.ts';

/** Room to follow a demand through a plan, and what was found: `count` positions in use and how often they run. */
export interface DemandWalk {
  /** One bit per position that still has to be passed. */
  readonly waiting: Int32Array;
  /** What has been asked of a position so far. */
  readonly asked: Float64Array;
  readonly positions: Int32Array;
  readonly runs: Float64Array;
  /** Loop each position belongs to, or -1; empty until a plan with loops is walked. */
  loopOf: Int32Array;
}

export function demandWalk(n: number): DemandWalk {
  return {
    waiting: new Int32Array((n >> 5) + 1),
    asked: new Float64Array(n),
    positions: new Int32Array(n),
    runs: new Float64Array(n),
    loopOf: new Int32Array(0),
  };
}

/**
 * Follows a demand from a position down to the last input. The highest waiting position has heard from all its
 * consumers, so each process in use is met exactly once and the rest of the system not at all.
 * @returns how many entries of `positions` and `runs` hold the answer, or `-1 - loop` for a loop without one
 */
export function followDemand(plan: SolvePlan, start: number, demand: number): number {
  const { walk, rowStart, column, amount, loopFrom, loopTo } = plan;
  const { waiting, asked, positions, runs } = walk;
  const loops = loopFrom.length > 0;
  if (loops && walk.loopOf.length === 0) walk.loopOf = loopsByPosition(plan);
  const { loopOf } = walk;
  let count = 0;
  asked[start] = demand;
  waiting[start >> 5] = 1 << start;
  for (let word = start >> 5; word >= 0; word--) {
    for (let bits = waiting[word]!; bits !== 0; bits = waiting[word]!) {
      const bit = 31 - Math.clz32(bits);
      const i = (word << 5) | bit;
      let first = i;
      if (loops && loopOf[i]! >= 0) {
        const loop = loopOf[i]!;
        first = loopFrom[loop]!;
        if (!runLoop(plan, loop, count)) {
          clear(walk, i);
          return -1 - loop;
        }
        count += loopTo[loop]! - first;
      } else {
        waiting[word] = bits ^ (1 << bit);
        positions[count] = i;
        runs[count++] = asked[i]!;
        asked[i] = 0;
      }
      for (let k = count - 1 - (loops ? lastOf(plan, i) - first : 0); k < count; k++) {
        const position = positions[k]!;
        const times = runs[k]!;
        for (let p = rowStart[position]!, end = rowStart[position + 1]!; p < end; p++) {
          const provider = column[p]!;
          if (provider >= first) continue;
          asked[provider]! += times * amount[p]!;
          waiting[provider >> 5]! |= 1 << provider;
        }
      }
    }
  }
  return count;
}

function lastOf({ walk, loopTo }: SolvePlan, i: number): number {
  const loop = walk.loopOf[i]!;
  return loop < 0 ? i : loopTo[loop]! - 1;
}

/** Settles what a loop has been asked for; its members follow each other in `positions` from `count` on. */
function runLoop(plan: SolvePlan, loop: number, count: number): boolean {
  const { waiting, asked, positions, runs } = plan.walk;
  const from = plan.loopFrom[loop]!;
  const to = plan.loopTo[loop]!;
  if (plan.loopStanding[loop]! >= standing.infinite) return false;
  const solved = solveLoopDemand(
    plan,
    loop,
    asked.subarray(from, to),
    runs.subarray(count, count + to - from),
  );
  for (let i = from; i < to; i++) {
    waiting[i >> 5]! &= ~(1 << i);
    asked[i] = 0;
    positions[count + i - from] = i;
  }
  return solved;
}

function loopsByPosition({ n, loopFrom, loopTo }: SolvePlan): Int32Array {
  const loopOf = new Int32Array(n).fill(-1);
  for (let loop = 0; loop < loopFrom.length; loop++) loopOf.fill(loop, loopFrom[loop], loopTo[loop]);
  return loopOf;
}

function clear({ waiting, asked }: DemandWalk, from: number): void {
  waiting.fill(0, 0, (from >> 5) + 1);
  asked.fill(0);
}
