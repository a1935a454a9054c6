import { describe, expect, it } from 'vitest';
import { checkProductSystem } from '../check/check-product-system.ts';
import { noEmissions } from '../model/footprint-components.ts';
import type { TransportLeg } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { draft, factor, flow, input, link, output, sealedProcess, unitProcess } from '../test-drafts.ts';
import { calculateFootprint } from './calculate-footprint.ts';

const footprintOf = (drawn: ProductSystemDraft) => {
  const system = checkProductSystem(drawn);
  if (!system.ok) throw new Error(JSON.stringify(system.findings));
  const footprint = calculateFootprint(system.value);
  if (!footprint.ok) throw new Error(JSON.stringify(footprint.findings));
  return footprint.value;
};
const burden = (value: number, unit = 'kg') => ({ factor: factor(value, `kgCO2e/${unit}`) });

describe('a total', () => {
  it('adds activity × factor per unit of product', () => {
    const footprint = footprintOf(
      draft([
        unitProcess('press', [
          output('cup', 100, 'kg'),
          input('electricity', 50, 'kWh', burden(0.5, 'kWh')),
          input('resin', 110, 'kg', burden(2)),
        ]),
      ]),
    );
    expect(footprint.total).toBeCloseTo(2.45, 12);
    expect(footprint.contributions).toMatchObject([
      { exchange: 'resin', enteredAmount: 1.1, unit: 'kg', emissions: 2.2 },
      { exchange: 'electricity', enteredAmount: 0.5, unit: 'kWh', emissions: 0.25 },
    ]);
  });

  it('follows links, a loop and a sealed footprint', () => {
    const footprint = footprintOf(
      draft(
        [
          unitProcess('cast', [output('coil', 1, 'kg'), input('ingot', 1.2, 'kg'), input('steel', 500, 'g')]),
          unitProcess('remelt', [
            output('ingot', 1, 'kg'),
            input('coil', 0.25, 'kg'),
            input('gas', 1, 'm3', burden(3, 'm3')),
          ]),
          sealedProcess('steel'),
        ],
        [link('cast', 'ingot', 'remelt'), link('remelt', 'coil', 'cast'), link('cast', 'steel', 'steel')],
      ),
    );
    // coil = 1.2 × ingot + 1, ingot = 0.25 × coil + 3  →  coil = 4.6 / 0.7
    expect(footprint.total).toBeCloseTo(4.6 / 0.7, 12);
  });

  it('of the aluminium coil is 13.12 t per t, 86 % of it raw material', () => {
    const footprint = footprintOf(
      draft(
        [
          unitProcess('rolling', [
            output('coil', 1, 't'),
            input('ingot', 1, 't', { stage: 'rawMaterial', factor: factor(11.26, 'tCO2e/t') }),
            input('energy', 1, 'MWh', { factor: factor(1.86, 'tCO2e/MWh') }),
          ]),
        ],
        [],
        {
          statedUnit: { kind: 'declaredUnit', description: '', amount: 1, unit: 't' },
          referenceFlow: { process: 'rolling', flow: 'coil', amount: 1, unit: 't' },
        },
      ),
    );
    expect(footprint.total).toBeCloseTo(13120, 8);
    expect(footprint.byStage.map(({ key, sharePercent }) => [key, Math.round(sharePercent ?? 0)])).toEqual([
      ['rawMaterial', 86],
      ['manufacturing', 14],
    ]);
    expect(footprint).toMatchObject({
      isPartial: true,
      business: 'B2B',
      statedUnit: { kind: 'declaredUnit', unit: 't' },
      referenceFlow: { amount: 1, unit: 't' },
    });
  });

  it('treats a waste by the process it is linked to', () => {
    const footprint = footprintOf(
      draft(
        [
          unitProcess('press', [output('cup', 2, 'kg'), output('scrap', 500, 'g')]),
          unitProcess('incinerator', [input('scrap', 10, 'kg'), input('oil', 3, 'kg', burden(4))], {
            quantitativeReference: 'scrap',
          }),
        ],
        [link('press', 'scrap', 'incinerator')],
        { flows: [flow('cup'), flow('scrap', { flowType: 'waste' }), flow('oil')] },
      ),
    );
    expect(footprint.total).toBeCloseTo((0.5 / 2) * (12 / 10), 12);
  });

  it('takes in a waste as material where the waste has its own answer', () => {
    const scrap = { burdenFree: 'collected scrap, cut off before' };
    const footprint = footprintOf(
      draft([unitProcess('remelt', [output('ingot', 1, 'kg'), input('scrap', 1.1, 'kg', scrap)])], [], {
        flows: [flow('ingot'), flow('scrap', { flowType: 'waste' })],
      }),
    );
    expect(footprint.total).toBe(0);
    expect(footprint.contributions).toEqual([]);
    expect(footprint.primaryDataSharePercent).toBeNull();
    expect(footprint.byStage.map(({ sharePercent }) => sharePercent)).toEqual([null, null]);
  });

  it('credits a product avoided elsewhere, its transport too', () => {
    const leg: TransportLeg = {
      id: 'back',
      mode: 'road',
      distance: 100,
      distanceUnit: 'km',
      factor: factor(0.2, 'kgCO2e/tkm'),
      dataType: 'secondary',
    };
    const scrap = output('scrap', 0.04, 'kg', { ...burden(1.9), isAvoidedProduct: true, transport: [leg] });
    const weighed = { ...leg, id: 'own mass', mass: { amount: 20, unit: 'g' } };
    const footprint = footprintOf(
      draft([unitProcess('press', [output('cup', 1, 'kg'), { ...scrap, transport: [leg, weighed] }])]),
    );
    expect(footprint.total).toBeCloseTo(-0.076 - 0.0008 - 0.0004, 12);
  });

  it('leaves the range of numbers as a finding', () => {
    const system = checkProductSystem(
      draft(
        [unitProcess('press', [output('cup', 1, 'kg'), input('resin', 1e200, 'kg', burden(1e100))])],
        [],
        {
          referenceFlow: { process: 'press', flow: 'cup', amount: 1e30, unit: 'kg' },
        },
      ),
    );
    expect(system.ok && calculateFootprint(system.value)).toEqual({
      ok: false,
      findings: [
        {
          code: 'value.tooLarge',
          severity: 'error',
          path: ['total'],
          values: { process: 'press', exchange: 'resin' },
        },
      ],
    });
    const endless = checkProductSystem(
      draft(
        [
          unitProcess('a', [output('x', 1, 'kg'), input('y', 1e200, 'kg')]),
          unitProcess('b', [output('y', 1, 'kg')]),
        ],
        [link('a', 'y', 'b')],
        { referenceFlow: { process: 'a', flow: 'x', amount: 1e200, unit: 'kg' } },
      ),
    );
    expect(endless.ok && calculateFootprint(endless.value)).toMatchObject({
      ok: false,
      findings: [{ code: 'value.tooLarge', path: ['referenceFlow', 'amount'], values: { demand: 1e200 } }],
    });
    // Each line is a number, their sum is none.
    const large = (id: string) => input(id, 1, 'kg', burden(1e308));
    const together = checkProductSystem(
      draft([unitProcess('a', [output('x', 1, 'kg'), large('y'), large('z')])]),
    );
    expect(together.ok && calculateFootprint(together.value)).toMatchObject({
      ok: false,
      findings: [{ code: 'value.tooLarge', path: ['total'], values: { process: null, exchange: null } }],
    });
  });
});

