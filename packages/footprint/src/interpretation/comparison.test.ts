import { describe, expect, it } from 'vitest';
import { type ComparisonBasis, checkComparable, compareFootprints, footprintChange } from './comparison.ts';

const coil: ComparisonBasis = {
  functionalUnit: { amount: 1, unit: 't' },
  boundary: 'cradleToGate',
  pcr: 'PCR-aluminium/2.0',
  gwpSet: 'AR5',
};

describe('comparison (R3.7, R3.12)', () => {
  it('gives the change in units and percent, negative for a reduction', () => {
    expect(footprintChange(8, 6)).toEqual({
      ok: true,
      value: { change: -2, changePercent: -25 },
      findings: [],
    });
  });

  it('counts a deeper removal as a reduction too', () => {
    expect(footprintChange(-8, -10)).toMatchObject({ value: { change: -2, changePercent: -25 } });
  });

  it('refuses a baseline of zero and numbers that are none', () => {
    expect(footprintChange(0, 1)).toMatchObject({
      findings: [{ code: 'comparison.noBaseline', path: ['baseline'] }],
    });
    expect(footprintChange(Number.NaN, Number.POSITIVE_INFINITY)).toMatchObject({
      findings: [
        { code: 'value.notNumeric', path: ['baseline'] },
        { code: 'value.notNumeric', path: ['current'] },
      ],
    });
  });

  it('finds nothing against what shares everything', () => {
    expect(checkComparable(coil, { ...coil })).toEqual([]);
    expect(checkComparable({ ...coil, pcr: null }, { ...coil, pcr: null })).toEqual([]);
    expect(compareFootprints({ ...coil, total: 4 }, { ...coil, total: 3 })).toMatchObject({
      value: { change: -1, changePercent: -25 },
    });
  });

  it('gives every reason why not, with both sides', () => {
    const other = {
      functionalUnit: { amount: 1, unit: 't', performance: 'painted' },
      boundary: 'cradleToGrave',
      pcr: null,
      gwpSet: 'AR6',
    };
    const reasons = [
      ['comparison.functionalUnitDiffers', 'functionalUnit', '1 t', '1 t painted'],
      ['comparison.boundaryDiffers', 'boundary', 'cradleToGate', 'cradleToGrave'],
      ['comparison.pcrDiffers', 'pcr', 'PCR-aluminium/2.0', null],
      ['comparison.gwpSetDiffers', 'gwpSet', 'AR5', 'AR6'],
    ].map(([code, field, reference, found]) => ({
      code,
      severity: 'error',
      path: [field],
      values: { reference, other: found },
    }));
    expect(checkComparable(coil, other)).toEqual(reasons);
    expect(compareFootprints({ ...coil, total: 4 }, { ...other, total: 3 })).toEqual({
      ok: false,
      findings: reasons,
    });
  });
});
