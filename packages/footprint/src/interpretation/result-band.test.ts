import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownScores } from './pedigree-matrix.ts';
import { logDeviation } from './pedigree-uncertainty.ts';
import { analyticBand, type UncertainLine } from './result-band.ts';
import { uncertaintyInterval } from './uncertainty-interval.ts';

const line = (
  emissions: number,
  activity: number,
  factor = 0,
  factorId: string | null = null,
): UncertainLine => ({
  emissions,
  activityLogDeviation: activity,
  factorLogDeviation: factor,
  factorId,
});
const bandOf = (lines: readonly UncertainLine[]) => {
  const band = analyticBand(lines);
  if (!band.ok) throw new Error(JSON.stringify(band.findings));
  return band.value;
};
const z = 1.959963984540054;

describe('interval (R21)', () => {
  it('keeps its ends in order, also for a removal', () => {
    expect(uncertaintyInterval(-100, 20)).toEqual({
      ok: true,
      value: { low: -120, high: -80 },
      findings: [],
    });
    expect(uncertaintyInterval(5, 0)).toMatchObject({ value: { low: 5, high: 5 } });
  });
  it('refuses a negative percentage and an overflow', () => {
    expect(uncertaintyInterval(Number.NaN, -1)).toMatchObject({
      findings: [
        { code: 'value.notNumeric', path: ['value'] },
        { code: 'value.outOfDomain', path: ['percent'] },
      ],
    });
    expect(uncertaintyInterval(1e308, 300)).toMatchObject({
      findings: [{ code: 'value.tooLarge', path: ['low'] }],
    });
  });
});

describe('spread from the pedigree', () => {
  const perfect = { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 1 };

  it('of a perfect datum is the basic one', () => {
    const s = logDeviation(perfect, 'transport');
    expect(s.ok && Math.exp(2 * s.value)).toBeCloseTo(2, 12);
  });

  it('adds up in squares of logarithms', () => {
    // GSD² = exp √(ln²1.5 + ln²1.2 + ln²1.5 + ln²1.1 + ln²2 + ln²1.05)
    const s = logDeviation(unknownScores, 'energy');
    const logs = [1.5, 1.2, 1.5, 1.1, 2, 1.05].map((u) => Math.log(u) ** 2);
    expect(s.ok && (2 * s.value) ** 2).toBeCloseTo(
      logs.reduce((sum, square) => sum + square, 0),
      12,
    );
  });

  it('grows with every grade, also between whole ones', () => {
    let last = 0;
    for (const grade of [1, 1.5, 2, 2.5, 3, 4, 5]) {
      const s = logDeviation({ ...perfect, reliability: grade }, 'energy');
      if (!s.ok) throw new Error('refused');
      expect(s.value).toBeGreaterThan(last);
      last = s.value;
    }
  });

  it('refuses a grade outside 1 to 5', () => {
    expect(logDeviation({ ...perfect, temporal: 5.1, geographical: 0.9 }, 'energy')).toEqual({
      ok: false,
      findings: [
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['temporal'],
          values: { value: 5.1, min: 1, max: 5 },
        },
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['geographical'],
          values: { value: 0.9, min: 1, max: 5 },
        },
      ],
    });
    expect(logDeviation({ ...perfect, reliability: Number.NaN }, 'energy')).toMatchObject({
      findings: [{ code: 'value.notNumeric', path: ['reliability'] }],
    });
  });
});

describe('band of a sum of log-normal lines', () => {
  it('of one line is its own log-normal, both spreads together', () => {
    const band = bandOf([line(10, 0.3, 0.4)]);
    expect(band.method).toBe('logNormalMoments');
    expect(band.median).toBeCloseTo(10, 10);
    expect(band.mean).toBeCloseTo(10 * Math.exp(0.125), 10);
    expect(band.low).toBeCloseTo(10 * Math.exp(-z * 0.5), 10);
    expect(band.high).toBeCloseTo(10 * Math.exp(z * 0.5), 10);
  });

  it('mirrors for removals', () => {
    const band = bandOf([line(-10, 0.5)]);
    expect(band.low).toBeCloseTo(-10 * Math.exp(z * 0.5), 10);
    expect(band.high).toBeCloseTo(-10 * Math.exp(-z * 0.5), 10);
  });

  it('of lines split in two: the same when they share their factor, narrower when they do not', () => {
    const whole = bandOf([line(10, 0, 0.4)]);
    const shared = bandOf([line(4, 0, 0.4, 'grid'), line(6, 0, 0.4, 'grid')]);
    const apart = bandOf([line(4, 0, 0.4, 'a'), line(6, 0, 0.4, 'b')]);
    expect(shared.high).toBeCloseTo(whole.high, 10);
    expect(apart.high).toBeLessThan(whole.high - 1);
    expect(bandOf([line(4, 0, 0.4), line(6, 0, 0.4)])).toEqual(apart);
  });

  it('of emissions and removals mixed is normal around the mean', () => {
    const band = bandOf([line(5, 0.2), line(-4, 0.2)]);
    const mean = Math.exp(0.02);
    const deviation = Math.sqrt((25 + 16) * Math.exp(0.04) * Math.expm1(0.04));
    expect(band.method).toBe('normalMoments');
    expect(band.mean).toBeCloseTo(mean, 12);
    expect(band.median).toBe(band.mean);
    expect(band.low).toBeCloseTo(mean - z * deviation, 12);
    expect(band.high).toBeCloseTo(mean + z * deviation, 12);
  });

  it('of nothing is nothing, of certain lines a point', () => {
    expect(bandOf([])).toMatchObject({ low: 0, median: 0, high: 0 });
    const point = bandOf([line(1, 0), line(2, 0)]);
    expect([point.low, point.median, point.high]).toEqual([3, 3, 3]);
  });

  it('refuses what cannot be, never NaN', () => {
    expect(analyticBand([line(1, 0), line(Number.NaN, -1, Number.NaN)])).toMatchObject({
      findings: [
        { code: 'value.notNumeric', path: ['lines', 1, 'emissions'] },
        { code: 'value.outOfDomain', path: ['lines', 1, 'activityLogDeviation'] },
        { code: 'value.notNumeric', path: ['lines', 1, 'factorLogDeviation'] },
      ],
    });
    const any = fc.record({
      emissions: fc.double(),
      activityLogDeviation: fc.double(),
      factorLogDeviation: fc.double(),
      factorId: fc.constantFrom(null, 'a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (lines) => {
        const band = analyticBand(lines);
        if (!band.ok) return;
        const { low, median, high } = band.value;
        expect(low).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(high);
      }),
    );
  });
});
