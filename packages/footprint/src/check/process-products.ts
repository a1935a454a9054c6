import { compareText, errorAt, type Finding } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Exchange, Process, UnitProcess } from '../model/process.ts';
import type { DraftIndex } from './draft-index.ts';

/** What a process delivers: an output product, a waste it treats, or the declared unit of a sealed footprint. */
export interface Product {
  /** Position of the exchange; null for a sealed process. */
  readonly exchange: number | null;
  readonly flow: string;
  readonly amount: number | null;
  readonly unit: string | null;
}

/**
 * The products of a process: its output products that are not credits, and the wastes it takes in to treat. A waste
 * it takes in as material has an answer of its own (a factor, a cut-off, free of burden) and is an ordinary input.
 * They stand in the order of their flows, so that nothing depends on the order of the drawing.
 */
export function productsOf(process: Process, index: DraftIndex): readonly Product[] {
  if (process.kind === 'sealed') {
    const { flow, declaredUnitAmount, declaredUnitOfMeasurement } = process.footprint;
    return [{ exchange: null, flow, amount: declaredUnitAmount, unit: declaredUnitOfMeasurement }];
  }
  return process.exchanges
    .flatMap((exchange, position) =>
      isProduct(exchange, index)
        ? [{ exchange: position, flow: exchange.flow, amount: exchange.amount, unit: exchange.unit }]
        : [],
    )
    .sort((a, b) => compareText(a.flow, b.flow));
}

function isProduct(exchange: Exchange, index: DraftIndex): boolean {
  const type = index.flowOf(exchange.flow)?.flow.flowType;
  if (!exchange.isInput) return type === 'product' && !exchange.isAvoidedProduct;
  return type === 'waste' && !exchange.factor && !exchange.cutOff && exchange.burdenFree === undefined;
}

/** Findings against the products of a unit process: which one it exists for, and two of the same flow. */
export function productFindings(
  process: UnitProcess,
  products: readonly Product[],
  at: number,
  index: DraftIndex,
): Finding<FootprintFindingCode>[] {
  const findings: Finding<FootprintFindingCode>[] = [];
  const path = ['processes', at, 'quantitativeReference'];
  const { quantitativeReference: reference } = process;
  if (reference === null) findings.push(errorAt('process.referenceMissing', path));
  else {
    const position = index.exchangeOf(at, reference);
    if (position === undefined) {
      findings.push(errorAt('process.referenceUnknown', path, { exchange: reference }));
    } else if (!products.some((product) => product.exchange === position)) {
      findings.push(errorAt('process.referenceNotProduct', path, { exchange: reference }));
    }
  }
  const seen = new Set<string>();
  for (const { exchange, flow } of products) {
    if (exchange !== null && seen.has(flow)) {
      findings.push(
        errorAt('process.duplicateProduct', ['processes', at, 'exchanges', exchange, 'flow'], { flow }),
      );
    }
    seen.add(flow);
  }
  return findings;
}
