import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attacker.fixture.ts';
import { nothingKnown, protectsEveryMember, withSum } from './solver-gate.ts';

const members = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const gate = (sums: readonly (readonly string[])[], everybody: readonly string[]) =>
  protectsEveryMember(sums.reduce((known, sum) => withSum(known, sum), nothingKnown(everybody)));

describe('the solver gate', () => {
  it('refuses what one can do in the head', () => {
    const all = members(6);
    expect(gate([all], all)).toBe(true);
    expect(gate([all, all.slice(1)], all)).toBe(false);
    expect(gate([all, all.slice(2)], all)).toBe(false);
    expect(gate([all, all.slice(3)], all)).toBe(true);
    expect(
      gate(
        [
          ['m0', 'm1', 'm2'],
          ['m1', 'm2', 'm3'],
          ['m0', 'm3', 'm4'],
          ['m4', 'm5'],
        ],
        all,
      ),
    ).toBe(false);
  });
  it('says the same as exact rational algebra, a member that knows itself included', () => {
    const systems = fc
      .integer({ min: 2, max: 9 })
      .chain((count) =>
        fc.tuple(
          fc.constant(members(count)),
          fc.array(fc.subarray(members(count), { minLength: 1 }), { maxLength: 8 }),
        ),
      );
    let [safe, unsafe] = [0, 0];
    fc.assert(
      fc.property(systems, ([everybody, sums]) => {
        const solved = attack(everybody, sums);
        const verdict = gate(sums, everybody);
        if (verdict) safe++;
        else unsafe++;
        expect(verdict).toBe(solved.size === 0);
      }),
      { numRuns: 800 },
    );
    expect(Math.min(safe, unsafe)).toBeGreaterThan(20);
  });
});
