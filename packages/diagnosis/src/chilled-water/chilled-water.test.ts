import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chillerEfficiency,
  chillerFromHeatRejection,
  coolingCapacity,
  seasonalPerformance,
} from './capacity.ts';
import { condenserLmtd } from './condenser.ts';
import { chillerLoadBand, chillerLoadRatio, sensorError } from './load.ts';
import { type ChillerMeasurement, evaluateChillerMeasurement } from './measurement.ts';
import { temperatureSaving } from './temperature-measures.ts';

const accepted = <Value>(result: { readonly ok: boolean; readonly value?: Value }) => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value as Value;
};
const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('capacity and efficiency', () => {
  it('of 1,008 L/min at 5 °C are 100 RT', () =>
    expect(accepted(coolingCapacity({ flowLpm: 1008, deltaTC: 5 }))).toEqual({
      kcalPerHour: 302400,
      kW: 302400 / 860,
      RT: 100,
    }));
  it('are the same on both water sides: cooling + work = heat rejected', () =>
    fc.assert(
      fc.property(double(1, 1e4), double(1, 1e4), (capacityKw, inputKw) => {
        const back = accepted(chillerFromHeatRejection({ heatRejectionKw: capacityKw + inputKw, inputKw }));
        expect(back.capacityKw).toBeCloseTo(capacityKw, 6);
        expect(back.cop).toBeCloseTo(accepted(chillerEfficiency({ capacityKw, inputKw })).cop, 6);
      }),
    ));
  it('agree among each other: EER = 0.86 COP, kW/RT × COP = 3.516', () =>
    fc.assert(
      fc.property(double(1, 1e4), double(1, 1e4), (capacityKw, inputKw) => {
        const { cop, eerKcalPerWh, kwPerRt } = accepted(chillerEfficiency({ capacityKw, inputKw }));
        expect(eerKcalPerWh / cop).toBeCloseTo(0.86, 12);
        expect(kwPerRt * cop).toBeCloseTo(3024 / 860, 9);
      }),
    ));
  it('allow a machine that does not cool at all, none that destroys heat', () => {
    expect(accepted(chillerFromHeatRejection({ heatRejectionKw: 70, inputKw: 70 }))).toEqual({
      capacityKw: 0,
      cop: 0,
    });
    expect(chillerFromHeatRejection({ heatRejectionKw: 69, inputKw: 70 }).findings).toMatchObject([
      { code: 'chiller.heatRejectionBelowWork', path: ['heatRejectionKw'], values: { inputKw: 70 } },
    ]);
  });
  it('are no CSPF, which is a season', () =>
    expect(accepted(seasonalPerformance({ seasonalCoolingKwh: 2400, seasonalEnergyKwh: 500 }))).toEqual({
      cspf: 4.8,
    }));
});

describe('load', () => {
  it('takes 0.0751 RT for a gallon per minute and degree', () =>
    expect(accepted(chillerLoadRatio({ flowGpm: 1000, deltaTC: 10, ratedRt: 1502 }))).toEqual({
      loadRt: expect.closeTo(751, 9),
      loadPercent: expect.closeTo(50, 9),
    }));
  it('is understated by a sensor that reads low', () =>
    expect(accepted(sensorError({ reported: 80, actual: 100 }))).toEqual({
      overstatementPercentOfReported: -25,
    }));
  it.each([
    [0, 'surgeRisk'],
    [29.99, 'surgeRisk'],
    [30 * (1 - 1e-10), 'poor'],
    [30, 'poor'],
    [49.99, 'poor'],
    [50, 'fair'],
    [69.99, 'fair'],
    [70, 'best'],
    [90, 'best'],
    [90 * (1 + 1e-10), 'best'],
    [90.01, 'high'],
    [130, 'high'],
  ])('of %d %% is %s', (loadPercent, band) =>
    expect(accepted(chillerLoadBand({ loadPercent })).band).toBe(band),
  );
});

describe('temperatureSaving', () => {
  it.each([
    ['chilledWaterUp', 1, 1000 * (0.03 / 1.03), 1000 * (0.03 / 1.03)],
    ['condensingDown', 2, 1000 * (0.03 / 1.03), 1000 * (0.06 / 1.06)],
    ['coolingWaterDown', 1, 20, 50],
    ['coolingWaterDown', 20, 400, 1000],
    ['chilledWaterUp', 0, 0, 0],
  ] as const)('%s by %d °C', (measure, degrees, low, high) =>
    expect(accepted(temperatureSaving({ measure, degrees, annualKwh: 1000 }))).toEqual({
      savedKwhLow: expect.closeTo(low, 9),
      savedKwhHigh: expect.closeTo(high, 9),
    }),
  );
  it('never saves more than there is, and more with every degree', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('chilledWaterUp', 'condensingDown', 'coolingWaterDown' as const),
        double(0, 19),
        double(0.01, 1),
        (measure, degrees, more) => {
          const less = accepted(temperatureSaving({ measure, degrees, annualKwh: 1000 }));
          const greater = accepted(temperatureSaving({ measure, degrees: degrees + more, annualKwh: 1000 }));
          expect(greater.savedKwhLow).toBeGreaterThan(less.savedKwhLow);
          expect(less.savedKwhLow).toBeLessThanOrEqual(less.savedKwhHigh);
          expect(greater.savedKwhHigh).toBeLessThanOrEqual(1000);
        },
      ),
    ));
});

