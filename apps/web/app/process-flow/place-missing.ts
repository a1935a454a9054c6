import { type LifeCycleStage, lifeCycleStages } from '@slipstream/footprint';
import type { Positions } from './diagram.ts';

/** A node as the layout sees it. */
export interface Box {
  readonly id: string;
  readonly stage: LifeCycleStage;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

const besideGap = 110;
const laneGap = 72;
const belowGap = 10;

/**
 * Gives a place to each node that has none: left of what it goes to, in its own stage, below whatever stands there
 * already. Places that are given stay as they are, and no new node lies upon another.
 */
export function placeMissing(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  positions: Positions,
): Positions {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const placed: Record<string, { x: number; y: number }> = {};
  for (const { id } of boxes) {
    const known = positions[id];
    if (known) placed[id] = known;
  }
  // Backwards, so that what a node goes to has its place before it.
  const missing = boxes.filter(({ id }) => !placed[id]).sort((a, b) => order(b) - order(a));
  for (const box of missing) {
    const targets = arrows.flatMap(({ source, target }) => (source === box.id ? (placed[target] ?? []) : []));
    const right = Math.min(
      ...targets.map(({ x }) => x - besideGap),
      ...Object.entries(placed)
        .filter(([id]) => order(byId.get(id) ?? box) > order(box))
        .map(([, { x }]) => x - laneGap),
    );
    const left = Math.max(
      0,
      ...Object.entries(placed).flatMap(([id, { x }]) => {
        const other = byId.get(id);
        return other && order(other) < order(box) ? [x + other.width + laneGap] : [];
      }),
    );
    const x = Number.isFinite(right) ? right - box.width : left;
    let y = Math.min(...targets.map((target) => target.y));
    if (!Number.isFinite(y)) y = 0;
    for (let hit = hitAt(x, y); hit !== null; hit = hitAt(x, y)) y = hit;
    placed[box.id] = { x, y };

    function hitAt(atX: number, atY: number): number | null {
      for (const [id, place] of Object.entries(placed)) {
        const other = byId.get(id);
        if (!other || atX >= place.x + other.width || place.x >= atX + box.width) continue;
        const bottom = place.y + other.height + belowGap;
        if (atY < bottom && place.y < atY + box.height + belowGap) return bottom;
      }
      return null;
    }
  }
  return placed;
}

function order({ stage }: Box): number {
  return lifeCycleStages.indexOf(stage);
}
