import { lifeCycleStages, type ProductSystemDraft, stagesInScope } from '@slipstream/footprint';
import { nodeSize, type Positions } from './diagram.ts';
import { emptyWidth } from './lanes.ts';

const laneGap = 72;

/** Lays a drawing out from left to right, each life-cycle stage in its own lane; arrows cross as little as can be. */
export async function arrange(draft: ProductSystemDraft): Promise<Positions> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const laidOut = await new Elk().layout({
    id: 'product-system',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.partitioning.activate': 'true',
      'elk.separateConnectedComponents': 'false',
      'elk.spacing.nodeNode': '28',
      'elk.layered.spacing.nodeNodeBetweenLayers': '110',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.padding': '[top=64,left=24,bottom=24,right=24]',
    },
    children: draft.processes.map((process) => ({
      id: process.id,
      ...nodeSize,
      layoutOptions: { 'elk.partitioning.partition': String(lifeCycleStages.indexOf(process.stage)) },
    })),
    edges: draft.links.map((link) => ({ id: link.id, sources: [link.provider], targets: [link.process] })),
  });
  const positions = Object.fromEntries(
    (laidOut.children ?? []).map((node) => [node.id, { x: node.x ?? 0, y: node.y ?? 0 }]),
  );
  return inLanes(draft, positions);
}

/** Moves what the layout left of its stage to the right of the stages before: partitions bind linked nodes only. */
function inLanes(draft: ProductSystemDraft, positions: Positions): Positions {
  const placed: Record<string, { x: number; y: number }> = {};
  let edge = 0;
  const inScope = stagesInScope(draft.boundary.productKind, draft.boundary.business);
  for (const stage of lifeCycleStages) {
    const ids = draft.processes.filter((process) => process.stage === stage).map((process) => process.id);
    if (ids.length === 0 && inScope.includes(stage)) edge += emptyWidth + laneGap;
    for (const id of ids) {
      const { x, y } = positions[id] ?? { x: 0, y: 0 };
      placed[id] = { x: Math.max(x, edge), y };
    }
    edge = Math.max(edge, ...ids.map((id) => (placed[id]?.x ?? 0) + nodeSize.width + laneGap));
  }
  return placed;
}
