/** Relative slack of every threshold comparison: 10 % reached by sums of doubles counts as 10 % (R0.3). */
const relativeSlack = 1e-9;

/** Whether `value` reaches `threshold`, with the slack of R0.3. */
export function atLeast(value: number, threshold: number): boolean {
  return value >= threshold - relativeSlack * Math.abs(threshold);
}

/** Whether `value` stays within `limit`, with the slack of R0.3. */
export function atMost(value: number, limit: number): boolean {
  return value <= limit + relativeSlack * Math.abs(limit);
}
