import { standing } from './plan.ts';
import { outsideShare } from './roll-up.ts';
import { solveLoop } from './solve-loop.ts';
import { markStale, nextStale, unmarkStale } from './stale-positions.ts';
import type { TrackedIntensities } from './tracked-intensities.ts';

/**
 * A member is not moved for less than this share of its value: as much as Krylov steps on a whole loop may leave.
 * What it lacks does not add up from change to change, because the next look sums afresh.
 */
const unmovedShare = 1e-14;
/** Share of all processes after which the rest is passed in order instead of by who uses whom. */
export const looseShare = 1 / 8;
/** Share of a loop to follow a change through before the loop is solved as a whole. */
const followedShare = 1 / 16;
/** As many members are followed in any loop. */
const alwaysFollowed = 64;

/**
 * Works out the stale members of a loop and whoever in it uses what has changed, and marks outside consumers, unless
 * the rest is passed in order anyway.
 * @returns how many members were worked out, or -1 where the loop is not solvable or a value not finite
 */
export function updateLoop(tracked: TrackedIntensities, loop: number): number {
  const { plan } = tracked;
  const followed = plan.loopStanding[loop] === standing.sweeps ? followInLoop(tracked, loop) : -1;
  return followed < 0 ? solveWholeLoop(tracked, loop) : followed;
}

/** Follows the change through the loop in rounds, inputs first; -1 where it does not soon die out. */
function followInLoop(
  { plan, direct, consumerStart, consumer, stale }: TrackedIntensities,
  loop: number,
): number {
  const { rowStart, column, amount, x } = plan;
  const from = plan.loopFrom[loop]!;
  const to = plan.loopTo[loop]!;
  const most = Math.max(alwaysFollowed, (to - from) * followedShare);
  let count = 0;
  let finite = 0;
  for (let round = from; round < to; ) {
    let next = to;
    for (let i = nextStale(stale, round); i < to; i = nextStale(stale, i)) {
      unmarkStale(stale, i);
      if (++count > most) return -1;
      let sum = direct[i]!;
      let own = 0;
      for (let p = rowStart[i]!, end = rowStart[i + 1]!; p < end; p++) {
        if (column[p] === i) own += amount[p]!;
        else sum += amount[p]! * x[column[p]!]!;
      }
      if (own !== 0) sum /= 1 - own;
      finite += sum - sum;
      if (Math.abs(sum - x[i]!) <= unmovedShare * Math.abs(sum)) continue;
      x[i] = sum;
      for (let c = consumerStart[i]!, end = consumerStart[i + 1]!; c < end; c++) {
        const user = consumer[c]!;
        if (user === i) continue;
        markStale(stale, user);
        if (user < i && user < next) next = user;
      }
    }
    round = next;
  }
  return finite === 0 ? count : -1;
}

/** Solves the loop from its present values. */
function solveWholeLoop(
  { plan, direct, consumerStart, consumer, stale }: TrackedIntensities,
  loop: number,
): number {
  const { x } = plan;
  const from = plan.loopFrom[loop]!;
  const to = plan.loopTo[loop]!;
  for (let i = nextStale(stale, from); i < to; i = nextStale(stale, i)) unmarkStale(stale, i);
  const kept = x.slice(from, to);
  if (!solveLoop(plan, loop, outsideShare(plan, from, to, direct), x.subarray(from, to))) return -1;
  const marks = to - from <= plan.n * looseShare;
  let finite = 0;
  for (let i = from; i < to; i++) {
    finite += x[i]! - x[i]!;
    if (!marks) continue;
    const before = kept[i - from]!;
    if (Math.abs(x[i]! - before) <= unmovedShare * Math.abs(before)) {
      x[i] = before;
      continue;
    }
    for (let c = consumerStart[i]!, end = consumerStart[i + 1]!; c < end; c++)
      if (consumer[c]! >= to) markStale(stale, consumer[c]!);
  }
  return finite === 0 ? to - from : -1;
}
