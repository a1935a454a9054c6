import { compareText, type Finding } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Process } from '../model/process.ts';
import type { ProcessProduct, ProductExclusion, ProductLine } from '../model/product-system.ts';
import type { TechnologyMatrix } from '../solver/index.ts';
import { allocatePart, type PartPerUnit } from './allocate-part.ts';
import type { PreparedPart } from './prepared-part.ts';
import type { Product } from './process-products.ts';

export interface AssembledSystem {
  readonly products: readonly ProcessProduct[];
  readonly matrix: TechnologyMatrix;
  readonly lines: readonly ProductLine[];
  readonly exclusions: readonly ProductExclusion[];
  /** Number of the product at a place among those of the process at a position of the draft. */
  readonly productAt: (process: number, place: number) => number;
}

/** Takes the parts of one process after another, in canonical order. */
export interface Assembly {
  /** Positions of the processes in the draft, in canonical order. */
  readonly order: readonly number[];
  /** Shares parts among the products of the next process; pushes what leaves the range of numbers. */
  readonly add: (parts: readonly PreparedPart[], findings: Finding<FootprintFindingCode>[]) => void;
  /** The system, once every process was added. */
  readonly finish: () => AssembledSystem;
}

/**
 * Numbers the products of all processes in canonical order and then brings part by part into the technology matrix,
 * the lines and the exclusions per one unit of product. Parts are not kept: of a large system there are millions.
 */
export function assembly(processes: readonly Process[], made: readonly (readonly Product[])[]): Assembly {
  const order = [...processes.keys()].sort((a, b) =>
    compareText(processes[a]?.id ?? '', processes[b]?.id ?? ''),
  );
  const { products, productAt } = numberProducts(processes, made, order);
  const rowStart = new Int32Array(products.length + 1);
  const column: number[] = [];
  const amounts: number[] = [];
  const lines: ProductLine[] = [];
  const exclusions: ProductExclusion[] = [];
  const addShare = (product: number, { part, amount, enteredAmount }: PartPerUnit) => {
    if (part.kind === 'input') {
      column.push(productAt(part.provider, part.place));
      amounts.push(amount);
    } else if (part.kind === 'line') {
      const { identity, enteredUnit, unit, components } = part;
      lines.push({ ...identity, product, enteredAmount, enteredUnit, amount, unit, components });
    } else {
      const { process, exchange, name, reason } = part;
      exclusions.push({ product, process, exchange, name, reason, estimatedKgCO2e: amount });
    }
  };

  let added = 0;
  let product = 0;
  return {
    order,
    add(parts, findings) {
      const own = made[order[added++] ?? 0] ?? [];
      const shared = [...parts].sort(compareParts).map((part) => allocatePart(part, own, findings));
      for (let place = 0; place < own.length; place++) {
        for (const shares of shared) {
          const share = shares[place];
          if (share) addShare(product, share);
        }
        rowStart[++product] = column.length;
      }
    },
    finish: () => ({
      products,
      matrix: {
        n: products.length,
        rowStart,
        column: Int32Array.from(column),
        amount: Float64Array.from(amounts),
      },
      lines,
      exclusions,
      productAt,
    }),
  };
}

function numberProducts(
  processes: readonly Process[],
  made: readonly (readonly Product[])[],
  order: readonly number[],
) {
  const products: ProcessProduct[] = [];
  const first = new Int32Array(processes.length);
  for (const at of order) {
    first[at] = products.length;
    const process = processes[at] as Process;
    for (const { flow, unit } of made[at] ?? []) {
      products.push({
        process: process.id,
        flow,
        unit: unit ?? '',
        stage: process.stage,
        supplier: process.supplier ?? null,
      });
    }
  }
  return { products, productAt: (process: number, place: number) => (first[process] ?? 0) + place };
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
