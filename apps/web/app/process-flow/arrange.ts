import { type LifeCycleStage, lifeCycleStages } from '@slipstream/footprint';
import type { Positions } from './diagram.ts';
import { emptyWidth } from './lanes.ts';
import { type Arrow, type Box, placeMissing } from './place-missing.ts';

const laneGap = 72;

/** What is laid out: nodes in stages, arrows between them, and the stages that have a lane though they are empty. */
export interface Layout {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly stages: readonly LifeCycleStage[];
}

/** So many nodes are laid out with as few crossings as can be; of more it takes too long to wait for. */
const mostArranged = 200;

/**
 * Lays a drawing out from left to right, each life-cycle stage in its own lane; arrows cross as little as can be, or,
 * where there are very many nodes, each stands beside what it goes to.
 */
export async function arrange({ boxes, arrows, stages }: Layout): Promise<Positions> {
  if (boxes.length > mostArranged) return inLanes(boxes, stages, placeMissing(boxes, arrows, {}));
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const laidOut = await new Elk().layout({
    id: 'product-system',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.partitioning.activate': 'true',
      'elk.separateConnectedComponents': 'false',
      'elk.spacing.nodeNode': '10',
      'elk.layered.spacing.nodeNodeBetweenLayers': '110',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.padding': '[top=24,left=36,bottom=24,right=36]',
    },
    children: boxes.map(({ id, width, height, stage }) => ({
      id,
      width,
      height,
      layoutOptions: { 'elk.partitioning.partition': String(lifeCycleStages.indexOf(stage)) },
    })),
    edges: arrows.map(({ id, source, target }) => ({ id, sources: [source], targets: [target] })),
  });
  const positions = Object.fromEntries(
    (laidOut.children ?? []).map((node) => [node.id, { x: node.x ?? 0, y: node.y ?? 0 }]),
  );
  return inLanes(boxes, stages, positions);
}

/** Moves what the layout left of its stage to the right of the stages before: partitions bind linked nodes only. */
function inLanes(boxes: readonly Box[], stages: readonly LifeCycleStage[], positions: Positions): Positions {
  const placed: Record<string, { x: number; y: number }> = {};
  let edge = 0;
  for (const stage of lifeCycleStages) {
    const inStage = boxes.filter((box) => box.stage === stage);
    if (inStage.length === 0 && stages.includes(stage)) edge += emptyWidth + laneGap;
    for (const { id } of inStage) {
      const { x, y } = positions[id] ?? { x: 0, y: 0 };
      placed[id] = { x: Math.max(x, edge), y };
    }
    edge = Math.max(edge, ...inStage.map(({ id, width }) => (placed[id]?.x ?? 0) + width + laneGap));
  }
  return placed;
}
