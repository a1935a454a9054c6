import { type Finding, warningAt } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { loopMembers, type SolvePlan, type SolverFindingCode } from '../solver/index.ts';
import type { AssembledSystem } from './assemble.ts';
import type { DraftIndex } from './draft-index.ts';
import type { Product } from './process-products.ts';

/** Members of a loop that a finding names; the rest are counted. */
const namedMembers = 20;

/** What the solver finds, told by the processes of the draft instead of the rows of its matrix. */
export function loopFindings(
  findings: readonly Finding<SolverFindingCode>[],
  plan: SolvePlan,
  { products }: Pick<AssembledSystem, 'products'>,
  index: DraftIndex,
): Finding<FootprintFindingCode>[] {
  return findings.map((finding) => {
    const { loop } = finding.values;
    const row = finding.path[1];
    const rows = typeof loop === 'number' ? [...loopMembers(plan, loop)] : [Number(row)];
    const ids = [...new Set(rows.map((member) => products[member]?.process ?? ''))];
    return {
      ...finding,
      path: ['processes', index.processOf(ids[0] ?? '') ?? 0],
      values: { size: ids.length, processes: ids.slice(0, namedMembers).join(', ') },
    };
  });
}

/** A warning for every process that nothing upstream of the reference flow leads to. */
export function disconnectedFindings(
  { matrix, productAt }: Pick<AssembledSystem, 'matrix' | 'productAt'>,
  reference: number,
  products: readonly (readonly Product[])[],
  { processes }: ProductSystemDraft,
): Finding<FootprintFindingCode>[] {
  const reached = new Uint8Array(matrix.n);
  const open = [reference];
  reached[reference] = 1;
  for (let product = open.pop(); product !== undefined; product = open.pop()) {
    for (let at = matrix.rowStart[product] ?? 0; at < (matrix.rowStart[product + 1] ?? 0); at++) {
      const provider = matrix.column[at] ?? 0;
      if (!reached[provider]) {
        reached[provider] = 1;
        open.push(provider);
      }
    }
  }
  const findings: Finding<FootprintFindingCode>[] = [];
  processes.forEach(({ id }, at) => {
    if (products[at]?.some((_, place) => reached[productAt(at, place)])) return;
    findings.push(warningAt('process.disconnected', ['processes', at], { process: id }));
  });
  return findings;
}
