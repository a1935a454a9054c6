import {
  calculateFootprint,
  checkProductSystem,
  type EmissionFactor,
  type ProductSystemDraft,
} from '@slipstream/footprint';
import { describe, expect, it } from 'vitest';
import { toDiagram } from './diagram.ts';
import {
  addInput,
  addLink,
  addProcess,
  changeExchange,
  changeProcess,
  removeExchange,
  removeLink,
  removeProcess,
} from './draft-edits.ts';

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
    const checked = checkProductSystem(draft);
    const { nodes, edges } = toDiagram({
      draft,
      positions: {},
      findings: checked.findings,
      supplierNames: {},
      contributions: {},
    });
    expect(nodes.find((node) => node.id === 'rolling')?.data.findings.length).toBeGreaterThan(0);
    expect(nodes.find((node) => node.id === 'ingot')?.data.findings).toEqual([]);
    expect(edges[0]?.data?.amount).toBeNull();
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
  });
});

describe('a diagram', () => {
  it('shows inputs by factor on their process and contributions where they arise', () => {
    const { nodes, edges } = toDiagram({
      draft: drawn(),
      positions: { ingot: { x: 7, y: 9 } },
      findings: [],
      supplierNames: {},
      contributions: { ingot: { kgCO2e: 2400, share: 1 } },
    });
    expect(nodes[0]).toMatchObject({
      id: 'ingot',
      position: { x: 7, y: 9 },
      data: { factorInputs: 1, contribution: { kgCO2e: 2400 }, isReference: false },
    });
    expect(nodes[1]).toMatchObject({ id: 'rolling', data: { factorInputs: 0, isReference: true } });
    expect(edges).toMatchObject([{ source: 'ingot', target: 'rolling', data: { amount: 1.2, unit: 'kg' } }]);
  });
});
