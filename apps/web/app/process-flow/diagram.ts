import type { Process, ProductSystemDraft } from '@slipstream/footprint';
import type { Finding } from '@slipstream/quantity';
import type { Edge, Node, XYPosition } from '@xyflow/react';

/** Where the processes stand on the canvas, by process id; kept apart from what they are. */
export type Positions = Readonly<Record<string, XYPosition>>;

export interface ProcessNodeData extends Record<string, unknown> {
  readonly name: string;
  readonly stage: Process['stage'];
  readonly kind: Process['kind'];
  /** Name of the organization that runs it; null = the owner of the study. */
  readonly supplierName: string | null;
  /** Its part of the product's footprint in kg CO2e and as a share; null before a calculation. */
  readonly contribution: { readonly kgCO2e: number; readonly share: number } | null;
  readonly isReference: boolean;
  readonly findings: readonly Finding[];
  /** Inputs answered by an emission factor, shown on the node and not as nodes of their own. */
  readonly factorInputs: number;
}
export type ProcessNode = Node<ProcessNodeData, 'process'>;

export interface FlowEdgeData extends Record<string, unknown> {
  readonly flowName: string;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly findings: readonly Finding[];
}
export type FlowEdge = Edge<FlowEdgeData, 'flow'>;

export const nodeSize = { width: 212, height: 92 } as const;

interface DiagramInput {
  readonly draft: ProductSystemDraft;
  readonly positions: Positions;
  readonly findings: readonly Finding[];
  readonly supplierNames: Readonly<Record<string, string>>;
  readonly contributions: Readonly<Record<string, { readonly kgCO2e: number; readonly share: number }>>;
}

/** The drawing of a product system: its processes as nodes, its links as edges, its findings where they belong. */
export function toDiagram(input: DiagramInput): { nodes: ProcessNode[]; edges: FlowEdge[] } {
  const { draft, positions, supplierNames, contributions } = input;
  const flowNames = new Map(draft.flows.map((flow) => [flow.id, flow.name]));
  const findingsByProcess = groupFindings(draft, input.findings);
  const nodes = draft.processes.map((process, index): ProcessNode => {
    const linked = new Set(
      draft.links.filter((link) => link.process === process.id).map((link) => link.exchange),
    );
    return {
      id: process.id,
      type: 'process',
      position: positions[process.id] ?? { x: 40, y: 40 + index * (nodeSize.height + 28) },
      ...nodeSize,
      data: {
        name: process.name,
        stage: process.stage,
        kind: process.kind,
        supplierName: process.supplier ? (supplierNames[process.supplier] ?? process.supplier) : null,
        contribution: contributions[process.id] ?? null,
        isReference: draft.referenceFlow?.process === process.id,
        findings: findingsByProcess.get(process.id) ?? [],
        factorInputs:
          process.kind === 'unit'
            ? process.exchanges.filter((exchange) => exchange.factor && !linked.has(exchange.id)).length
            : 0,
      },
    };
  });
  const processes = new Map(draft.processes.map((process) => [process.id, process]));
  const edges = draft.links.map((link): FlowEdge => {
    const taker = processes.get(link.process);
    const exchange =
      taker?.kind === 'unit' ? taker.exchanges.find((other) => other.id === link.exchange) : undefined;
    return {
      id: link.id,
      type: 'flow',
      source: link.provider,
      target: link.process,
      data: {
        flowName: flowNames.get(link.flow) ?? link.flow,
        amount: exchange?.amount ?? null,
        unit: exchange?.unit ?? null,
        findings: (findingsByProcess.get(link.process) ?? []).filter(
          (finding) => finding.path[0] === 'exchange' && finding.path[1] === link.exchange,
        ),
      },
    };
  });
  return { nodes, edges };
}

/** Puts each finding of a draft at the process it speaks of; its path then starts inside that process. */
function groupFindings(
  draft: ProductSystemDraft,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [collection, index, ...rest] = finding.path;
    if (typeof index !== 'number') continue;
    const process =
      collection === 'processes'
        ? draft.processes[index]
        : collection === 'links'
          ? draft.processes.find((other) => other.id === draft.links[index]?.process)
          : undefined;
    if (!process) continue;
    const exchange =
      rest[0] === 'exchanges' && typeof rest[1] === 'number' && process.kind === 'unit'
        ? process.exchanges[rest[1]]?.id
        : collection === 'links'
          ? draft.links[index]?.exchange
          : undefined;
    const located = exchange ? { ...finding, path: ['exchange', exchange, ...rest.slice(2)] } : finding;
    groups.set(process.id, [...(groups.get(process.id) ?? []), located]);
  }
  return groups;
}
