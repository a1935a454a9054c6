import { lifeCycleStages, type ProductSystemDraft } from '@slipstream/footprint';
import { nodeSize, type Positions } from './diagram.ts';

/** Lays a drawing out from left to right, each life-cycle stage in its own lane; arrows cross as little as can be. */
export async function arrange(draft: ProductSystemDraft): Promise<Positions> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const laidOut = await new Elk().layout({
    id: 'product-system',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.partitioning.activate': 'true',
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
  return Object.fromEntries(
    (laidOut.children ?? []).map((node) => [node.id, { x: node.x ?? 0, y: node.y ?? 0 }]),
  );
}
