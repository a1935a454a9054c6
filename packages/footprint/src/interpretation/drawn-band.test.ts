import { describe, expect, it } from 'vitest';
import { drawnBand } from './drawn-band.ts';
import { coilDraft, factorOf, smelterOf, systemOf, withExchanges, withProcess } from './rolling-mill.ts';

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

  it('counts in the units of what is taken, however much its process makes', () => {
    const smelter = smelterOf('smelterA', 10);
    if (smelter.kind !== 'sealed') throw new Error('no footprint');
    const components = { ...smelter.footprint.components, fossil: 10_000 };
    const footprint = { ...smelter.footprint, declaredUnitAmount: 1000, components };
    const inTonnes = withExchanges({ ingotA: { amount: 0.8, unit: 't' } });
    const band = bandOf(withProcess({ ...smelter, footprint }, inTonnes));
    expect(band.median / bandOf(coilDraft).median).toBeCloseTo(1, 6);
  });

  it('is wider where less is known of what is taken', () => {
    const quality = { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 1 };
    const known = bandOf(withExchanges({ ingotA: { quality }, ingotB: { quality } }));
    expect(known.high).toBeLessThan(bandOf(coilDraft).high - 100);
  });

  it('leaves draws without an answer out and counts them; none with an answer is a refusal', () => {
    // All but a gram of a tonne comes back: half of the draws take more than is made.
    const back = { flow: 'coil', amount: 999.999, uncertaintyPercent: 50 };
    const loop = withExchanges({ back });
    const link = { id: 'r', provider: 'rolling', flow: 'coil', process: 'rolling', exchange: 'back' };
    const system = systemOf({ ...loop, links: [...loop.links, link] });
    const many = drawnBand(system, { draws: 60, seed: 1 });
    expect(many.ok && Math.abs(many.value.withoutAnswer - 30)).toBeLessThan(20);
    const single = Array.from({ length: 6 }, (_, seed) => drawnBand(system, { draws: 1, seed }));
    expect(single.filter(({ ok }) => !ok).map(({ findings }) => findings)).toContainEqual([
      { code: 'monteCarlo.noAnswer', severity: 'error', path: [], values: { draws: 1 } },
    ]);
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
    expect(codes(1, 0)).toEqual([]);
    expect(drawnBand(system, { draws: 1, seed: -1 }).findings[0]?.values).toEqual({ seed: '-1' });
    for (const seed of [-1, 0.5, Number.POSITIVE_INFINITY]) {
      expect(codes(10, seed)).toEqual([['monteCarlo.seedInvalid', ['seed']]]);
    }
  });
});
