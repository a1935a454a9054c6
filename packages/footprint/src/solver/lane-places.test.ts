import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lanePlaces } from './lane-places.ts';
import { planSolve } from './plan.ts';
import { matrixOf, randomSystem } from './test-system.ts';

it('keeps what is still to be used, and what is asked for, where it was put', () => {
  fc.assert(
    fc.property(randomSystem, fc.array(fc.nat(29), { maxLength: 4 }), ({ matrix }, picks) => {
      const plan = planSolve(matrix);
      const kept = Int32Array.from(picks, (pick) => pick % matrix.n);
      const { place, count } = lanePlaces(plan, kept);
      const held = new Int32Array(count).fill(-1);
      const loopEnd = Int32Array.from({ length: matrix.n }, (_x, i) => i + 1);
      plan.loopFrom.forEach((from, loop) => {
        loopEnd.fill(plan.loopTo[loop]!, from, plan.loopTo[loop]);
      });
      for (let from = 0; from < matrix.n; from = loopEnd[from]!) {
        const inputs = plan.column.subarray(plan.rowStart[from]!, plan.rowStart[loopEnd[from]!]!);
        for (let i = from; i < loopEnd[from]!; i++) held[place[i]!] = i;
        for (const provider of inputs) expect(held[place[provider]!]).toBe(provider);
      }
      for (const position of kept) expect(held[place[position]!]).toBe(position);
    }),
  );
});

it('takes places again: a chain needs two', () => {
  const chain = matrixOf(
    50,
    Array.from({ length: 49 }, (_x, i) => [i, i + 1, 1] as const),
  );
  const plan = planSolve(chain);
  expect(lanePlaces(plan, Int32Array.of(plan.position[0]!)).count).toBe(2);
  expect(lanePlaces(plan, Int32Array.of(0, 1, 2)).count).toBe(5);
});
