import type { TechnologyMatrix } from './technology-matrix.ts';

/** An order of processes in which inputs come first, except within loops, which are contiguous. */
export interface ComponentOrder {
  /** Position → process. */
  readonly order: Int32Array;
  /** Process → position. */
  readonly position: Int32Array;
  /** First position of each loop (strongly connected component of several processes, or one that feeds itself). */
  readonly loopFrom: Int32Array;
  /** Position after the last of each loop. */
  readonly loopTo: Int32Array;
  /** Process → longest way down to a process without inputs, loops counting as one process. */
  readonly level: Int32Array;
}

/**
 * Tarjan's strongly connected components with an explicit stack: chains of any depth, time linear in exchanges.
 * Members of a component wait in the order in which the search leaves them, so that within a loop only the
 * exchanges that close a circle point forward: sweeps in this order converge in the fewest rounds.
 */
export function orderByComponents({ n, rowStart, column }: TechnologyMatrix): ComponentOrder {
  const position = new Int32Array(n).fill(-1);
  const order = new Int32Array(n);
  const seenAt = new Int32Array(n);
  const lowest = new Int32Array(n);
  const path = new Int32Array(n);
  const cursor = new Int32Array(n);
  const waiting = new Int32Array(n);
  const level = new Int32Array(n);
  const loopFrom: number[] = [];
  const loopTo: number[] = [];
  let seen = 0;
  let waitingCount = 0;
  let placed = 0;
  for (let root = 0; root < n; root++) {
    if (seenAt[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    cursor[0] = rowStart[root]!;
    seenAt[root] = lowest[root] = ++seen;
    while (depth >= 0) {
      const v = path[depth]!;
      const end = rowStart[v + 1]!;
      let p = cursor[depth]!;
      let low = lowest[v]!;
      let above = level[v]!;
      let descend = -1;
      for (; p < end; p++) {
        const w = column[p]!;
        const at = seenAt[w]!;
        if (at === 0) {
          descend = w;
          break;
        }
        if (position[w]! >= 0) {
          if (level[w]! >= above) above = level[w]! + 1;
        } else if (at < low) low = at;
      }
      lowest[v] = low;
      level[v] = above;
      if (descend >= 0) {
        cursor[depth] = p + 1;
        depth++;
        path[depth] = descend;
        cursor[depth] = rowStart[descend]!;
        seenAt[descend] = lowest[descend] = ++seen;
        continue;
      }
      const at = seenAt[v]!;
      if (low === at) {
        const from = placed;
        let first = waitingCount;
        while (first > 0 && seenAt[waiting[first - 1]!]! > at) first--;
        for (let k = first; k < waitingCount; k++) {
          const member = waiting[k]!;
          if (level[member]! > above) above = level[member]!;
          position[member] = placed;
          order[placed++] = member;
        }
        for (let k = first; k < waitingCount; k++) level[waiting[k]!] = above;
        level[v] = above;
        waitingCount = first;
        position[v] = placed;
        order[placed++] = v;
        if (placed - from > 1 || feedsItself(v, rowStart, column)) {
          loopFrom.push(from);
          loopTo.push(placed);
        }
      } else waiting[waitingCount++] = v;
      depth--;
      if (depth < 0) break;
      const consumer = path[depth]!;
      if (position[v]! < 0) {
        if (low < lowest[consumer]!) lowest[consumer] = low;
      } else if (above >= level[consumer]!) level[consumer] = above + 1;
    }
  }
  return { order, position, loopFrom: Int32Array.from(loopFrom), loopTo: Int32Array.from(loopTo), level };
}

function feedsItself(v: number, rowStart: Int32Array, column: Int32Array): boolean {
  for (let p = rowStart[v]!; p < rowStart[v + 1]!; p++) if (column[p] === v) return true;
  return false;
}
