import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribute } from './distribute.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const anyTotal = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
  fc.integer({ min: -50, max: 1000 }).map((exponent) => 2 ** exponent - 2 ** (exponent - 53)),
  fc.constantFrom(0, 5e-324, 2 ** -1022, Number.MAX_VALUE, 1 - 2 ** -53),
);
const anyWeight = fc.oneof(
  fc.double({ noNaN: true, min: 0, max: 1e6 }),
  fc.double({ noNaN: true, min: 0, max: Number.MAX_VALUE }),
  fc.integer({ min: 0, max: 5 }),
);
const anyWeights = fc
  .array(anyWeight, { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe('distribute', () => {
  it('halves, and gives nothing for no weight', () => {
    expect(distribute(10, [1, 1])).toEqual([5, 5]);
    expect(distribute(90, [2, 0, 1])).toEqual([60, 0, 30]);
    expect(distribute(0, [2, 3])).toEqual([0, 0]);
    expect(distribute(-90, [2, 0, 1])).toEqual([-60, 0, -30]);
    expect(distribute(7, [0.3])).toEqual([7]);
  });

  it('gives the last step to the largest remainder, the earlier of equals', () => {
    const smallest = 5e-324;
    expect(distribute(10 * smallest, [1, 1, 1])).toEqual([4 * smallest, 3 * smallest, 3 * smallest]);
    expect(distribute(10 * smallest, [1, 6.8, 2.2])).toEqual([smallest, 7 * smallest, 2 * smallest]);
    expect(distribute(2 * smallest, [1, 3])).toEqual([0, 2 * smallest]);
    expect(distribute(2 * smallest, [1, 2, 1])).toEqual([smallest, smallest, 0]);
  });

  it('takes steps of the size of the total, and takes back one too many', () => {
    // Below 2^53 a step is one. Halves of an odd number are a step apart.
    expect(distribute(2 ** 53 - 1, [1, 1])).toEqual([4503599627370496, 4503599627370495]);
    // …592.8 and …395.2: as doubles the first is …593 already, or …594 once multiplied.
    expect(distribute(2 ** 53 - 4, [3, 2])).toEqual([5404319552844593, 3602879701896395]);
  });

  it('lets thirds add to one exactly', () => {
    const thirds = distribute(1, [1, 1, 1]);
    expect(sum(thirds)).toBe(1);
    for (const third of thirds) expect(third).toBeCloseTo(1 / 3, 15);
  });

  it('comes back to the total to the last digit, in any order', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, fc.infiniteStream(fc.nat()), (total, weights, order) => {
        const parts = distribute(total, weights);
        expect(sum(parts)).toBe(total + 0);
        expect(sum([...parts].reverse())).toBe(total + 0);
        const shuffled = parts
          .map((part) => ({ part, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ part }) => part);
        expect(sum(shuffled)).toBe(total + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays proportional: no part is further from its share than rounding', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: 1e-3, max: 1e9 }),
        fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          fc.pre(sum(weights) > 0);
          distribute(total, weights).forEach((part, index) => {
            const proportional = total * (weights[index]! / sum(weights));
            expect(Math.abs(part - proportional)).toBeLessThanOrEqual(4 * Number.EPSILON * total);
            expect(part).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });

  it('shares among a hundred thousand', () => {
    const parts = distribute(1, new Array<number>(100_000).fill(0.1));
    expect(sum(parts)).toBe(1);
  });
});
