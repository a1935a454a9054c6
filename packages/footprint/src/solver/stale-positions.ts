/** A set of positions to be looked at again, taken in rising order. */
export interface StalePositions {
  /** One bit per position. */
  readonly bits: Int32Array;
  /** One bit per word of `bits` that is not zero. */
  readonly words: Int32Array;
}

export function noStalePositions(n: number): StalePositions {
  return { bits: new Int32Array((n >> 5) + 1), words: new Int32Array((n >> 10) + 1) };
}

export function markStale({ bits, words }: StalePositions, position: number): void {
  bits[position >> 5]! |= 1 << position;
  words[position >> 10]! |= 1 << (position >> 5);
}

export function unmarkStale({ bits, words }: StalePositions, position: number): void {
  const left = bits[position >> 5]! & ~(1 << position);
  bits[position >> 5] = left;
  if (left === 0) words[position >> 10]! &= ~(1 << (position >> 5));
}

/** The lowest marked position from `from` on; infinite where there is none. */
export function nextStale({ bits, words }: StalePositions, from: number): number {
  const here = bits[from >> 5]! & (-1 << from);
  if (here !== 0) return (from & ~31) | lowestBit(here);
  let group = from >> 10;
  let marked = words[group]! & (-2 << (from >> 5));
  while (marked === 0) {
    if (++group >= words.length) return Number.POSITIVE_INFINITY;
    marked = words[group]!;
  }
  const word = (group << 5) | lowestBit(marked);
  return (word << 5) | lowestBit(bits[word]!);
}

export function clearStale({ bits, words }: StalePositions): void {
  bits.fill(0);
  words.fill(0);
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
