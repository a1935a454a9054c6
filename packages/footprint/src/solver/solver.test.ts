import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intensities } from './intensities.ts';
import { planSolve } from './plan.ts';
import { scalingFactors } from './scaling-factors.ts';
import {
  accepted,
  dot,
  eliminated,
  matrixOf,
  randomSystem,
  type Triple,
  tieredSystem,
} from './test-system.ts';

describe('by hand', () => {
  it('a chain: 2 kg of steel at 3 and 0.5 kWh at 4 make 1 + 6 + 2', () => {
    const plan = planSolve(
      matrixOf(3, [
        [0, 1, 2],
        [0, 2, 0.5],
      ]),
    );
    expect([...accepted(intensities(plan, Float64Array.of(1, 3, 4)))]).toEqual([9, 3, 4]);
    expect([...accepted(scalingFactors(plan, 0, 10))]).toEqual([10, 20, 5]);
  });

  it('a loop: half of each unit comes back, so the footprint doubles', () => {
    const plan = planSolve(
      matrixOf(1, [
        [0, 0, 0.25],
        [0, 0, 0.25],
      ]),
    );
    expect([...accepted(intensities(plan, Float64Array.of(3)))]).toEqual([6]);
    expect([...accepted(scalingFactors(plan, 0, 1))]).toEqual([2]);
  });

  it('a credit on a process itself: it returns 2 of its own output, nets 3', () => {
    const plan = planSolve(matrixOf(1, [[0, 0, -2]]));
    expect([...accepted(intensities(plan, Float64Array.of(3)))]).toEqual([1]);
  });
});

describe('a loop without a finite answer', () => {
  const refused = (n: number, exchanges: [number, number, number][]) => {
    const outcome = intensities(planSolve(matrixOf(n, exchanges)), new Float64Array(n).fill(1));
    return outcome.ok ? [] : outcome.findings.map(({ code, values }) => [code, values.members]);
  };
  const infinite = 'solver.loopWithoutFiniteAnswer';

  it.each([
    ['takes in all it makes', 1, [[0, 0, 1]], '0'],
    ['takes in more than it makes, though the equations could be solved', 1, [[0, 0, 1.5]], '0'],
    [
      'two that pass 2 x 0.5 around',
      3,
      [
        [1, 2, 2],
        [2, 1, 0.5],
        [0, 1, 1],
      ],
      '1,2',
    ],
    [
      'two that pass 4 x 0.5 around',
      3,
      [
        [1, 2, 4],
        [2, 1, 0.5],
        [0, 1, 1],
      ],
      '1,2',
    ],
    [
      'two credits that reinforce each other',
      2,
      [
        [0, 1, -2],
        [1, 0, -2],
      ],
      '0,1',
    ],
  ] as [string, number, [number, number, number][], string][])('%s', (_, n, exchanges, members) => {
    expect(refused(n, exchanges)).toEqual([[infinite, members]]);
  });

  it.each([
    [
      'a circle of gain just below one',
      2,
      [
        [0, 1, 2],
        [1, 0, 0.4999],
      ],
    ],
    [
      'a credit around a circle, however strong',
      2,
      [
        [0, 1, 4],
        [1, 0, -2],
      ],
    ],
    [
      'consumption of 1.2 with a credit of 0.5 on another way round',
      3,
      [
        [0, 1, 1.2],
        [1, 0, 1],
        [0, 2, -0.5],
        [2, 0, 1],
      ],
    ],
  ] as [string, number, [number, number, number][]][])('but not %s', (_, n, exchanges) => {
    expect(refused(n, exchanges)).toEqual([]);
  });

  it('is named once per loop, and does not touch products that do not use it', () => {
    const plan = planSolve(
      matrixOf(4, [
        [0, 0, 2],
        [1, 2, 2],
        [2, 1, 2],
        [3, 3, 0.5],
      ]),
    );
    const outcome = intensities(plan, new Float64Array(4));
    expect(outcome.findings.map(({ values }) => values.members).sort()).toEqual(['0', '1,2']);
    expect(accepted(scalingFactors(plan, 3, 1))[3]).toBe(2);
    expect(scalingFactors(plan, 1, 1).ok).toBe(false);
  });
});

it('agrees with dense elimination on random systems with loops and credits, in both directions', () => {
  let drawn = 0;
  let solved = 0;
  fc.assert(
    fc.property(randomSystem, ({ matrix, direct }) => {
      drawn++;
      const plan = planSolve(matrix);
      const found = intensities(plan, direct);
      if (!found.ok) return;
      solved++;
      const expected = eliminated(matrix, direct);
      const scale = Math.max(...expected.map(Math.abs), 1e-300);
      for (let i = 0; i < matrix.n; i++)
        expect(Math.abs(found.value[i]! - expected[i]!)).toBeLessThan(1e-9 * scale);
      for (let i = 0; i < matrix.n; i += 3) {
        const carried = dot(accepted(scalingFactors(plan, i, 2)), direct);
        expect(Math.abs(carried - 2 * expected[i]!)).toBeLessThan(1e-8 * scale);
      }
    }),
    { numRuns: 2000 },
  );
  expect(solved).toBeGreaterThan(drawn / 2);
}, 60_000);