describe('condenserLmtd', () => {
  it('lies between the two end differences', () =>
    fc.assert(
      fc.property(double(10, 40), double(0.01, 15), double(0.01, 15), (waterInC, range, approach) => {
        const waterOutC = waterInC + range;
        const condensingC = waterOutC + approach;
        const { lmtdK } = accepted(condenserLmtd({ condensingC, waterInC, waterOutC }));
        expect(lmtdK).toBeGreaterThanOrEqual((condensingC - waterOutC) * (1 - 1e-9));
        expect(lmtdK).toBeLessThanOrEqual((condensingC - waterInC) * (1 + 1e-9));
      }),
    ));
  it('is the end difference when the water barely warms', () =>
    expect(
      accepted(condenserLmtd({ condensingC: 40, waterInC: 30, waterOutC: 30 + 1e-9 })).lmtdK,
    ).toBeCloseTo(10, 6));
  it.each([
    [5.01, true],
    [5, false],
    [4.99, false],
  ])('of %d K raises the suspicion of fouling: %s', (lmtd, foulingSuspected) => {
    const rangeK = 1e-6;
    const checked = accepted(
      condenserLmtd({ condensingC: lmtd + rangeK / 2, waterInC: 0, waterOutC: rangeK }),
    );
    expect(checked.lmtdK).toBeCloseTo(lmtd, 9);
    expect(checked.foulingSuspected).toBe(foulingSuspected);
  });
  it.each([
    [{ condensingC: 40, waterInC: 32, waterOutC: 32 }, 'condenser.waterNotWarmed', 'waterOutC'],
    [{ condensingC: 40, waterInC: 33, waterOutC: 32 }, 'condenser.waterNotWarmed', 'waterOutC'],
    [{ condensingC: 37, waterInC: 32, waterOutC: 37 }, 'condenser.condensingNotAboveWater', 'condensingC'],
    [{ condensingC: 35, waterInC: 32, waterOutC: 37 }, 'condenser.condensingNotAboveWater', 'condensingC'],
  ])('refuses %j', (input, code, field) =>
    expect(condenserLmtd(input).findings).toMatchObject([{ code, path: [field] }]),
  );
});

describe('evaluateChillerMeasurement', () => {
  const record: ChillerMeasurement = {
    heatRejection: 'waterCooled',
    point: 'chilledWater',
    flowMeterPlace: 'verticalUpward',
    insulationOpened: null,
    flowLpm: 1008,
    warmC: 12,
    coldC: 7,
    inputKw: 70,
    instrument: 'ultrasonic flow meter 3',
    measuredOn: '2022-03-08',
  };
  const found = (change: Partial<ChillerMeasurement>) =>
    evaluateChillerMeasurement({ ...record, ...change }).findings.map(({ code, path }) => [code, ...path]);

  it('reads the chilled-water side', () =>
    expect(evaluateChillerMeasurement(record)).toEqual({
      ok: true,
      value: {
        capacityKw: expect.closeTo(351.628, 3),
        capacityRt: expect.closeTo(100, 9),
        cop: expect.closeTo(5.0233, 4),
        kwPerRt: expect.closeTo(0.7, 9),
      },
      findings: [],
    }));
  it('takes the work off on the cooling-water side', () =>
    expect(accepted(evaluateChillerMeasurement({ ...record, point: 'coolingWater' })).capacityKw).toBeCloseTo(
      281.628,
      3,
    ));
  it.each(['horizontal', 'verticalDownward'] as const)(
    'doubts a flow meter on a %s pipe',
    (flowMeterPlace) => {
      expect(evaluateChillerMeasurement({ ...record, flowMeterPlace })).toMatchObject({ ok: true });
      expect(found({ flowMeterPlace })).toEqual([['measurement.flowMeterPlace', 'flowMeterPlace']]);
    },
  );
  it('accepts insulation opened with consent and closed again', () =>
    expect(found({ insulationOpened: { consentBy: 'plant manager', restored: true } })).toEqual([]));
  it.each([
    [
      { insulationOpened: { consentBy: ' ', restored: true } },
      ['measurement.consentMissing', 'insulationOpened', 'consentBy'],
    ],
    [
      { insulationOpened: { consentBy: null, restored: true } },
      ['measurement.consentMissing', 'insulationOpened', 'consentBy'],
    ],
    [
      { insulationOpened: { consentBy: 'x', restored: false } },
      ['measurement.insulationNotRestored', 'insulationOpened', 'restored'],
    ],
    [{ instrument: ' ' }, ['measurement.instrumentMissing', 'instrument']],
    [{ measuredOn: '2022-02-30' }, ['measurement.dateInvalid', 'measuredOn']],
    [{ warmC: 7 }, ['measurement.warmNotAboveCold', 'warmC']],
    [{ heatRejection: 'airCooled', point: 'coolingWater' }, ['measurement.noCoolingWater', 'point']],
    [{ point: 'coolingWater', inputKw: 352 }, ['measurement.heatBelowWork', 'inputKw']],
    [{ flowLpm: 0 }, ['value.outOfDomain', 'flowLpm']],
    [{ inputKw: Number.NaN }, ['value.notNumeric', 'inputKw']],
    [{ heatRejection: 'x' }, ['value.unknownChoice', 'heatRejection']],
    [{ point: 'x' }, ['value.unknownChoice', 'point']],
    [{ flowMeterPlace: 'x' }, ['value.unknownChoice', 'flowMeterPlace']],
  ])('refuses %j', (change, finding) => {
    expect(found(change as Partial<ChillerMeasurement>)).toEqual([finding]);
    expect(evaluateChillerMeasurement({ ...record, ...(change as object) })).toMatchObject({ ok: false });
  });
});
