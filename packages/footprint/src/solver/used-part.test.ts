import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planSolve } from './plan.ts';
import { randomSystem } from './test-system.ts';
import { usedPart, usedRoom } from './used-part.ts';

it('is what can be reached along exchanges, in rising order, loops whole, whatever the room held before', () => {
  fc.assert(
    fc.property(randomSystem, fc.array(fc.nat(29), { maxLength: 3 }), ({ matrix }, picks) => {
      const plan = planSolve(matrix);
      const room = usedRoom(matrix.n);
      usedPart(plan, Int32Array.of(matrix.n - 1), room);
      const products = Int32Array.from(picks, (pick) => pick % matrix.n);
      const reached = new Set<number>(products);
      for (const process of reached)
        for (let p = matrix.rowStart[process]!; p < matrix.rowStart[process + 1]!; p++)
          reached.add(matrix.column[p]!);
      const { positions, loops } = usedPart(plan, products, room);
      const expected = [...reached].map((process) => plan.position[process]!).sort((a, b) => a - b);
      expect([...positions]).toEqual(expected);
      expect(expected.map((position) => room.indexOf[position])).toEqual([...expected.keys()]);
      const inUse = [...plan.loopFrom.keys()].filter((loop) => expected.includes(plan.loopFrom[loop]!));
      expect(loops).toEqual(inUse);
    }),
  );
});
