import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clearStale, markStale, nextStale, noStalePositions, unmarkStale } from './stale-positions.ts';

const n = 5000;

it('finds the lowest marked position from anywhere on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.nat(n - 1)), { maxLength: 60 }),
      fc.nat(n - 1),
      (steps, from) => {
        const stale = noStalePositions(n);
        const marked = new Set<number>();
        for (const [mark, position] of steps) {
          if (mark) markStale(stale, position);
          else unmarkStale(stale, position);
          if (mark) marked.add(position);
          else marked.delete(position);
        }
        const later = [...marked].filter((position) => position >= from);
        expect(nextStale(stale, from)).toBe(Math.min(...later));
        clearStale(stale);
        expect(nextStale(stale, 0)).toBe(Number.POSITIVE_INFINITY);
      },
    ),
  );
});
