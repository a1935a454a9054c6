/** Milliseconds each of `times` runs took, ascending, and what the last run returned. */
export interface Timing<Value> {
  readonly median: number;
  readonly p95: number;
  readonly value: Value;
}

export function measure<Value>(times: number, run: (round: number) => Value): Timing<Value> {
  const taken = new Float64Array(times);
  let value: Value | undefined;
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    value = run(round);
    taken[round] = performance.now() - start;
  }
  taken.sort();
  return { median: taken[times >> 1]!, p95: taken[Math.floor(times * 0.95)]!, value: value as Value };
}

/** Enough rounds for the compiler to settle. */
export function warm(times: number, run: (round: number) => unknown): void {
  for (let round = 0; round < times; round++) run(round);
}
