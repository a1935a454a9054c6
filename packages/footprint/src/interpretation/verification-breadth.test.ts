import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verificationBreadth } from './verification-breadth.ts';

describe('sampling head (R6)', () => {
  it('takes a removal by its size', () => {
    const items = [
      { id: 'a', emissions: 10 },
      { id: 'b', emissions: -70 },
      { id: 'c', emissions: 20 },
    ];
    expect(verificationBreadth(items)).toEqual({
      ok: true,
      value: { selected: ['b', 'c'], cumulativePercent: 90 },
      findings: [],
    });
    expect(verificationBreadth(items, 100)).toMatchObject({ value: { selected: ['b', 'c', 'a'] } });
  });

  it('refuses what cannot be: each place named', () => {
    expect(verificationBreadth([{ id: 'a', emissions: 0 }])).toMatchObject({
      findings: [{ code: 'verificationBreadth.noEmissions', path: ['items'] }],
    });
    expect(verificationBreadth([], 0)).toMatchObject({
      findings: [{ code: 'value.outOfDomain', path: ['thresholdPercent'] }],
    });
    const twice = [
      { id: 'a', emissions: Number.NaN },
      { id: 'a', emissions: 1 },
    ];
    expect(verificationBreadth(twice, 100.5)).toMatchObject({
      ok: false,
      findings: [
        {
          code: 'value.outOfDomain',
          path: ['thresholdPercent'],
          values: { value: 100.5, above: 0, max: 100 },
        },
        { code: 'value.notNumeric', path: ['items', 0, 'emissions'] },
        { code: 'verificationBreadth.duplicateItem', path: ['items', 1, 'id'], values: { id: 'a' } },
      ],
    });
    const huge = ['a', 'b'].map((id) => ({ id, emissions: 1.7e308 }));
    expect(verificationBreadth(huge).ok).toBe(false);
  });

  it('is the shortest head: one item less does not reach the threshold', () => {
    const emissions = fc.integer({ min: -1e6, max: 1e6 }).map((grams) => grams / 1000);
    fc.assert(
      fc.property(
        fc.array(emissions, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 100 }),
        (values, threshold) => {
          const items = values.map((value, index) => ({ id: `i${index}`, emissions: value }));
          const result = verificationBreadth([...items].reverse(), threshold);
          if (!result.ok) return;
          const size = (ids: readonly string[]) =>
            ids.reduce((sum, id) => sum + Math.abs(items.find((item) => item.id === id)?.emissions ?? 0), 0);
          const total = size(items.map(({ id }) => id));
          const { selected } = result.value;
          expect(size(selected)).toBeGreaterThanOrEqual((threshold / 100) * total * (1 - 1e-8));
          expect(size(selected.slice(0, -1))).toBeLessThan((threshold / 100) * total * (1 + 1e-12));
          expect(result).toEqual(verificationBreadth(items, threshold));
        },
      ),
    );
  });
});
