import type { Exchange, LifeCycleStage, Process, ProductSystemDraft } from '@slipstream/footprint';
import type { Finding } from '@slipstream/quantity';
import type { Edge, Node, XYPosition } from '@xyflow/react';
import type { Answer } from './answer.ts';
import { type BalanceLight, balanceLights } from './balance-light.ts';
import { type Branch, branchesOf, linesOf } from './branches.ts';
import { type Carried, carriedBy } from './carried.ts';
import { findingsByProcess } from './findings-by-process.ts';
import { lineKey } from './line-key.ts';
import { linkEdges } from './link-edges.ts';
import { makeRoom } from './make-room.ts';
import { placeMissing } from './place-missing.ts';
import { sealedInputs } from './sealed-inputs.ts';
import { bundleSupplies, type SupplyBundle, suppliesOf } from './supplies.ts';

/** Where the nodes stand on the canvas, by id; kept apart from what they are. */
export type Positions = Readonly<Record<string, XYPosition>>;

/** A part of the product's footprint in kg CO2e and as a share of its total. */
export interface PartOfTotal {
  readonly kgCO2e: number;
  readonly share: number;
}

export interface ProcessNodeData extends Record<string, unknown> {
  readonly name: string;
  readonly stage: LifeCycleStage;
  readonly kind: Process['kind'];
  /** Name of the organization that runs it; null = the owner of the study. */
  readonly supplierName: string | null;
  /** What its own inputs cause, without those drawn as supplies; null where nothing is calculated. */
  readonly contribution: PartOfTotal | null;
  readonly isReference: boolean;
  readonly findings: readonly Finding[];
  /** Inputs of its own, such as energy: answered by a factor and drawn inside the process. */
  readonly ownInputs: number;
  /** Null for a sealed process: what goes through it is not ours to see. */
  readonly balance: BalanceLight | null;
}
export type ProcessNode = Node<ProcessNodeData, 'process'>;

export interface SupplyPart {
  readonly exchange: string;
  readonly name: string;
  readonly carried: Carried;
  /** Null where it has no answer yet. */
  readonly kgCO2e: number | null;
  /** Answered by a footprint of the supplier's own. */
  readonly isSealed: boolean;
}

export interface SupplyNodeData extends Record<string, unknown> {
  readonly bundle: SupplyBundle;
  readonly stage: LifeCycleStage;
  /** Organization it comes from; null where none is named or several are folded up. */
  readonly supplier: string | null;
  readonly supplierName: string | null;
  readonly parts: readonly SupplyPart[];
  /** Inputs without an answer: what it contributes is without them. */
  readonly openInputs: number;
  /** What answers its inputs: the supplier's own footprint, measured data, or a factor for at least one of them. */
  readonly data: 'sealed' | 'primary' | 'secondary';
  readonly contribution: PartOfTotal | null;
  readonly isOpened: boolean;
}
export type SupplyNode = Node<SupplyNodeData, 'supply'>;

export interface BranchNodeData extends Record<string, unknown> {
  readonly branch: Branch;
  readonly stage: LifeCycleStage;
  /** Inputs without an answer in all that is folded up. */
  readonly openInputs: number;
  readonly contribution: PartOfTotal | null;
}
export type BranchNode = Node<BranchNodeData, 'branch'>;
export type DiagramNode = ProcessNode | SupplyNode | BranchNode;

export interface FlowEdgeData extends Record<string, unknown> {
  readonly flowName: string | null;
  readonly carried: Carried;
  /** The link it draws; null where it joins a supply to its process. */
  readonly link: string | null;
  readonly findings: readonly Finding[];
}
export type FlowEdge = Edge<FlowEdgeData, 'flow'>;

export const nodeSize = { width: 212, height: 92 } as const;
export const supplySize = { width: 244, height: 54, perPart: 24 } as const;
/** A supply of more parts is read in the inspector. */
export const mostOpenedParts = 10;

interface DrawingInput {
  readonly draft: ProductSystemDraft;
  readonly answer: Answer;
  readonly supplierNames: Readonly<Record<string, string>>;
  /** Processes whose supplies are not folded up, and supplies whose parts are listed on the node. */
  readonly unfolded?: ReadonlySet<string>;
  readonly opened?: ReadonlySet<string>;
  /** Processes that are not drawn one by one, see `foldedAtFirst`. */
  readonly folded?: ReadonlySet<string>;
}

