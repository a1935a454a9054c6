import type { SolvePlan } from './plan.ts';

/** Where the lanes of each position lie. */
export interface LanePlaces {
  /** By position. */
  readonly place: Int32Array;
  readonly count: number;
}

/**
 * Gives each position a place for its lanes. A place is taken again as soon as nobody needs what it holds, except
 * where `kept` (positions) asks for it to the end: a pass over a supply chain works in less than half the memory.
 */
export function lanePlaces(plan: SolvePlan, kept: Int32Array): LanePlaces {
  const { n, rowStart, column, loopFrom, loopTo } = plan;
  const wanted = new Uint8Array(n);
  for (const position of kept) wanted[position] = 1;
  const lastUse = lastUses(column, wanted);
  const place = new Int32Array(n);
  const free = new Int32Array(n);
  let freeCount = 0;
  let count = 0;
  let loop = 0;
  for (let from = 0, p = 0; from < n; ) {
    const inLoop = loop < loopFrom.length && loopFrom[loop] === from;
    const to = inLoop ? loopTo[loop++]! : from + 1;
    for (let i = from; i < to; i++) place[i] = freeCount > 0 ? free[--freeCount]! : count++;
    for (const end = rowStart[to]!; p < end; p++)
      if (lastUse[p] === 1) free[freeCount++] = place[column[p]!]!;
    for (let i = from; i < to; i++) if (wanted[i] === 0) free[freeCount++] = place[i]!;
    from = to;
  }
  return { place, count };
}

/** Marks the exchanges after which nobody wants the provider any more, and every provider as wanted. */
function lastUses(column: Int32Array, wanted: Uint8Array): Uint8Array {
  const lastUse = new Uint8Array(column.length);
  for (let p = column.length - 1; p >= 0; p--) {
    const provider = column[p]!;
    if (wanted[provider] !== 0) continue;
    wanted[provider] = 1;
    lastUse[p] = 1;
  }
  return lastUse;
}
