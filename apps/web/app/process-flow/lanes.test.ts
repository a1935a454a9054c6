import { expect, it } from 'vitest';
import { lanesOf, stageAt, withinLane } from './lanes.ts';

const processes = [
  { id: 'ingot', stage: 'rawMaterial', width: 212, height: 92 },
  { id: 'rolling', stage: 'manufacturing', width: 212, height: 92 },
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

it('keeps what has its stage for good inside its band', () => {
  const lanes = lanesOf(['rawMaterial', 'manufacturing'], processes, positions);
  const [ingot] = processes;
  expect(withinLane(lanes, ingot, 50)).toBe(50);
  expect(withinLane(lanes, ingot, 500)).toBe(284 - 212);
  expect(withinLane(lanes, ingot, -90)).toBe(0);
  expect(withinLane([], ingot, 9)).toBe(9);
});
