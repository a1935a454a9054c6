import { expect, it } from 'vitest';
import { transportEmissions } from '../emission/transport.ts';
import { stagesInScope } from '../model/life-cycle.ts';
import { judgeCutOff } from './cut-off.ts';
import { totalOfLines } from './line-total.ts';
import { footprintPerReference, separateReporting, stageShares } from './stage-reporting.ts';

const places = (result: { readonly findings: readonly { code: string; path: readonly unknown[] }[] }) =>
  result.findings.map(({ code, path }) => [code, path]);

it('totalOfLines converts to the unit of the factor and of the result', () => {
  const line = { activity: 5.4, activityUnit: 'MJ', factor: 0.5, factorUnit: 'kgCO2e/kWh' };
  const credit = { activity: -1, activityUnit: 't', factor: 250, factorUnit: 'gCO2e/kg' };
  expect(totalOfLines([line], 'kgCO2e')).toMatchObject({ value: { lineEmissions: [0.75], total: 0.75 } });
  expect(totalOfLines([line, credit], 'tCO2e')).toMatchObject({
    ok: true,
    value: { lineEmissions: [0.00075, -0.25], total: expect.closeTo(-0.24925, 12) },
  });
  expect(totalOfLines([line], 'gCO2e')).toMatchObject({ value: { total: 750 } });
  const wrong = { activity: null, activityUnit: 'm', factor: Number.NaN, factorUnit: 'kg/kg' };
  expect(places(totalOfLines([{ ...line, activityUnit: 'kg' }, wrong], 'lbs' as never))).toEqual([
    ['value.unknownChoice', ['resultUnit']],
    ['unit.incompatible', ['lines', 0, 'activityUnit']],
    ['value.absent', ['lines', 1, 'activity']],
    ['value.notNumeric', ['lines', 1, 'factor']],
    ['factor.unitMalformed', ['lines', 1, 'factorUnit']],
  ]);
  expect(totalOfLines([{ ...line, factor: null }], 'kgCO2e').ok).toBe(false);
  expect(totalOfLines([{ ...line, activity: 1e300, factor: 1e300 }], 'kgCO2e')).toMatchObject({
    findings: [{ code: 'value.tooLarge' }],
  });
  expect(places(totalOfLines([{ ...credit, activity: 1e308 }], 'kgCO2e'))).toEqual([
    ['unit.resultOutOfRange', ['lines', 0, 'activity']],
  ]);
});

it('judgeCutOff allows a limit reached exactly and names what is above', () => {
  const excluded = [
    { id: 'a', value: 2.5 },
    { id: 'b', value: 2.6 },
  ];
  expect(judgeCutOff(250, excluded)).toMatchObject({
    value: {
      excludedTotalPercent: expect.closeTo(2.04, 12),
      violations: ['b'],
      totalExceeded: false,
      acceptable: false,
    },
  });
  const many = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, value: 1 }));
  expect(judgeCutOff(100, many)).toMatchObject({ value: { totalExceeded: false, acceptable: true } });
  expect(judgeCutOff(99, many, { singleLimitPercent: 2, totalLimitPercent: 5 })).toMatchObject({
    value: { violations: [], totalExceeded: true, acceptable: false },
  });
  const none = { singleLimitPercent: -1, totalLimitPercent: Number.NaN };
  expect(
    places(
      judgeCutOff(
        0,
        [
          { id: 'a', value: -1 },
          { id: 'a', value: 1 },
        ],
        none,
      ),
    ),
  ).toEqual([
    ['value.outOfDomain', ['totalEstimate']],
    ['value.outOfDomain', ['singleLimitPercent']],
    ['value.notNumeric', ['totalLimitPercent']],
    ['id.duplicate', ['excluded', 1, 'id']],
    ['value.outOfDomain', ['excluded', 0, 'value']],
  ]);
});

