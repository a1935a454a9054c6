import { describe, expect, it } from 'vitest';
import { intensities } from './intensities.ts';
import { planSolve } from './plan.ts';
import { accepted, matrixOf, seeded, type Triple, tieredSystem } from './test-system.ts';
import { changeAmount, changeDirect, intensityOf, trackIntensities } from './tracked-intensities.ts';

describe.each([
  ['without loops', 0],
  ['with loops', 0.02],
])('%s', (_, back) => {
  it('equals a full solve after ten thousand random changes', () => {
    const n = 400;
    const { matrix, direct } = tieredSystem(n, back, 5);
    const amount = matrix.amount.slice();
    const tracked = accepted(trackIntensities(planSolve(matrix), direct));
    const random = seeded(11);
    let looked = 0;
    for (let change = 0; change < 10_000; change++) {
      if (change % 3 === 0) {
        const exchange = Math.floor(random() * amount.length);
        amount[exchange] = random() < 0.1 ? 0 : 0.15 * random();
        looked += accepted(changeAmount(tracked, exchange, amount[exchange]!));
      } else {
        const process = Math.floor(random() * n);
        direct[process] = 10 ** (6 * random() - 3);
        looked += accepted(changeDirect(tracked, process, direct[process]!));
      }
    }
    const full = accepted(intensities(planSolve({ ...matrix, amount }), direct));
    for (let i = 0; i < n; i++) expect(Math.abs(intensityOf(tracked, i) / full[i]! - 1)).toBeLessThan(1e-12);
    if (back === 0) expect(Array.from(full, (_value, i) => intensityOf(tracked, i))).toEqual([...full]);
    expect(looked).toBeLessThan(10_000 * n);
  });
});

it('looks only at those who use what has changed', () => {
  const plan = planSolve(
    matrixOf(40, [
      [0, 1, 2],
      [1, 2, 3],
      [3, 4, 5],
    ]),
  );
  const tracked = accepted(trackIntensities(plan, new Float64Array(40).fill(1)));
  expect(accepted(changeDirect(tracked, 2, 2))).toBe(3);
  expect([0, 1, 2, 3].map((process) => intensityOf(tracked, process))).toEqual([15, 7, 2, 6]);
  expect(accepted(changeAmount(tracked, 2, 1))).toBe(1);
  expect(intensityOf(tracked, 3)).toBe(2);
});

it('follows a change inside a loop only as far as it matters, and stays exact where the loop amplifies', () => {
  const n = 1000;
  const tail = 100;
  // A ring in which 0.95 of a change comes round; what the tail gives to the ring is next to nothing.
  const exchanges: Triple[] = Array.from({ length: n }, (_x, i) => [i, (i + 1) % n, i === 0 ? 0.95 : 1]);
  for (let i = 0; i < tail; i++) exchanges.push([n + i, n + i + 1, 1e-3], [n + i, 5, 0.5]);
  exchanges.push([n + tail, 5, 0.5], [7, n, 1e-3]);
  const matrix = matrixOf(n + tail + 1, exchanges);
  const direct = new Float64Array(matrix.n).fill(1);
  const tracked = accepted(trackIntensities(planSolve(matrix), direct));
  const random = seeded(3);
  for (let change = 0; change < 1000; change++) {
    const deep = change % 10 !== 0;
    const process = deep ? n + tail - Math.floor(30 * random()) : Math.floor(random() * n);
    direct[process] = 10 * random();
    const looked = accepted(changeDirect(tracked, process, direct[process]!));
    if (deep) expect(looked).toBeLessThan(12);
  }
  const full = accepted(intensities(planSolve(matrix), direct));
  for (let i = 0; i < matrix.n; i++)
    expect(Math.abs(intensityOf(tracked, i) / full[i]! - 1)).toBeLessThan(1e-12);
});

it('takes nothing over from a change it refuses', () => {
  const plan = planSolve(
    matrixOf(3, [
      [0, 1, 0.5],
      [1, 0, 0.5],
      [2, 0, 1e300],
    ]),
  );
  const tracked = accepted(trackIntensities(plan, Float64Array.of(3, 0, 0)));
  const before = [0, 1, 2].map((process) => intensityOf(tracked, process));
  expect(changeAmount(tracked, 0, 2).findings.map(({ code }) => code)).toEqual([
    'solver.loopWithoutFiniteAnswer',
  ]);
  expect(changeDirect(tracked, 0, 1e300).findings.map(({ code }) => code)).toEqual([
    'solver.resultNotFinite',
  ]);
  expect(changeDirect(tracked, 0, Number.NaN).ok).toBe(false);
  expect([0, 1, 2].map((process) => intensityOf(tracked, process))).toEqual(before);
  expect(before[0]).toBe(4);
});
