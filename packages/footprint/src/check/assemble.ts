import type { Finding } from '@slipstream/quantity';
import { compareText } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Process } from '../model/process.ts';
import type { ProcessProduct, ProductExclusion, ProductLine } from '../model/product-system.ts';
import type { TechnologyMatrix } from '../solver/index.ts';
import { allocatePart, type PartPerUnit } from './allocate-part.ts';
import type { PreparedPart } from './prepared-part.ts';
import type { Product } from './process-products.ts';

/** A process whose products and parts are sound. */
export interface PreparedProcess {
  readonly process: Process;
  /** Position in the draft. */
  readonly at: number;
  readonly products: readonly Product[];
  readonly parts: readonly PreparedPart[];
}

export interface AssembledSystem {
  readonly products: readonly ProcessProduct[];
  readonly matrix: TechnologyMatrix;
  readonly lines: readonly ProductLine[];
  readonly exclusions: readonly ProductExclusion[];
  /** Number of a product of the process at a position of the draft. */
  readonly productOf: (at: number, flow: string) => number | undefined;
}

/**
 * Brings prepared processes into canonical order, numbers their products and shares every part among them: the
 * technology matrix, the lines and the exclusions per one unit of product. Pushes what leaves the range of numbers.
 */
export function assemble(
  prepared: readonly PreparedProcess[],
  findings: Finding<FootprintFindingCode>[],
): AssembledSystem {
  const ordered = [...prepared].sort((a, b) => compareText(a.process.id, b.process.id));
  const { products, productOf } = numberProducts(ordered);

  const rowStart = new Int32Array(products.length + 1);
  const column: number[] = [];
  const amounts: number[] = [];
  const lines: ProductLine[] = [];
  const exclusions: ProductExclusion[] = [];
  const add = (product: number, { part, amount, enteredAmount }: PartPerUnit) => {
    if (part.kind === 'input') {
      column.push(productOf(part.provider, part.flow) ?? 0);
      amounts.push(amount);
    } else if (part.kind === 'line') {
      const { identity, enteredUnit, unit, components } = part;
      lines.push({ ...identity, product, enteredAmount, enteredUnit, amount, unit, components });
    } else {
      const { process, exchange, name, reason } = part;
      exclusions.push({ product, process, exchange, name, reason, estimatedKgCO2e: amount });
    }
  };

  let product = 0;
  for (const { products: made, parts } of ordered) {
    const shared = [...parts].sort(compareParts).map((part) => allocatePart(part, made, findings));
    for (let place = 0; place < made.length; place++) {
      for (const shares of shared) {
        const share = shares[place];
        if (share) add(product, share);
      }
      rowStart[++product] = column.length;
    }
  }
  const matrix = {
    n: products.length,
    rowStart,
    column: Int32Array.from(column),
    amount: Float64Array.from(amounts),
  };
  return { products, matrix, lines, exclusions, productOf };
}

function numberProducts(ordered: readonly PreparedProcess[]) {
  const products: ProcessProduct[] = [];
  const numbers: Map<string, number>[] = [];
  for (const { process, at, products: made } of ordered) {
    const ofProcess = new Map<string, number>();
    for (const { flow, unit } of made) {
      ofProcess.set(flow, products.length);
      products.push({
        process: process.id,
        flow,
        unit: unit ?? '',
        stage: process.stage,
        supplier: process.supplier ?? null,
      });
    }
    numbers[at] = ofProcess;
  }
  return { products, productOf: (at: number, flow: string) => numbers[at]?.get(flow) };
}

/** By exchange, then link, line and exclusion, then leg. */
function compareParts(a: PreparedPart, b: PreparedPart): number {
  return (
    compareText(a.exchange, b.exchange) || compareText(a.kind, b.kind) || compareText(legOf(a), legOf(b))
  );
}

function legOf(part: PreparedPart): string {
  return part.kind === 'line' ? (part.identity.leg ?? '') : '';
}
