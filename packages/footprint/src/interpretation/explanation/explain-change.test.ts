import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateFootprint } from '../../calculation/calculate-footprint.ts';
import type { ProductSystemDraft } from '../../model/product-system.ts';
import {
  coilDraft,
  exchangeOf,
  factorOf,
  rolling,
  smelterOf,
  systemOf,
  withExchanges,
  withProcess,
} from '../rolling-mill.ts';
import { changeCategories } from './change-category.ts';
import { explainChange } from './explain-change.ts';
import type { ParameteriseOptions } from './parameterise.ts';

const explained = (from: ProductSystemDraft, to: ProductSystemDraft, options?: ParameteriseOptions) => {
  const result = explainChange(systemOf(from), systemOf(to), options);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};
/** The bars that are not zero, rounded to what a reader sees. */
const barsOf = (from: ProductSystemDraft, to: ProductSystemDraft, options?: ParameteriseOptions) =>
  Object.fromEntries(
    explained(from, to, options)
      .bars.filter(({ change }) => change !== 0)
      .map(({ category, change }) => [category, Math.round(change * 1e6) / 1e6]),
  );

describe('change explainer: one change, one bar', () => {
  it('nothing changed', () => {
    const explanation = explained(coilDraft, coilDraft);
    expect(explanation).toMatchObject({
      from: 9380,
      to: 9380,
      change: 0,
      operationalChange: 0,
      methodChange: 0,
    });
    expect(explanation.bars).toEqual(
      changeCategories.map((category) => expect.objectContaining({ category, change: 0, details: [] })),
    );
  });

  it('less electricity', () => {
    expect(barsOf(coilDraft, withExchanges({ power: { amount: 500 } }))).toEqual({ activityIntensity: -50 });
  });

  it('an amount that was zero', () => {
    expect(barsOf(withExchanges({ power: { amount: 0 } }), coilDraft)).toEqual({ activityIntensity: 300 });
    expect(barsOf(withExchanges({ power: { amount: 0, unit: 'MWh' } }), coilDraft)).toEqual({
      activityIntensity: 300,
    });
    expect(barsOf(withExchanges({ ingotA: { amount: 0 }, ingotB: { amount: 0 } }), coilDraft)).toEqual({
      activityIntensity: 9000,
    });
  });

  it('a flow that some products alone use', () => {
    const joint = (appliesTo?: readonly string[]) => {
      const draft = withExchanges({
        sheet: { flow: 'sheet', amount: 1000, isInput: false },
        power: appliesTo ? { appliesTo } : {},
      });
      const factors = ['coil', 'sheet'].map((exchange) => ({ exchange, value: 1 }));
      const allocation = { basis: 'mass', given: 'basisPerUnit', factors } as const;
      return {
        ...draft,
        processes: draft.processes.map((process) =>
          process.kind === 'unit' ? { ...process, allocation } : process,
        ),
      };
    };
    expect(barsOf(joint(), joint(['coil']))).toEqual({ allocation: 150 });
    expect(barsOf(joint(), joint(['sheet']))).toEqual({ allocation: -150 });
    expect(barsOf(joint(['sheet']), joint(['coil']))).toEqual({ allocation: 300 });
  });

  it('less ingot at the same mix', () => {
    const leaner = withExchanges({ ingotA: { amount: 720 }, ingotB: { amount: 225 } });
    expect(barsOf(coilDraft, leaner)).toEqual({ activityIntensity: -900 });
  });

  it('more of the cleaner smelter', () => {
    const shifted = withExchanges({ ingotA: { amount: 700 }, ingotB: { amount: 350 } });
    expect(barsOf(coilDraft, shifted)).toEqual({ mix: -600 });
    const inTonnes = withExchanges({ ingotA: { amount: 0.7, unit: 't' }, ingotB: { amount: 350 } });
    expect(barsOf(coilDraft, inTonnes)).toEqual({ mix: -600 });
  });

  it('more sold', () => {
    expect(barsOf(coilDraft, coilDraft, { volume: [100, 120] })).toEqual({ volume: 187600 });
  });

  it('a supplier that became cleaner', () => {
    expect(barsOf(coilDraft, withProcess(smelterOf('smelterA', 9, '2')))).toEqual({
      supplierFootprint: -800,
    });
  });

  it('a supplier that restated its footprint under another GWP set', () => {
    const [before, after] = [smelterOf('smelterA', 10), smelterOf('smelterA', 10.1)];
    if (after.kind !== 'sealed') throw new Error('no footprint');
    const restated = { ...after, footprint: { ...after.footprint, gwpSet: 'AR6' } };
    expect(barsOf(withProcess(before), withProcess(restated))).toEqual({ gwpSet: 80 });
  });

  it('a supplier that states its footprint per tonne, a mill that counts in tonnes: no change', () => {
    const smelter = smelterOf('smelterA', 10_000);
    if (smelter.kind !== 'sealed') throw new Error('no footprint');
    const perTonne = withProcess({
      ...smelter,
      footprint: { ...smelter.footprint, declaredUnitOfMeasurement: 't' },
    });
    expect(barsOf(coilDraft, perTonne)).toEqual({});
    expect(barsOf(coilDraft, withExchanges({ coil: { amount: 1, unit: 't' } }))).toEqual({});
  });

  it('an amount in a unit that nothing leads to', () => {
    const perPiece = withExchanges({ oil: { amount: 10, unit: 'pcs', factor: factorOf('can', 9, 'pcs') } });
    expect(barsOf(coilDraft, perPiece)).toEqual({ activityIntensity: 10 });
    expect(barsOf(perPiece, coilDraft)).toEqual({ activityIntensity: -10 });
  });

  it('a factor in another unit', () => {
    const perTonne = withExchanges({ oil: { factor: factorOf('oil', 2000, 't') } });
    expect(barsOf(coilDraft, perTonne)).toEqual({});
    const edition = withExchanges({ oil: { factor: factorOf('oil', 1500, 't', { version: '2' }) } });
    expect(barsOf(coilDraft, edition)).toEqual({ factorEdition: -20 });
  });

  it('a new edition of the grid factor', () => {
    const edition = withExchanges({ power: { factor: factorOf('grid', 0.45, 'kWh', { version: '2' }) } });
    expect(barsOf(coilDraft, edition)).toEqual({ factorEdition: -30 });
  });

  it('another GWP set of the same edition', () => {
    const restated = withExchanges({ power: { factor: factorOf('grid', 0.51, 'kWh', { gwpSet: 'AR6' }) } });
    expect(barsOf(coilDraft, restated)).toEqual({ gwpSet: 6 });
  });

  it('a new edition under another GWP set, told apart where the factor can be restated', () => {
    const edition = withExchanges({
      power: { factor: factorOf('grid', 0.44, 'kWh', { version: '2', gwpSet: 'AR6' }) },
    });
    expect(barsOf(coilDraft, edition)).toEqual({ factorEdition: -36 });
    const restateFactor: ParameteriseOptions['restateFactor'] = ({ value }, gwpSet) =>
      value === null ? null : gwpSet === 'AR6' ? value * 1.1 : value / 1.1;
    // 0.5 × 1 became 0.4 × 1.1: -0.1 × 1.05 and +0.1 × 0.45, times 600 kWh.
    expect(barsOf(coilDraft, edition, { restateFactor })).toEqual({ factorEdition: -63, gwpSet: 27 });
  });

  it('another factor of a supplier instead of the database', () => {
    const own = withExchanges({
      oil: { factor: factorOf('oil-own', 1.5, 'kg', { sourceType: 'supplierPrimary' }) },
    });
    expect(barsOf(coilDraft, own)).toEqual({ dataType: -20 });
  });

  it('a metered amount instead of an estimate', () => {
    expect(barsOf(coilDraft, withExchanges({ oil: { amount: 50, dataType: 'primary' } }))).toEqual({
      dataType: 20,
    });
  });

  it('a cut-off oil', () => {
    const cut = withExchanges({
      oil: { factor: undefined as never, cutOff: { reason: 'small', estimatedKgCO2e: 80 } },
    });
    expect(barsOf(coilDraft, cut)).toEqual({ boundary: -80 });
    expect(barsOf(cut, coilDraft)).toEqual({ boundary: 80 });
  });

  it('a database factor replaced by the supplier’s footprint', () => {
    const database: ProductSystemDraft = {
      ...withExchanges({ ingotB: { factor: factorOf('ingot-world', 16) } }),
      processes: withExchanges({ ingotB: { factor: factorOf('ingot-world', 16) } }).processes.filter(
        ({ id }) => id !== 'smelterB',
      ),
      links: coilDraft.links.filter(({ id }) => id !== 'b'),
    };
    expect(barsOf(database, coilDraft)).toEqual({ dataType: -3000 });
  });

  it('another provider behind the same exchange', () => {
    const elsewhere: ProductSystemDraft = {
      ...withProcess(smelterOf('smelterC', 5)),
      links: coilDraft.links.map((link) => (link.id === 'a' ? { ...link, provider: 'smelterC' } : link)),
    };
    expect(barsOf(coilDraft, elsewhere)).toEqual({ mix: -4000 });
  });

  it('another basis of allocation', () => {
    const by = (coil: number, sheet: number) =>
      withProcess({
        ...rolling,
        exchanges: [...rolling.exchanges, exchangeOf('sheet', 'sheet', 1000, 'kg', { isInput: false })],
        allocation: {
          basis: 'machineHours',
          given: 'basisPerUnit',
          factors: [
            { exchange: 'coil', value: coil },
            { exchange: 'sheet', value: sheet },
          ],
        },
      });
    expect(barsOf(by(1, 1), by(3, 1))).toEqual({ allocation: 9380 / 4 });
    expect(barsOf(by(1, 1), by(2, 2))).toEqual({});
  });
});

