import { describe, expect, it } from 'vitest';
import { contributionMatrix } from './contribution-matrix.ts';
import { drawPools } from './draw-pools.ts';
import { drawRoom, prepareDraws } from './draw-room.ts';
import { drawBlock } from './draws.ts';
import { groupContributions } from './group-contributions.ts';
import { intensities } from './intensities.ts';
import { planSolve } from './plan.ts';
import { accepted, tieredSystem } from './test-system.ts';
import { float64, int32, type KernelChoice, reserve } from './workspace.ts';

describe.each([
  ['without loops', 0],
  ['with loops', 0.3],
])('both kernels give the same bits %s', (_, back) => {
  const { matrix, direct } = tieredSystem(500, back, 21);
  const products = Int32Array.of(0, 3, 250);
  const both = <Value>(answer: (choice: KernelChoice) => Value) =>
    expect(answer('wasm')).toEqual(answer('plain'));

  it('for intensities', () => both((choice) => accepted(intensities(planSolve(matrix, choice), direct))));

  it('for contributions', () =>
    both((choice) => {
      const groups = groupContributions(
        planSolve(matrix),
        direct,
        Int32Array.from(direct, (_x, i) => i % 20),
        20,
      );
      return accepted(contributionMatrix(groups, products, choice));
    }));

  it.each([
    ['few', 0],
    ['many', 1e-4],
  ])('for draws with %s spreads', (_few, step) =>
    both((choice) => {
      const spreads = {
        exchange: Float64Array.from(matrix.amount, (_x, p) => 1.1 + p * step),
        direct: new Float64Array(matrix.n).fill(1.4),
      };
      const pools = drawPools(spreads, 2 ** 40 + 3);
      expect(pools.normals).toBe(step > 0);
      const draws = accepted(prepareDraws(drawRoom(planSolve(matrix), direct, pools, choice), products));
      const drawn = new Float32Array(products.length * 70);
      for (let block = 0; block < 3; block++) drawBlock(draws, block, drawn, 70);
      expect(drawn.every((value) => value > 0)).toBe(true);
      return drawn;
    }),
  );
});

it('reserves one memory for what is large and none for what is small', () => {
  const small = reserve({ a: int32(10), b: float64(10) }).arrays;
  const large = reserve({ a: int32(10), b: float64(1e5) }).arrays;
  expect(small.a.buffer).not.toBe(small.b.buffer);
  expect(large.a.buffer).toBe(large.b.buffer);
  expect(large.b.length).toBe(1e5);
});
