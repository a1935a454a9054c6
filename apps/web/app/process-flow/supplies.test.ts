import type { Exchange, Process, ProductSystemDraft } from '@slipstream/footprint';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineKey } from './line-key.ts';
import { sealedInputs } from './sealed-inputs.ts';
import { bundleSupplies, mostBundles, suppliesOf } from './supplies.ts';

const input = (id: string, more: Partial<Exchange> = {}): Exchange => ({
  id,
  flow: id,
  isInput: true,
  amount: 1,
  unit: 'kg',
  dataType: 'secondary',
  stage: 'rawMaterial',
  ...more,
});

function drawingOf(inputs: readonly Exchange[], links: ProductSystemDraft['links'] = []): ProductSystemDraft {
  return {
    statedUnit: null,
    referenceFlow: null,
    boundary: { productKind: 'goods', business: 'B2B' },
    period: null,
    flows: [],
    processes: [
      {
        kind: 'unit',
        id: 'pump',
        name: 'Pump',
        stage: 'manufacturing',
        exchanges: [
          { id: 'out', flow: 'pump', isInput: false, amount: 1, unit: 'pcs', dataType: 'primary' },
          ...inputs,
        ],
        quantitativeReference: 'out',
      },
    ],
    links,
  };
}
const kg = (weights: Record<string, number>) =>
  new Map(Object.entries(weights).map(([id, value]) => [lineKey('pump', id), value]));

describe('what is bought', () => {
  it('comes together by supplier, the largest first', () => {
    const draft = drawingOf([
      input('bolt', { supplier: 'a' }),
      input('housing', { supplier: 'b' }),
      input('shaft', { supplier: 'a' }),
    ]);
    const found = suppliesOf(draft, kg({ bolt: 1, housing: 2, shaft: 5 }));
    expect(found.map(({ supplier, exchanges }) => [supplier, exchanges])).toEqual([
      ['a', ['shaft', 'bolt']],
      ['b', ['housing']],
    ]);
  });

  it('is without the energy of the process, without what a link answers, and names no supplier of its own', () => {
    const { stage: _none, ...power } = input('power');
    const draft = drawingOf(
      [power, input('card'), input('tube', { supplier: 'a' })],
      [{ id: 'l', provider: 'mill', flow: 'tube', process: 'pump', exchange: 'tube' }],
    );
    expect(suppliesOf(draft, kg({}))).toMatchObject([
      { supplier: null, stage: 'rawMaterial', exchanges: ['card'] },
    ]);
  });
});

describe('a supplier’s sealed footprint', () => {
  const sealed: Process = {
    kind: 'sealed',
    id: 'sealed',
    name: 'Tube',
    stage: 'rawMaterial',
    supplier: 'a',
    footprint: {
      studyId: 's',
      version: '1',
      flow: 'tube',
      declaredUnitAmount: 1,
      declaredUnitOfMeasurement: 'kg',
      components: { fossil: 3, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 },
      business: 'B2B',
      primaryDataSharePercent: null,
    },
  };
  const link = (exchange: string) => ({
    id: exchange,
    provider: 'sealed',
    flow: 'tube',
    process: 'pump',
    exchange,
  });
  const { stage: _none, ...tube } = input('tube');
  const plugged = (...taken: string[]): ProductSystemDraft => {
    const draft = drawingOf(
      [tube, { ...tube, id: 'spare' }, input('bolt', { supplier: 'a' })],
      taken.map(link),
    );
    return { ...draft, processes: [...draft.processes, sealed] };
  };

  it('stands with what else comes from that supplier', () => {
    const draft = plugged('tube');
    expect([...sealedInputs(draft).keys()]).toEqual([lineKey('pump', 'tube')]);
    const found = suppliesOf(draft, kg({ tube: 3, bolt: 1 }));
    expect(found).toMatchObject([{ supplier: 'a', stage: 'rawMaterial', exchanges: ['tube', 'bolt'] }]);
  });

  it('stands alone where several inputs take from it, or none', () => {
    for (const draft of [plugged('tube', 'spare'), plugged()]) {
      expect(sealedInputs(draft).size).toBe(0);
      expect(suppliesOf(draft, kg({}))).toMatchObject([{ supplier: 'a', exchanges: ['bolt'] }]);
    }
  });
});

describe('many suppliers', () => {
  const many = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.float({ noNaN: true })), {
    maxLength: 80,
  });

  it('never lose or double an input, and fold to what can be read', () => {
    fc.assert(
      fc.property(many, fc.boolean(), (parts, isUnfolded) => {
        const draft = drawingOf(parts.map(([by], at) => input(`p${at}`, { supplier: `s${by}` })));
        const weights = kg(Object.fromEntries(parts.map(([, weight], at) => [`p${at}`, weight])));
        const supplies = suppliesOf(draft, weights);
        const bundles = bundleSupplies(supplies, weights, new Set(isUnfolded ? ['pump'] : []));
        const drawn = bundles.flatMap((bundle) => bundle.supplies.flatMap(({ exchanges }) => exchanges));
        expect(drawn.sort()).toEqual(parts.map((_, at) => `p${at}`).sort());
        expect(bundles.length).toBeLessThanOrEqual(isUnfolded ? supplies.length : mostBundles);
        expect(new Set(bundles.map(({ id }) => id)).size).toBe(bundles.length);
      }),
    );
  });

  it('fold behind the largest', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
    const draft = drawingOf(ids.map((id) => input(id, { supplier: `of-${id}` })));
    const weights = kg(Object.fromEntries(ids.map((id, at) => [id, at])));
    const bundles = bundleSupplies(suppliesOf(draft, weights), weights, new Set());
    expect(bundles).toHaveLength(10);
    expect(bundles[0]?.supplies[0]?.exchanges).toEqual(['p11']);
    expect(bundles.at(-1)?.supplies.map(({ supplier }) => supplier)).toEqual(['of-p2', 'of-p1', 'of-p0']);
  });
});
