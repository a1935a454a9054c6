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
    const some = fc
      .array(emissions, { minLength: 1, maxLength: 20 })
      .filter((values) => values.some((value) => value !== 0));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 100 }), (values, threshold) => {
        const items = values.map((value, index) => ({ id: `i${index}`, emissions: value }));
        const result = verificationBreadth(items, threshold);
        if (!result.ok) throw new Error('an emission that is not zero has a head');
        const { selected, cumulativePercent } = result.value;
        const sizes = new Map(items.map(({ id, emissions }) => [id, Math.abs(emissions)]));
        const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
        const percentOf = (ids: readonly string[]) =>
          (100 * ids.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0)) / total;
        expect(cumulativePercent).toBeCloseTo(percentOf(selected), 8);
        expect(percentOf(selected)).toBeGreaterThanOrEqual(threshold * (1 - 1e-8));
        expect(percentOf(selected.slice(0, -1))).toBeLessThan(threshold);
        expect(verificationBreadth([...items].reverse(), threshold)).toEqual(result);
      }),
    );
  });

  it('has no head where nothing emits or removes, however many lines there are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, -0), { maxLength: 20 }), (zeros) => {
        const items = zeros.map((emissions, index) => ({ id: `i${index}`, emissions }));
        expect(verificationBreadth(items)).toMatchObject({
          ok: false,
          findings: [{ code: 'verificationBreadth.noEmissions', path: ['items'] }],
        });
      }),
    );
  });
});