describe('change explainer: structure', () => {
  const leg = (distance: number, factor = factorOf('truck', 0.2, 'tkm', { boundary: 'transport' })) => ({
    id: 'leg',
    mode: 'road' as const,
    distance,
    distanceUnit: 'km',
    factor,
    dataType: 'secondary' as const,
  });

  it('a shorter way, a cleaner truck, less to carry', () => {
    const far = withExchanges({ oil: { transport: [leg(500)] } });
    // 40 kg × 500 km = 20 tkm × 0.2 = 4 kg.
    expect(explained(coilDraft, far).to).toBeCloseTo(9384, 9);
    expect(barsOf(far, withExchanges({ oil: { transport: [leg(250)] } }))).toEqual({ activityIntensity: -2 });
    const truck = factorOf('truck', 0.1, 'tkm', { boundary: 'transport', version: '2' });
    expect(barsOf(far, withExchanges({ oil: { transport: [leg(500, truck)] } }))).toEqual({
      factorEdition: -2,
    });
    expect(barsOf(far, withExchanges({ oil: { amount: 20, transport: [leg(500)] } }))).toEqual({
      activityIntensity: -42,
    });
    expect(barsOf(coilDraft, far)).toEqual({ activityIntensity: 4 });
  });

  it('a new source of the same flow from farther away is mix, its way and its factor with it', () => {
    const second = withExchanges({
      oil: { amount: 20 },
      oilB: {
        flow: 'oil',
        amount: 20,
        dataType: 'secondary',
        factor: factorOf('oil-b', 1),
        transport: [leg(1000)],
      },
    });
    expect(barsOf(coilDraft, second)).toEqual({ mix: -16 });
  });

  it('from gate to grave', () => {
    const draft: ProductSystemDraft = {
      ...coilDraft,
      boundary: { productKind: 'goods', business: 'B2C' },
      referenceFlow: { process: 'scrapping', flow: 'used', amount: 1, unit: 't' },
      flows: [...coilDraft.flows, { id: 'used', name: 'used', flowType: 'product' }],
      processes: [
        ...coilDraft.processes,
        {
          kind: 'unit',
          id: 'scrapping',
          name: 'scrapping',
          stage: 'endOfLife',
          quantitativeReference: 'used',
          exchanges: [
            exchangeOf('used', 'used', 1, 't', { isInput: false }),
            exchangeOf('coil', 'coil', 1000, 'kg'),
            exchangeOf('power', 'electricity', 100, 'kWh', { factor: factorOf('grid', 0.5, 'kWh') }),
          ],
        },
      ],
      links: [
        ...coilDraft.links,
        { id: 'u', provider: 'rolling', flow: 'coil', process: 'scrapping', exchange: 'coil' },
      ],
    };
    expect(barsOf(coilDraft, draft)).toEqual({ boundary: 50 });
    expect(barsOf(draft, coilDraft)).toEqual({ boundary: -50 });
  });

  it('a sealed supplier that opens its process', () => {
    const open = withProcess({
      kind: 'unit',
      id: 'smelterA',
      name: 'smelterA',
      stage: 'rawMaterial',
      supplier: 'smelterA',
      quantitativeReference: 'ingot',
      exchanges: [
        exchangeOf('ingot', 'ingot', 1, 'kg', { isInput: false }),
        exchangeOf('power', 'electricity', 15, 'kWh', { factor: factorOf('grid', 0.5, 'kWh') }),
      ],
    });
    expect(barsOf(coilDraft, open)).toEqual({ dataType: -2000 });
  });

  it('names what changed, where and by how much', () => {
    const [detail, ...more] =
      explained(coilDraft, withExchanges({ power: { amount: 500 } })).bars.find(
        ({ category }) => category === 'activityIntensity',
      )?.details ?? [];
    expect(more).toEqual([]);
    expect(detail).toEqual({
      subject: 'amount',
      process: 'rolling',
      product: 'coil',
      flow: 'electricity',
      exchange: 'power',
      leg: null,
      name: 'electricity',
      supplier: null,
      factor: null,
      unit: 'kWh',
      from: 0.6,
      to: 0.5,
      change: expect.closeTo(-50, 9),
    });
  });

  it('the same amount in another unit is no change', () => {
    const inTonnes = withExchanges({
      ingotA: { amount: 0.8, unit: 't' },
      power: { amount: 0.6, unit: 'MWh' },
    });
    expect(barsOf(coilDraft, inTonnes)).toEqual({});
    expect(barsOf(inTonnes, coilDraft)).toEqual({});
    // 40 kg of oil of 0.8 kg per litre.
    expect(barsOf(coilDraft, withExchanges({ oil: { amount: 50, unit: 'L' } }))).toEqual({});
  });

  it('sorts the details of a bar by their size', () => {
    const both = withExchanges({ power: { amount: 500 }, oil: { amount: 10 } });
    const details = explained(coilDraft, both).bars.flatMap((bar) => bar.details);
    expect(details.map(({ exchange }) => exchange)).toEqual(['oil', 'power']);
    const other = withExchanges({ power: { amount: 100 }, oil: { amount: 10 } });
    expect(
      explained(coilDraft, other).bars.flatMap((bar) => bar.details.map(({ exchange }) => exchange)),
    ).toEqual(['power', 'oil']);
  });

  it('tells the world from the method', () => {
    const both = withExchanges({
      power: { amount: 500, factor: factorOf('grid', 0.6, 'kWh', { version: '2' }) },
    });
    // 600 × 0.5 = 300 became 500 × 0.6 = 300: -100 × 0.55 and +0.1 × 550.
    const { change, operationalChange, methodChange, bars } = explained(coilDraft, both);
    expect([change, operationalChange, methodChange].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
      0, -55, 55,
    ]);
    expect(bars.filter(({ isMethod }) => isMethod).map(({ category }) => category)).toEqual([
      'dataType',
      'factorEdition',
      'gwpSet',
      'allocation',
      'boundary',
    ]);
  });
});

