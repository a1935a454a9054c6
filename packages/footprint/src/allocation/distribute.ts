/**
 * Shares `total` out in proportion to `weights` so that the parts add up to it to the last digit, in any order of
 * addition (largest remainder, on doubles).
 *
 * The total is a whole number N of steps, a step being the distance between two doubles of its size. Each part
 * takes its proportional number of whole steps; the steps left over go one each to the parts with the largest
 * remainders (ties: the larger weight, then the earlier one). Every partial sum is a whole number of steps up to N
 * and therefore an exact double. No part is further than one step from its proportional value.
 *
 * Worked by hand with steps of one: 10 by 1 : 1 : 1 is 3.33 each, so 3 + 3 + 3, and the step left makes 4 + 3 + 3.
 *
 * `total` is finite; weights are finite, not negative and not all zero: callers check. A negative total is shared
 * out like its absolute value.
 */
export function distribute(total: number, weights: readonly number[]): number[] {
  const step = spacingAt(Math.abs(total));
  const steps = Math.abs(total) / step;
  const largest = weights.reduce((soFar, weight) => Math.max(soFar, weight), 0);
  const sum = weights.reduce((soFar, weight) => soFar + weight / largest, 0);

  const parts = weights.map((weight) => {
    const quota = steps * (weight / largest / sum);
    const taken = Math.floor(quota);
    return { weight, taken, remainder: quota - taken };
  });
  const takers = parts
    .filter((part) => part.weight > 0)
    .sort((a, b) => b.remainder - a.remainder || b.weight - a.weight);
  let left = parts.reduce((soFar, part) => soFar - part.taken, steps);
  // Quotas are rounded too: a step may be left for everyone, or a few too many be taken. Hence rounds, and a sign.
  // What was rounded up has the smallest remainder and gives back first.
  while (left !== 0) {
    for (const part of left > 0 ? takers : takers.toReversed()) {
      const give = left > 0 ? 1 : left < 0 && part.taken > 0 ? -1 : 0;
      part.taken += give;
      left -= give;
    }
  }
  const signedStep = total < 0 ? -step : step;
  return parts.map((part) => part.taken * signedStep + 0);
}

/** The distance between `value` and the next larger double. */
function spacingAt(value: number): number {
  let exponent = Math.floor(Math.log2(value));
  if (2 ** exponent > value) exponent--;
  return 2 ** Math.max(exponent - 52, -1074);
}
