import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { towerFanSaving, towerPerformance, towerSiting, towerSizeRange } from './performance.ts';
import { wetBulb } from './wet-bulb.ts';

describe('towerPerformance', () => {
  it.each([
    [40, 30, 20, 50, 10, true, false],
    [40, 33, 30, 70, 3, true, true],
    [40, 35.1, 30, 49, 5.1, false, false],
    [40, 32.9, 30, 71, 2.9, false, true],
    [35, 29.99, 25, 50.1, 4.99, true, true],
    [35, 30, 25, 50, 5, true, false],
    [40, 40, 30, 0, 10, false, false],
    [40, 30, 30, 100, 0, false, true],
  ])('in %d, out %d, wet bulb %d', (waterInC, waterOutC, wetBulbC, percent, approach, reasonable, good) =>
    expect(towerPerformance({ waterInC, waterOutC, wetBulbC })).toEqual({
      ok: true,
      value: {
        efficiencyPercent: expect.closeTo(percent, 9),
        approachK: expect.closeTo(approach, 9),
        efficiencyReasonable: reasonable,
        approachGood: good,
      },
      findings: [],
    }),
  );
  it('doubts water colder than the wet bulb', () =>
    expect(towerPerformance({ waterInC: 35, waterOutC: 24, wetBulbC: 25 })).toMatchObject({
      ok: true,
      findings: [{ code: 'tower.outletBelowWetBulb', severity: 'warning', path: ['waterOutC'] }],
    }));
  it('refuses a tower that cannot cool or warms the water', () => {
    expect(towerPerformance({ waterInC: 25, waterOutC: 25, wetBulbC: 25 }).findings).toMatchObject([
      { code: 'tower.waterNotAboveWetBulb', path: ['waterInC'] },
    ]);
    expect(towerPerformance({ waterInC: 30, waterOutC: 31, wetBulbC: 25 }).findings).toMatchObject([
      { code: 'tower.waterNotCooled', path: ['waterOutC'] },
    ]);
    expect(towerPerformance({ waterInC: 24, waterOutC: 31, wetBulbC: 25 }).findings).toHaveLength(2);
  });
});

it('sizes a tower 1.3 to 1.5 times its chiller', () =>
  expect(towerSizeRange({ chillerRt: 100 })).toMatchObject({ value: { minRt: 130, maxRt: 150 } }));
it('saves 0.746 kWh per horsepower and hour', () =>
  expect(towerFanSaving({ fanHp: 10, hoursPerYear: 1000 })).toMatchObject({ value: { kWh: 7460 } }));
it.each([
  [3.21, 1.81, true, true],
  [3.2, 1.81, false, true],
  [3.21, 1.8, true, false],
  [3.2 * (1 + 1e-10), 1.8 * (1 + 1e-10), false, false],
])(
  'wants more than height to the wall and half a diameter between towers: %d, %d',
  (wall, gap, wallOk, gapOk) =>
    expect(
      towerSiting({ wallDistanceM: wall, towerHeightM: 3.2, towerGapM: gap, towerDiameterM: 3.6 }),
    ).toMatchObject({ value: { wallOk, gapOk } }),
);

describe('wetBulb', () => {
  const at = (dryBulbC: number, relativeHumidityPercent: number) => {
    const result = wetBulb({ dryBulbC, relativeHumidityPercent });
    return result.ok ? result.value.wetBulbC : Number.NaN;
  };
  const dryBulb = fc.double({ min: -40, max: 80, noNaN: true });
  const humidity = fc.double({ min: 0, max: 100, noNaN: true });
  it.each([
    [32, 70, 27.35879068],
    [35, 60, 28.226349443],
  ])('of %d °C at %d percent is %d °C', (dry, humid, wet) => expect(at(dry, humid)).toBeCloseTo(wet, 6));
  it('solves its equation', () =>
    fc.assert(
      fc.property(dryBulb, humidity, (dry, humid) => {
        const es = (t: number) => 0.61078 * Math.exp((17.2694 * t) / (t + 237.29));
        const wet = at(dry, humid);
        const left = es(wet) - 0.000665 * 101.325 * (dry - wet);
        expect(Math.abs(left - (humid / 100) * es(dry))).toBeLessThan(1e-11);
      }),
    ));
  it('never exceeds the dry bulb and meets it in saturated air', () =>
    fc.assert(
      fc.property(dryBulb, humidity, (dry, humid) => {
        expect(at(dry, humid)).toBeLessThanOrEqual(dry);
        expect(at(dry, 100)).toBeCloseTo(dry, 9);
      }),
    ));
  it('rises with temperature and humidity', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 79, noNaN: true }),
        fc.double({ min: 0, max: 99, noNaN: true }),
        (dry, humid) => {
          expect(at(dry + 1, humid)).toBeGreaterThan(at(dry, humid));
          expect(at(dry, humid + 1)).toBeGreaterThan(at(dry, humid));
        },
      ),
    ));
});
