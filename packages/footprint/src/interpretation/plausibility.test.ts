import { describe, expect, it } from 'vitest';
import { questionDuplicates, questionMagnitude } from './plausibility.ts';

describe('magnitude question (R10.6)', () => {
  it('asks above 100 times the median, not at it', () => {
    expect(questionMagnitude(300, [1, 3, 100])).toEqual([]);
    expect(questionMagnitude(300, [100, 1, 3])).toEqual([]);
    expect(questionMagnitude(301, [100, 3, 1])).toHaveLength(1);
    expect(questionMagnitude(301, [1, 3, 100], ['lines', 2])).toEqual([
      {
        code: 'plausibility.magnitude',
        severity: 'question',
        path: ['lines', 2],
        values: { value: 301, median: 3, ratio: 301 / 3 },
      },
    ]);
  });

  it('takes the middle of an even number, and sizes of removals', () => {
    expect(questionMagnitude(-201, [-1, 3])).toMatchObject([{ values: { median: 2, ratio: 100.5 } }]);
    expect(questionMagnitude(200, [3, 1])).toEqual([]);
  });

  it('has nothing to ask without a usable comparison', () => {
    expect(questionMagnitude(1e9, [])).toEqual([]);
    expect(questionMagnitude(1e9, [Number.NaN])).toEqual([]);
    expect(questionMagnitude(1e9, [0, 0, 5])).toEqual([]);
    expect(questionMagnitude(Number.NaN, [1])).toEqual([]);
  });
});

describe('duplicate substance question (R9.2)', () => {
  it('asks at the second line, however it is written', () => {
    const lines = ['Ａl ingot', '電力', '', 'al  INGOT', ' ', '電力'].map((name) => ({ name }));
    expect(questionDuplicates(lines)).toEqual([
      {
        code: 'plausibility.duplicateSubstance',
        severity: 'question',
        path: ['lines', 3, 'name'],
        values: { name: 'al  INGOT', firstIndex: 0 },
      },
      {
        code: 'plausibility.duplicateSubstance',
        severity: 'question',
        path: ['lines', 5, 'name'],
        values: { name: '電力', firstIndex: 1 },
      },
    ]);
  });
});
