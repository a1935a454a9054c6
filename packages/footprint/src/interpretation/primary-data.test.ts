import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primaryDataRequirement } from './primary-data.ts';

const upstream = (
  ownEmissions: number,
  suppliers: Record<string, number>,
  otherUpstreamEmissions: number,
) => ({
  thresholdPercent: 10,
  ownEmissions,
  upstreamSuppliers: Object.entries(suppliers).map(([id, emissions]) => ({ id, emissions })),
  otherUpstreamEmissions,
});

describe('first-10-% rule (R5.3)', () => {
  it('asks the largest suppliers, ties by id, until the threshold is reached', () => {
    expect(primaryDataRequirement(upstream(1, { b: 4, a: 4, c: 4, d: 3 }, 84))).toEqual({
      ok: true,
      value: {
        upstreamTotal: 100,
        ownPercent: 1,
        requiredParties: ['own', 'a', 'b', 'c'],
        cumulativePercent: 13,
        satisfied: true,
      },
      findings: [],
    });
  });

  it('counts 10 % reached by sums of doubles as 10 %', () => {
    const result = primaryDataRequirement({ ...upstream(0.1, { s: 0.2, t: 5 }, 0), thresholdPercent: 0 });
    expect(result).toMatchObject({ value: { requiredParties: ['own'], satisfied: true } });
    expect(primaryDataRequirement(upstream(0.1 + 0.2, { s: 1 }, 1.7))).toMatchObject({
      value: { requiredParties: ['own'] },
    });
    expect(primaryDataRequirement(upstream(0.3 * (1 - 5e-10), { s: 1 }, 1.7))).toMatchObject({
      value: { requiredParties: ['own'] },
    });
    expect(primaryDataRequirement(upstream(0.3 * (1 - 5e-9), { s: 1 }, 1.7))).toMatchObject({
      value: { requiredParties: ['own', 's'] },
    });
  });

  it('is not satisfied when all together stay below', () => {
    expect(primaryDataRequirement(upstream(1, { s: 2 }, 97))).toMatchObject({
      value: { requiredParties: ['own', 's'], cumulativePercent: 3, satisfied: false },
    });
  });

  it('refuses what cannot be: each place named', () => {
    const wrong = primaryDataRequirement({
      thresholdPercent: 101,
      ownEmissions: -1,
      upstreamSuppliers: [
        { id: 's', emissions: Number.POSITIVE_INFINITY },
        { id: 's', emissions: 1 },
      ],
      otherUpstreamEmissions: Number.NaN,
    });
    expect(wrong).toEqual({
      ok: false,
      findings: [
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['thresholdPercent'],
          values: { value: 101, min: 0, max: 100 },
        },
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['ownEmissions'],
          values: { value: -1, min: 0 },
        },
        {
          code: 'value.notNumeric',
          severity: 'error',
          path: ['otherUpstreamEmissions'],
          values: { value: 'NaN' },
        },
        {
          code: 'value.notNumeric',
          severity: 'error',
          path: ['upstreamSuppliers', 0, 'emissions'],
          values: { value: 'Infinity' },
        },
        {
          code: 'primaryData.duplicateSupplier',
          severity: 'error',
          path: ['upstreamSuppliers', 1, 'id'],
          values: { id: 's' },
        },
      ],
    });
    expect(primaryDataRequirement(upstream(0, { s: 0 }, 0))).toMatchObject({
      findings: [{ code: 'primaryData.noUpstreamEmissions', path: [] }],
    });
    expect(primaryDataRequirement(upstream(1e308, { s: 1e308 }, 0))).toMatchObject({
      findings: [{ code: 'value.tooLarge', path: ['upstreamTotal'] }],
    });
  });

  it('asks nobody more than needed, whatever the order of the list', () => {
    const amount = fc.integer({ min: 0, max: 1e6 }).map((grams) => grams / 1000);
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 8 }), amount, amount, (emissions, own, other) => {
        const suppliers = emissions.map((value, index) => ({ id: `s${index}`, emissions: value }));
        const given = { thresholdPercent: 10, ownEmissions: own, otherUpstreamEmissions: other };
        const forward = primaryDataRequirement({ ...given, upstreamSuppliers: suppliers });
        const backward = primaryDataRequirement({ ...given, upstreamSuppliers: [...suppliers].reverse() });
        if (!forward.ok || !backward.ok) return;
        expect(backward.value.requiredParties).toEqual(forward.value.requiredParties);
        const last = suppliers.find(({ id }) => id === forward.value.requiredParties.at(-1));
        if (last && forward.value.satisfied) {
          const without =
            forward.value.cumulativePercent - (last.emissions / forward.value.upstreamTotal) * 100;
          expect(without).toBeLessThan(10 + 1e-6);
        }
      }),
    );
  });
});
