import { expect, it } from 'vitest';
import { makeRoom } from './make-room.ts';
import type { Box } from './place-missing.ts';

const box = (id: string): Box => ({ id, stage: 'rawMaterial', width: 240, height: 54 });
const boxes = ['top', 'middle', 'low', 'beside'].map(box);
const positions = {
  top: { x: 0, y: 0 },
  middle: { x: 20, y: 64 },
  low: { x: 0, y: 128 },
  beside: { x: 300, y: 128 },
};

it('moves what stands below in the same column, and nothing else', () => {
  expect([...makeRoom(boxes, positions, new Map([['middle', 80]]))]).toEqual([['low', 80]]);
  const both = new Map([
    ['top', 30],
    ['middle', 80],
  ]);
  expect(Object.fromEntries(makeRoom(boxes, positions, both))).toEqual({ middle: 30, low: 110 });
  expect(makeRoom(boxes, positions, new Map()).size).toBe(0);
});