/** What is drawn, wherever it stands. */
export interface Shape {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly FlowEdge[];
  /** By how much each supply that lists its parts is higher than the others, by id. */
  readonly grown: ReadonlyMap<string, number>;
}

export interface Diagram extends Omit<Shape, 'grown'> {
  /** Where every node belongs; on the screen it may stand lower, see `room`. */
  readonly positions: Positions;
  /** How far a node has moved down for what has opened above it, by id. */
  readonly room: ReadonlyMap<string, number>;
}

/**
 * The drawing of a product system: its processes as nodes, its links as edges, and before each process whom it buys
 * from. What is folded up stands in a node before the process it goes into. The contributions of all nodes add to the
 * total.
 */
export function toDiagram({
  positions,
  ...input
}: DrawingInput & { readonly positions: Positions }): Diagram {
  return placeShape(shapeOf(input), positions);
}

/** What is drawn: all of {@link toDiagram} that does not change while a node is dragged. */
export function shapeOf(input: DrawingInput): Shape {
  const { draft, answer } = input;
  const branches = branchesOf(draft, answer, input.folded ?? new Set());
  const branchOf = new Map(
    branches.flatMap(({ id, processes }) => processes.map((process) => [process, id])),
  );
  const supplies = suppliesOf(draft, answer.byLine).filter(({ process }) => !branchOf.has(process));
  const bundles = bundleSupplies(supplies, answer.byLine, input.unfolded ?? new Set());
  const bought = new Set(
    supplies.flatMap(({ process, exchanges }) => exchanges.map((exchange) => lineKey(process, exchange))),
  );
  const findings = findingsByProcess(draft, answer.findings);
  const lights = balanceLights(draft);
  const sealed = sealedInputs(draft);
  const withSupply = new Set([...sealed.values()].map(({ id }) => id));
  const drawn = draft.processes.filter(({ id }) => !withSupply.has(id) && !branchOf.has(id));
  const linked = new Set(draft.links.map((link) => lineKey(link.process, link.exchange)));
  const processes = drawn.map((process) =>
    processNode(
      process,
      input,
      { bought, linked },
      findings.get(process.id) ?? [],
      lights.get(process.id) ?? null,
    ),
  );
  const flowNames = new Map(draft.flows.map(({ id, name }) => [id, name]));
  const byId = new Map(draft.processes.map((process) => [process.id, process]));
  const nodes = [
    ...processes,
    ...bundles.map((bundle) => supplyNode(bundle, input, { sealed, flowNames })),
    ...branches.map((branch) => branchNode(branch, answer, byId)),
  ];
  const standsIn = (process: string) => branchOf.get(process) ?? (withSupply.has(process) ? null : process);
  const edges = [
    ...linkEdges(draft, findings, standsIn),
    ...bundles.map((bundle): FlowEdge => {
      const carried = carriedBy(draft, exchangesOf(draft, bundle));
      return {
        id: `from:${bundle.id}`,
        type: 'flow',
        source: bundle.id,
        target: bundle.process,
        selectable: false,
        focusable: false,
        data: { flowName: null, carried, link: null, findings: [] },
      };
    }),
  ];
  const grown = nodes
    .map(boxOf)
    .flatMap(({ id, height }): [string, number][] =>
      input.opened?.has(id) && height > supplySize.height ? [[id, height - supplySize.height]] : [],
    );
  return { nodes, edges, grown: new Map(grown) };
}

/** Gives every node its place; those without one stand beside what they go to. */
export function placeShape({ nodes, edges, grown }: Shape, given: Positions): Diagram {
  const boxes = nodes.map(boxOf);
  const positions = placeMissing(boxes, edges, given);
  const room = makeRoom(boxes, positions, grown);
  const stand = ({ id }: DiagramNode) => {
    const { x, y } = positions[id] ?? { x: 0, y: 0 };
    return { x, y: y + (room.get(id) ?? 0) };
  };
  return { nodes: nodes.map((node) => ({ ...node, position: stand(node) })), edges, positions, room };
}

/** A node as the layout sees it. */
export function boxOf(node: DiagramNode) {
  const { width, height } = sizeOf(node);
  return { id: node.id, stage: node.data.stage, width, height };
}

function sizeOf(node: DiagramNode): { readonly width: number; readonly height: number } {
  if (node.type === 'process') return nodeSize;
  if (node.type === 'branch') return { width: supplySize.width, height: supplySize.height };
  const { isOpened, parts } = node.data;
  const { width, height, perPart } = supplySize;
  return { width, height: isOpened ? height + 8 + parts.length * perPart : height };
}

