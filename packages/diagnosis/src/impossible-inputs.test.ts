import type { Result } from '@slipstream/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as diagnosis from './index.ts';

type Formula = (input: never) => Result<unknown>;
type Bounds = readonly [last: number, beyond: number];

type Case = readonly [
  name: string,
  run: Formula,
  example: Readonly<Record<string, unknown>>,
  bounds: Readonly<Record<string, readonly Bounds[]>>,
];

const zero: Bounds = [0, -1e-9];
const aboveZero: Bounds = [1e-9, 0];
const yearHours: readonly Bounds[] = [zero, [8784, 8784.001]];
const open: readonly Bounds[] = [];
/** Every formula with an input that is fine, and for each number the last allowed and the first refused values. */
const formulas: Case[] = [];
const formula = (...one: Case) => formulas.push(one);

formula(
  'coolingCapacity',
  diagnosis.coolingCapacity,
  { flowLpm: 1008, deltaTC: 5 },
  {
    flowLpm: [zero],
    deltaTC: [zero],
  },
);
formula(
  'chillerEfficiency',
  diagnosis.chillerEfficiency,
  { capacityKw: 350, inputKw: 70 },
  {
    capacityKw: [aboveZero],
    inputKw: [aboveZero],
  },
);
formula(
  'chillerFromHeatRejection',
  diagnosis.chillerFromHeatRejection,
  { heatRejectionKw: 424, inputKw: 72 },
  {
    heatRejectionKw: [[72, 0]],
    inputKw: [aboveZero],
  },
);
formula(
  'seasonalPerformance',
  diagnosis.seasonalPerformance,
  { seasonalCoolingKwh: 9, seasonalEnergyKwh: 2 },
  {
    seasonalCoolingKwh: [zero],
    seasonalEnergyKwh: [aboveZero],
  },
);
formula(
  'oldStandardLimits',
  diagnosis.oldStandardLimits,
  { type: 'airCooled', ratedRt: 80, phase: 2 },
  {
    ratedRt: [aboveZero],
  },
);
formula(
  'gradeChiller',
  diagnosis.gradeChiller,
  { type: 'airCooled', capacityKw: 200, cop: 2.8 },
  {
    capacityKw: [aboveZero],
    cop: [aboveZero],
  },
);
formula(
  'checkChillerLabel',
  diagnosis.checkChillerLabel,
  { labelKw: 500, labelCop: 5.4, measuredKw: 481, measuredCop: 5.2 },
  { labelKw: [aboveZero], labelCop: [aboveZero], measuredKw: [zero], measuredCop: [zero] },
);
formula(
  'chillerLoadRatio',
  diagnosis.chillerLoadRatio,
  { flowGpm: 500, deltaTC: 3, ratedRt: 150 },
  {
    flowGpm: [zero],
    deltaTC: [zero],
    ratedRt: [aboveZero],
  },
);
formula(
  'sensorError',
  diagnosis.sensorError,
  { reported: 112, actual: 75 },
  {
    reported: [aboveZero],
    actual: [zero],
  },
);
formula('chillerLoadBand', diagnosis.chillerLoadBand, { loadPercent: 80 }, { loadPercent: [zero] });
formula(
  'temperatureSaving',
  diagnosis.temperatureSaving,
  { measure: 'chilledWaterUp', degrees: 2, annualKwh: 850000 },
  { degrees: [zero, [500, -1]], annualKwh: [zero] },
);
formula(
  'temperatureSaving of colder cooling water',
  diagnosis.temperatureSaving,
  { measure: 'coolingWaterDown', degrees: 2, annualKwh: 850000 },
  { degrees: [zero, [20, 20.001]] },
);
formula(
  'condenserLmtd',
  diagnosis.condenserLmtd,
  { condensingC: 40, waterInC: 32, waterOutC: 37 },
  {
    condensingC: open,
    waterInC: open,
    waterOutC: open,
  },
);
formula(
  'judgeSystem',
  diagnosis.judgeSystem,
  { heatRejection: 'airCooled', systemKw: 150, loadRt: 100 },
  {
    systemKw: [aboveZero],
    loadRt: [aboveZero],
  },
);
formula(
  'scaleByAffinity',
  diagnosis.scaleByAffinity,
  { flow: 1, speed: 2, head: 3, powerKw: 4, speedRatio: 1 },
  {
    flow: [zero],
    speed: [zero],
    head: [zero],
    powerKw: [zero],
    speedRatio: [zero],
  },
);
formula(
  'inverterPower',
  diagnosis.inverterPower,
  { hz: 30, baseHz: 60, ratedKw: 11 },
  {
    hz: [zero],
    baseHz: [aboveZero],
    ratedKw: [zero],
  },
);
formula(
  'pumpWaterPower',
  diagnosis.pumpWaterPower,
  { flowLpm: 1400, headM: 20, inputKw: 7.5 },
  {
    flowLpm: [zero],
    headM: [zero],
    inputKw: [aboveZero],
  },
);
formula(
  'towerPerformance',
  diagnosis.towerPerformance,
  { waterInC: 37, waterOutC: 32, wetBulbC: 27 },
  {
    waterInC: open,
    waterOutC: open,
    wetBulbC: open,
  },
);
formula(
  'towerFanSaving',
  diagnosis.towerFanSaving,
  { fanHp: 15, hoursPerYear: 4320 },
  {
    fanHp: [zero],
    hoursPerYear: yearHours,
  },
);
formula('towerSizeRange', diagnosis.towerSizeRange, { chillerRt: 400 }, { chillerRt: [aboveZero] });
formula(
  'towerSiting',
  diagnosis.towerSiting,
  { wallDistanceM: 3.5, towerHeightM: 3.2, towerGapM: 2, towerDiameterM: 3.6 },
  {
    wallDistanceM: [zero],
    towerHeightM: [aboveZero],
    towerGapM: [zero],
    towerDiameterM: [aboveZero],
  },
);
formula(
  'wetBulb',
  diagnosis.wetBulb,
  { dryBulbC: 32, relativeHumidityPercent: 70 },
  {
    dryBulbC: [
      [-40, -40.001],
      [80, 80.001],
    ],
    relativeHumidityPercent: [zero, [100, 100.001]],
  },
);
formula(
  'chillerLifeCycleCost',
  diagnosis.chillerLifeCycleCost,
  {
    ratedRt: 100,
    kwPerRt: 0.85,
    hoursPerYear: 2500,
    years: 10,
    pricePerKwh: 3,
    diversityFactor: 0.8,
    equipmentCost: 1e6,
    maintenanceCost: 5e5,
  },
  {
    ratedRt: [aboveZero],
    kwPerRt: [aboveZero],
    hoursPerYear: yearHours,
    years: [aboveZero],
    pricePerKwh: [zero],
    diversityFactor: [aboveZero, [1, 1.001]],
    equipmentCost: [zero],
    maintenanceCost: [zero],
  },
);
formula(
  'payback',
  diagnosis.payback,
  { extraCost: 3e6, annualSaving: 324000 },
  {
    extraCost: [zero],
    annualSaving: [aboveZero, [1, -1]],
  },
);
formula(
  'compressorTestPoint',
  diagnosis.compressorTestPoint,
  { pressureKgCm2: 5.6, inputKw: 208.9, inletFlowScfm: 1109, panelGaugeKgCm2: 5.9 },
  { pressureKgCm2: [zero], inputKw: [aboveZero], inletFlowScfm: [zero], panelGaugeKgCm2: [zero] },
);
formula('estimateDelivery', diagnosis.estimateDelivery, { inputKw: 149.2 }, { inputKw: [zero] });
formula(
  'pressureSaving',
  diagnosis.pressureSaving,
  { annualKwh: 1.5e6, reductionKgCm2: 1 },
  {
    annualKwh: [zero],
    reductionKgCm2: [zero, [12.5, 12.501]],
  },
);
formula(
  'pressureAirGain',
  diagnosis.pressureAirGain,
  { flow: 1000, reductionKgCm2: 1 },
  {
    flow: [zero],
    reductionKgCm2: [zero, [12.5, 12.501]],
  },
);
formula(
  'inletTemperatureLoss',
  diagnosis.inletTemperatureLoss,
  { flow: 1100, temperatureRiseK: 10 },
  {
    flow: [zero],
    temperatureRiseK: [zero, [333.3, 333.4]],
  },
);
formula('machineRoomHeat', diagnosis.machineRoomHeat, { hp: 100 }, { hp: [zero] });
formula(
  'leakageLoss',
  diagnosis.leakageLoss,
  { loadedKw: 75, shutdownHours: 10, loadedHoursInShutdown: 2.5, annualRunHours: 6000 },
  {
    loadedKw: [zero],
    shutdownHours: [[2.5, 0]],
    loadedHoursInShutdown: [zero],
    annualRunHours: yearHours,
  },
);
formula('demandSplit', diagnosis.demandSplit, { annualKwh: 1.2e6 }, { annualKwh: [zero] });
formula(
  'drainLoss',
  diagnosis.drainLoss,
  { cfm: 20, scfmPerHp: 4, hours: 6000 },
  {
    cfm: [zero],
    scfmPerHp: [aboveZero],
    hours: [zero],
  },
);
formula(
  'loadUnloadEnergy',
  diagnosis.loadUnloadEnergy,
  { loadedKw: 186.5, loadHours: 3600, unloadHours: 2400, unloadedPowerRatio: 0.273 },
  {
    loadedKw: [aboveZero],
    loadHours: [zero],
    unloadHours: [zero],
    unloadedPowerRatio: [zero, [1, 1.001]],
  },
);
formula(
  'variableSpeedCheck',
  diagnosis.variableSpeedCheck,
  { kind: 'retrofit', rpm: 2100, ratedRpm: 3000 },
  {
    rpm: [zero],
    ratedRpm: [aboveZero],
  },
);
formula(
  'requiredFlow',
  diagnosis.requiredFlow,
  { presentFlow: 42, futureFlow: 6, marginPercent: 15 },
  {
    presentFlow: [zero],
    futureFlow: [zero],
    marginPercent: [zero],
  },
);
formula(
  'supplyStrategy',
  diagnosis.supplyStrategy,
  { lowPressureFlow: 15, highPressureFlow: 85, singleLevelHp: 150 },
  { lowPressureFlow: [zero], highPressureFlow: [zero], singleLevelHp: [zero] },
);
formula('sufficientDryer', diagnosis.sufficientDryer, { pressureDewPointC: 5 }, { pressureDewPointC: open });
formula(
  'yearlyPowerCost',
  diagnosis.yearlyPowerCost,
  { meanKw: 100, hoursPerYear: 4000, pricePerKwh: 3, purchasePrice: 1e6 },
  {
    meanKw: [aboveZero],
    hoursPerYear: yearHours,
    pricePerKwh: [aboveZero],
    purchasePrice: [aboveZero],
  },
);

