import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sufficientDryer } from './air-treatment.ts';
import {
  compressorControls,
  loadUnloadEnergy,
  usualUnloadedPowerRatio,
  variableSpeedCheck,
} from './control.ts';
import { type AirDemand, summarizeDemand } from './demand-survey.ts';
import { demandSplit, drainLoss, leakageLoss } from './losses.ts';
import { inletTemperatureLoss, machineRoomHeat } from './machine-room.ts';
import { yearlyPowerCost } from './ownership.ts';
import { pressureAirGain, pressureSaving } from './pressure.ts';
import { type CompressorSurvey, readCompressorSurvey } from './site-survey.ts';
import { requiredFlow, supplyStrategy } from './supply.ts';
import { compressorTestPoint, estimateDelivery } from './test-point.ts';

describe('compressorTestPoint', () => {
  const point = { pressureKgCm2: 7, inputKw: 74.6, inletFlowScfm: 400, panelGaugeKgCm2: 7.5 };
  it('needs no correction at 7 kg/cm2G', () =>
    expect(compressorTestPoint(point)).toMatchObject({
      value: {
        hp: expect.closeTo(100, 9),
        scmm: expect.closeTo(11.3267386368, 9),
        scfmPerHp: expect.closeTo(4, 9),
        correctedHp: expect.closeTo(100, 9),
        correctedScfmPerHp: expect.closeTo(4, 9),
        gaugeDifferenceKgCm2: -0.5,
      },
    }));
  it('adds 6 % power for each kg/cm2 below', () =>
    expect(compressorTestPoint({ ...point, pressureKgCm2: 5 })).toMatchObject({
      value: { correctedHp: expect.closeTo(112, 9), gaugeDifferenceKgCm2: -2.5 },
    }));
  it('ends where the correction leaves no power', () => {
    expect(compressorTestPoint({ ...point, pressureKgCm2: 23.66 })).toMatchObject({ ok: true });
    expect(compressorTestPoint({ ...point, pressureKgCm2: 23.67 }).findings).toMatchObject([
      { code: 'compressor.pressureBeyondCorrection', path: ['pressureKgCm2'] },
    ]);
  });
  it('is estimated at 3 to 4 scfm per hp without a meter', () =>
    expect(estimateDelivery({ inputKw: 7.46 })).toMatchObject({
      value: { scfmLow: expect.closeTo(30, 9), scfmHigh: expect.closeTo(40, 9) },
    }));
});

describe('pressure and intake', () => {
  it('lower pressure saves 4, 6, 8 % per kg/cm2 and gives 8 % more air', () => {
    expect(pressureSaving({ annualKwh: 1000, reductionKgCm2: 2 })).toMatchObject({
      value: { savedKwhLow: 80, savedKwh: 120, savedKwhHigh: 160 },
    });
    expect(pressureAirGain({ flow: 1000, reductionKgCm2: 2 })).toMatchObject({ value: { extraFlow: 160 } });
  });
  it('a warm room takes 2 to 3 % of the air per 10 °C', () =>
    expect(inletTemperatureLoss({ flow: 1000, temperatureRiseK: 20 })).toMatchObject({
      value: { lostLow: 40, lostHigh: 60 },
    }));
  it('a horsepower heats the room with 2,500 BTU/h, nearly its own power', () =>
    expect(machineRoomHeat({ hp: 2 })).toMatchObject({
      value: { btuPerHour: 5000, kW: expect.closeTo(2 * 0.7327, 3) },
    }));
});

describe('losses', () => {
  it('leaks take the share of the test that was loaded', () => {
    const test = { loadedKw: 10, shutdownHours: 8, loadedHoursInShutdown: 2, annualRunHours: 1000 };
    expect(leakageLoss(test)).toMatchObject({
      value: { leakKwhInShutdown: 20, leakSharePercent: 25, annualLeakKwh: 2500 },
    });
    expect(leakageLoss({ ...test, loadedHoursInShutdown: 8 })).toMatchObject({
      value: { leakSharePercent: 100 },
    });
    expect(leakageLoss({ ...test, loadedHoursInShutdown: 8.01 }).findings).toMatchObject([
      { code: 'compressor.loadedLongerThanShutdown', path: ['loadedHoursInShutdown'] },
    ]);
  });
  it('the benchmark is 60, 25, 15 and adds to the whole', () =>
    expect(demandSplit({ annualKwh: 1000 })).toMatchObject({
      value: { productive: 600, leakage: 250, artificialDemand: 150 },
    }));
  it('a drain blows power off', () =>
    expect(drainLoss({ cfm: 8, scfmPerHp: 4, hours: 1000 })).toMatchObject({ value: { kWh: 1492 } }));
});

