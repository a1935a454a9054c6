import type { LifeCycleStage } from '@slipstream/footprint';
import { nodeSize, type Positions } from './diagram.ts';
import type { Box } from './place-missing.ts';

/** A vertical band of the canvas that belongs to one life-cycle stage. */
export interface Lane {
  readonly stage: LifeCycleStage;
  readonly x: number;
  readonly width: number;
}

/** In px, whatever the zoom: the names of the lanes stand above the drawing. */
export const laneTitleHeight = 36;

const margin = 36;
/** Width of a band with nothing in it. */
export const emptyWidth = 200;

/**
 * The bands of the stages in scope, side by side in the order of a life. A band is as wide as its nodes need; where two
 * stages overlap, the earlier one keeps the ground it stands on.
 */
export function lanesOf(
  stages: readonly LifeCycleStage[],
  boxes: readonly Box[],
  positions: Positions,
): Lane[] {
  let edge = Math.min(0, ...Object.values(positions).map(({ x }) => x - margin));
  return stages.map((stage) => {
    const rightmost = boxes
      .filter((box) => box.stage === stage)
      .flatMap(({ id, width }) => {
        const x = positions[id]?.x;
        return x === undefined ? [] : [x + width + margin];
      });
    const lane = { stage, x: edge, width: Math.max(emptyWidth, ...rightmost.map((x) => x - edge)) };
    edge += lane.width;
    return lane;
  });
}

/** The stage whose band holds the middle of a process that was dropped at `x`; beyond the bands, the nearest. */
export function stageAt(lanes: readonly Lane[], x: number): LifeCycleStage | null {
  const middle = x + nodeSize.width / 2;
  const lane = lanes.find((candidate) => middle < candidate.x + candidate.width) ?? lanes.at(-1);
  return lane?.stage ?? null;
}

/** Keeps a node that does not change its stage inside the band of that stage, wherever it is dropped. */
export function withinLane(lanes: readonly Lane[], { stage, width }: Box, x: number): number {
  const lane = lanes.find((candidate) => candidate.stage === stage);
  if (!lane) return x;
  return Math.min(Math.max(x, lane.x), Math.max(lane.x, lane.x + lane.width - width));
}
