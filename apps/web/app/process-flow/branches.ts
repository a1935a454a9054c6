import type { Process, ProductSystemDraft } from '@slipstream/footprint';
import type { Answer } from './answer.ts';
import { lineKey } from './line-key.ts';
import { sealedInputs } from './sealed-inputs.ts';

/** Processes behind one that is drawn, folded up into one node: the assemblies it takes, and what goes into those. */
export interface Branch {
  readonly id: string;
  /** The process it goes into. */
  readonly process: string;
  /** Ids of the processes that go into it directly, largest first: what unfolding shows next. */
  readonly next: readonly string[];
  /** Ids of all that are folded up in it. */
  readonly processes: readonly string[];
}

/** So many processes can still be told apart; the others of a larger drawing are folded up at first. */
export const mostProcesses = 24;
/** So many come forward when a branch is unfolded. */
export const unfoldedAtOnce = 12;

/** Each process's way to the product, over the takers met first: a tree, whatever loops the drawing has. */
interface Tree {
  readonly roots: readonly string[];
  readonly takerOf: ReadonlyMap<string, string>;
  /** Before what they go into, so that sums can be added up in this order. */
  readonly upstreamFirst: readonly string[];
  readonly providersOf: ReadonlyMap<string, readonly string[]>;
}

/** Folds what a large drawing is not read by at first: all but the {@link mostProcesses} that cause most, and their way. */
export function foldedAtFirst(draft: ProductSystemDraft, answer: Answer): ReadonlySet<string> {
  const tree = treeOf(draft);
  if (tree.upstreamFirst.length <= mostProcesses) return new Set();
  const sizes = sizesOf(draft, answer, tree);
  const drawn = new Set(tree.roots);
  const candidates = new Set(tree.roots.flatMap((id) => tree.providersOf.get(id) ?? []));
  while (drawn.size < mostProcesses && candidates.size > 0) {
    const [largest] = byMost([...candidates], sizes);
    if (largest === undefined) break;
    drawn.add(largest);
    candidates.delete(largest);
    for (const id of tree.providersOf.get(largest) ?? []) candidates.add(id);
  }
  return new Set(tree.upstreamFirst.filter((id) => !drawn.has(id)));
}

/**
 * What is folded up behind each process that is drawn. Of `folded` only what leads to a process that is drawn can be:
 * a process whose taker was removed is drawn again.
 */
export function branchesOf(
  draft: ProductSystemDraft,
  answer: Answer,
  folded: ReadonlySet<string>,
): readonly Branch[] {
  if (folded.size === 0) return [];
  const tree = treeOf(draft);
  const sizes = sizesOf(draft, answer, tree);
  const roots = new Set(tree.roots);
  const drawnTaker = new Map<string, string>();
  // Backwards, so that a taker is known before what goes into it.
  for (const id of tree.upstreamFirst.toReversed()) {
    const taker = tree.takerOf.get(id);
    if (!folded.has(id) || roots.has(id) || taker === undefined) continue;
    drawnTaker.set(id, drawnTaker.get(taker) ?? taker);
  }
  return [...Map.groupBy(drawnTaker.keys(), (id) => drawnTaker.get(id) ?? '')].map(([process, hidden]) => ({
    id: `branch:${process}`,
    process,
    next: byMost(
      hidden.filter((id) => tree.takerOf.get(id) === process),
      sizes,
    ),
    processes: hidden,
  }));
}

/** The keys of all lines of a process, see {@link lineKey}. */
export function linesOf(process: Process): readonly string[] {
  return process.kind === 'unit'
    ? process.exchanges.map(({ id }) => lineKey(process.id, id))
    : [lineKey(process.id, null)];
}

function treeOf(draft: ProductSystemDraft): Tree {
  const { links, referenceFlow } = draft;
  // A supplier's footprint that answers one input alone is drawn with that input, wherever it is.
  const withSupply = new Set([...sealedInputs(draft).values()].map(({ id }) => id));
  const processes = draft.processes.filter(({ id }) => !withSupply.has(id));
  const known = new Set(processes.map(({ id }) => id));
  const linksInto = Map.groupBy(links, ({ process }) => process);
  const providers = new Set(links.map(({ provider }) => provider));
  const takerOf = new Map<string, string>();
  const roots: string[] = [];
  const met = new Set<string>();
  const providersOf = new Map<string, string[]>();
  const order: string[] = [];
  const walk = (root: string) => {
    if (met.has(root) || !known.has(root)) return;
    met.add(root);
    roots.push(root);
    const queue = [root];
    for (const id of queue) {
      order.push(id);
      for (const { provider } of linksInto.get(id) ?? []) {
        if (met.has(provider) || !known.has(provider)) continue;
        met.add(provider);
        takerOf.set(provider, id);
        providersOf.set(id, [...(providersOf.get(id) ?? []), provider]);
        queue.push(provider);
      }
    }
  };
  if (referenceFlow) walk(referenceFlow.process);
  // What goes nowhere stands for itself; what only goes round in circles does too.
  for (const { id } of processes) if (!providers.has(id)) walk(id);
  for (const { id } of processes) walk(id);
  return { roots, takerOf, upstreamFirst: order.toReversed(), providersOf };
}

/** What each process causes, with all that goes into it along the tree, in kg CO2e. */
function sizesOf(draft: ProductSystemDraft, answer: Answer, tree: Tree): ReadonlyMap<string, number> {
  const sizes = new Map(
    draft.processes.map((process) => [
      process.id,
      linesOf(process).reduce((sum, key) => sum + (answer.byLine.get(key) ?? 0), 0),
    ]),
  );
  for (const id of tree.upstreamFirst) {
    const taker = tree.takerOf.get(id);
    if (taker !== undefined) sizes.set(taker, (sizes.get(taker) ?? 0) + (sizes.get(id) ?? 0));
  }
  return sizes;
}

function byMost(ids: readonly string[], sizes: ReadonlyMap<string, number>): readonly string[] {
  const sizeOf = (id: string) => Math.abs(sizes.get(id) ?? 0);
  return ids.toSorted((one, other) => sizeOf(other) - sizeOf(one));
}
