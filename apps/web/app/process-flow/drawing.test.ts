import {
  calculateFootprint,
  checkProductSystem,
  type EmissionFactor,
  type ProductSystemDraft,
} from '@slipstream/footprint';
import { describe, expect, it } from 'vitest';
import { answerOf } from './answer.ts';
import { toDiagram } from './diagram.ts';
import {
  addInput,
  addLink,
  addProcess,
  changeExchange,
  changeProcess,
  changeSupplier,
  removeExchange,
  removeLink,
  removeProcess,
} from './draft-edits.ts';
import { removedBetween } from './removed-between.ts';

const blank: ProductSystemDraft = {
  statedUnit: { kind: 'declaredUnit', description: '1 t', amount: 1000, unit: 'kg' },
  referenceFlow: null,
  boundary: { productKind: 'goods', business: 'B2B' },
  period: { start: '2022-01-01', end: '2022-12-31' },
  flows: [],
  processes: [],
  links: [],
};
const electricity: EmissionFactor = {
  id: 'grid',
  version: '1',
  name: 'electricity',
  value: 0.5,
  unit: 'kgCO2e/kWh',
  source: 'test',
  sourceType: 'publishedLifeCycle',
  boundary: 'lifeCycle',
};

/** Ingot (4 kWh/kg) → rolling (1.2 kg ingot per kg): 1.2 × 4 × 0.5 = 2.4 kg CO2e per kg. */
function drawn(): ProductSystemDraft {
  let draft = addProcess(blank, { id: 'ingot', name: 'Ingot', stage: 'rawMaterial', unit: 'kg' });
  draft = addProcess(draft, { id: 'rolling', name: 'Rolling', stage: 'manufacturing', unit: 'kg' });
  draft = addInput(draft, 'ingot', {
    id: 'power',
    name: 'Electricity',
    exchange: { isInput: true, amount: 4, unit: 'kWh', dataType: 'primary', factor: electricity },
  });
  draft = addLink(draft, { id: 'l1', provider: 'ingot', process: 'rolling' }) ?? draft;
  draft = changeExchange(draft, 'rolling', 'l1.input', { amount: 1.2 });
  return {
    ...draft,
    referenceFlow: { process: 'rolling', flow: 'rolling.product', amount: 1000, unit: 'kg' },
  };
}

function totalOf(draft: ProductSystemDraft): number | null {
  const system = checkProductSystem(draft);
  if (!system.ok) return null;
  const footprint = calculateFootprint(system.value);
  return footprint.ok ? footprint.value.total : null;
}

describe('drawing is modelling', () => {
  it('calculates what was drawn', () => {
    expect(totalOf(drawn())).toBeCloseTo(2400, 9);
  });

  it('names the amount an arrow still lacks', () => {
    const draft = changeExchange(drawn(), 'rolling', 'l1.input', { amount: null });
    const { nodes, edges } = toDiagram({
      draft,
      positions: {},
      answer: answerOf(draft),
      supplierNames: {},
    });
    const findingsAt = (id: string) =>
      nodes.flatMap((node) => (node.type === 'process' && node.id === id ? node.data.findings : []));
    expect(findingsAt('rolling').length).toBeGreaterThan(0);
    expect(findingsAt('ingot')).toEqual([]);
    expect(edges[0]?.data?.carried).toMatchObject({ amount: null, missing: 1 });
    expect(edges[0]?.data?.findings.length).toBeGreaterThan(0);
  });

  it('refuses a second arrow for the same flow and an arrow to itself', () => {
    expect(addLink(drawn(), { id: 'l2', provider: 'ingot', process: 'rolling' })).toBeNull();
    expect(addLink(drawn(), { id: 'l2', provider: 'ingot', process: 'ingot' })).toBeNull();
    expect(addLink(drawn(), { id: 'l2', provider: 'nobody', process: 'ingot' })).toBeNull();
  });

  it('takes the input away with its arrow, and the arrow away with its input', () => {
    for (const draft of [removeLink(drawn(), 'l1'), removeExchange(drawn(), 'rolling', 'l1.input')]) {
      expect(draft.links).toEqual([]);
      const rolling = draft.processes.find((process) => process.id === 'rolling');
      expect(rolling?.kind === 'unit' && rolling.exchanges.map((exchange) => exchange.id)).toEqual([
        'rolling.output',
      ]);
    }
  });

  it('leaves a finding where a removed process was needed', () => {
    const draft = removeProcess(drawn(), 'ingot');
    expect(draft.links).toEqual([]);
    expect(checkProductSystem(draft)).toMatchObject({ ok: false });
  });

  it('forgets the product when its process is removed', () => {
    expect(removeProcess(drawn(), 'rolling').referenceFlow).toBeNull();
  });

  it('changes a process without touching the drawing it came from', () => {
    const before = drawn();
    const after = changeProcess(before, 'ingot', { name: 'Billet' });
    expect(after.processes.find((process) => process.id === 'ingot')?.name).toBe('Billet');
    expect(before.processes.find((process) => process.id === 'ingot')?.name).toBe('Ingot');
    const nameOf = (draft: ProductSystemDraft) => draft.flows.find(({ id }) => id === 'ingot.product')?.name;
    expect([nameOf(before), nameOf(after)]).toEqual(['Ingot', 'Billet']);
    const own = { ...before, flows: before.flows.map((flow) => ({ ...flow, name: `${flow.name} 5052` })) };
    expect(nameOf(changeProcess(own, 'ingot', { name: 'Billet' }))).toBe('Ingot 5052');
  });
});