describe.each(formulas)('%s', (_, run, input, bounds) => {
  const given = (field: string, value: unknown) => run({ ...input, [field]: value } as never);

  it('accepts its example', () => expect(run(input as never)).toMatchObject({ ok: true }));
  it.each(Object.keys(bounds))('refuses a %s that is no number or left out', (field) => {
    for (const blank of [undefined, null])
      expect(given(field, blank).findings).toEqual([
        { code: 'value.absent', severity: 'error', path: [field], values: {} },
      ]);
    for (const nonsense of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '5'])
      expect(given(field, nonsense)).toMatchObject({
        ok: false,
        findings: [{ code: 'value.notNumeric', path: [field] }],
      });
  });
  it.each(Object.entries(bounds).flatMap(([field, pairs]) => pairs.map((pair) => [field, ...pair] as const)))(
    'takes %s = %d and refuses %d',
    (field, last, beyond) => {
      expect(given(field, last)).toMatchObject({ ok: true });
      expect(given(field, beyond)).toMatchObject({
        ok: false,
        findings: [{ code: 'value.outOfDomain', path: [field], values: { value: beyond } }],
      });
    },
  );
  it('never gives NaN or an infinity', () => {
    const fields = Object.keys(bounds);
    const anything = fc.tuple(...fields.map(() => fc.double({ noNaN: true })));
    fc.assert(
      fc.property(anything, (values) => {
        const result = run({
          ...input,
          ...Object.fromEntries(fields.map((field, index) => [field, values[index]])),
        } as never);
        if (result.ok) expect(JSON.stringify(result.value)).toBe(JSON.stringify(result.value, finiteOrName));
      }),
    );
  });
});