describe('components', () => {
  it('stand apart, aircraft inside fossil', () => {
    const components = {
      fossil: 2.4,
      biogenicEmission: 0.35,
      biogenicRemoval: -0.9,
      dLuc: 0.12,
      aircraft: 0.3,
    };
    const footprint = footprintOf(
      draft([
        unitProcess('mill', [
          output('paper', 2, 'kg'),
          input('wood', 2, 'kg', { factor: factor(1.97, 'kgCO2e/kg', { components }) }),
        ]),
      ]),
    );
    expect(footprint.components).toEqual(components);
    expect(footprint.total).toBeCloseTo(1.97, 12);
  });

  it('count an undivided factor as fossil, by air as aircraft too', () => {
    const leg = (mode: 'air' | 'sea', more: Partial<TransportLeg> = {}): TransportLeg => ({
      id: mode,
      mode,
      distance: 1000,
      distanceUnit: 'km',
      factor: factor(mode === 'air' ? 1.1 : 0.01, 'kgCO2e/tkm', { boundary: 'transport' }),
      dataType: 'primary',
      evidence: ['waybill'],
      ...more,
    });
    const footprint = footprintOf(
      draft([
        unitProcess('press', [
          output('cup', 1, 'kg'),
          input('chip', 3, 'g', {
            ...burden(0),
            evidence: ['invoice'],
            uncertaintyPercent: 3,
            transport: [leg('air', { uncertaintyPercent: 10 }), leg('sea', { stage: 'rawMaterial' })],
          }),
        ]),
      ]),
    );
    expect(footprint.components).toEqual({
      ...noEmissions,
      fossil: expect.closeTo(0.00333, 12),
      aircraft: expect.closeTo(0.0033, 12),
    });
    expect(footprint.contributions).toMatchObject([
      {
        kind: 'transport',
        leg: 'air',
        exchange: 'chip',
        stage: 'manufacturing',
        enteredAmount: 0.003,
        enteredUnit: 'tkm',
        amount: 0.003,
        unit: 'tkm',
        dataType: 'primary',
        evidence: ['waybill'],
        activityUncertaintyPercent: 10,
      },
      { leg: 'sea', stage: 'rawMaterial', activityUncertaintyPercent: null },
      { kind: 'activity', leg: null, emissions: 0, evidence: ['invoice'], activityUncertaintyPercent: 3 },
    ]);
  });
});