function processNode(
  process: Process,
  { draft, answer, supplierNames }: DrawingInput,
  { bought, linked }: { readonly bought: ReadonlySet<string>; readonly linked: ReadonlySet<string> },
  findings: readonly Finding[],
  balance: BalanceLight | null,
): ProcessNode {
  const own = linesOf(process).filter((key) => !bought.has(key));
  const inputs =
    process.kind === 'unit'
      ? process.exchanges.filter(({ id, isInput }) => {
          const key = lineKey(process.id, id);
          return isInput && !bought.has(key) && !linked.has(key);
        })
      : [];
  return {
    id: process.id,
    type: 'process',
    position: { x: 0, y: 0 },
    ...nodeSize,
    data: {
      name: process.name,
      stage: process.stage,
      kind: process.kind,
      supplierName: process.supplier ? (supplierNames[process.supplier] ?? process.supplier) : null,
      contribution: partOf(answer, own),
      isReference: draft.referenceFlow?.process === process.id,
      findings,
      ownInputs: inputs.length,
      balance,
    },
  };
}

function supplyNode(
  bundle: SupplyBundle,
  { draft, answer, supplierNames, opened }: DrawingInput,
  {
    sealed,
    flowNames,
  }: { readonly sealed: ReadonlyMap<string, Process>; readonly flowNames: ReadonlyMap<string, string> },
): SupplyNode {
  const exchanges = exchangesOf(draft, bundle);
  const keys = exchanges.map(({ id }) => lineKey(bundle.process, id));
  const only = bundle.supplies.length === 1 ? (bundle.supplies[0]?.supplier ?? null) : null;
  const parts = exchanges.map((exchange): SupplyPart => {
    const key = lineKey(bundle.process, exchange.id);
    return {
      exchange: exchange.id,
      name: flowNames.get(exchange.flow) ?? exchange.flow,
      carried: carriedBy(draft, [exchange]),
      kgCO2e: answer.open.has(key) ? null : (answer.byLine.get(key) ?? null),
      isSealed: sealed.has(key),
    };
  });
  const node: SupplyNode = {
    id: bundle.id,
    type: 'supply',
    position: { x: 0, y: 0 },
    data: {
      bundle,
      stage: bundle.stage,
      supplier: only,
      supplierName: only === null ? null : (supplierNames[only] ?? only),
      parts,
      openInputs: keys.filter((key) => answer.open.has(key)).length,
      data: parts.every(({ isSealed }) => isSealed)
        ? 'sealed'
        : keys.every((key) => sealed.has(key) || answer.primary.has(key))
          ? 'primary'
          : 'secondary',
      contribution: partOf(answer, keys),
      isOpened:
        bundle.supplies.length === 1 && parts.length <= mostOpenedParts && (opened?.has(bundle.id) ?? false),
    },
  };
  return { ...node, ...sizeOf(node) };
}

function branchNode(branch: Branch, answer: Answer, byId: ReadonlyMap<string, Process>): BranchNode {
  const hidden = branch.processes.flatMap((id) => byId.get(id) ?? []);
  const keys = hidden.flatMap(linesOf);
  return {
    id: branch.id,
    type: 'branch',
    position: { x: 0, y: 0 },
    width: supplySize.width,
    height: supplySize.height,
    data: {
      branch,
      stage: byId.get(branch.next[0] ?? '')?.stage ?? 'manufacturing',
      openInputs: keys.filter((key) => answer.open.has(key)).length,
      contribution: partOf(answer, keys),
    },
  };
}

function exchangesOf(draft: ProductSystemDraft, bundle: SupplyBundle): readonly Exchange[] {
  const process = draft.processes.find(({ id }) => id === bundle.process);
  const exchanges = new Map(process?.kind === 'unit' ? process.exchanges.map((one) => [one.id, one]) : []);
  return bundle.supplies.flatMap((supply) => supply.exchanges.flatMap((id) => exchanges.get(id) ?? []));
}

/** What lines come to; null where there is no total, or none of them has a figure. */
function partOf({ total, byLine }: Answer, keys: readonly string[]): PartOfTotal | null {
  const known = keys.flatMap((key) => byLine.get(key) ?? []);
  if (total === null || known.length === 0) return null;
  const kgCO2e = known.reduce((sum, kg) => sum + kg, 0);
  return { kgCO2e, share: total === 0 ? 0 : kgCO2e / total };
}
