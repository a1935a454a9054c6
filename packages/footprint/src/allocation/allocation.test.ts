import { describe, expect, it } from 'vitest';
import { calculateFootprint } from '../calculation/calculate-footprint.ts';
import { checkProductSystem } from '../check/check-product-system.ts';
import type { Allocation } from '../model/allocation.ts';
import type { Exchange, TransportLeg, UnitProcess } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { draft, factor, input, output, unitProcess } from '../test-drafts.ts';
import { allocatePerPiece } from './allocate-per-piece.ts';
import { normalisePerUnit } from './normalise-per-unit.ts';

const byHours: Allocation = {
  basis: 'machineHours',
  given: 'basisPerUnit',
  factors: [
    { exchange: 'a', value: 3 },
    { exchange: 'b', value: 1 },
  ],
};
const power = input('power', 100, 'kWh', { factor: factor(1, 'kgCO2e/kWh') });

/** 10 kg of a and 20 kg of b: weights 30 and 20, so a takes 60 %. */
const mill = (line: Partial<Exchange> = {}, allocation?: Allocation, asked = 'a') =>
  draft(
    [
      unitProcess('mill', [output('a', 10, 'kg'), output('b', 20, 'kg'), { ...power, ...line }], {
        ...(allocation ? { allocation } : {}),
      }),
    ],
    [],
    { referenceFlow: { process: 'mill', flow: asked, amount: 1, unit: 'kg' } },
  );
const perKg = (...drawing: Parameters<typeof mill>) => perKgOf(mill(...drawing));
const perKgOf = (drawing: ProductSystemDraft) => {
  const system = checkProductSystem(drawing);
  if (!system.ok) return system.findings.map(({ code, path, values }) => [code, path, values]);
  const footprint = calculateFootprint(system.value);
  return footprint.ok && footprint.value.total;
};
const path = ['processes', 0, 'allocation'];