describe('control', () => {
  it('is best by variable speed, worst by throttling', () => {
    expect(compressorControls).toEqual(['vfd', 'loadUnload', 'inletThrottle']);
    expect(usualUnloadedPowerRatio).toBe(0.273);
  });
  it('knows a machine that ran loaded as long as unloaded', () =>
    expect(
      loadUnloadEnergy({ loadedKw: 10, loadHours: 5, unloadHours: 5, unloadedPowerRatio: 0.2 }),
    ).toMatchObject({ value: { loadFactorPercent: 50, kWh: 60 } }));
  it('an unloaded motor still takes power', () =>
    expect(
      loadUnloadEnergy({ loadedKw: 10, loadHours: 30, unloadHours: 10, unloadedPowerRatio: 0.25 }),
    ).toMatchObject({
      value: { unloadedKw: 2.5, kWh: 325, loadFactorPercent: 75, unloadedKwhSharePercent: (25 / 325) * 100 },
    }));
  it.each([
    [{ loadHours: 0, unloadHours: 0, unloadedPowerRatio: 0.3 }, 'compressor.neverRan', 'loadHours'],
    [{ loadHours: 0, unloadHours: 5, unloadedPowerRatio: 0 }, 'compressor.noEnergy', 'unloadedPowerRatio'],
  ])('refuses %j', (input, code, field) =>
    expect(loadUnloadEnergy({ loadedKw: 10, ...input }).findings).toMatchObject([{ code, path: [field] }]),
  );
  it.each([
    ['retrofit', 2100, true],
    ['retrofit', 2100 * (1 - 1e-10), true],
    ['retrofit', 2099, false],
    ['retrofit', 9000, true],
    ['factory', 2000, true],
    ['factory', 1999, false],
    ['factory', 7200, true],
    ['factory', 7201, false],
  ] as const)('a %s machine at %d rpm is efficient: %s', (kind, rpm, efficient) =>
    expect(variableSpeedCheck({ kind, rpm, ratedRpm: 3000 })).toMatchObject({ value: { efficient } }),
  );
  it('asks no rated speed of a factory-built machine', () =>
    expect(variableSpeedCheck({ kind: 'factory', rpm: 3000 })).toMatchObject({ value: { efficient: true } }));
});

describe('supply', () => {
  it.each([
    [9.99, false],
    [10, true],
    [20, true],
    [20 * (1 + 1e-10), true],
    [20.01, false],
    [0, false],
  ])('allows a margin of %d %%: %s', (marginPercent, marginAllowed) =>
    expect(requiredFlow({ presentFlow: 60, futureFlow: 40, marginPercent })).toMatchObject({
      value: { requiredFlow: expect.closeTo(100 + marginPercent, 9), marginAllowed },
    }),
  );
  it.each([
    [20, 80, 0, 'singleNetworkWithReducingValve'],
    [20.01, 79.99, 500, 'engineeringReview'],
    [80, 20, 0, 'lowNetworkWithBooster'],
    [79.99, 20.01, 500, 'engineeringReview'],
    [70, 30, 500, 'engineeringReview'],
    [69.99, 30.01, 100, 'independentSystems'],
    [69.99, 30.01, 99.9, 'engineeringReview'],
    [30, 70, 500, 'engineeringReview'],
    [30.01, 69.99, 100, 'independentSystems'],
    [0, 5, 10, 'singleNetworkWithReducingValve'],
    [5, 0, 10, 'lowNetworkWithBooster'],
  ] as const)(
    'joins %d low and %d high at %d hp by %s',
    (lowPressureFlow, highPressureFlow, singleLevelHp, strategy) =>
      expect(supplyStrategy({ lowPressureFlow, highPressureFlow, singleLevelHp })).toMatchObject({
        value: { strategy },
      }),
  );
  it('has no strategy for no air', () =>
    expect(
      supplyStrategy({ lowPressureFlow: 0, highPressureFlow: 0, singleLevelHp: 1 }).findings,
    ).toMatchObject([{ code: 'compressor.noFlow' }]));
  it.each([
    [10, 'refrigerated'],
    [2, 'refrigerated'],
    [1.9, 'adsorption'],
    [-40, 'adsorption'],
    [-100, 'adsorption'],
    [-100.1, null],
  ])('dries to %d °C by %s', (pressureDewPointC, dryer) =>
    expect(sufficientDryer({ pressureDewPointC })).toMatchObject({ ok: true, value: { dryer } }),
  );
});

