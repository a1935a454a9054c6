import { describe, expect, it } from 'vitest';
import { drawnBand } from './drawn-band.ts';
import { coilDraft, factorOf, systemOf, withExchanges } from './rolling-mill.ts';

const sure = { uncertaintyPercent: 0 };
const certain = withExchanges(
  {
    ingotA: null,
    ingotB: null,
    oil: null,
    power: { ...sure, factor: factorOf('grid', 0.5, 'kWh', sure) },
  },
  { ...coilDraft, links: [] },
);
const bandOf = (draft: typeof coilDraft, seed = 1, draws = 4000) => {
  const band = drawnBand(systemOf(draft), { draws, seed });
  if (!band.ok) throw new Error(JSON.stringify(band.findings));
  return band.value;
};

describe('band by Monte Carlo', () => {
  it('of certain numbers is a point', () => {
    expect(bandOf(certain)).toEqual({
      low: expect.closeTo(300, 4),
      median: expect.closeTo(300, 4),
      mean: expect.closeTo(300, 4),
      high: expect.closeTo(300, 4),
      method: 'monteCarlo',
      draws: 4000,
      withoutAnswer: 0,
    });
  });

  it('of one uncertain amount is its log-normal', () => {
    const draft = withExchanges(
      { power: { uncertaintyPercent: 20, factor: factorOf('grid', 0.5, 'kWh', sure) } },
      certain,
    );
    const band = bandOf(draft);
    expect(band.median / 300).toBeCloseTo(1, 2);
    expect(band.high / 300).toBeCloseTo(1.2, 1);
    expect(band.low / 300).toBeCloseTo(1 / 1.2, 1);
  });

  it('lets a factor err alike in all its lines', () => {
    const grid = factorOf('grid', 0.5, 'kWh', { uncertaintyPercent: 50 });
    const half = { flow: 'electricity', unit: 'kWh', amount: 300, ...sure };
    const shared = bandOf(
      withExchanges({ power: { ...half, factor: grid }, lamps: { ...half, factor: grid } }, certain),
    );
    const apart = bandOf(
      withExchanges(
        { power: { ...half, factor: grid }, lamps: { ...half, factor: { ...grid, id: 'solar' } } },
        certain,
      ),
    );
    expect(shared.high / 300).toBeCloseTo(1.5, 1);
    expect(apart.high).toBeLessThan(shared.high - 20);
  });

  it('spreads what is taken from other processes too', () => {
    const band = bandOf(
      withExchanges({ ingotA: { uncertaintyPercent: 30 }, ingotB: { uncertaintyPercent: 30 } }),
    );
    expect(band.low).toBeLessThan(band.median);
    expect(band.median / 9380).toBeCloseTo(1, 1);
    expect(band.high).toBeGreaterThan(9380 * 1.1);
  });

  it('is the same for the same seed, another for another', () => {
    const draft = withExchanges({ power: { uncertaintyPercent: 20 } });
    expect(bandOf(draft, 7, 500)).toEqual(bandOf(draft, 7, 500));
    expect(bandOf(draft, 8, 500)).not.toEqual(bandOf(draft, 7, 500));
  });

  it('refuses what cannot be drawn', () => {
    const system = systemOf(coilDraft);
    const codes = (draws: number, seed: number) => {
      const band = drawnBand(system, { draws, seed });
      return band.ok ? [] : band.findings.map(({ code, path }) => [code, path]);
    };
    for (const draws of [0, 1.5, 1_000_001, Number.NaN]) {
      expect(codes(draws, 1)).toEqual([['monteCarlo.drawCountInvalid', ['draws']]]);
    }
    for (const seed of [-1, 0.5, Number.POSITIVE_INFINITY]) {
      expect(codes(10, seed)).toEqual([['monteCarlo.seedInvalid', ['seed']]]);
    }
  });
});
