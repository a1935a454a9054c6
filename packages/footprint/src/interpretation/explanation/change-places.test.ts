import { describe, expect, it } from 'vitest';
import type { EmissionFactor } from '../../model/emission-factor.ts';
import type { SealedFootprint, TransportLeg } from '../../model/process.ts';
import type { ProductSystemDraft } from '../../model/product-system.ts';
import { coilDraft, factorOf, smelterOf, systemOf, withExchanges, withProcess } from '../rolling-mill.ts';
import { explainChange } from './explain-change.ts';
import type { ParameteriseOptions } from './parameterise.ts';
import { evaluate } from './parametric-model.ts';

const detailsOf = (from: ProductSystemDraft, to: ProductSystemDraft, options?: ParameteriseOptions) => {
  const result = explainChange(systemOf(from), systemOf(to), options);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value.bars.flatMap(({ category, details }) =>
    details.map((detail) => ({ category, ...detail, change: Math.round(detail.change * 1e6) / 1e6 })),
  );
};
/** What the changed numbers are: the bar, the number, its exchange and the change it brought. */
const found = (...parameters: Parameters<typeof detailsOf>) =>
  detailsOf(...parameters).map(({ category, subject, exchange, change }) => [
    category,
    subject,
    exchange,
    change,
  ]);

const oil = (value: number, factor: Partial<EmissionFactor> = {}, supplier?: string) =>
  withExchanges({ oil: { factor: factorOf('oil', value, 'kg', factor), ...(supplier ? { supplier } : {}) } });
const leg = (id: string, distance: number, more: Partial<TransportLeg> = {}): TransportLeg => ({
  id,
  mode: 'road',
  distance,
  distanceUnit: 'km',
  factor: factorOf('truck', 0.2, 'tkm', { boundary: 'transport' }),
  dataType: 'secondary',
  ...more,
});
const carried = (...transport: TransportLeg[]) => withExchanges({ oil: { transport } });

describe('a changed factor', () => {
  it('is mix from supplier to supplier, an edition where one of them is nobody', () => {
    expect(found(oil(2, {}, 'a'), oil(1, {}, 'b'))).toEqual([['mix', 'factor', 'oil', -40]]);
    expect(found(oil(2, {}, 'a'), oil(1, {}, 'a'))).toEqual([['factorEdition', 'factor', 'oil', -40]]);
    expect(found(oil(2), oil(1, {}, 'b'))).toEqual([['factorEdition', 'factor', 'oil', -40]]);
  });

  it('is the supplier’s where the factor is its own', () => {
    const own = { sourceType: 'supplierPrimary' } as const;
    expect(found(oil(2, own), oil(1, own))).toEqual([['supplierFootprint', 'factor', 'oil', -40]]);
  });

  it('is told apart from its GWP set where it can be restated', () => {
    const restateFactor: ParameteriseOptions['restateFactor'] = ({ value }, set) =>
      value === null ? null : set === 'AR6' ? value * 1.1 : value / 1.1;
    // 2 became 2.42 = 2.2 × 1.1: +0.2 × 1.05 and +0.1 × 2.1, times 40 kg.
    expect(found(oil(2), oil(2.42, { gwpSet: 'AR6' }), { restateFactor })).toEqual([
      ['factorEdition', 'factor', 'oil', 8.4],
      ['gwpSet', 'gwp', 'oil', 8.4],
    ]);
    const unknown = { restateFactor: () => null };
    expect(found(oil(2), oil(2.42, { gwpSet: 'AR6' }), unknown)).toEqual([['gwpSet', 'factor', 'oil', 16.8]]);
    const { gwpSet: _, ...unnamed } = factorOf('oil', 2);
    expect(found(withExchanges({ oil: { factor: unnamed } }), oil(2.42), { restateFactor })).toEqual([
      ['gwpSet', 'factor', 'oil', 16.8],
    ]);
    expect(found(oil(2), oil(2.42), { restateFactor })).toEqual([['factorEdition', 'factor', 'oil', 16.8]]);
  });
});

describe('a changed supplier', () => {
  const smelter = (kg: number, version: string, more: Partial<SealedFootprint> = {}) => {
    const process = smelterOf('smelterA', kg, version);
    if (process.kind !== 'sealed') throw new Error('no footprint');
    return withProcess({ ...process, footprint: { ...process.footprint, ...more } });
  };

  it('restated nothing but under the same version and another GWP set', () => {
    const result = ['supplierFootprint', 'supplierFootprint', null, -800];
    expect(found(smelter(10, '1'), smelter(9, '1'))).toEqual([result]);
    expect(found(smelter(10, '1'), smelter(9, '2', { gwpSet: 'AR6' }))).toEqual([result]);
    expect(found(smelter(10, '1'), smelter(9, '1', { gwpSet: 'AR6', studyId: 'other' }))).toEqual([result]);
  });

  it('that gave a factor before gives its study now', () => {
    const factor = factorOf('ingot', 16, 'kg', { sourceType: 'supplierPrimary' });
    const before = withExchanges({ ingotB: { factor } });
    const database = {
      ...before,
      processes: before.processes.filter(({ id }) => id !== 'smelterB'),
      links: coilDraft.links.filter(({ id }) => id !== 'b'),
    };
    expect(detailsOf(database, coilDraft).map(({ category, subject }) => [category, subject])).toEqual([
      ['supplierFootprint', 'source'],
      ['supplierFootprint', 'source'],
    ]);
  });

  it('is named where its share of a flow changed', () => {
    const shifted = withExchanges({ ingotA: { amount: 700 }, ingotB: { amount: 350 } });
    expect(
      detailsOf(coilDraft, shifted).map(({ subject, exchange, supplier }) => [subject, exchange, supplier]),
    ).toEqual([
      ['share', 'ingotA', 'smelterA'],
      ['share', 'ingotB', 'smelterB'],
    ]);
  });

  it('counts each of its deliveries to one process', () => {
    const both = coilDraft.links.map((link) => ({ ...link, provider: 'smelterA' }));
    const all = (ingotA: number, ingotB: number) => ({
      ...withExchanges({ ingotA: { amount: ingotA }, ingotB: { amount: ingotB } }),
      links: both,
    });
    const change = (...parameters: Parameters<typeof detailsOf>) =>
      detailsOf(...parameters).reduce((sum, detail) => sum + detail.change, 0);
    expect(change(all(800, 250), all(700, 250))).toBeCloseTo(-1000, 5);
    expect(change(all(0, 0), all(700, 250))).toBeCloseTo(9500, 5);
  });
});

