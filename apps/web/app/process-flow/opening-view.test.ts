import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Bounds,
  beyond,
  boundsOf,
  type CanvasFrame,
  isLegibleWhole,
  legibleZoom,
  openingView,
} from './opening-view.ts';

const margins = { top: 54, right: 20, bottom: 70, left: 20 };
const phone: CanvasFrame = { width: 358, height: 520, margins, stands: 'top' };
const desk: CanvasFrame = { width: 770, height: 650, margins, stands: 'middle' };
/** The corners of what is drawn, as they are seen. */
const seen = (drawn: Bounds, frame: CanvasFrame) => {
  const { x, y, zoom } = openingView(drawn, frame);
  return {
    zoom,
    left: drawn.x * zoom + x,
    right: (drawn.x + drawn.width) * zoom + x,
    top: drawn.y * zoom + y,
    bottom: (drawn.y + drawn.height) * zoom + y,
  };
};

it('shows all of a drawing that can be read whole, in the middle and no larger than it is', () => {
  const small = seen({ x: -40, y: 12, width: 300, height: 100 }, desk);
  expect(small.zoom).toBe(1);
  expect(small.left - margins.left).toBeCloseTo(desk.width - margins.right - small.right);
  expect(small.top - margins.top).toBeCloseTo(desk.height - margins.bottom - small.bottom);
  // A column of ten suppliers before one process, on a phone.
  const column = seen({ x: 36, y: 24, width: 566, height: 630 }, phone);
  expect(column.zoom).toBeCloseTo(318 / 566);
  expect(column.left).toBeCloseTo(margins.left);
  expect(column.right).toBeCloseTo(phone.width - margins.right);
});

it('begins a longer one at its left, large enough to read, and on a phone at the top', () => {
  const chain = seen({ x: 36, y: 24, width: 900, height: 260 }, phone);
  expect(chain.zoom).toBe(0.75);
  expect(chain.left).toBeCloseTo(margins.left);
  expect(chain.right).toBeGreaterThan(phone.width);
  expect(chain.top).toBeCloseTo(margins.top);
});

it('begins a taller one at its top, across whole', () => {
  const many = seen({ x: 36, y: 24, width: 566, height: 1472 }, phone);
  expect(many.top).toBeCloseTo(margins.top);
  expect(many.right).toBeCloseTo(phone.width - margins.right);
  expect(many.bottom).toBeGreaterThan(phone.height);
});

it('never cuts off where a drawing begins, nor shrinks it beyond reading, nor covers what fits', () => {
  const size = fc.integer({ min: 54, max: 6_000 });
  const place = fc.integer({ min: -2_000, max: 2_000 });
  fc.assert(
    fc.property(
      fc.record({ x: place, y: place, width: size, height: size }),
      fc.constantFrom(phone, desk),
      (drawn, frame) => {
        const { zoom, left, top, right, bottom } = seen(drawn, frame);
        expect(zoom).toBeGreaterThanOrEqual(legibleZoom);
        expect(zoom).toBeLessThanOrEqual(1);
        expect(left).toBeGreaterThanOrEqual(margins.left - 1e-6);
        expect(top).toBeGreaterThanOrEqual(margins.top - 1e-6);
        const whole = Math.min(
          (frame.width - 40) / drawn.width,
          (frame.height - margins.top - margins.bottom) / drawn.height,
        );
        expect(isLegibleWhole(drawn, frame)).toBe(whole >= legibleZoom);
        if (whole < legibleZoom) return;
        expect(right).toBeLessThanOrEqual(frame.width - margins.right + 1e-6);
        expect(bottom).toBeLessThanOrEqual(frame.height - margins.bottom + 1e-6);
      },
    ),
  );
});

it('opens an empty canvas, and one that is too small to show anything', () => {
  expect(boundsOf([], {})).toBeNull();
  expect(openingView(null, phone)).toEqual({ x: 20, y: 54, zoom: 1 });
  expect(openingView({ x: 0, y: 0, width: 9, height: 9 }, { ...desk, width: 10, height: 10 }).zoom).toBe(1);
});

it('finds the corners of what has a place', () => {
  const boxes = [
    { id: 'a', width: 10, height: 20 },
    { id: 'b', width: 30, height: 5 },
    { id: 'nowhere', width: 900, height: 900 },
  ];
  expect(boundsOf(boxes, { a: { x: -5, y: 3 }, b: { x: 40, y: 50 } })).toEqual({
    x: -5,
    y: 3,
    width: 75,
    height: 52,
  });
});

it('tells what lies beyond each side, nearest first, and nothing of what is mostly seen', () => {
  const node = (id: string, x: number, y: number) => ({ id, x, y, width: 20, height: 10 });
  const nodes = [
    node('far right', 300, 50),
    node('near right', 95, 40),
    node('half', 85, 40),
    node('below', 50, 200),
  ];
  const found = beyond(nodes, { x: 0, y: 0, width: 100, height: 100 });
  expect(found.right.map(({ id }) => id)).toEqual(['near right', 'far right']);
  expect(found.bottom.map(({ id }) => id)).toEqual(['below']);
  expect([...found.left, ...found.top]).toEqual([]);
});
