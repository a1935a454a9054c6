import type { Finding } from '@slipstream/quantity';
import { expect, it } from 'vitest';
import type { Exchange, TransportLeg } from '../model/process.ts';
import { draft, factor, input, output, unitProcess } from '../test-drafts.ts';
import { checkProductSystem } from './check-product-system.ts';

const road: TransportLeg = {
  id: 'road',
  mode: 'road',
  distance: 100,
  distanceUnit: 'km',
  factor: factor(0.1, 'kgCO2e/tkm'),
  dataType: 'secondary',
};

/** A press that takes in 2 t of resin free of burden, carried by one leg. */
const carried = (leg: Partial<TransportLeg>, more: Partial<Exchange> = {}) => {
  const resin = input('resin', 2, 't', { burdenFree: 'scrap', transport: [{ ...road, ...leg }], ...more });
  return checkProductSystem(draft([unitProcess('press', [output('cup', 1, 'kg'), resin])]));
};
const found = (...parameters: Parameters<typeof carried>) =>
  carried(...parameters).findings.map(({ code, path, values }) => [code, path, values]);
const line = (...parameters: Parameters<typeof carried>) => {
  const result = carried(...parameters);
  return result.ok ? result.value.lines[0] : result.findings;
};
const exchange = ['processes', 0, 'exchanges', 1];
const at = (...rest: Finding['path']) => [...exchange, 'transport', 0, ...rest];

it('a leg carries the mass of its exchange, or its own', () => {
  expect(line({})).toMatchObject({ leg: 'road', enteredAmount: 200, enteredUnit: 'tkm', unit: 'tkm' });
  expect(line({ distance: 62, distanceUnit: 'mile' })).toMatchObject({
    amount: expect.closeTo(2 * 62 * 1.609344, 10),
  });
  expect(line({ mass: { amount: 500, unit: 'kg' } })).toMatchObject({ amount: 50 });
  const avoided = { isInput: false, isAvoidedProduct: true } as const;
  expect(line({ mass: { amount: 500, unit: 'kg' } }, avoided)).toMatchObject({ amount: -50 });
});

it('a leg is primary for what it is and what its factor is', () => {
  const own = factor(0.1, 'kgCO2e/tkm', { sourceType: 'supplierPrimary' });
  const quality = {
    reliability: 1,
    completeness: 2,
    temporal: 3,
    geographical: 4,
    technological: 5,
  } as const;
  expect(line({ dataType: 'primary', factor: own, quality })).toMatchObject({
    primaryShare: 1,
    evidence: [],
    activityQuality: quality,
  });
  expect(line({ factor: own })).toMatchObject({ primaryShare: 0, activityQuality: null });
  expect(line({ dataType: 'primary' })).toMatchObject({ primaryShare: 0 });
});

it('what is wrong with a leg is found at its place', () => {
  const { factor: _, ...open } = road;
  const resin = input('resin', 2, 't', { burdenFree: 'scrap', transport: [open as TransportLeg] });
  const drawing = draft([unitProcess('press', [output('cup', 1, 'kg'), resin])]);
  expect(checkProductSystem(drawing).findings).toMatchObject([
    { code: 'factor.missing', path: at('factor'), values: { leg: 'road' } },
  ]);
  expect(found({ distance: null, distanceUnit: 'step' })).toEqual([
    ['value.absent', at('distance'), {}],
    ['unit.unknown', at('distanceUnit'), { unit: 'step' }],
  ]);
  expect(found({ distanceUnit: 'kg' })).toEqual([
    ['unit.incompatible', at('distanceUnit'), { from: 'kg', to: 'km' }],
  ]);
  expect(found({ distance: 1.7e308, distanceUnit: 'mile' })).toMatchObject([
    ['unit.resultOutOfRange', at('distance'), {}],
  ]);
  expect(found({ distance: 1e306 })).toMatchObject([['unit.valueNotFinite', at('distance'), {}]]);
  expect(found({ factor: factor(0.1, 'kgCO2e/kg') })).toEqual([
    ['unit.incompatible', at('factor', 'unit'), { from: 'tkm', to: 'kg' }],
  ]);
  expect(found({ stage: 'use', uncertaintyPercent: -1 })).toEqual([
    ['process.outsideBoundary', at('stage'), { stage: 'use', business: 'B2B' }],
    ['value.outOfDomain', at('uncertaintyPercent'), { value: -1, min: 0 }],
  ]);
});

it('what is wrong with the mass is found at the leg where it states its own, else at the exchange', () => {
  expect(found({ mass: { amount: -1, unit: 'stone' } })).toEqual([
    ['value.outOfDomain', at('mass', 'amount'), { value: -1, min: 0 }],
    ['unit.unknown', at('mass', 'unit'), { unit: 'stone' }],
  ]);
  expect(found({ mass: { amount: 1, unit: 'kWh' } })).toEqual([
    ['unit.incompatible', at('mass', 'unit'), { from: 'kWh', to: 'kg' }],
  ]);
  expect(found({ mass: { amount: 1e306, unit: 't' } })).toMatchObject([
    ['unit.resultOutOfRange', at('mass', 'amount'), {}],
  ]);
  expect(found({}, { unit: 'kWh' })).toEqual([
    ['unit.incompatible', [...exchange, 'unit'], { from: 'kWh', to: 'kg' }],
  ]);
  expect(found({}, { amount: 1e306 })).toMatchObject([
    ['unit.resultOutOfRange', [...exchange, 'amount'], {}],
  ]);
});