it('transportEmissions is mass × distance × factor', () => {
  expect(transportEmissions(12500, 84, 0.131)).toMatchObject({ value: { tkm: 1050, kgCO2e: 137.55 } });
  expect(places(transportEmissions(-1, Number.NaN, -1))).toEqual([
    ['value.outOfDomain', ['massKg']],
    ['value.notNumeric', ['distanceKm']],
    ['value.outOfDomain', ['factorKgCO2ePerTkm']],
  ]);
});

it('stageShares keep a stage of zero and refuse a total of zero', () => {
  const stages = [
    { stage: 'rawMaterial', value: 3 },
    { stage: 'use', value: 0 },
    { stage: 'endOfLife', value: 1 },
  ] as const;
  expect(stageShares(stages)).toMatchObject({
    value: { total: 4, shares: [{ percent: 75 }, { stage: 'use', percent: 0 }, { percent: 25 }] },
  });
  expect(places(stageShares([{ stage: 'use', value: 0 }]))).toEqual([['value.outOfDomain', ['total']]]);
  expect(places(stageShares([{ stage: 'x' as never, value: 0 }]))).toEqual([
    ['value.unknownChoice', ['stages', 0, 'stage']],
  ]);
  expect(
    places(
      stageShares([
        { stage: 'use', value: 1 },
        { stage: 'use', value: Number.NaN },
        { stage: 'x' as never, value: 1 },
      ]),
    ),
  ).toEqual([
    ['value.unknownChoice', ['stages', 2, 'stage']],
    ['id.duplicate', ['stages', 1, 'stage']],
    ['value.notNumeric', ['stages', 1, 'value']],
  ]);
});

it('separateReporting never adds aircraft again', () => {
  const stage = { fossil: 3, biogenicEmission: 1, biogenicRemoval: -2, dLuc: 0.5, aircraft: 1 };
  expect(
    separateReporting([
      { stage: 'use', ...stage },
      { stage: 'rawMaterial', ...stage, fossil: 0.5, aircraft: 0 },
    ]),
  ).toEqual({
    ok: true,
    findings: [],
    value: {
      stages: [
        { stage: 'use', absolute: 2.5, percent: 100 },
        { stage: 'rawMaterial', absolute: 0, percent: 0 },
      ],
      fossilNet: 3.5,
      biogenicNet: -2,
      dLuc: 1,
      aircraft: 1,
      total: 2.5,
    },
  });
  expect(places(separateReporting([{ stage: 'use', ...stage, biogenicRemoval: 1, aircraft: -1 }]))).toEqual([
    ['value.outOfDomain', ['stages', 0, 'biogenicRemoval']],
    ['value.outOfDomain', ['stages', 0, 'aircraft']],
  ]);
  const nothing = { fossil: 0, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 };
  expect(places(separateReporting([{ stage: 'use', ...nothing }]))).toEqual([
    ['value.outOfDomain', ['total']],
  ]);
  expect(places(separateReporting([{ stage: 'x' as never, ...nothing }]))).toEqual([
    ['value.unknownChoice', ['stages', 0, 'stage']],
  ]);
});

it('footprintPerReference scales to another mass', () => {
  expect(footprintPerReference(306, 60, 100)).toMatchObject({ value: 510 });
  expect(places(footprintPerReference(Number.NaN, 0, -1))).toEqual([
    ['value.notNumeric', ['cfpGramsCO2e']],
    ['value.outOfDomain', ['declaredMassGrams']],
    ['value.outOfDomain', ['referenceMassGrams']],
  ]);
});

it('a service has its own stages; to the gate the first two count', () => {
  expect(stagesInScope('service', 'B2C')).toEqual(['rawMaterial', 'service', 'endOfLife']);
  expect(stagesInScope('service', 'B2B')).toEqual(['rawMaterial', 'service']);
  expect(stagesInScope('goods', 'B2B')).toEqual(['rawMaterial', 'manufacturing']);
});