describe('what was removed', () => {
  it('is named: processes, and inputs of those that stay', () => {
    expect(removedBetween(drawn(), removeProcess(drawn(), 'ingot'))).toEqual(['Ingot']);
    expect(removedBetween(drawn(), removeExchange(drawn(), 'ingot', 'power'))).toEqual(['Electricity']);
    expect(removedBetween(drawn(), removeLink(drawn(), 'l1'))).toEqual(['Ingot']);
    expect(removedBetween(drawn(), drawn())).toEqual([]);
  });
});

describe('buying', () => {
  it('makes an input somebody’s raw material, and back', () => {
    const before = addInput(drawn(), 'rolling', {
      id: 'oil',
      name: 'Oil',
      exchange: { isInput: true, amount: 1, unit: 'kg', dataType: 'primary' },
    });
    const bought = changeSupplier(before, 'rolling', 'oil', 'refinery');
    const oilOf = (draft: ProductSystemDraft) => {
      const rolling = draft.processes.find(({ id }) => id === 'rolling');
      return rolling?.kind === 'unit' ? rolling.exchanges.find(({ id }) => id === 'oil') : undefined;
    };
    expect(oilOf(bought)).toMatchObject({ supplier: 'refinery', stage: 'rawMaterial' });
    expect(oilOf(changeSupplier(bought, 'rolling', 'oil', null))).toEqual(oilOf(before));
  });
});

describe('a diagram', () => {
  const supplied = () =>
    ['ore', 'coke', 'flux'].reduce(
      (draft, id, at) =>
        addInput(draft, 'rolling', {
          id,
          name: id,
          exchange: {
            isInput: true,
            amount: at + 1,
            unit: 'kg',
            dataType: 'secondary',
            stage: 'rawMaterial',
            supplier: id === 'flux' ? 'small' : 'mine',
            ...(id !== 'flux' && {
              factor: { ...electricity, id, unit: 'kgCO2e/kg', boundary: 'cradleToGate' },
            }),
          },
        }),
      drawn(),
    );

  it('shows inputs of its own on a process and contributions where they arise', () => {
    const draft = drawn();
    const { nodes, edges } = toDiagram({
      draft,
      positions: { ingot: { x: 7, y: 9 } },
      answer: answerOf(draft),
      supplierNames: {},
    });
    expect(nodes).toMatchObject([
      {
        id: 'ingot',
        position: { x: 7, y: 9 },
        data: {
          ownInputs: 1,
          contribution: { kgCO2e: expect.closeTo(2400, 9), share: 1 },
          isReference: false,
        },
      },
      { id: 'rolling', data: { ownInputs: 0, contribution: null, isReference: true } },
    ]);
    expect(edges).toMatchObject([
      { source: 'ingot', target: 'rolling', data: { carried: { amount: 1.2, unit: 'kg' } } },
    ]);
  });

  it('shows whom a process buys from, with what it carries, what is unknown and what it contributes', () => {
    const draft = supplied();
    const { nodes, edges } = toDiagram({
      draft,
      positions: {},
      answer: answerOf(draft),
      supplierNames: { mine: 'The mine' },
    });
    const supplies = nodes.filter((node) => node.type === 'supply');
    expect(supplies.map(({ data }) => data)).toMatchObject([
      { supplierName: 'The mine', stage: 'rawMaterial', openInputs: 0, contribution: { kgCO2e: 1500 } },
      { supplierName: 'small', openInputs: 1, contribution: null, parts: [{ name: 'flux', kgCO2e: null }] },
    ]);
    expect(edges.at(1)).toMatchObject({
      target: 'rolling',
      data: { link: null, carried: { amount: 3, unit: 'kg' } },
    });
  });

  it('adds to the total, whatever is folded', () => {
    const draft = supplied();
    const answer = answerOf(draft);
    const { nodes } = toDiagram({ draft, positions: {}, answer, supplierNames: {} });
    const shown = nodes.reduce((sum, { data }) => sum + (data.contribution?.kgCO2e ?? 0), 0);
    expect(answer.total).toBeCloseTo(2400 + 1500, 6);
    expect(shown).toBeCloseTo(answer.total ?? Number.NaN, 6);
  });
});
