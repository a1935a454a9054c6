export interface PriorityQueue<Item> {
  push(item: Item): void;
  /** The item of highest priority; of equals the one pushed first. */
  pop(): Item | undefined;
}

/** A binary heap: items come out by falling priority, O(log n) each. */
export function priorityQueue<Item>(priorityOf: (item: Item) => number): PriorityQueue<Item> {
  const heap: { readonly item: Item; readonly priority: number; readonly turn: number }[] = [];
  let turns = 0;
  const before = (a: number, b: number) => {
    const first = heap[a];
    const second = heap[b];
    if (!first || !second) return first !== undefined;
    return (
      first.priority > second.priority || (first.priority === second.priority && first.turn < second.turn)
    );
  };
  const swap = (a: number, b: number) => {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) [heap[a], heap[b]] = [second, first];
  };
  return {
    push(item) {
      heap.push({ item, priority: priorityOf(item), turn: turns++ });
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!before(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      swap(0, heap.length - 1);
      const top = heap.pop();
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const child = before(left + 1, left) ? left + 1 : left;
        if (!before(child, at) || child >= heap.length) break;
        swap(at, child);
        at = child;
      }
      return top?.item;
    },
  };
}
