import { describe, expect, it } from 'vitest';
import { coilDraft, factorOf, smelterOf, systemOf, withExchanges } from './rolling-mill.ts';
import { factorSensitivities, type Sensitivity, sensitivities } from './sensitivity.ts';
import { compareAllocations, whatIf } from './what-if.ts';

const coil = systemOf(coilDraft);

describe('sensitivity', () => {
  const found = sensitivities(coil);
  if (!found.ok) throw new Error('refused');
  const of = (subject: string, exchange: string | null, process = 'rolling') =>
    found.value.find(
      (one) => one.subject === subject && one.exchange === exchange && one.process === process,
    );

  it('of an amount is what one more unit of it brings', () => {
    // Per kg coil 0.6 kWh at 0.5 kg; a tonne of coil: one more kWh per kg is 500 kg.
    expect(of('amount', 'power')).toMatchObject({
      value: 0.6,
      slope: 500,
      elasticity: expect.closeTo(300 / 9380, 12),
    });
    expect(of('factor', 'power')).toMatchObject({ value: 0.5, slope: 600, factor: 'grid' });
  });

  it('of a supplier is its share of the result', () => {
    expect(of('supplierFootprint', null, 'smelterA')?.elasticity).toBeCloseTo(8000 / 9380, 12);
  });

  it('comes with the largest first', () => {
    for (const draft of [coilDraft, withExchanges({ ingotA: { amount: 1 } })]) {
      const sensitivity = sensitivities(systemOf(draft));
      if (!sensitivity.ok) throw new Error('refused');
      const sizes = sensitivity.value.map(({ elasticity }) => Math.abs(elasticity ?? 0));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });

  it('of factors comes with the largest first, ties by id, and of nothing but factors', () => {
    const one = (subject: string, factor: string | null, elasticity: number) =>
      ({ subject, factor, elasticity }) as Sensitivity;
    const uses = [
      one('factor', 'b', 0.1),
      one('factor', 'a', 0.1),
      one('factor', 'c', -0.5),
      one('amount', 'd', 0.9),
      one('factor', null, 0.9),
    ];
    for (const order of [uses, uses.toReversed()]) {
      expect(factorSensitivities(order).map(({ factor }) => factor)).toEqual(['c', 'a', 'b']);
    }
  });

  it('adds up the places where a factor is used', () => {
    const twice = sensitivities(
      systemOf(withExchanges({ oilB: { flow: 'oil', amount: 10, factor: factorOf('oil', 2) } })),
    );
    if (!twice.ok) throw new Error('refused');
    expect(factorSensitivities(twice.value)).toEqual([
      { factor: 'grid', elasticity: expect.closeTo(300 / 9400, 12), uses: 1 },
      { factor: 'oil', elasticity: expect.closeTo(100 / 9400, 12), uses: 2 },
    ]);
  });

  it('sees through a loop', () => {
    const loop = { ...withExchanges({ back: { flow: 'coil', amount: 200 } }) };
    const link = { id: 'r', provider: 'rolling', flow: 'coil', process: 'rolling', exchange: 'back' };
    const result = sensitivities(systemOf({ ...loop, links: [...loop.links, link] }));
    if (!result.ok) throw new Error('refused');
    // A fifth comes back: everything is run 1 / (1 - 0.2) = 1.25 times.
    const power = result.value.find((one) => one.subject === 'amount' && one.exchange === 'power');
    expect(power?.slope).toBeCloseTo(625, 9);
  });

  it('has no elasticity of nothing', () => {
    const nothing = sensitivities(
      systemOf(
        withExchanges(
          { ingotA: null, ingotB: null, oil: null, power: { amount: 0 } },
          { ...coilDraft, links: [] },
        ),
      ),
    );
    expect(nothing.ok && nothing.value.every(({ elasticity }) => elasticity === null)).toBe(true);
  });
});

describe('what if', () => {
  const total = (changes: Parameters<typeof whatIf>[1]) => {
    const scenario = whatIf(coil, changes);
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.findings));
    const { explanation } = scenario.value;
    return [explanation.to, explanation.operationalChange, explanation.methodChange].map(
      (value) => Math.round(value * 1e6) / 1e6,
    );
  };

  it('tries every kind of change, and explains it', () => {
    expect(total([])).toEqual([9380, 0, 0]);
    expect(total([{ kind: 'amount', process: 'rolling', exchange: 'power', times: 0.5 }])).toEqual([
      9230, -150, 0,
    ]);
    expect(total([{ kind: 'shift', process: 'rolling', from: 'ingotA', to: 'ingotB', percent: 25 }])).toEqual(
      [8180, -1200, 0],
    );
    expect(total([{ kind: 'factor', replaces: 'oil', factor: factorOf('rapeseed', 1) }])).toEqual([
      9340, 0, -40,
    ]);
    expect(total([{ kind: 'provider', link: 'a', provider: 'smelterB' }])).toEqual([4580, -4800, 0]);
    const cleaner = smelterOf('smelterA', 9, '2');
    if (cleaner.kind !== 'sealed') throw new Error('no footprint');
    expect(total([{ kind: 'supplierFootprint', process: 'smelterA', footprint: cleaner.footprint }])).toEqual(
      [8580, -800, 0],
    );
  });

  it('makes the changes in their order, on a copy', () => {
    const before = JSON.parse(JSON.stringify(coilDraft));
    const half = { kind: 'amount', process: 'rolling', exchange: 'oil', times: 0.5 } as const;
    expect(total([half, half])).toEqual([9320, -60, 0]);
    expect(coil.draft).toEqual(before);
  });

  it('carries a separately entered transported mass along', () => {
    const mass = { amount: 50, unit: 'kg' };
    const truck = factorOf('truck', 0.1, 'tkm', { boundary: 'transport' });
    const leg = {
      id: 'l',
      mode: 'road',
      distance: 1000,
      distanceUnit: 'km',
      mass,
      factor: truck,
      dataType: 'secondary',
    } as const;
    const carried = systemOf(withExchanges({ oil: { transport: [leg] } }));
    const scenario = whatIf(carried, [{ kind: 'amount', process: 'rolling', exchange: 'oil', times: 2 }]);
    expect(scenario.ok && scenario.value.explanation.change).toBeCloseTo(80 + 5, 9);
    const replaced = whatIf(carried, [
      { kind: 'factor', replaces: 'truck', factor: { ...truck, id: 'rail', value: 0.02 } },
    ]);
    expect(replaced.ok && replaced.value.explanation.change).toBeCloseTo(-4, 9);
  });

  it('says which change has no place', () => {
    const codes = (changes: Parameters<typeof whatIf>[1]) => {
      const scenario = whatIf(coil, changes);
      return scenario.ok ? [] : scenario.findings.map(({ code, path }) => [code, path]);
    };
    const fine = { kind: 'amount', process: 'rolling', exchange: 'oil', times: 1 } as const;
    const allocation = { basis: 'mass', given: 'share', factors: [] } as const;
    expect(codes([fine, { ...fine, process: 'x' }])).toEqual([
      ['change.processUnknown', ['changes', 1, 'process']],
    ]);
    expect(codes([{ ...fine, process: 'smelterA' }])).toEqual([
      ['change.processUnknown', ['changes', 0, 'process']],
    ]);
    expect(codes([{ ...fine, exchange: 'x' }])).toEqual([
      ['change.exchangeUnknown', ['changes', 0, 'exchange']],
    ]);
    expect(codes([{ ...fine, times: -1 }])).toEqual([['value.outOfDomain', ['changes', 0, 'times']]]);
    expect(codes([{ kind: 'factor', replaces: 'x', factor: factorOf('y', 1) }])).toEqual([
      ['change.factorNotUsed', ['changes', 0, 'replaces']],
    ]);
    expect(codes([{ kind: 'provider', link: 'x', provider: 'smelterB' }])).toEqual([
      ['change.linkUnknown', ['changes', 0, 'link']],
    ]);
    expect(codes([{ kind: 'allocation', process: 'smelterA', allocation }])).toEqual([
      ['change.processUnknown', ['changes', 0, 'process']],
    ]);
    const cleaner = smelterOf('smelterA', 9);
    const footprint = cleaner.kind === 'sealed' ? cleaner.footprint : ({} as never);
    expect(codes([{ kind: 'supplierFootprint', process: 'rolling', footprint }])).toEqual([
      ['change.processUnknown', ['changes', 0, 'process']],
    ]);
    const shift = { kind: 'shift', process: 'rolling', from: 'ingotA', to: 'ingotB', percent: 10 } as const;
    expect(codes([{ ...shift, from: 'x' }])).toEqual([['change.exchangeUnknown', ['changes', 0, 'from']]]);
    expect(codes([{ ...shift, to: 'x' }])).toEqual([['change.exchangeUnknown', ['changes', 0, 'to']]]);
    expect(codes([{ ...shift, to: 'power' }])).toEqual([['change.unitsDiffer', ['changes', 0, 'to']]]);
    expect(codes([{ ...shift, percent: 101 }])).toEqual([['value.outOfDomain', ['changes', 0, 'percent']]]);
  });
});

