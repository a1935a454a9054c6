import { accept, errorAt, numberFaults, type Result, refuse } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { totalOf } from '../model/footprint-components.ts';
import type { ProductSystem } from '../model/product-system.ts';
import { intensities } from '../solver/index.ts';
import { priorityQueue } from './priority-queue.ts';
import type { ContributionNode } from './product-footprint.ts';
import { percentOf, sumOf } from './sums.ts';

/** Where the tree is cut; what lies beyond is the `rest` of its parent. */
export interface TreeCut {
  /** Smallest branch shown, in percent of the total, removals by their size. */
  readonly thresholdPercent?: number;
  /** Nodes shown at most, the largest branches first: loops make the tree endless. */
  readonly maxNodes?: number;
}

/**
 * The upstream tree of the product that leaves the system: what each process causes in all on each way to it. However
 * it is cut, total = direct + Σ children + rest at every node. Branches open by size, without recursion.
 *
 * Refuses a threshold below zero, a number of nodes below one, and what leaves the range of numbers.
 */
export function contributionTree(
  system: ProductSystem,
  { thresholdPercent = 1, maxNodes = 200 }: TreeCut = {},
): Result<ContributionNode, FootprintFindingCode> {
  const findings = [
    ...numberFaults(thresholdPercent, { min: 0 }, ['thresholdPercent']),
    ...numberFaults(maxNodes, { min: 1 }, ['maxNodes']),
  ];
  if (findings.length > 0) return refuse(...findings);
  const direct = directEmissions(system);
  const solved = intensities(system.plan, direct);
  const { product, demand } = system.reference;
  const total = solved.ok ? (solved.value[product] ?? 0) * demand : Number.NaN;
  if (!solved.ok || !Number.isFinite(total)) return refuse(errorAt('value.tooLarge', ['total']));

  const branchOf = (at: number, amount: number, parent?: Branch): Branch => {
    const { process = '', flow = '', unit = '' } = system.products[at] ?? {};
    const ofBranch = (solved.value[at] ?? 0) * amount;
    const node = {
      process,
      flow,
      amount,
      unit,
      total: ofBranch,
      sharePercent: percentOf(ofBranch, total),
      direct: (direct[at] ?? 0) * amount,
      children: [],
      rest: 0,
    };
    return { node, product: at, parent, inputs: 0 };
  };
  const smallest = (Math.abs(total) * thresholdPercent) / 100;
  const root = branchOf(product, demand);
  const open = priorityQueue<Branch>(({ node }) => Math.abs(node.total));
  open.push(root);
  const shown: Branch[] = [];
  for (let branch = open.pop(); branch && shown.length < maxNodes; branch = open.pop()) {
    shown.push(branch);
    branch.parent?.node.children.push(branch.node);
    for (const [provider, amount] of inputsOf(system, branch.product)) {
      const child = branchOf(provider, amount * branch.node.amount, branch);
      if (child.node.total === 0) continue;
      branch.inputs++;
      if (Math.abs(child.node.total) >= smallest) open.push(child);
    }
  }
  for (const { node, inputs } of shown) {
    if (inputs === node.children.length) continue;
    node.rest = sumOf([node.total, -node.direct, ...node.children.map((child) => -child.total)]);
  }
  return accept(root.node);
}

interface Branch {
  readonly node: ContributionNode & { readonly children: ContributionNode[]; rest: number };
  readonly product: number;
  readonly parent: Branch | undefined;
  /** Upstream branches that carry emissions. */
  inputs: number;
}

/** kg CO2e that the lines of each product cause per one unit of it. */
function directEmissions({ lines, matrix }: ProductSystem): Float64Array {
  const direct = new Float64Array(matrix.n);
  for (const { product, amount, components } of lines) {
    direct[product] = (direct[product] ?? 0) + amount * totalOf(components);
  }
  return direct;
}

/** What one unit of a product takes from each provider, all exchanges with it together. */
function inputsOf({ matrix }: ProductSystem, product: number): Map<number, number> {
  const inputs = new Map<number, number>();
  for (let at = matrix.rowStart[product] ?? 0; at < (matrix.rowStart[product + 1] ?? 0); at++) {
    const provider = matrix.column[at] ?? 0;
    inputs.set(provider, (inputs.get(provider) ?? 0) + (matrix.amount[at] ?? 0));
  }
  return inputs;
}