describe('groups', () => {
  const owned = {
    dataType: 'primary',
    factor: factor(1, 'kgCO2e/kg', { sourceType: 'supplierPrimary' }),
  } as const;
  const drawing = draft(
    [
      unitProcess('press', [
        output('cup', 1, 'kg'),
        input('resin', 1, 'kg'),
        input('glue', 2, 'kg', { ...owned, supplier: 'glue firm' }),
        input('paint', 3, 'kg', { ...owned, dataType: 'secondary' }),
      ]),
      sealedProcess('resin'),
    ],
    [link('press', 'resin', 'resin')],
    { boundary: { productKind: 'goods', business: 'B2C' } },
  );

  it('are stages in the order of a life, processes and suppliers by size', () => {
    const footprint = footprintOf(drawing);
    expect(footprint.isPartial).toBe(false);
    expect(footprint.byStage.map(({ key, emissions }) => [key, emissions])).toEqual([
      ['rawMaterial', 2],
      ['manufacturing', 5],
      ['distribution', 0],
      ['use', 0],
      ['endOfLife', 0],
    ]);
    expect(footprint.byProcess.map(({ key, emissions }) => [key, emissions])).toEqual([
      ['press', 5],
      ['resin', 2],
    ]);
    expect(footprint.bySupplier.map(({ key, emissions }) => [key, emissions])).toEqual([
      [null, 3],
      ['glue firm', 2],
      ['resin-firm', 2],
    ]);
  });

  it('order equal lines by process and exchange', () => {
    expect(footprintOf(drawing).contributions.map(({ process, exchange }) => [process, exchange])).toEqual([
      ['press', 'paint'],
      ['press', 'glue'],
      ['resin', null],
    ]);
  });

  it('go by their sum, not by their largest line; of equals by name, the own firm first', () => {
    const part = (id: string, supplier: string | undefined, ...amounts: number[]) =>
      unitProcess(
        id,
        [
          output(id, 1, 'kg'),
          ...amounts.map((amount, at) => input(`${id} ${at}`, amount, 'kg', { ...burden(1), flow: 'ore' })),
        ],
        supplier === undefined ? {} : { supplier },
      );
    const footprint = footprintOf(
      draft(
        [
          unitProcess('all', [output('whole', 1, 'kg'), ...['a', 'b', 'c'].map((id) => input(id, 1, 'kg'))]),
          part('a', undefined, 3, 3),
          part('b', 'b firm', 6),
          part('c', 'c firm', 7),
        ],
        ['a', 'b', 'c'].map((id) => link('all', id, id)),
      ),
    );
    expect(footprint.byProcess.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect(footprint.bySupplier.map(({ key }) => key)).toEqual(['c firm', null, 'b firm']);
  });

  it('bring together again what one exchange gave to several products that are all used', () => {
    // The mill makes 1 kg each of bran and flour, power shared evenly, z for bran alone and a for flour alone.
    const mill = unitProcess(
      'mill',
      [
        output('bran', 1, 'kg'),
        output('flour', 1, 'kg'),
        input('power', 6, 'kg', burden(1)),
        input('z', 1, 'kg', { ...burden(1), appliesTo: ['bran'] }),
        input('a', 1, 'kg', { ...burden(1), appliesTo: ['flour'] }),
      ],
      {
        allocation: {
          basis: 'mass',
          given: 'share',
          factors: [
            { exchange: 'bran', value: 0.5 },
            { exchange: 'flour', value: 0.5 },
          ],
        },
      },
    );
    const bakery = unitProcess('bakery', [
      output('bread', 1, 'kg'),
      input('bran', 1, 'kg'),
      input('flour', 1, 'kg'),
    ]);
    const whole = draft([bakery, mill], [link('bakery', 'bran', 'mill'), link('bakery', 'flour', 'mill')]);
    expect(footprintOf(whole).contributions.map(({ exchange, emissions }) => [exchange, emissions])).toEqual([
      ['power', 6],
      ['a', 1],
      ['z', 1],
    ]);
  });

  it('tell the share of primary data: own data with a supplier factor, and what a sealed footprint says', () => {
    expect(footprintOf(drawing).primaryDataSharePercent).toBeCloseTo(((2 + 0.4 * 2) / 7) * 100, 12);
  });
});

describe('exclusions', () => {
  const without = (estimatedKgCO2e: number, more: Partial<ProductSystemDraft> = {}) =>
    footprintOf(
      draft(
        [
          unitProcess('press', [
            output('cup', 2, 'kg'),
            input('resin', 2, 'kg', burden(1.98)),
            input('label', 1, 'g', { cutOff: { reason: 'tiny', estimatedKgCO2e } }),
            input('ink', 1, 'g', { cutOff: { reason: 'tinier', estimatedKgCO2e: 0 } }),
          ]),
        ],
        [],
        more,
      ),
    ).cutOff;

  it('are listed with their percentage of all, largest first', () => {
    expect(without(0.04)).toEqual({
      criteria: { singleLimitPercent: 1, totalLimitPercent: 5 },
      excluded: [
        {
          process: 'press',
          exchange: 'label',
          name: 'label',
          reason: 'tiny',
          estimatedKgCO2e: 0.02,
          percent: 1,
          violates: false,
        },
        expect.objectContaining({ exchange: 'ink', estimatedKgCO2e: 0, percent: 0, violates: false }),
      ],
      excludedTotalPercent: 1,
      totalExceeded: false,
      acceptable: true,
    });
    const referenceFlow = { process: 'press', flow: 'cup', amount: 4, unit: 'kg' };
    expect(without(0.04, { referenceFlow }).excluded).toMatchObject([
      { estimatedKgCO2e: 0.08, percent: 1 },
      {},
    ]);
  });

  it('above a limit are not acceptable', () => {
    expect(without(0.4)).toMatchObject({
      excluded: [{ exchange: 'label', violates: true }, { violates: false }],
      totalExceeded: true,
      acceptable: false,
    });
    const cutOffCriteria = { singleLimitPercent: 20, totalLimitPercent: 20 };
    expect(without(0.4, { cutOffCriteria })).toMatchObject({ criteria: cutOffCriteria, acceptable: true });
  });

  it('of a system without emissions cannot be judged', () => {
    const only = (exchanges: Parameters<typeof unitProcess>[1]) =>
      footprintOf(draft([unitProcess('press', [output('cup', 2, 'kg'), ...exchanges])])).cutOff;
    expect(only([])).toMatchObject({
      excluded: [],
      excludedTotalPercent: 0,
      totalExceeded: false,
      acceptable: true,
    });
    expect(only([input('ink', 1, 'g', { cutOff: { reason: 'x', estimatedKgCO2e: 0 } })])).toMatchObject({
      excluded: [{ percent: null, violates: true }],
      excludedTotalPercent: null,
      totalExceeded: true,
      acceptable: false,
    });
  });
});
