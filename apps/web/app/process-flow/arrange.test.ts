import type { ProductSystemDraft } from '@slipstream/footprint';
import { expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import { nodeSize } from './diagram.ts';
import { addLink, addProcess } from './draft-edits.ts';

const blank: ProductSystemDraft = {
  statedUnit: null,
  referenceFlow: null,
  boundary: { productKind: 'goods', business: 'B2C' },
  period: null,
  flows: [],
  processes: [],
  links: [],
};

it('keeps every stage right of the one before, linked or not, and no process upon another', async () => {
  let draft = blank;
  const stages = ['use', 'manufacturing', 'rawMaterial', 'manufacturing', 'rawMaterial'] as const;
  stages.forEach((stage, index) => {
    draft = addProcess(draft, { id: `p${index}`, name: `p${index}`, stage, unit: 'kg' });
  });
  draft = addLink(draft, { id: 'l', provider: 'p2', process: 'p1' }) ?? draft;
  const positions = await arrange(draft);
  const x = (id: string) => positions[id]?.x ?? Number.NaN;
  for (const raw of ['p2', 'p4'])
    for (const made of ['p1', 'p3']) expect(x(raw) + nodeSize.width).toBeLessThan(x(made));
  for (const made of ['p1', 'p3']) expect(x(made) + nodeSize.width).toBeLessThan(x('p0'));
  const places = Object.values(positions).map((place) => `${place.x} ${place.y}`);
  expect(new Set(places).size).toBe(5);
});
