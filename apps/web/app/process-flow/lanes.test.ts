import { expect, it } from 'vitest';
import { lanesOf, stageAt } from './lanes.ts';

const processes = [
  { id: 'ingot', stage: 'rawMaterial' },
  { id: 'rolling', stage: 'manufacturing' },
] as const;
const positions = { ingot: { x: 36, y: 40 }, rolling: { x: 400, y: 40 } };

it('sets the bands side by side, each wide enough for its processes', () => {
  expect(lanesOf(['rawMaterial', 'manufacturing'], processes, positions)).toEqual([
    { stage: 'rawMaterial', x: 0, width: 284 },
    { stage: 'manufacturing', x: 284, width: 364 },
  ]);
});

it('gives a stage without processes a band to drop one into', () => {
  const lanes = lanesOf(['rawMaterial', 'manufacturing', 'use'], processes, positions);
  expect(lanes[2]).toEqual({ stage: 'use', x: 648, width: 200 });
});

it('reads the stage from where a process is dropped', () => {
  const lanes = lanesOf(['rawMaterial', 'manufacturing'], processes, positions);
  expect(stageAt(lanes, 36)).toBe('rawMaterial');
  expect(stageAt(lanes, 200)).toBe('manufacturing');
  expect(stageAt(lanes, -500)).toBe('rawMaterial');
  expect(stageAt(lanes, 5000)).toBe('manufacturing');
  expect(stageAt([], 0)).toBeNull();
});
