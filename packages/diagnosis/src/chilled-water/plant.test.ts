import { describe, expect, it } from 'vitest';
import { adviseStaging, judgeSystem, optimumTowerTemperature } from './plant.ts';

describe('judgeSystem', () => {
  it.each([
    ['waterCooled', 100, 1, false],
    ['waterCooled', 101, 1, true],
    ['airCooled', 150, 1.5, false],
    ['airCooled', 151, 1.5, true],
  ] as const)('%s at %d kW per 100 RT', (heatRejection, systemKw, usualKwPerRt, shouldImprove) =>
    expect(judgeSystem({ heatRejection, systemKw, loadRt: 100 })).toMatchObject({
      value: { kwPerRt: systemKw / 100, usualKwPerRt, shouldImprove },
    }),
  );
});

describe('optimumTowerTemperature', () => {
  const point = (coolingWaterC: number, chillerKwPerRt: number, towerKwPerRt: number) => ({
    coolingWaterC,
    chillerKwPerRt,
    towerKwPerRt,
  });
  it('is where chiller and tower together need least', () =>
    expect(
      optimumTowerTemperature([point(32, 0.75, 0.05), point(29, 0.625, 0.125), point(26, 0.5, 0.375)]),
    ).toMatchObject({ value: { coolingWaterC: 29, kwPerRt: 0.75 } }));
  it('is the warmer of two equals', () =>
    expect(optimumTowerTemperature([point(26, 0.5, 0.25), point(29, 0.625, 0.125)])).toMatchObject({
      value: { coolingWaterC: 29 },
    }));
  it('does not exist without points or with a negative power', () => {
    expect(optimumTowerTemperature([]).findings).toMatchObject([{ code: 'plant.noPoint' }]);
    expect(optimumTowerTemperature([point(26, -1, Number.NaN)]).findings).toMatchObject([
      { path: [0, 'chillerKwPerRt'] },
      { path: [0, 'towerKwPerRt'] },
    ]);
  });
});

describe('adviseStaging', () => {
  const advise = (loadRt: number, ...ratings: number[]) => {
    const running = ratings.map((ratedRt, index) => ({ id: `CH-${index + 1}`, ratedRt }));
    const result = adviseStaging({ running, loadRt });
    return result.ok ? result.value : result.findings;
  };
  it('switches one of two machines off at low load', () =>
    expect(advise(80, 100, 100)).toEqual({
      advice: 'switchOneOff',
      presentLoadPercent: 40,
      switchOff: 'CH-1',
      loadPercentAfter: 80,
    }));
  it('loads those that stay as well as it can', () =>
    expect(advise(80, 100, 200)).toMatchObject({ switchOff: 'CH-2', loadPercentAfter: 80 }));
  it('stops nothing that would leave the others above 90 %', () => {
    expect(advise(90, 100, 100)).toMatchObject({ advice: 'switchOneOff', loadPercentAfter: 90 });
    expect(advise(91, 100, 100)).toMatchObject({ advice: 'addSmallMachine', switchOff: null });
    expect(advise(100, 100, 100)).toMatchObject({ advice: 'keep', loadPercentAfter: 50 });
  });
  it('gives an oversized machine a small companion', () => {
    expect(advise(49, 100)).toMatchObject({ advice: 'addSmallMachine', presentLoadPercent: 49 });
    expect(advise(50, 100)).toMatchObject({ advice: 'keep' });
  });
  it('leaves a well loaded plant alone', () => {
    expect(advise(210, 100, 100, 100)).toMatchObject({ advice: 'keep' });
    expect(advise(170, 90, 90, 90)).toMatchObject({ advice: 'keep' });
    expect(advise(162, 90, 90, 90)).toMatchObject({ advice: 'switchOneOff', loadPercentAfter: 90 });
  });
  it('refuses a plant that does not run', () => {
    expect(advise(1)).toMatchObject([{ code: 'plant.noMachine', path: ['running'] }]);
    expect(advise(-1, 0)).toMatchObject([{ path: ['running', 0, 'ratedRt'] }, { path: ['loadRt'] }]);
  });
});