describe('larger loops', () => {
  it.each([
    [12, 1],
    [60, 0.6],
    [300, 0.3],
    [300, 1],
  ])('agrees with dense elimination: %i processes, %f of them feeding back', (n, back) => {
    for (let seed = 1; seed <= 5; seed++) {
      const { matrix, direct } = tieredSystem(n, back, seed);
      const plan = planSolve(matrix);
      const found = accepted(intensities(plan, direct));
      const expected = eliminated(matrix, direct);
      for (let i = 0; i < n; i++) expect(Math.abs(found[i]! / expected[i]! - 1)).toBeLessThan(1e-11);
      expect(Math.abs(dot(accepted(scalingFactors(plan, 0, 1)), direct) / expected[0]! - 1)).toBeLessThan(
        1e-11,
      );
    }
  });

  it('solves a ring of 5,000 whose gain is close to one', () => {
    const n = 5000;
    const gain = 0.999;
    const each = gain ** (1 / n);
    const ring: Triple[] = Array.from({ length: n }, (_, i) => [i, (i + 1) % n, each]);
    const plan = planSolve(matrixOf(n, ring));
    const expected = 1 / (1 - each);
    for (const value of accepted(intensities(plan, new Float64Array(n).fill(1))))
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-9);
    expect(Math.abs(accepted(scalingFactors(plan, 0, 1))[0]! / (1 / (1 - gain)) - 1)).toBeLessThan(1e-9);
  });

  it('refuses a ring of 5,000 whose gain is just above one', () => {
    const n = 5000;
    const each = 1.001 ** (1 / n);
    const ring: Triple[] = Array.from({ length: n }, (_, i) => [i, (i + 1) % n, each]);
    const outcome = intensities(planSolve(matrixOf(n, ring)), new Float64Array(n).fill(1));
    expect(outcome.findings.map(({ code, values }) => [code, values.size])).toEqual([
      ['solver.loopWithoutFiniteAnswer', n],
    ]);
  });
});

it('gives the same answers whatever number a process has', () => {
  fc.assert(
    fc.property(randomSystem, fc.infiniteStream(fc.nat()), ({ matrix, direct }, keys) => {
      const { n } = matrix;
      const rank = Array.from({ length: n }, () => keys.next().value as number);
      const places = rank.map((_, i) => i).sort((a, b) => rank[a]! - rank[b]! || a - b);
      const renumbered = new Int32Array(n);
      places.forEach((process, place) => {
        renumbered[process] = place;
      });
      const triples: Triple[] = [];
      for (let i = 0; i < n; i++)
        for (let p = matrix.rowStart[i]!; p < matrix.rowStart[i + 1]!; p++)
          triples.push([renumbered[i]!, renumbered[matrix.column[p]!]!, matrix.amount[p]!]);
      const first = intensities(planSolve(matrix), direct);
      const second = intensities(
        planSolve(matrixOf(n, triples)),
        Float64Array.from(places, (process) => direct[process]!),
      );
      expect(second.ok).toBe(first.ok);
      if (!first.ok || !second.ok) return;
      const scale = Math.max(...first.value.map(Math.abs), 1e-300);
      for (let i = 0; i < n; i++)
        expect(Math.abs(second.value[renumbered[i]!]! - first.value[i]!)).toBeLessThan(1e-9 * scale);
    }),
    { numRuns: 500 },
  );
});

it('refuses numbers that leave the range of a double', () => {
  const plan = planSolve(matrixOf(2, [[0, 1, 1e200]]));
  const outcome = intensities(plan, Float64Array.of(0, 1e200));
  expect(outcome.findings.map(({ code, path }) => [code, path])).toEqual([
    ['solver.resultNotFinite', ['processes', 0]],
  ]);
  expect(scalingFactors(plan, 0, Number.NaN).ok).toBe(false);
  expect(intensities(plan, Float64Array.of(0, Number.NaN)).ok).toBe(false);
});

it('balances every process of a system that spans several windows, with loops among them', () => {
  const { matrix, direct } = tieredSystem(20_000, 0.01, 8);
  const plan = planSolve(matrix);
  expect(plan.loopFrom.length).toBeGreaterThan(1);
  const found = accepted(intensities(plan, direct));
  for (let i = 0; i < matrix.n; i++) {
    let balance = direct[i]!;
    for (let p = matrix.rowStart[i]!; p < matrix.rowStart[i + 1]!; p++)
      balance += matrix.amount[p]! * found[matrix.column[p]!]!;
    if (Math.abs(balance - found[i]!) > 1e-12 * found[i]!) expect(found[i]).toBe(balance);
  }
  for (const process of [0, 77, 9_999])
    expect(dot(accepted(scalingFactors(plan, process, 1)), direct)).toBeCloseTo(found[process]!, 10);
});