describe('change explainer: laws', () => {
  const positive = fc.double({ min: 1, max: 1000, noNaN: true });
  const anyDraft = fc
    .record({
      ingotA: positive,
      ingotB: fc.constantFrom(0, 100, 250),
      power: fc.oneof(fc.constant(0), positive),
      grid: fc.double({ min: 0.1, max: 1, noNaN: true }),
      edition: fc.constantFrom('1', '2'),
      gwpSet: fc.constantFrom('AR5', 'AR6'),
      smelter: fc.double({ min: 1, max: 20, noNaN: true }),
      oil: fc.constantFrom(null, 'primary' as const, 'secondary' as const),
      scrapReturned: fc.double({ min: 0, max: 300, noNaN: true }),
    })
    .map((v) => {
      const factor = factorOf('grid', v.grid, 'kWh', { version: v.edition, gwpSet: v.gwpSet });
      const draft = withExchanges({
        ingotA: { amount: v.ingotA },
        ingotB: { amount: v.ingotB },
        power: { amount: v.power, factor },
        oil: v.oil === null ? null : { dataType: v.oil },
        // Coil that comes back as input of its own rolling: a loop.
        returned: { flow: 'coil', amount: v.scrapReturned },
      });
      const link = { id: 'r', provider: 'rolling', flow: 'coil', process: 'rolling', exchange: 'returned' };
      return withProcess(smelterOf('smelterA', v.smelter), { ...draft, links: [...draft.links, link] });
    });

  it('explains from the one footprint to the other', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        const { from, to } = explained(a, b);
        for (const [end, draft] of [
          [from, a],
          [to, b],
        ] as const) {
          const footprint = calculateFootprint(systemOf(draft));
          expect(footprint.ok && Math.abs(footprint.value.total / end - 1)).toBeLessThan(1e-11);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('bars and details add up to the last bit', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        const { from, to, bars, change, operationalChange, methodChange } = explained(a, b);
        expect(bars.reduce((sum, bar) => sum + bar.change, from)).toBe(to);
        expect(bars.toReversed().reduce((sum, bar) => sum + bar.change, from)).toBe(to);
        expect(operationalChange + methodChange).toBe(change);
        for (const bar of bars)
          expect(bar.details.reduce((sum, detail) => sum + detail.change, 0)).toBe(bar.change);
      }),
      { numRuns: 20 },
    );
  });

  it('the way back gives the bars negated', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        const there = explained(a, b);
        const back = explained(b, a);
        for (const [index, bar] of there.bars.entries()) {
          expect(Math.abs(bar.change + (back.bars[index]?.change ?? 0))).toBeLessThan(
            1e-9 * (1 + Math.abs(there.to)),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of the drawing', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        const turned = { ...a, processes: a.processes.toReversed(), links: a.links.toReversed() };
        expect(explained(turned, b)).toEqual(explained(a, b));
      }),
      { numRuns: 20 },
    );
  });
});

describe('change explainer: refusals', () => {
  it('another stated unit', () => {
    const perKg: ProductSystemDraft = {
      ...coilDraft,
      statedUnit: { kind: 'declaredUnit', description: '1 kg coil', amount: 1, unit: 'kg' },
      referenceFlow: { process: 'rolling', flow: 'coil', amount: 1, unit: 'kg' },
    };
    expect(explainChange(systemOf(coilDraft), systemOf(perKg))).toEqual({
      ok: false,
      findings: [
        {
          code: 'explanation.statedUnitDiffers',
          severity: 'error',
          path: ['statedUnit'],
          values: { from: '1 t', to: '1 kg' },
        },
      ],
    });
  });

  it('a volume that is none', () => {
    const system = systemOf(coilDraft);
    expect(explainChange(system, system, { volume: [1, 0] })).toMatchObject({
      findings: [{ code: 'value.outOfDomain', path: ['volume', 1] }],
    });
  });
});
