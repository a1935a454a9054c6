/** Numbers in [0, 1) that a printed seed brings back. */
export function makeRandom(seedText?: string): { readonly seed: number; next(): number } {
  const seed = Number(seedText ?? Math.floor(Math.random() * 2 ** 31));
  let state = seed >>> 0;
  return {
    seed,
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}
