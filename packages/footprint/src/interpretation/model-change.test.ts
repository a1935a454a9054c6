import { expect, it } from 'vitest';
import type { Exchange, UnitProcess } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { applyChanges, type ModelChange } from './model-change.ts';
import { coilDraft, rolling, withExchanges } from './rolling-mill.ts';

const changed = (draft: ProductSystemDraft, ...changes: ModelChange[]) => {
  const result = applyChanges(draft, changes);
  return result.ok
    ? (result.value.processes.filter(({ kind }) => kind === 'unit') as readonly UnitProcess[])
    : result.findings.map(({ code, path, values }) => [code, path, values]);
};
const amounts = (processes: ReturnType<typeof changed>) =>
  (processes as readonly UnitProcess[]).map(({ exchanges }) =>
    Object.fromEntries(exchanges.map(({ id, amount }: Exchange) => [id, amount])),
  );
const shift = { kind: 'shift', process: 'rolling', from: 'ingotA', to: 'ingotB', percent: 25 } as const;
const scale = { kind: 'amount', process: 'rolling', exchange: 'oil', times: 2 } as const;

it('gives one exchange a rule of its own, and leaves that of the process', () => {
  const allocation = { basis: 'mass', given: 'share', factors: [] } as const;
  const [process] = changed(coilDraft, {
    kind: 'allocation',
    process: 'rolling',
    exchange: 'oil',
    allocation,
  }) as readonly UnitProcess[];
  expect(process?.allocation).toBeUndefined();
  expect(process?.exchanges.filter((one) => one.allocation).map(({ id }) => id)).toEqual(['oil']);
});

it('shifts within the process named, though another has exchanges of the same name', () => {
  const twin = { ...rolling, id: 'twin', exchanges: rolling.exchanges.map((one) => ({ ...one, amount: 1 })) };
  const draft = { ...coilDraft, processes: [twin, ...coilDraft.processes] };
  expect(amounts(changed(draft, shift))).toMatchObject([
    { ingotA: 1, ingotB: 1 },
    { ingotA: 600, ingotB: 450 },
  ]);
});

it('carries the mass of a leg along where it has one', () => {
  const leg = { mode: 'road', distance: 1, distanceUnit: 'km', factor: null, dataType: 'primary' } as const;
  const transport = [
    { ...leg, id: 'own', mass: { amount: 3, unit: 'kg' } },
    { ...leg, id: 'open', mass: { amount: null, unit: 'kg' } },
    { ...leg, id: 'all' },
  ] as never;
  const [process] = changed(withExchanges({ oil: { transport } }), scale) as readonly UnitProcess[];
  const oil = process?.exchanges.find(({ id }) => id === 'oil');
  expect(oil?.amount).toBe(80);
  expect(oil?.transport?.map(({ mass }) => mass?.amount)).toEqual([6, null, undefined]);
});

it('buys elsewhere behind one link alone', () => {
  const result = applyChanges(coilDraft, [{ kind: 'provider', link: 'a', provider: 'smelterC' }]);
  expect(result.ok && result.value.links.map(({ provider }) => provider)).toEqual(['smelterC', 'smelterB']);
});

it('refuses an amount that is not there, and a place that is not, by name', () => {
  expect(changed(withExchanges({ oil: { amount: null } }), scale)).toEqual([
    ['change.amountMissing', ['changes', 0, 'exchange'], { process: 'rolling', exchange: 'oil' }],
  ]);
  for (const blank of ['ingotA', 'ingotB']) {
    expect(changed(withExchanges({ [blank]: { amount: null } }), shift)).toEqual([
      ['change.amountMissing', ['changes', 0, 'from'], {}],
    ]);
  }
  expect(changed(coilDraft, { ...scale, exchange: 'x' })).toEqual([
    ['change.exchangeUnknown', ['changes', 0, 'exchange'], { process: 'rolling', exchange: 'x' }],
  ]);
  expect(changed(coilDraft, { ...shift, to: 'x' })).toEqual([
    ['change.exchangeUnknown', ['changes', 0, 'to'], { process: 'rolling', exchange: 'x' }],
  ]);
  expect(changed(coilDraft, { kind: 'provider', link: 'x', provider: 'smelterB' })).toEqual([
    ['change.linkUnknown', ['changes', 0, 'link'], { link: 'x' }],
  ]);
  expect(changed(coilDraft, { ...scale, process: 'x' })).toEqual([
    ['change.processUnknown', ['changes', 0, 'process'], { process: 'x' }],
  ]);
  expect(changed(coilDraft, { ...shift, to: 'power' })).toEqual([
    ['change.unitsDiffer', ['changes', 0, 'to'], { from: 'kg', to: 'kWh' }],
  ]);
});
