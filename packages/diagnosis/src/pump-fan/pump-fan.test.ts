import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affinityTable, inverterPower, scaleByAffinity } from './affinity.ts';
import { fanControls, pumpControlEffects, pumpControls } from './control.ts';
import { pumpWaterPower } from './pump.ts';

describe('affinity laws', () => {
  const amount = fc.double({ min: 0.1, max: 1e4, noNaN: true });
  it('scale flow by n, head by n², power by n³', () =>
    expect(scaleByAffinity({ flow: 10, speed: 100, head: 8, powerKw: 16, speedRatio: 0.5 })).toMatchObject({
      value: { flow: 5, speed: 50, head: 2, powerKw: 2 },
    }));
  it('come back by the inverse ratio', () =>
    fc.assert(
      fc.property(
        fc.record({ flow: amount, speed: amount, head: amount, powerKw: amount }),
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        (point, speedRatio) => {
          const there = scaleByAffinity({ ...point, speedRatio });
          if (!there.ok) return expect(there.ok).toBe(true);
          const back = scaleByAffinity({ ...there.value, speedRatio: 1 / speedRatio });
          if (!back.ok) return expect(back.ok).toBe(true);
          for (const key of ['flow', 'speed', 'head', 'powerKw'] as const)
            expect(Math.abs(back.value[key] - point[key])).toBeLessThanOrEqual(1e-9 * point[key]);
        },
      ),
    ));
  it('make a table that agrees with them', () => {
    expect(affinityTable({ speedPercents: [50, 0] })).toMatchObject({
      value: {
        rows: [
          { speed: 50, flow: 50, head: 25, power: 12.5 },
          { speed: 0, flow: 0, head: 0, power: 0 },
        ],
      },
    });
    expect(affinityTable({ speedPercents: [100, -1, Number.NaN] }).findings).toMatchObject([
      { path: ['speedPercents', 1] },
      { path: ['speedPercents', 2] },
    ]);
    expect(affinityTable({ speedPercents: [1e200] })).toMatchObject({ ok: false });
  });
  it('rule an inverter', () =>
    expect(inverterPower({ hz: 30, baseHz: 60, ratedKw: 16 })).toMatchObject({
      value: { powerRatio: 0.125, kW: 2 },
    }));
});

describe('pumpWaterPower', () => {
  it('of 1 m³/s lifted by 1 m is 9.81 kW', () =>
    expect(pumpWaterPower({ flowLpm: 60_000, headM: 1, inputKw: 19.62 })).toEqual({
      ok: true,
      value: { waterKw: 9.81, overallEfficiencyPercent: 50 },
      findings: [],
    }));
  it('doubts more power out than in', () => {
    expect(pumpWaterPower({ flowLpm: 60_000, headM: 1, inputKw: 9.81 }).findings).toEqual([]);
    expect(pumpWaterPower({ flowLpm: 60_000, headM: 1, inputKw: 9.8 })).toMatchObject({
      ok: true,
      findings: [{ code: 'pump.efficiencyAboveWhole', severity: 'warning', path: ['inputKw'] }],
    });
  });
});

it('ranks controls from the best on and lets throttling and bypass save nothing', () => {
  expect(pumpControls).toEqual(['variableSpeed', 'startStop', 'throttling', 'bypass']);
  expect(pumpControls.map((control) => pumpControlEffects[control].saves)).toEqual([
    'cubeOfSpeed',
    'hours',
    'nothing',
    'nothing',
  ]);
  expect(fanControls).toEqual(['variableSpeed', 'inletGuideVanes', 'dampers']);
});
