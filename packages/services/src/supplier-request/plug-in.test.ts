import {
  calculateFootprint,
  checkProductSystem,
  type Exchange,
  type ProductSystemDraft,
} from '@slipstream/footprint';
import { describe, expect, it } from 'vitest';
import { type ApprovedAnswer, plugInFootprint } from './plug-in.ts';

const input = (id: string, more: Partial<Exchange> = {}): Exchange => ({
  id,
  flow: 'rim',
  isInput: true,
  amount: 8,
  unit: 'kg',
  dataType: 'secondary',
  supplier: 'caster',
  factor: {
    id: 'aluminium',
    version: '1',
    name: '鋁錠',
    value: 9.85,
    unit: 'kgCO2e/kg',
    source: 'test',
    sourceType: 'publishedLifeCycle',
    boundary: 'cradleToGate',
  },
  ...more,
});
/** A wheel of 8 kg of rim at 9.85 and whatever else: 78.8 kg CO2e. */
const wheel = (...inputs: readonly Exchange[]): ProductSystemDraft => ({
  statedUnit: { kind: 'declaredUnit', description: 'wheel', amount: 1, unit: 'pcs' },
  referenceFlow: { process: 'wheel', flow: 'wheel', amount: 1, unit: 'pcs' },
  boundary: { productKind: 'goods', business: 'B2B' },
  period: { start: '2025-01-01', end: '2025-12-31' },
  flows: [
    { id: 'wheel', name: 'wheel', flowType: 'product' },
    { id: 'rim', name: 'rim', flowType: 'product' },
  ],
  processes: [
    {
      kind: 'unit',
      id: 'wheel',
      name: 'wheel',
      stage: 'manufacturing',
      quantitativeReference: 'out',
      exchanges: [
        { id: 'out', flow: 'wheel', isInput: false, amount: 1, unit: 'pcs', dataType: 'primary' },
        ...inputs,
      ],
    },
  ],
  links: [],
});
const answer = (kgCO2e: number, more: Partial<ApprovedAnswer['footprint']> = {}): ApprovedAnswer => ({
  partId: 'rim',
  partName: '輪圈',
  supplierId: 'caster',
  studyId: 'item',
  version: 1,
  footprint: {
    kgCO2e,
    declaredUnit: { amount: 1, unit: 'kg' },
    boundary: {
      business: 'B2B',
      period: { start: '2025-01-01', end: '2025-12-31' },
      geography: 'TW',
    },
    gwpSet: 'AR6',
    dataQualityScore: 2,
    primaryDataSharePercent: null,
    ...more,
  },
});
const nobody = new Set<string>();
function footprintOf(draft: ProductSystemDraft) {
  const system = checkProductSystem(draft);
  if (!system.ok) throw new Error(JSON.stringify(system.findings));
  const footprint = calculateFootprint(system.value);
  if (!footprint.ok) throw new Error(JSON.stringify(footprint.findings));
  return footprint.value;
}
const totalOf = (draft: ProductSystemDraft) => footprintOf(draft).total;

describe('plugging in an approved footprint', () => {
  it('takes the place of the factor: 8 kg × 9.85 = 78.8 becomes 8 kg × 5 = 40', () => {
    const draft = wheel(input('line'));
    expect(totalOf(draft)).toBeCloseTo(78.8, 9);
    const plugged = plugInFootprint(draft, answer(5), nobody);
    expect(totalOf(plugged.draft)).toBeCloseTo(40, 9);
    expect(plugged.draft.processes.find(({ id }) => id === plugged.processId)).toMatchObject({
      kind: 'sealed',
      supplier: 'caster',
      footprint: { studyId: 'item', components: { fossil: 5 } },
    });
  });

  it('converts units like any provider: 1 t of rim at 5,000 kg CO2e makes the same 40', () => {
    const perTonne = answer(5000, { declaredUnit: { amount: 1, unit: 't' } });
    expect(totalOf(plugInFootprint(wheel(input('line')), perTonne, nobody).draft)).toBeCloseTo(40, 9);
  });

  it('leaves what another supplier delivers: 40 of ours and 78.8 of theirs', () => {
    const draft = wheel(input('ours'), input('theirs', { supplier: 'other' }));
    const { draft: plugged } = plugInFootprint(draft, answer(5), new Set(['other']));
    expect(totalOf(plugged)).toBeCloseTo(118.8, 9);
  });

  it('brings its primary-data share: 65 % of 40 beside 78.8 of secondary data; one not told stays not known', () => {
    const draft = wheel(input('ours'), input('theirs', { supplier: 'other' }));
    const shareOf = (primaryDataSharePercent: number | null) =>
      plugInFootprint(draft, answer(5, { primaryDataSharePercent }), new Set(['other'])).draft;
    expect(footprintOf(shareOf(65)).primaryDataSharePercent).toBeCloseTo((26 / 118.8) * 100, 9);
    expect(shareOf(null).processes.find(({ kind }) => kind === 'sealed')).toMatchObject({
      footprint: { primaryDataSharePercent: null },
    });
  });

  it('answers an open input that had no factor', () => {
    const { factor, ...open } = input('line');
    expect(totalOf(plugInFootprint(wheel(open), answer(5), nobody).draft)).toBeCloseTo(40, 9);
  });

  it('puts a newer answer in the place of the older one, and twice the same changes nothing', () => {
    const first = plugInFootprint(wheel(input('line')), answer(5), nobody).draft;
    const second = plugInFootprint(first, { ...answer(4), version: 2 }, nobody).draft;
    expect(second.processes.filter(({ kind }) => kind === 'sealed')).toHaveLength(1);
    expect(totalOf(second)).toBeCloseTo(32, 9);
    expect(plugInFootprint(second, { ...answer(4), version: 2 }, nobody).draft).toEqual(second);
  });

  it('changes nothing where the part is not used, or the figure goes beyond the gate', () => {
    const draft = wheel(input('line'));
    const unused = { ...answer(5), partId: 'bolt' };
    const toGrave = answer(5, { boundary: { ...answer(5).footprint.boundary, business: 'B2C' } });
    for (const one of [unused, toGrave])
      expect(plugInFootprint(draft, one, nobody)).toEqual({ draft, processId: null });
  });
});
