import { describe, expect, it } from 'vitest';
import {
  checkChillerLabel,
  gradeChiller,
  gradesFrom,
  oldStandardFrom,
  oldStandardLimits,
} from './standards.ts';

describe('the old standard', () => {
  it.each([
    ['waterPositive', 0.1, 3.5, 4.07, 3.83, 4.45, 0.79],
    ['waterPositive', 149.99, 3.5, 4.07, 3.83, 4.45, 0.79],
    ['waterPositive', 150, 3.6, 4.19, 4.21, 4.9, 0.72],
    ['waterPositive', 500, 3.6, 4.19, 4.21, 4.9, 0.72],
    ['waterPositive', 500.01, 4, 4.65, 4.73, 5.5, 0.64],
    ['waterCentrifugal', 149.99, 4.3, 5, 4.3, 5, 0.7],
    ['waterCentrifugal', 150, 4.77, 5.55, 4.77, 5.55, 0.63],
    ['waterCentrifugal', 299.99, 4.77, 5.55, 4.77, 5.55, 0.63],
    ['waterCentrifugal', 300, 4.77, 5.55, 5.25, 6.1, 0.58],
    ['waterCentrifugal', 1e6, 4.77, 5.55, 5.25, 6.1, 0.58],
    ['airCooled', 10, 2.4, 2.79, 2.4, 2.79, 1.26],
    ['airCooled', 1000, 2.4, 2.79, 2.4, 2.79, 1.26],
  ] as const)('%s of %d RT', (type, ratedRt, eer1, cop1, eer2, cop2, kwPerRt) => {
    expect(oldStandardLimits({ type, ratedRt, phase: 1 })).toEqual({
      ok: true,
      value: { minEer: eer1, minCop: cop1 },
      findings: [],
    });
    expect(oldStandardLimits({ type, ratedRt, phase: 2 })).toEqual({
      ok: true,
      value: { minEer: eer2, minCop: cop2, maxKwPerRt: kwPerRt },
      findings: [],
    });
  });
  it('came in two phases, the grades after them', () =>
    expect([oldStandardFrom[1], oldStandardFrom[2], gradesFrom]).toEqual([
      '2003-01-01',
      '2005-01-01',
      '2020-07-01',
    ]));
});

describe('the grades', () => {
  it.each([
    ['waterPositive', 527.99, 4.45, 4.8, 5.15],
    ['waterPositive', 528, 4.9, 5.3, 5.7],
    ['waterPositive', 1757.99, 4.9, 5.3, 5.7],
    ['waterPositive', 1758, 5.5, 5.9, 6.35],
    ['waterCentrifugal', 527.99, 5, 5.4, 5.8],
    ['waterCentrifugal', 528, 5.55, 5.95, 6.4],
    ['waterCentrifugal', 1054.99, 5.55, 5.95, 6.4],
    ['waterCentrifugal', 1055, 6.1, 6.6, 7.1],
    ['airCooled', 1, 2.79, 3, 3.2],
    ['airCooled', 9999, 2.79, 3, 3.2],
  ] as const)('of a %s machine of %d kW', (type, capacityKw, grade3, grade2, grade1) => {
    const graded = (cop: number) => gradeChiller({ type, capacityKw, cop });
    const justBelow = 0.00501;
    for (const [limit, above, below] of [
      [grade1, 1, 2],
      [grade2, 2, 3],
      [grade3, 3, 0],
    ] as const) {
      expect(graded(limit)).toMatchObject({ value: { roundedCop: limit, grade: above, permitted: true } });
      expect(graded(limit - justBelow)).toMatchObject({ value: { grade: below, permitted: below > 0 } });
    }
  });
  it('round half up on the decimal text first', () => {
    const graded = (cop: number) => gradeChiller({ type: 'waterCentrifugal', capacityKw: 1055, cop });
    expect(graded(7.095)).toMatchObject({ value: { roundedCop: 7.1, grade: 1 } });
    expect(graded(7.0949)).toMatchObject({ value: { roundedCop: 7.09, grade: 2 } });
  });
});

describe('the label', () => {
  it.each([
    [95, 95, true],
    [95 * (1 - 1e-10), 95, true],
    [94.99, 100, false],
    [100, 94.99, false],
    [120, 120, true],
    [0, 100, false],
  ])('is kept at %d %% of capacity and %d %% of COP: %s', (capacity, cop, pass) =>
    expect(
      checkChillerLabel({ labelKw: 500, labelCop: 5, measuredKw: capacity * 5, measuredCop: cop / 20 }),
    ).toEqual({
      ok: true,
      value: { capacityPercent: expect.closeTo(capacity, 6), copPercent: expect.closeTo(cop, 9), pass },
      findings: [],
    }),
  );
});
