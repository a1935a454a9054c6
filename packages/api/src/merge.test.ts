import fc from 'fast-check';
import { expect, it } from 'vitest';
import { merge } from './merge.ts';

const later = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** A stream of numbers; `fails` at its end where it is to. */
async function* numbers(upTo: number, from = 0, fails = false): AsyncGenerator<number, void, void> {
  for (let number = from; number < upTo; number += 1) {
    if (number % 3 === 0) await later();
    yield number;
  }
  if (fails) throw new Error('failed');
}

/** A stream that yields once, and then nothing until it is told to end. */
function waiting() {
  const ending = new AbortController();
  let hasEnded = false;
  const stream = (async function* () {
    try {
      yield 0;
      await new Promise<void>((resolve) =>
        ending.signal.addEventListener('abort', () => resolve(), { once: true }),
      );
    } finally {
      hasEnded = true;
    }
  })();
  return { stream, end: () => ending.abort(), hasEnded: () => hasEnded };
}

it('yields everything of every stream, each in its order, and ends with the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 7 }), { maxLength: 4 }), async (lengths) => {
      const seen = lengths.map((): number[] => []);
      for await (const [place, number] of merge(
        lengths.map((length) => numbers(length)),
        () => {},
      ))
        seen[place]?.push(number);
      expect(seen).toEqual(lengths.map((length) => [...Array(length).keys()]));
    }),
    { numRuns: 50 },
  );
});

it('waits for none of them to hear of another', async () => {
  const slow = waiting();
  const seen: (readonly [number, number])[] = [];
  const merged = merge([slow.stream, numbers(3)], slow.end);
  for await (const item of merged) if (seen.push(item) === 4) break;
  expect(seen.toSorted()).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
  expect(slow.hasEnded()).toBe(true);
});

it('fails with one that fails, and ends the others first', async () => {
  const slow = waiting();
  const seen: number[] = [];
  const reading = (async () => {
    for await (const [, number] of merge([slow.stream, numbers(2, 0, true)], slow.end)) seen.push(number);
  })();
  await expect(reading).rejects.toThrow('failed');
  expect(slow.hasEnded()).toBe(true);
  expect(seen.toSorted()).toEqual([0, 0, 1]);
});

it('keeps a failure for whoever reads on, and leaves none without a taker', async () => {
  const untaken: unknown[] = [];
  const note = (reason: unknown) => void untaken.push(reason);
  process.on('unhandledRejection', note);
  const merged = merge([numbers(1, 0, true)], () => {});
  expect((await merged.next()).value).toEqual([0, 0]);
  await later(20);
  process.off('unhandledRejection', note);
  expect(untaken).toEqual([]);
  await expect(merged.next()).rejects.toThrow('failed');
});
