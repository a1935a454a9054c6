import type { Positions } from './diagram.ts';

/** A rectangle on the canvas, in the drawing's own measure. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A canvas on the screen, in px. */
export interface CanvasFrame {
  readonly width: number;
  readonly height: number;
  /** What is kept free at its edges, for the names of the lanes and for the controls. */
  readonly margins: Margins;
  /** Where a drawing lower than the canvas stands: at the top where that is seen first. */
  readonly stands: 'middle' | 'top';
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Smaller than this nobody reads what stands on a node. */
export const legibleZoom = 0.55;
/** Where not everything can be seen at once, what is seen is to be read without effort. */
const readingZoom = 0.75;

/** The rectangle around everything that is drawn; null where nothing is. */
export function boundsOf(
  boxes: readonly { readonly id: string; readonly width: number; readonly height: number }[],
  positions: Positions,
): Bounds | null {
  const corners = boxes.flatMap(({ id, width, height }) => {
    const place = positions[id];
    return place ? [{ left: place.x, top: place.y, right: place.x + width, bottom: place.y + height }] : [];
  });
  if (corners.length === 0) return null;
  const x = Math.min(...corners.map(({ left }) => left));
  const y = Math.min(...corners.map(({ top }) => top));
  return {
    x,
    y,
    width: Math.max(...corners.map(({ right }) => right)) - x,
    height: Math.max(...corners.map(({ bottom }) => bottom)) - y,
  };
}

/**
 * How a drawing is first looked at: all of it, where that is legible; else as much as can be read, from
 * where it begins, at its left and top. A direction in which all of it can be read is shown whole.
 */
export function openingView(
  drawn: Bounds | null,
  { width, height, margins, stands }: CanvasFrame,
): { readonly x: number; readonly y: number; readonly zoom: number } {
  const { across, down } = roomIn({ width, height, margins });
  if (!drawn || across <= 0 || down <= 0) return { x: margins.left, y: margins.top, zoom: 1 };
  const fits = [across / drawn.width, down / drawn.height];
  const whole = Math.min(1, ...fits);
  const zoom =
    whole >= legibleZoom ? whole : Math.min(readingZoom, ...fits.filter((fit) => fit >= legibleZoom));
  /** Half of the room that is left; none where it does not fit. */
  const half = (room: number, length: number) => Math.max(0, (room - length * zoom) / 2);
  return {
    x: margins.left + half(across, drawn.width) - drawn.x * zoom,
    y: margins.top + (stands === 'top' ? 0 : half(down, drawn.height)) - drawn.y * zoom,
    zoom,
  };
}

/** Whether all of a drawing can be read at once. */
export function isLegibleWhole(drawn: Bounds | null, frame: CanvasFrame): boolean {
  const { across, down } = roomIn(frame);
  return drawn === null || Math.min(across / drawn.width, down / drawn.height) >= legibleZoom;
}

function roomIn({ width, height, margins }: Pick<CanvasFrame, 'width' | 'height' | 'margins'>) {
  return { across: width - margins.left - margins.right, down: height - margins.top - margins.bottom };
}

/** The sides of the canvas beyond which something lies. */
export const sides = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof sides)[number];

/**
 * What lies beyond each side of what is seen, nearest first: nodes whose middle is out of sight. `seen` is in the
 * drawing's own measure.
 */
export function beyond<Node extends Bounds>(
  nodes: readonly Node[],
  seen: Bounds,
): Readonly<Record<Side, readonly Node[]>> {
  const middle = ({ x, y, width, height }: Bounds) => ({ x: x + width / 2, y: y + height / 2 });
  const outBy: Readonly<Record<Side, (node: Node) => number>> = {
    left: (node) => seen.x - middle(node).x,
    right: (node) => middle(node).x - (seen.x + seen.width),
    top: (node) => seen.y - middle(node).y,
    bottom: (node) => middle(node).y - (seen.y + seen.height),
  };
  const out = (side: Side) =>
    nodes
      .filter((node) => outBy[side](node) > 0)
      .toSorted((one, other) => outBy[side](one) - outBy[side](other));
  return { left: out('left'), right: out('right'), top: out('top'), bottom: out('bottom') };
}
