import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupMachine, groupMachineKinds, planCompressorGroup } from './group-control.ts';

const machine = (
  id: string,
  kind: GroupMachine['kind'],
  deliveryScfm: number,
  loadedKw: number,
): GroupMachine => ({ id, kind, deliveryScfm, loadedKw });
const plan = (demandScfm: number, ...machines: GroupMachine[]) => {
  const result = planCompressorGroup({ machines, demandScfm });
  return result.ok ? result.value : result.findings;
};
const fixed = machine('A', 'fixedSpeed', 400, 75);
const worse = machine('B', 'fixedSpeed', 400, 90);
const variable = machine('V', 'variableSpeed', 400, 80);
const centrifugal = machine('C', 'centrifugal', 1000, 150);

describe('planCompressorGroup', () => {
  it('runs the efficient fixed machine full and trims by speed', () =>
    expect(plan(700, fixed, worse, variable)).toEqual({
      running: [
        { id: 'A', role: 'base', deliveredScfm: 400, loadPercent: 100, kW: 75, poorlyLoaded: false },
        { id: 'V', role: 'trim', deliveredScfm: 300, loadPercent: 75, kW: 60, poorlyLoaded: true },
      ],
      stopped: ['B'],
      totalKw: 135,
    }));
  it('lets an unloading machine trim at 27.3 % idle power where none has variable speed', () =>
    expect(plan(600, fixed, worse)).toMatchObject({
      running: [
        { id: 'A', role: 'base' },
        { id: 'B', role: 'trim', loadPercent: 50, kW: 90 * (0.5 + 0.5 * 0.273) },
      ],
      totalKw: 75 + 90 * (0.5 + 0.5 * 0.273),
    }));
  it('keeps a centrifugal machine as base', () => {
    expect(plan(1300, centrifugal, fixed)).toMatchObject({
      running: [
        { id: 'C', role: 'base' },
        { id: 'A', role: 'trim', loadPercent: 75 },
      ],
    });
    expect(plan(900, centrifugal, fixed)).toMatchObject({
      running: [{ id: 'C', role: 'trim', loadPercent: 90, poorlyLoaded: false }],
      stopped: ['A'],
    });
  });
  it.each([
    [340, false],
    [340 * (1 - 1e-10), false],
    [339, true],
  ])('calls a load of %d of 400 poor: %s', (demand, poorlyLoaded) =>
    expect(plan(demand, fixed)).toMatchObject({ running: [{ poorlyLoaded }] }),
  );
  it('stops everything without demand, and the fewest machines carry what they can', () => {
    expect(plan(0, fixed, variable)).toEqual({ running: [], stopped: ['A', 'V'], totalKw: 0 });
    expect(plan(400, fixed)).toMatchObject({ running: [{ role: 'trim', loadPercent: 100 }], totalKw: 75 });
    expect(plan(800 * (1 + 1e-10), fixed, worse)).toMatchObject({ stopped: [], totalKw: 165 });
  });
  it('refuses a demand no group meets, and impossible groups', () => {
    expect(plan(801, fixed, worse)).toMatchObject([
      { code: 'group.demandAboveDelivery', path: ['demandScfm'], values: { deliveryScfm: 800 } },
    ]);
    expect(plan(1)).toMatchObject([{ code: 'group.demandAboveDelivery' }]);
    expect(plan(-1, { ...fixed, deliveryScfm: 0, kind: 'x' as 'fixedSpeed' }, fixed)).toMatchObject([
      { path: ['machines', 0, 'kind'] },
      { path: ['machines', 0, 'deliveryScfm'] },
      { code: 'group.duplicateMachine', path: ['machines', 1, 'id'], values: { id: 'A' } },
      { path: ['demandScfm'] },
    ]);
    const many = Array.from({ length: 17 }, (_, index) => ({ ...fixed, id: String(index) }));
    expect(plan(1, ...many)).toMatchObject([{ code: 'group.tooLarge', values: { count: 17 } }]);
    expect(plan(1, ...many.slice(1))).toMatchObject({ running: [{ role: 'trim' }] });
  });
  it('delivers the demand, overloads no machine and never takes more power than running all', () => {
    const machines = fc.array(
      fc.record({
        kind: fc.constantFrom(...groupMachineKinds),
        deliveryScfm: fc.integer({ min: 50, max: 1000 }),
        loadedKw: fc.integer({ min: 10, max: 200 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(machines, fc.double({ min: 0.01, max: 1, noNaN: true }), (drawn, load) => {
        const group = drawn.map((one, index) => ({ ...one, id: String(index) }));
        const demandScfm = group.reduce((sum, one) => sum + one.deliveryScfm, 0) * load;
        const result = planCompressorGroup({ machines: group, demandScfm });
        if (!result.ok) return expect(result.findings).toEqual([]);
        const { running, stopped, totalKw } = result.value;
        expect(running.reduce((sum, one) => sum + one.deliveredScfm, 0)).toBeCloseTo(demandScfm, 6);
        expect(running.every(({ loadPercent }) => loadPercent > 0 && loadPercent <= 100)).toBe(true);
        expect(running.filter(({ role }) => role === 'trim')).toHaveLength(1);
        expect(running.length + stopped.length).toBe(group.length);
        expect(totalKw).toBeLessThanOrEqual(group.reduce((sum, one) => sum + one.loadedKw, 0) + 1e-9);
      }),
    );
  });
});
