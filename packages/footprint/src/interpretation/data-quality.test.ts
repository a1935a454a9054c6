import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataQualityGrade, itemScore, overallDataQuality, rowScore, temporalScore } from './data-quality.ts';
import { pedigreeCriteria, unknownScores } from './pedigree-matrix.ts';

const scores = (re: number, co: number, ti: number, ge: number, te: number) => ({
  reliability: re,
  completeness: co,
  temporal: ti,
  geographical: ge,
  technological: te,
});
const best = scores(1, 1, 1, 1, 1);
const grade = fc.integer({ min: 1, max: 5 });
const anyScores = fc.tuple(grade, grade, grade, grade, grade).map((grades) => scores(...grades));

describe('temporal grade (R8.3)', () => {
  it.each([
    [2, 1],
    [3, 2],
    [5, 2],
    [6, 3],
    [9, 3],
    [10, 4],
    [14, 4],
    [15, 5],
    [40, 5],
  ])('%i years apart earn %i, before or after the study', (years, expected) => {
    expect(temporalScore(2021, 2021 - years)).toEqual({ ok: true, value: expected, findings: [] });
    expect(temporalScore(2021, 2021 + years)).toEqual({ ok: true, value: expected, findings: [] });
  });

  it('takes the year nobody knows as the worst', () => {
    expect(temporalScore(2021, null)).toMatchObject({ value: 5 });
  });

  it('refuses years that are none', () => {
    expect(temporalScore(Number.NaN, 2020.5)).toEqual({
      ok: false,
      findings: [
        { code: 'dataQuality.yearInvalid', severity: 'error', path: ['studyYear'], values: { found: 'NaN' } },
        {
          code: 'dataQuality.yearInvalid',
          severity: 'error',
          path: ['dataYear'],
          values: { found: '2020.5' },
        },
      ],
    });
  });
});

describe('item score (R8.4)', () => {
  it('is the mean, or the sum and four times the worst over nine', () => {
    expect(itemScore(scores(1, 2, 5, 2, 2))).toMatchObject({ value: 2.4 });
    expect(itemScore(scores(1, 2, 5, 2, 2), 'ilcd')).toMatchObject({ value: 32 / 9 });
  });

  it('never judges milder by ilcd, and lies between the best and the worst grade', () => {
    fc.assert(
      fc.property(anyScores, (given) => {
        const mean = itemScore(given);
        const ilcd = itemScore(given, 'ilcd');
        if (!mean.ok || !ilcd.ok) throw new Error('refused');
        const grades = Object.values(given);
        expect(ilcd.value).toBeGreaterThanOrEqual(mean.value - 1e-12);
        expect(mean.value).toBeGreaterThanOrEqual(Math.min(...grades));
        expect(ilcd.value).toBeLessThanOrEqual(Math.max(...grades));
      }),
    );
  });

  it('names every grade outside 1 to 5', () => {
    expect(itemScore(scores(0, 1, 5.5, 1, Number.NaN))).toEqual({
      ok: false,
      findings: [
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['reliability'],
          values: { value: 0, min: 1, max: 5 },
        },
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['temporal'],
          values: { value: 5.5, min: 1, max: 5 },
        },
        { code: 'value.notNumeric', severity: 'error', path: ['technological'], values: { value: 'NaN' } },
      ],
    });
  });

  it('has a meaning for every grade of every indicator', () => {
    expect(Object.values(pedigreeCriteria).map((criteria) => new Set(criteria).size)).toEqual([
      5, 5, 5, 5, 5,
    ]);
    expect(itemScore(unknownScores)).toMatchObject({ value: 5 });
  });
});

describe('grade (R8.6)', () => {
  it.each([
    [1, 'high'],
    [1.6, 'high'],
    [1.6 + 1e-10, 'high'],
    [1.6001, 'basic'],
    [3, 'basic'],
    [3.0001, 'preliminary'],
    [4, 'preliminary'],
    [4.0001, 'insufficient'],
    [5, 'insufficient'],
  ])('%d is %s', (score, expected) => {
    expect(dataQualityGrade(score)).toBe(expected);
  });
});

describe('row and overall score (R8.5)', () => {
  const worst = { activity: unknownScores, factor: unknownScores };

  it('halves activity and factor, by either method', () => {
    const row = { activity: scores(2, 1, 1, 1, 1), factor: scores(2, 1, 3, 1, 4) };
    expect(rowScore(row)).toMatchObject({
      value: { activityScore: 1.2, factorScore: 2.2, rowScore: expect.closeTo(1.7, 12), grade: 'basic' },
    });
    expect(rowScore(row, 'ilcd')).toMatchObject({
      value: { activityScore: 14 / 9, factorScore: 3, rowScore: expect.closeTo(41 / 18, 12) },
    });
  });

  it('weighs by the size of the emission, also of a removal', () => {
    const rows = [
      { emissions: -3, activity: best, factor: best },
      { emissions: 1, ...worst },
    ];
    expect(overallDataQuality(rows)).toMatchObject({ value: { overall: 2, grade: 'basic' } });
    expect(overallDataQuality(rows, 'ilcd')).toMatchObject({ value: { overall: 2 } });
  });

  it('does not depend on the unit of the emissions, be they tiny or huge', () => {
    for (const unit of [1e-320, 1, 1e307]) {
      const rows = [
        { emissions: 4 * unit, activity: best, factor: best },
        { emissions: 4 * unit, ...worst },
      ];
      expect(overallDataQuality(rows)).toMatchObject({ value: { overall: 3 } });
    }
  });

  it('refuses rows without weight and says where a row is wrong', () => {
    const noWeight = { code: 'dataQuality.noWeight', severity: 'error', path: ['rows'], values: {} };
    expect(overallDataQuality([])).toEqual({ ok: false, findings: [noWeight] });
    expect(overallDataQuality([{ emissions: 0, ...worst }])).toEqual({ ok: false, findings: [noWeight] });
    const wrong = { emissions: Number.NaN, activity: best, factor: scores(1, 6, 1, 1, 1) };
    expect(overallDataQuality([{ emissions: 1, ...worst }, wrong])).toEqual({
      ok: false,
      findings: [
        {
          code: 'value.notNumeric',
          severity: 'error',
          path: ['rows', 1, 'emissions'],
          values: { value: 'NaN' },
        },
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['rows', 1, 'factor', 'completeness'],
          values: { value: 6, min: 1, max: 5 },
        },
      ],
    });
    expect(rowScore({ activity: scores(9, 1, 1, 1, 1), factor: best })).toMatchObject({
      findings: [{ path: ['activity', 'reliability'] }],
    });
  });
});
