import { atLeast } from '@slipstream/quantity';

/**
 * The p %-rule of official statistics: a sum is dominated when its second largest contributor, taking its own value off,
 * comes closer than `percent` to the largest, i.e. when the rest is less than that part of the largest. Sizes count, not
 * signs, since a rise tells as much as a cut. A sum of zeros alone is dominated too: it tells every value.
 */
export function isDominated(contributions: readonly number[], percent: number): boolean {
  const [largest = 0, , ...rest] = contributions.map(Math.abs).sort((one, other) => other - one);
  const cover = rest.reduce((sum, size) => sum + size, 0);
  return largest === 0 || !atLeast(cover, largest * (percent / 100));
}
