import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contributionMatrix } from './contribution-matrix.ts';
import { contributionsOf, groupContributions } from './group-contributions.ts';
import { intensities } from './intensities.ts';
import { planSolve } from './plan.ts';
import { accepted, matrixOf, randomSystem, tieredSystem } from './test-system.ts';

it('splits 9 into 1 of its own, 6 from steel and 2 from electricity', () => {
  const plan = planSolve(
    matrixOf(3, [
      [0, 1, 2],
      [0, 2, 0.5],
    ]),
  );
  const groups = groupContributions(plan, Float64Array.of(1, 3, 4), Int32Array.of(0, 1, 2), 4);
  expect([...accepted(contributionsOf(groups, 0, 1))]).toEqual([1, 6, 2, 0]);
  expect([...accepted(contributionMatrix(groups, Int32Array.of(2, 0)))]).toEqual([0, 0, 4, 0, 1, 6, 2, 0]);
});

it('adds up to the intensity, for every cut of a random system', () => {
  fc.assert(
    fc.property(randomSystem, fc.integer({ min: 1, max: 40 }), ({ matrix, direct }, groupCount) => {
      const plan = planSolve(matrix);
      const full = intensities(plan, direct);
      if (!full.ok) return;
      const groups = groupContributions(
        plan,
        direct,
        Int32Array.from(direct, (_, i) => (7 * i) % groupCount),
        groupCount,
      );
      const scale = Math.max(...full.value.map(Math.abs), 1e-300);
      for (let product = 0; product < matrix.n; product += 4) {
        const total = accepted(contributionsOf(groups, product, 1)).reduce((sum, part) => sum + part, 0);
        expect(Math.abs(total - full.value[product]!)).toBeLessThan(1e-8 * scale);
      }
    }),
    { numRuns: 500 },
  );
});

it('gives for many products at once what it gives for each', () => {
  const { matrix, direct } = tieredSystem(300, 0.3, 3);
  const plan = planSolve(matrix);
  const groupCount = 37;
  const groups = groupContributions(
    plan,
    direct,
    Int32Array.from(direct, (_, i) => i % groupCount),
    groupCount,
  );
  const products = Int32Array.of(0, 5, 120, 299);
  const together = accepted(contributionMatrix(groups, products));
  products.forEach((product, row) => {
    accepted(contributionsOf(groups, product, 1)).forEach((part, group) => {
      expect(together[row * groupCount + group]).toBeCloseTo(part, 12);
    });
  });
});

it('answers the next question after one that had no answer', () => {
  const plan = planSolve(
    matrixOf(4, [
      [0, 1, 1],
      [1, 1, 2],
      [0, 2, 1],
      [3, 2, 1],
    ]),
  );
  const groups = groupContributions(plan, Float64Array.of(1, 1, 1, 1), new Int32Array(4), 1);
  expect(contributionsOf(groups, 0, 1).ok).toBe(false);
  expect([...accepted(contributionsOf(groups, 3, 1))]).toEqual([2]);
});