function finiteOrName(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

it.each([
  [
    'temperatureSaving',
    diagnosis.temperatureSaving,
    { measure: 'warmer', degrees: 1, annualKwh: 1 },
    'measure',
  ],
  ['oldStandardLimits', diagnosis.oldStandardLimits, { type: 'screw', ratedRt: 1, phase: 1 }, 'type'],
  ['oldStandardLimits', diagnosis.oldStandardLimits, { type: 'airCooled', ratedRt: 1, phase: 3 }, 'phase'],
  ['gradeChiller', diagnosis.gradeChiller, { type: 'screw', capacityKw: 1, cop: 1 }, 'type'],
  ['variableSpeedCheck', diagnosis.variableSpeedCheck, { kind: 'new', rpm: 1, ratedRpm: 1 }, 'kind'],
  ['judgeSystem', diagnosis.judgeSystem, { heatRejection: 'both', systemKw: 1, loadRt: 1 }, 'heatRejection'],
])('%s refuses an unknown word', (_, run, input, field) =>
  expect((run as Formula)(input as never).findings).toMatchObject([
    { code: 'value.unknownChoice', path: [field] },
  ]),
);

it('finds all faults at once', () =>
  expect(diagnosis.pumpWaterPower({ flowLpm: -1, headM: Number.NaN, inputKw: 0 }).findings).toHaveLength(3));
