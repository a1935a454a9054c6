import { accept, type Finding, type Result } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Process } from '../model/process.ts';
import type { ProductSystem, ProductSystemDraft } from '../model/product-system.ts';
import { intensities, planSolve, type SolvePlan } from '../solver/index.ts';
import { type AssembledSystem, assembly } from './assemble.ts';
import { followLinks, type LinkedExchanges } from './check-links.ts';
import { sealedProcessParts, unitProcessParts } from './check-process.ts';
import { referenceDemand, statementFindings } from './check-statement.ts';
import { disconnectedFindings, loopFindings } from './check-whole.ts';
import { type DraftIndex, draftIdFindings, indexDraft } from './draft-index.ts';
import { type Product, productsOf } from './process-products.ts';

/**
 * The only way from a drawing to something that can be calculated (R3, R4, R9, R13, R33). Returns the product system
 * with its warnings, or every finding at once, each with the path to its place in the draft.
 *
 * What can only be told of a sound model comes last: quotients out of range, loops without a finite answer,
 * processes that nothing leads to (a warning).
 */
export function checkProductSystem(draft: ProductSystemDraft): Result<ProductSystem, FootprintFindingCode> {
  const index = indexDraft(draft);
  const findings: Finding<FootprintFindingCode>[] = [...draftIdFindings(index), ...statementFindings(draft)];
  const products = draft.processes.map((process) => productsOf(process, index));
  const links = followLinks(index, products, findings);
  const demand = referenceDemand(index, products, findings);
  const { assembled, ofProcesses, outOfRange } = assembleProcesses(index, products, links);
  for (const finding of ofProcesses) findings.push(finding);
  if (demand === undefined || hasError(findings)) return refused(findings);
  if (outOfRange.length > 0) return refused([...findings, ...outOfRange]);

  const plan = planSolve(assembled.matrix);
  const solved = intensities(plan, new Float64Array(plan.n));
  if (!solved.ok) {
    return refused([...findings, ...loopFindings(solved.findings, plan, assembled, index)]);
  }
  const reference = { product: assembled.productAt(demand.process, demand.place), demand: demand.amount };
  const disconnected = disconnectedFindings(assembled, reference.product, products, draft);
  return accept(checkedSystem(draft, assembled, plan, reference), distinct([...findings, ...disconnected]));
}

/**
 * Checks the processes in canonical order and assembles what they mean, one after the other. Findings stand in the
 * order of the draft; the system is whole only where there is no error among them.
 */
function assembleProcesses(
  index: DraftIndex,
  products: readonly (readonly Product[])[],
  links: LinkedExchanges,
) {
  const { processes } = index.draft;
  const { order, add, finish } = assembly(processes, products);
  const ofProcess: Finding<FootprintFindingCode>[][] = [];
  const outOfRange: Finding<FootprintFindingCode>[] = [];
  for (const at of order) {
    const process = processes[at] as Process;
    const findings: Finding<FootprintFindingCode>[] = [];
    const parts =
      process.kind === 'unit'
        ? unitProcessParts(process, at, products[at] ?? [], index, links, findings)
        : sealedProcessParts(process, at, index, findings);
    if (findings.length > 0) ofProcess[at] = findings;
    add(hasError(findings) ? [] : parts, outOfRange);
  }
  return { assembled: finish(), ofProcesses: ofProcess.flat(), outOfRange };
}

/** A large drawing may have more findings than a function call takes arguments. */
function refused(findings: readonly Finding<FootprintFindingCode>[]): Result<never, FootprintFindingCode> {
  return { ok: false, findings: distinct(findings) };
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** A flow without density is found once, however many exchanges carry it. */
function distinct(findings: readonly Finding<FootprintFindingCode>[]): Finding<FootprintFindingCode>[] {
  const byPlace = new Map(findings.map((finding) => [JSON.stringify([finding.code, finding.path]), finding]));
  return [...byPlace.values()];
}

function checkedSystem(
  draft: ProductSystemDraft,
  { products, matrix, lines, exclusions }: AssembledSystem,
  plan: SolvePlan,
  reference: ProductSystem['reference'],
): ProductSystem {
  return {
    draft,
    statedUnit: draft.statedUnit,
    referenceFlow: draft.referenceFlow,
    reference,
    products,
    matrix,
    plan,
    lines,
    exclusions,
  } as ProductSystem;
}
