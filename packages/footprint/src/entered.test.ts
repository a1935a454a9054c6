import { expect, it } from 'vitest';
import { firstPositions, idFaults, unitFaults } from './entered.ts';

it('a unit is there and known', () => {
  expect(unitFaults('kg', ['unit'])).toEqual([]);
  expect(unitFaults(' ', ['unit'])).toMatchObject([{ code: 'unit.missing' }]);
  expect(unitFaults('horse', ['unit'])).toMatchObject([{ code: 'unit.unknown' }]);
});

it.each([3, 8, 9, 20])('the first of two equal ids counts, among %d', (count) => {
  const ids = Array.from({ length: count }, (_, at) => (at === count - 1 ? 'id 0' : `id ${at}`));
  const positionOf = firstPositions(ids);
  expect([positionOf('id 0'), positionOf('id 1'), positionOf('x')]).toEqual([0, 1, undefined]);
  expect(idFaults(ids, (at) => [at]).map(({ code, path }) => [code, path])).toEqual([
    ['id.duplicate', [count - 1]],
  ]);
  expect(idFaults([...ids.slice(1), ' '], (at) => [at]).map(({ code }) => code)).toEqual(['id.blank']);
});