describe('products of one process', () => {
  it('share by amount × basis', () => {
    expect(perKg({}, byHours)).toBeCloseTo(6, 12);
    expect(perKg({}, byHours, 'b')).toBeCloseTo(2, 12);
  });

  it('share as given', () => {
    const given = (a: number, b: number): Allocation => ({
      ...byHours,
      given: 'share',
      factors: [
        { exchange: 'a', value: a },
        { exchange: 'b', value: b },
      ],
    });
    expect(perKg({}, given(0.8, 0.2))).toBeCloseTo(8, 12);
    expect(perKg({}, given(1, 0), 'b')).toBe(0);
    expect(perKg({}, given(0.8, 0.1))).toEqual([
      ['allocation.sharesDoNotAdd', [...path, 'factors'], { sum: 0.9 }],
    ]);
    expect(perKg({}, given(0.8, 0.3))).toEqual([
      ['allocation.sharesDoNotAdd', [...path, 'factors'], { sum: 1.1 }],
    ]);
  });

  it('do not share what is dedicated', () => {
    expect(perKg({ appliesTo: ['b'] })).toBe(0);
    expect(perKg({ appliesTo: ['b'] }, undefined, 'b')).toBe(5);
    expect(perKg({ appliesTo: ['b', 'a'] }, byHours)).toBeCloseTo(6, 12);
    expect(perKg({ appliesTo: ['c'] }, byHours)).toEqual([
      ['allocation.appliesToUnknown', ['processes', 0, 'exchanges', 2, 'appliesTo', 0], { id: 'c' }],
    ]);
    expect(perKg({ appliesTo: [] }, byHours)).toEqual([
      ['allocation.noWeight', ['processes', 0, 'exchanges', 2, 'appliesTo'], {}],
    ]);
  });

  it('share a flow by what drives it', () => {
    const own: Allocation = {
      ...byHours,
      basis: 'mass',
      factors: [
        { exchange: 'a', value: 1 },
        { exchange: 'b', value: 1 },
      ],
    };
    expect(perKg({ allocation: own }, byHours)).toBeCloseTo(100 / 30, 12);
    const nothing = own.factors.map((one) => ({ ...one, value: 0 }));
    expect(perKg({ allocation: { ...own, factors: nothing } }, byHours)).toEqual([
      ['allocation.noWeight', ['processes', 0, 'exchanges', 2, 'allocation', 'factors'], {}],
    ]);
  });

  it('carry their own transport alone', () => {
    // 10 kg × 100 km = 1 tkm at 2 kg: 0.2 kg per kg of a, nothing for b.
    const leg: TransportLeg = {
      id: 'road',
      mode: 'road',
      distance: 100,
      distanceUnit: 'km',
      factor: factor(2, 'kgCO2e/tkm'),
      dataType: 'secondary',
    };
    const carried = (asked: string) => {
      const a = output('a', 10, 'kg', { transport: [leg] });
      const drawing = mill({}, byHours, asked);
      const [process] = drawing.processes as [UnitProcess];
      return { ...drawing, processes: [{ ...process, exchanges: [a, ...process.exchanges.slice(1)] }] };
    };
    expect(perKgOf(carried('a'))).toBeCloseTo(6.2, 12);
    expect(perKgOf(carried('b'))).toBeCloseTo(2, 12);
  });

  it('need an allocation, complete and with a reason where it is not physical', () => {
    expect(perKg()).toEqual([['allocation.missing', path, { products: 'a, b' }]]);
    expect(perKg({}, { ...byHours, basis: 'economicValue' })).toEqual([
      ['allocation.reasonMissing', [...path, 'reason'], { basis: 'economicValue' }],
    ]);
    expect(perKg({}, { ...byHours, basis: 'economicValue', reason: ' ' })).toHaveLength(1);
    expect(perKg({}, { ...byHours, basis: 'costAbsorption', reason: 'as booked' })).toBeCloseTo(6, 12);
    const factors = [
      { exchange: 'a', value: -1 },
      { exchange: 'a', value: 1 },
      { exchange: 'power', value: null },
    ];
    expect(perKg({}, { ...byHours, basis: 'mood' as never, factors })).toEqual([
      ['value.unknownChoice', [...path, 'basis'], expect.objectContaining({ value: 'mood' })],
      ['value.outOfDomain', [...path, 'factors', 0, 'value'], { value: -1, min: 0 }],
      ['id.duplicate', [...path, 'factors', 1, 'exchange'], { id: 'a' }],
      ['value.absent', [...path, 'factors', 2, 'value'], {}],
      ['allocation.factorNotProduct', [...path, 'factors', 2, 'exchange'], { exchange: 'power' }],
      ['allocation.factorMissing', [...path, 'factors'], { exchange: 'b' }],
    ]);
    const nothing = byHours.factors.map((one) => ({ ...one, value: 0 }));
    expect(perKg({}, { ...byHours, factors: nothing })).toEqual([
      ['allocation.noWeight', [...path, 'factors'], {}],
    ]);
    const endless = byHours.factors.map((one, at) => ({ ...one, value: at === 0 ? 1e308 : 1 }));
    expect(perKg({}, { ...byHours, factors: endless })).toEqual([
      ['value.tooLarge', [...path, 'factors'], {}],
    ]);
  });
});

