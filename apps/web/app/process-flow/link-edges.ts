import type { Exchange, ProductSystemDraft } from '@slipstream/footprint';
import type { Finding } from '@slipstream/quantity';
import { carriedBy } from './carried.ts';
import type { FlowEdge } from './diagram.ts';

/**
 * The arrows between processes. `standsIn` says which node stands for a process: an arrow from or to what is folded up
 * leads to its branch, all arrows between the same two as one, and what stays inside a branch is not drawn.
 */
export function linkEdges(
  draft: ProductSystemDraft,
  findings: ReadonlyMap<string, readonly Finding[]>,
  standsIn: (process: string) => string | null,
): readonly FlowEdge[] {
  const flowNames = new Map(draft.flows.map(({ id, name }) => [id, name]));
  const processes = new Map(draft.processes.map((process) => [process.id, process]));
  const edges: FlowEdge[] = [];
  const joined = new Map<string, { source: string; target: string; exchanges: Exchange[] }>();
  for (const link of draft.links) {
    const [source, target] = [standsIn(link.provider), standsIn(link.process)];
    if (source === null || target === null) continue;
    const taker = processes.get(link.process);
    const exchange =
      taker?.kind === 'unit' ? taker.exchanges.find((other) => other.id === link.exchange) : undefined;
    if (source !== link.provider || target !== link.process) {
      if (source === target) continue;
      const key = `${source} ${target}`;
      const known = joined.get(key) ?? { source, target, exchanges: [] };
      if (exchange) known.exchanges.push(exchange);
      joined.set(key, known);
      continue;
    }
    edges.push({
      id: link.id,
      type: 'flow',
      source,
      target,
      data: {
        flowName: flowNames.get(link.flow) ?? link.flow,
        carried: carriedBy(draft, exchange ? [exchange] : []),
        link: link.id,
        findings: (findings.get(link.process) ?? []).filter(
          (finding) => finding.path[0] === 'exchange' && finding.path[1] === link.exchange,
        ),
      },
    });
  }
  return [
    ...edges,
    ...[...joined].map(
      ([key, { source, target, exchanges }]): FlowEdge => ({
        id: `folded:${key}`,
        type: 'flow',
        source,
        target,
        selectable: false,
        focusable: false,
        data: { flowName: null, carried: carriedBy(draft, exchanges), link: null, findings: [] },
      }),
    ),
  ];
}