describe('allocation bases side by side (R9.7)', () => {
  const joint = systemOf({
    ...withExchanges({ sheet: { flow: 'sheet', amount: 1000, isInput: false } }),
    processes: withExchanges({ sheet: { flow: 'sheet', amount: 1000, isInput: false } }).processes.map(
      (process) =>
        process.id === 'rolling' && process.kind === 'unit'
          ? { ...process, allocation: by('mass', 1, 1) }
          : process,
    ),
  });
  function by(
    basis: 'mass' | 'machineHours' | 'economicValue',
    first: number,
    second: number,
    reason?: string,
  ) {
    const factors = [
      { exchange: 'coil', value: first },
      { exchange: 'sheet', value: second },
    ];
    return { basis, given: 'basisPerUnit', factors, ...(reason ? { reason } : {}) } as const;
  }

  it('shows what each makes of the result, and why one cannot be applied', () => {
    const found = compareAllocations(joint, 'rolling', [
      by('mass', 1, 1),
      by('machineHours', 3, 1),
      by('economicValue', 1, 3, 'sold apart'),
      by('machineHours', 0, 0),
    ]);
    expect(
      found.map(({ total, changePercent }) => [
        total.ok ? Math.round(total.value) : total.findings[0]?.code,
        changePercent,
      ]),
    ).toEqual([
      [4690, 0],
      [7035, expect.closeTo(50, 9)],
      [2345, expect.closeTo(-50, 9)],
      ['allocation.noWeight', null],
    ]);
  });
});
