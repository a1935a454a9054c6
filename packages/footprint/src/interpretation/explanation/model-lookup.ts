import { conversionRatio } from '@slipstream/quantity';
import { exchangesOf } from '../../check/draft-index.ts';
import type { Allocation } from '../../model/allocation.ts';
import type { Exchange, Flow, SealedFootprint } from '../../model/process.ts';
import type { ProcessProduct, ProductSystem } from '../../model/product-system.ts';

/** Finds the parts of a product system by their ids. */
export interface ModelLookup {
  readonly system: ProductSystem;
  readonly exchange: (process: string, exchange: string) => Exchange | undefined;
  readonly flow: (id: string) => Flow | undefined;
  /** Rows of the technology matrix: the products of a process. */
  readonly rowsOf: (process: string) => readonly number[];
  /** Row by `productKey`. */
  readonly rowOf: (product: string) => number | undefined;
  /** The exchange of its process that yields a product. */
  readonly output: (product: ProcessProduct) => Exchange | undefined;
  readonly sealed: (process: string) => SealedFootprint | undefined;
  readonly allocation: (process: string, exchange: Exchange) => Allocation | undefined;
}

/** Keys of places; ids may hold anything but the separator, a control character. */
const keyOf = (...ids: readonly string[]) => ids.join('\u0000');
export const productKey = (process: string, flow: string) => keyOf(process, flow);
export const entryKey = (product: string, exchange: string) => keyOf(product, exchange);

/** Indexes a product system once, so that taking it apart stays linear in its size. */
export function lookUp(system: ProductSystem): ModelLookup {
  const { draft, products } = system;
  const flows = new Map(draft.flows.map((flow) => [flow.id, flow]));
  const processes = new Map(draft.processes.map((process) => [process.id, process]));
  const exchanges = new Map(
    draft.processes.flatMap((process) =>
      exchangesOf(process).map((exchange) => [keyOf(process.id, exchange.id), exchange] as const),
    ),
  );
  const rows = new Map(products.map(({ process, flow }, row) => [productKey(process, flow), row]));
  const rowsOf = Map.groupBy(products.keys(), (row) => products[row]?.process ?? '');
  return {
    system,
    exchange: (process, exchange) => exchanges.get(keyOf(process, exchange)),
    flow: (id) => flows.get(id),
    rowsOf: (process) => rowsOf.get(process) ?? [],
    rowOf: (product) => rows.get(product),
    output: ({ process, flow }) => {
      const found = processes.get(process);
      return found && exchangesOf(found).find((exchange) => exchange.flow === flow && !exchange.isInput);
    },
    sealed: (process) => {
      const found = processes.get(process);
      return found?.kind === 'sealed' ? found.footprint : undefined;
    },
    allocation: (process, exchange) => {
      const found = processes.get(process);
      return exchange.allocation ?? (found?.kind === 'unit' ? found.allocation : undefined);
    },
  };
}

/** Units that amounts are compared in, as far as they lead there. */
export const commonUnits = ['kg', 'kWh', 'm3', 'pcs'] as const;

/** How many common units one unit of each product is, so that a product made in kg, then in t, stays the same. */
export function productScales(lookup: ModelLookup): readonly number[] {
  return lookup.system.products.map(({ flow, unit }) => {
    const ratios = commonUnits.map((common) => unitRatio(lookup, flow, unit, common));
    return ratios.find((ratio) => ratio !== null) ?? 1;
  });
}

/** How many `to` one `from` of the flow is; null where nothing joins the two. */
export function unitRatio({ flow }: ModelLookup, flowId: string, from: string, to: string): number | null {
  if (from === to) return 1;
  const { densityKgPerL, kgPerPiece, medium } = flow(flowId) ?? {};
  const ratio = conversionRatio(from, to, { densityKgPerL, kgPerPiece, medium });
  return ratio.ok ? ratio.value.numerator / ratio.value.denominator : null;
}