describe('changed data', () => {
  it('of a way are told at its leg', () => {
    const [detail, ...more] = detailsOf(
      carried(leg('a', 500), leg('b', 500)),
      carried(leg('a', 500), leg('b', 250)),
    );
    expect(more).toEqual([]);
    // 40 kg × 250 km = 10 tkm × 0.2.
    expect(detail).toMatchObject({
      category: 'activityIntensity',
      subject: 'transport',
      exchange: 'oil',
      leg: 'b',
      unit: 'tkm',
      change: -2,
    });
    const measured = carried(leg('a', 250, { dataType: 'primary' }));
    expect(found(carried(leg('a', 500)), measured)).toEqual([['dataType', 'transport', 'oil', -2]]);
  });

  it('of all sources of a flow are told together', () => {
    const sources = (amount: number, dataType: 'primary' | 'secondary') =>
      withExchanges({
        oil: { amount, dataType },
        oilB: { flow: 'oil', amount, dataType, factor: factorOf('oil-b', 2) },
      });
    expect(found(sources(40, 'secondary'), sources(50, 'primary'))).toEqual([
      ['dataType', 'amount', null, 40],
    ]);
  });

  it('of the volume and of the reference flow stand for themselves', () => {
    expect(found(coilDraft, coilDraft, { volume: [100, 120] })).toEqual([['volume', 'volume', null, 187600]]);
    const asked = (amount: number): ProductSystemDraft => ({
      ...coilDraft,
      statedUnit: { kind: 'functionalUnit', description: 'a roof', amount: 1, unit: 'roof' },
      referenceFlow: { process: 'rolling', flow: 'coil', amount, unit: 't' },
    });
    expect(found(asked(1), asked(1.1))).toEqual([['activityIntensity', 'referenceFlow', null, 938]]);
  });
});

describe('a changed allocation', () => {
  const by = (coil: number, sheet: number) => {
    const draft = withExchanges({ sheet: { flow: 'sheet', amount: 500, isInput: false } });
    const factors = [
      { exchange: 'coil', value: coil },
      { exchange: 'sheet', value: sheet },
    ];
    const allocation = { basis: 'machineHours', given: 'basisPerUnit', factors } as const;
    return {
      ...draft,
      processes: draft.processes.map((process) =>
        process.kind === 'unit' ? { ...process, allocation } : process,
      ),
    };
  };

  it('is told at each exchange that is shared, as a share', () => {
    // 1,000 kg and 500 kg twice weighed are a half each; then the coil takes three quarters.
    const details = (of: string) =>
      detailsOf(by(1, 2), by(3, 2))
        .filter(({ product }) => product === of)
        .map(({ category, subject, exchange, from, to }) => [category, subject, exchange, from, to]);
    const shares = (from: number, to: number) =>
      ['ingotA', 'ingotB', 'power', 'oil'].map((id) => [
        'allocation',
        'allocationShare',
        id,
        expect.closeTo(from, 12),
        expect.closeTo(to, 12),
      ]);
    expect(details('coil')).toEqual(shares(0.5, 0.75));
    expect(details('sheet').toSorted()).toEqual(shares(0.5, 0.25).toSorted());
  });
});

describe('a changed boundary', () => {
  it('takes in what lies in a later stage', () => {
    const lamp = {
      flow: 'electricity',
      unit: 'kWh',
      amount: 100,
      stage: 'use',
      factor: factorOf('grid', 0.5, 'kWh'),
    } as const;
    const grave = withExchanges(
      { lamp },
      { ...coilDraft, boundary: { productKind: 'goods', business: 'B2C' } },
    );
    expect(found(coilDraft, grave)).toEqual([['boundary', 'inclusion', 'lamp', 50]]);
    expect(found(grave, coilDraft)).toEqual([['boundary', 'inclusion', 'lamp', -50]]);
  });

  it('leaves out what is free of burden', () => {
    const { factor: _, ...open } = coilDraft.processes.flatMap((process) =>
      process.kind === 'unit' ? process.exchanges.filter(({ id }) => id === 'oil') : [],
    )[0]!;
    const free = withExchanges({ oil: null }, coilDraft);
    const waste = {
      ...free,
      processes: free.processes.map((process) =>
        process.kind === 'unit'
          ? { ...process, exchanges: [...process.exchanges, { ...open, burdenFree: 'used oil' }] }
          : process,
      ),
    };
    expect(found(coilDraft, waste)).toEqual([['boundary', 'inclusion', 'oil', -80]]);
  });
});

it('a total out of the range of numbers is refused', () => {
  const terms = [
    { row: 0, column: -1, parameters: [0] },
    { row: -1, column: 0, parameters: [1] },
  ];
  expect(evaluate({ products: 1, parameters: [], terms }, Float64Array.of(1e200, 1e200))).toMatchObject({
    ok: false,
    findings: [{ code: 'solver.resultNotFinite', path: ['total'] }],
  });
});