describe('summarizeDemand', () => {
  const demand = (flow: number, pressureKgCm2: number, quality: Partial<AirDemand> = {}): AirDemand => ({
    machine: `at ${pressureKgCm2}`,
    flow,
    pressureKgCm2,
    pressureDewPointC: null,
    oilPpm: null,
    particlesPpm: null,
    ...quality,
  });
  it('sums flow and share by class, with both ends where they belong', () =>
    expect(
      summarizeDemand([
        demand(1, 4.99),
        demand(2, 5),
        demand(4, 7.99),
        demand(8, 8),
        demand(16, 12),
        demand(32, 12.01),
        demand(1, 5 * (1 - 1e-10)),
      ]),
    ).toMatchObject({
      value: {
        totalFlow: 64,
        classes: [
          { pressureClass: 'below5', flow: 1, sharePercent: 100 / 64 },
          { pressureClass: 'from5To8', flow: 7 },
          { pressureClass: 'from8To12', flow: 24 },
          { pressureClass: 'above12', flow: 32, sharePercent: 50 },
        ],
      },
    }));
  it('lists a class no one uses', () =>
    expect(
      summarizeDemand([demand(1, 6, { pressureDewPointC: -40, oilPpm: 0, particlesPpm: 0 })]),
    ).toMatchObject({
      value: { classes: [{ flow: 0, sharePercent: 0 }, { flow: 1 }, { flow: 0 }, { flow: 0 }] },
    }));
  it('has shares that add to 100', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0.1, max: 1e3, noNaN: true }),
            fc.double({ min: 1, max: 15, noNaN: true }),
          ),
          {
            minLength: 1,
          },
        ),
        (pairs) => {
          const result = summarizeDemand(pairs.map(([flow, pressure]) => demand(flow, pressure)));
          const sum = result.ok
            ? result.value.classes.reduce((whole, { sharePercent }) => whole + sharePercent, 0)
            : 0;
          expect(sum).toBeCloseTo(100, 9);
        },
      ),
    ));
  it('refuses faults at the machine, and a survey without flow', () => {
    expect(
      summarizeDemand([
        demand(-1, 0, { pressureDewPointC: Number.NaN, oilPpm: -1, particlesPpm: -1 }),
      ]).findings.map(({ path }) => path),
    ).toEqual([
      [0, 'flow'],
      [0, 'pressureKgCm2'],
      [0, 'pressureDewPointC'],
      [0, 'oilPpm'],
      [0, 'particlesPpm'],
    ]);
    expect(summarizeDemand([]).findings).toMatchObject([{ code: 'compressor.noFlow' }]);
  });
});

describe('yearlyPowerCost', () => {
  it.each([
    [4000, 1_200_000, 100, false, false],
    [4000, 1_199_999, 100, true, false],
    [4001, 2_400_600, 50, false, true],
  ])('after %d h of a machine for NT$%d', (hoursPerYear, purchasePrice, percent, exceedsPrice, longRunning) =>
    expect(yearlyPowerCost({ meanKw: 100, hoursPerYear, pricePerKwh: 3, purchasePrice })).toMatchObject({
      value: {
        annualKwh: hoursPerYear * 100,
        powerCost: hoursPerYear * 300,
        percentOfPrice: expect.closeTo(percent, 3),
        exceedsPrice,
        longRunning,
      },
    }),
  );
});

describe('readCompressorSurvey', () => {
  const survey: CompressorSurvey = {
    nameplate: {
      number: 'AC-1',
      make: 'Fu Sheng',
      model: 'SA-75',
      hp: 100,
      ratedPressureKgCm2: 8,
      ratedFlowScfm: 450,
      year: 2012,
    },
    panel: {
      control: 'loadUnload',
      setPressureKgCm2: 7.5,
      loaded: true,
      dischargeTemperatureC: 88,
      alarms: [],
    },
    useSide: { pressureKgCm2: 5.5, endPressureKgCm2: 6.25, pipeLayout: 'branched', leaks: ['gun 4'] },
  };
  it('reads what pipes lose and what the set pressure could spare', () =>
    expect(readCompressorSurvey(survey)).toMatchObject({
      value: { ratedScfmPerHp: 4.5, pressureDropKgCm2: 1.25, pressureReserveKgCm2: 2 },
    }));
  it('refuses pressures that contradict each other', () => {
    const panel = { ...survey.panel, setPressureKgCm2: 8.1 };
    expect(readCompressorSurvey({ ...survey, panel }).findings).toMatchObject([
      { code: 'survey.setAboveRated', path: ['panel', 'setPressureKgCm2'] },
    ]);
    const useSide = { ...survey.useSide, endPressureKgCm2: 7.6 };
    expect(readCompressorSurvey({ ...survey, useSide }).findings).toMatchObject([
      { code: 'survey.endAboveSet', path: ['useSide', 'endPressureKgCm2'] },
    ]);
    const level = { ...survey.useSide, endPressureKgCm2: 7.5 };
    expect(readCompressorSurvey({ ...survey, useSide: level, panel: { ...survey.panel } })).toMatchObject({
      ok: true,
    });
  });
  it('refuses every faulty reading at its place', () =>
    expect(
      readCompressorSurvey({
        nameplate: {
          ...survey.nameplate,
          hp: 0,
          ratedPressureKgCm2: Number.NaN,
          ratedFlowScfm: -1,
          year: 101,
        },
        panel: {
          ...survey.panel,
          control: 'x' as 'vfd',
          setPressureKgCm2: 0,
          dischargeTemperatureC: Number.NaN,
        },
        useSide: {
          ...survey.useSide,
          pressureKgCm2: -1,
          endPressureKgCm2: -1,
          pipeLayout: 'x' as 'ringMain',
        },
      }).findings.map(({ path }) => path.join('.')),
    ).toEqual([
      'nameplate.hp',
      'nameplate.ratedPressureKgCm2',
      'nameplate.ratedFlowScfm',
      'nameplate.year',
      'panel.control',
      'panel.setPressureKgCm2',
      'panel.dischargeTemperatureC',
      'useSide.pressureKgCm2',
      'useSide.endPressureKgCm2',
      'useSide.pipeLayout',
    ]));
});
