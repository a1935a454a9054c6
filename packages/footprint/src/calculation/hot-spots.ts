import { atLeast } from '@slipstream/quantity';
import type { Contribution, ProductFootprint } from './product-footprint.ts';
import { sumOf } from './sums.ts';

/**
 * The hot spots (R22): the fewest lines, largest first, that together make at least `coveragePercent` of all emissions
 * and removals by their size. None where nothing is emitted.
 */
export function hotSpots(
  { contributions }: Pick<ProductFootprint, 'contributions'>,
  coveragePercent = 80,
): readonly Contribution[] {
  const sizes = contributions.map((line) => Math.abs(line.emissions));
  const all = sumOf(sizes);
  let covered = 0;
  const last = sizes.findIndex((size) => {
    covered += size;
    return all > 0 && atLeast((covered / all) * 100, coveragePercent);
  });
  return contributions.slice(0, last + 1);
}
