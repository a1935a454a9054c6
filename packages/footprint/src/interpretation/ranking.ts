import { compareText } from '@slipstream/quantity';

/** Something with emissions (or removals, negative) that can be ranked. */
export interface WeighedItem {
  readonly id: string;
  readonly emissions: number;
}

/** A new list, by the size of the emission, largest first; ties by id (R5.3, R6). */
export function largestFirst<Item extends WeighedItem>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => Math.abs(b.emissions) - Math.abs(a.emissions) || compareText(a.id, b.id));
}
