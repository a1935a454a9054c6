import { expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import type { Box } from './place-missing.ts';

const stages = ['rawMaterial', 'manufacturing', 'distribution', 'use', 'endOfLife'] as const;

it('keeps every stage right of the one before, linked or not, and no node upon another', async () => {
  const order = ['use', 'manufacturing', 'rawMaterial', 'manufacturing', 'rawMaterial'] as const;
  const boxes = order.map((stage, at): Box => ({ id: `p${at}`, stage, width: 212, height: 92 }));
  const arrows = [{ id: 'l', source: 'p2', target: 'p1' }];
  const positions = await arrange({ boxes, arrows, stages });
  const x = (id: string) => positions[id]?.x ?? Number.NaN;
  for (const raw of ['p2', 'p4']) for (const made of ['p1', 'p3']) expect(x(raw) + 212).toBeLessThan(x(made));
  for (const made of ['p1', 'p3']) expect(x(made) + 212).toBeLessThan(x('p0'));
  const places = Object.values(positions).map((place) => `${place.x} ${place.y}`);
  expect(new Set(places).size).toBe(5);
});

it('stacks what goes to one process in the order it is given: the largest on top', async () => {
  const supplies = Array.from({ length: 12 }, (_, at): Box => {
    return { id: `s${at}`, stage: 'rawMaterial', width: 244, height: 60 };
  });
  const mill: Box = { id: 'mill', stage: 'manufacturing', width: 212, height: 92 };
  const arrows = supplies.map(({ id }) => ({ id: `to-${id}`, source: id, target: 'mill' }));
  const positions = await arrange({ boxes: [mill, ...supplies], arrows, stages });
  const tops = supplies.map(({ id }) => positions[id]?.y ?? Number.NaN);
  for (const [at, top] of tops.entries())
    if (at > 0) expect(top).toBeGreaterThanOrEqual((tops[at - 1] ?? 0) + 60);
});
