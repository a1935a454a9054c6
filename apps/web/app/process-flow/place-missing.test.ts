import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Box, placeMissing } from './place-missing.ts';

const box = (id: string, stage: Box['stage'], height = 60): Box => ({ id, stage, width: 240, height });

it('stands left of what it goes to, and leaves what has a place', () => {
  const positions = { mill: { x: 600, y: 100 } };
  const placed = placeMissing(
    [box('mill', 'manufacturing', 92), box('ore', 'rawMaterial'), box('coal', 'rawMaterial')],
    [
      { id: 'a', source: 'ore', target: 'mill' },
      { id: 'b', source: 'coal', target: 'mill' },
    ],
    positions,
  );
  expect(placed.mill).toEqual({ x: 600, y: 100 });
  expect(placed.ore).toEqual({ x: 250, y: 100 });
  expect(placed.coal).toEqual({ x: 250, y: 170 });
});

it('puts no new node upon another, wherever the others stand', () => {
  const place = fc.record({ x: fc.integer({ min: -300, max: 900 }), y: fc.integer({ min: -200, max: 200 }) });
  fc.assert(
    fc.property(fc.array(fc.option(place, { nil: undefined }), { maxLength: 20 }), (places) => {
      const boxes = places.map((_, at) => box(`n${at}`, at % 3 === 0 ? 'manufacturing' : 'rawMaterial'));
      const arrows = boxes.map(({ id }) => ({ id, source: id, target: 'n0' }));
      const given = Object.fromEntries(places.flatMap((at, index) => (at ? [[`n${index}`, at]] : [])));
      const placed = placeMissing(boxes, arrows, given);
      for (const one of boxes)
        for (const other of boxes) {
          if (one.id === other.id || (given[one.id] && given[other.id])) continue;
          const [a, b] = [placed[one.id], placed[other.id]];
          if (!a || !b) throw new Error('not placed');
          const apart = Math.abs(a.x - b.x) >= 240 || Math.abs(a.y - b.y) >= 60;
          expect(apart, `${one.id} and ${other.id}`).toBe(true);
        }
    }),
  );
});
