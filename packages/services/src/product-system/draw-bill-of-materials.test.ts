import { starterFactor } from '@slipstream/factor-library/starter';
import { calculateFootprint, checkProductSystem } from '@slipstream/footprint';
import { describe, expect, it } from 'vitest';
import { type DrawnLine, drawBillOfMaterials } from './draw-bill-of-materials.ts';
import { materialRules } from './material-words.ts';

const context = { period: { start: '2025-01-01', end: '2025-12-31' }, geography: 'TW' };
const product = { id: 'wheel', name: '輪圈', unit: 'pcs', amount: 1 };
const line = (id: string, more: Partial<DrawnLine> = {}): DrawnLine => ({
  id,
  parent: null,
  partId: `part-${id}`,
  name: id,
  material: null,
  specification: null,
  amount: 1,
  unit: 'kg',
  kgPerPiece: null,
  supplierId: null,
  ...more,
});
const totalOf = (lines: readonly DrawnLine[]) => {
  const system = checkProductSystem(drawBillOfMaterials(product, lines, context).draft);
  if (!system.ok) return system.findings;
  const footprint = calculateFootprint(system.value);
  return footprint.ok ? footprint.value : footprint.findings;
};

describe('the first drawing of a bill of materials', () => {
  it('multiplies mass by the factor of the material: 8 kg aluminium ingot × 9.85 = 78.8 kg CO2e', () => {
    expect(totalOf([line('a', { name: '輪圈本體', material: 'A356 鋁錠', amount: 8 })])).toMatchObject({
      total: expect.closeTo(78.8, 9),
      bySupplier: [{ key: null }],
    });
  });

  it('counts pieces by their mass: 5 screws of 0.02 kg × 3.37 = 0.337', () => {
    const screws = line('s', {
      name: '六角螺絲 M8',
      amount: 5,
      unit: 'pcs',
      kgPerPiece: 0.02,
      supplierId: 'firm',
    });
    expect(totalOf([screws])).toMatchObject({
      total: expect.closeTo(0.337, 9),
      bySupplier: [{ key: 'firm' }],
    });
  });

  it('goes through an assembly: 2 assemblies of 3 kg ABS × 2.788 = 16.728', () => {
    const lines = [
      line('hub', { amount: 2, unit: 'pcs' }),
      line('cap', { parent: 0, material: 'ABS', amount: 3 }),
    ];
    expect(totalOf(lines)).toMatchObject({ total: expect.closeTo(16.728, 9) });
  });

  it('leaves a part open about which nothing is known, or whose mass nobody gave', () => {
    const lines = [line('x', { name: '神秘零件' }), line('y', { material: 'SUS304', unit: 'pcs' })];
    const { draft, reasons } = drawBillOfMaterials(product, lines, context);
    expect(reasons).toMatchObject({ x: { kind: 'noMatch' }, y: { kind: 'massUnknown', word: 'SUS304' } });
    expect(draft.processes[0]).toMatchObject({ exchanges: [{}, { id: 'x' }, { id: 'y' }] });
    expect(totalOf(lines)).toEqual([
      expect.objectContaining({ code: 'exchange.unlinked', path: ['processes', 0, 'exchanges', 1] }),
      expect.objectContaining({ code: 'exchange.unlinked', path: ['processes', 0, 'exchanges', 2] }),
    ]);
  });

  it('believes the material before the name', () => {
    const { reasons } = drawBillOfMaterials(product, [line('a', { name: '鋁蓋', material: 'ABS' })], context);
    expect(reasons.a).toMatchObject({ kind: 'word', word: 'ABS', place: 'material' });
  });

  it('never takes the factor of a worked example, and every rule names factors that exist', () => {
    const named = materialRules.flatMap(({ factors }) => factors);
    expect(named.length).toBeGreaterThan(60);
    for (const id of named) {
      expect(starterFactor(id), id).toBeDefined();
      expect(starterFactor(id)?.category).not.toBe('workedExample');
      expect(starterFactor(id)?.boundary, id).toBe('cradleToGate');
    }
  });
});