describe('allocatePerPiece', () => {
  const products = [
    { id: 'u', quantity: 900, basisPerPiece: 0.4 },
    { id: 'v', quantity: 600, basisPerPiece: 0.9 },
    { id: 'w', quantity: 1000, basisPerPiece: 0.3 },
  ];
  const flows = [{ name: 'coating', total: 90, unit: 'kg' }];

  it('shares a flow among the products that use it', () => {
    const result = allocatePerPiece({ basis: 'mass', products, flows, appliesTo: ['u', 'v'] });
    expect(result).toEqual({
      ok: true,
      findings: [],
      value: {
        products: [
          {
            id: 'u',
            share: expect.closeTo(0.4, 12),
            flows: [{ name: 'coating', unit: 'kg', allocated: expect.closeTo(36, 12), perPiece: 0.04 }],
          },
          {
            id: 'v',
            share: expect.closeTo(0.6, 12),
            flows: [{ name: 'coating', unit: 'kg', allocated: expect.closeTo(54, 12), perPiece: 0.09 }],
          },
          { id: 'w', share: 0, flows: [{ name: 'coating', unit: 'kg', allocated: 0, perPiece: 0 }] },
        ],
      },
    });
  });

  it('finds everything wrong at once', () => {
    const result = allocatePerPiece({
      basis: 'mood' as never,
      products: [
        { id: 'u', quantity: 0, basisPerPiece: -1 },
        { id: 'u', quantity: null, basisPerPiece: 1 },
      ],
      flows: [{ name: 'oil', total: -1, unit: 'barrelful' }],
      appliesTo: ['x'],
    });
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ code, path: place }) => [code, place])).toEqual([
      ['id.duplicate', ['products', 1, 'id']],
      ['value.unknownChoice', ['basis']],
      ['value.outOfDomain', ['products', 0, 'quantity']],
      ['value.outOfDomain', ['products', 0, 'basisPerPiece']],
      ['value.absent', ['products', 1, 'quantity']],
      ['value.outOfDomain', ['flows', 0, 'total']],
      ['unit.unknown', ['flows', 0, 'unit']],
      ['allocation.appliesToUnknown', ['appliesTo', 0]],
    ]);
    expect(result.findings.at(-1)?.values).toEqual({ id: 'x' });
  });

  it('asks about flows of one name and a basis without a reason', () => {
    const twice = [...flows, ...flows];
    expect(allocatePerPiece({ basis: 'economicValue', products, flows: twice, reason: ' ' })).toMatchObject({
      ok: true,
      findings: [
        { code: 'plausibility.duplicateSubstance', severity: 'question', path: ['flows', 1, 'name'] },
        {
          code: 'allocation.reasonMissing',
          severity: 'warning',
          path: ['reason'],
          values: { basis: 'economicValue' },
        },
      ],
    });
    expect(allocatePerPiece({ basis: 'economicValue', products, flows }).findings).toHaveLength(1);
    expect(allocatePerPiece({ basis: 'economicValue', products, flows, reason: 'price' }).findings).toEqual(
      [],
    );
  });

  it('refuses weights of nothing and quotients out of range', () => {
    const none = [{ id: 'u', quantity: 1, basisPerPiece: 0 }];
    expect(allocatePerPiece({ basis: 'count', products: none, flows })).toMatchObject({
      findings: [{ code: 'allocation.noWeight', path: ['products'] }],
    });
    const tiny = [{ id: 'u', quantity: 1e-290, basisPerPiece: 1 }];
    const endless = [...flows, { name: 'oil', total: 1e300, unit: 'L' }];
    expect(allocatePerPiece({ basis: 'count', products: tiny, flows: endless })).toMatchObject({
      ok: false,
      findings: [{ code: 'value.tooLarge', path: ['products', 0, 'quantity'], values: { id: 'u' } }],
    });
  });
});

describe('normalisePerUnit', () => {
  it('divides and keeps units', () => {
    const rows = [
      { name: 'electricity', total: 900000, unit: 'kWh' },
      { name: 'Electricity ', total: 0, unit: 'm3' },
    ];
    expect(normalisePerUnit(24000, rows)).toMatchObject({
      ok: true,
      value: [
        { name: 'electricity', amount: 37.5, unit: 'kWh' },
        { amount: 0, unit: 'm3' },
      ],
      findings: [
        { code: 'plausibility.duplicateSubstance', severity: 'question', path: ['rows', 1, 'name'] },
      ],
    });
  });

  it('refuses what cannot be divided', () => {
    const rows = [{ name: 'x', total: -1, unit: '' }];
    expect(normalisePerUnit(0, rows).findings.map(({ code, path: place }) => [code, place])).toEqual([
      ['value.outOfDomain', ['units']],
      ['value.outOfDomain', ['rows', 0, 'total']],
      ['unit.missing', ['rows', 0, 'unit']],
    ]);
    expect(normalisePerUnit(1e-300, [{ name: 'x', total: 1e300, unit: 'kg' }])).toMatchObject({
      ok: false,
      findings: [{ code: 'value.tooLarge', path: ['rows', 0, 'total'] }],
    });
  });
});
