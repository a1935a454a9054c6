import type { DataType } from '../../model/data-quality.ts';
import { stagesInScope } from '../../model/life-cycle.ts';
import type { Exchange, ProcessLink } from '../../model/process.ts';
import type { ProductLine, ProductSystem } from '../../model/product-system.ts';
import { entryKey, lookUp, type ModelLookup, productKey, productScales, unitRatio } from './model-lookup.ts';

/** What answers an exchange: a factor (its line), or a product of the system. */
export type EntrySource =
  | { readonly kind: 'factor'; readonly line: ProductLine; readonly conversion: number }
  | { readonly kind: 'provider'; readonly product: string; readonly conversion: number };

/** One exchange as one product of its process bears it. */
export interface ModelEntry {
  readonly product: string;
  readonly process: string;
  readonly exchange: Exchange;
  readonly name: string;
  readonly supplier: string | null;
  readonly dataType: DataType;
  /** Per common unit of the product, after allocation, in `unit`; null where only its transport is in the model. */
  readonly amount: number | null;
  readonly unit: string;
  readonly source: EntrySource | null;
  readonly legs: readonly ProductLine[];
}

/** The numbers of a product system by place, for comparison with those of another one. */
export interface ModelNumbers {
  readonly lookup: ModelLookup;
  /** Keys of the products, in the order of the technology matrix. */
  readonly products: readonly string[];
  /** Common units per unit of each product; all amounts here are per common unit. */
  readonly scales: readonly number[];
  /** By `entryKey`. */
  readonly entries: ReadonlyMap<string, ModelEntry>;
  /** Results of sealed studies by product. */
  readonly sealed: ReadonlyMap<string, ProductLine>;
  readonly reference: string;
  /** Common units of the reference product that leave the system. */
  readonly demand: number;
}

/** Reads a checked product system into its numbers by place. */
export function numbersOf(system: ProductSystem): ModelNumbers {
  const lookup = lookUp(system);
  const products = system.products.map(({ process, flow }) => productKey(process, flow));
  const keyAt = (product: number) => products[product] ?? '';
  const entries = new Map<string, ModelEntry>();
  const sealed = new Map<string, ProductLine>();
  const put = (product: string, process: string, exchangeId: string, more: Partial<ModelEntry>) => {
    const exchange = lookup.exchange(process, exchangeId);
    if (!exchange) return;
    const key = entryKey(product, exchangeId);
    const { dataType, supplier = null, flow } = exchange;
    const who = { name: lookup.flow(flow)?.name ?? flow, supplier, dataType };
    const blank = { amount: null, unit: exchange.unit ?? '', source: null, legs: [] };
    entries.set(key, { product, process, exchange, ...who, ...blank, ...entries.get(key), ...more });
  };
  const scales = productScales(lookup);
  for (const { amount: perUnit, enteredAmount: enteredPerUnit, ...rest } of system.lines) {
    const scale = scales[rest.product] ?? 1;
    const line = { ...rest, amount: perUnit / scale, enteredAmount: enteredPerUnit / scale };
    const product = keyAt(line.product);
    if (line.exchange === null) sealed.set(product, line);
    else if (line.kind === 'transport') {
      const before = entries.get(entryKey(product, line.exchange))?.legs ?? [];
      put(product, line.process, line.exchange, { legs: [...before, line] });
    } else {
      const conversion = line.enteredAmount === 0 ? 1 : line.amount / line.enteredAmount;
      const source = { kind: 'factor', line, conversion } as const;
      const { enteredAmount: amount, enteredUnit: unit, name, supplier, dataType } = line;
      put(product, line.process, line.exchange, { amount, unit, source, name, supplier, dataType });
    }
  }
  for (const { row, provider, link, amount, conversion } of linkedAmounts(lookup)) {
    const supplier = system.products[provider]?.supplier ?? null;
    const common = conversion * (scales[provider] ?? 1);
    const source = { kind: 'provider', product: keyAt(provider), conversion: common } as const;
    const taken = amount / conversion / (scales[row] ?? 1);
    put(keyAt(row), link.process, link.exchange, { amount: taken, source, supplier });
  }
  const { product, demand } = system.reference;
  const reference = { reference: keyAt(product), demand: demand * (scales[product] ?? 1) };
  return { lookup, products, scales, entries, sealed, ...reference };
}

/** Why `entry` of another system has no amount in this one. */
export function absenceOf(
  { lookup }: ModelNumbers,
  entry: ModelEntry,
): 'excluded' | 'notAllocated' | 'absent' {
  const { boundary } = lookup.system.draft;
  const stage = entry.exchange.stage ?? entry.legs[0]?.stage;
  if (stage !== undefined && !stagesInScope(boundary.productKind, boundary.business).includes(stage))
    return 'excluded';
  const exchange = lookup.exchange(entry.process, entry.exchange.id);
  if (!exchange) return 'absent';
  return exchange.cutOff || exchange.burdenFree !== undefined ? 'excluded' : 'notAllocated';
}

interface LinkedAmount {
  /** Of the product that takes, and of the one that is taken. */
  readonly row: number;
  readonly provider: number;
  readonly link: ProcessLink;
  /** In the unit of the provider's product. */
  readonly amount: number;
  readonly conversion: number;
}

/** What each link contributes to the technology matrix; links to one provider share its entry by their amounts. */
function linkedAmounts(lookup: ModelLookup): LinkedAmount[] {
  const { draft, products } = lookup.system;
  const byPair = Map.groupBy(draft.links, ({ process, provider, flow }) =>
    JSON.stringify([process, provider, flow]),
  );
  return [...byPair.values()].flatMap((links) => {
    const [first] = links;
    const provider = first && lookup.rowOf(productKey(first.provider, first.flow));
    if (!first || provider === undefined) return [];
    const weighed = links.map((link) => {
      const exchange = lookup.exchange(link.process, link.exchange);
      const unit = products[provider]?.unit ?? '';
      const conversion = unitRatio(lookup, exchange?.flow ?? '', exchange?.unit ?? '', unit) ?? 1;
      return { link, conversion, weight: Math.abs((exchange?.amount ?? 0) * conversion) };
    });
    const sum = weighed.reduce((total, { weight }) => total + weight, 0);
    return lookup.rowsOf(first.process).flatMap((row) => {
      const whole = matrixEntry(lookup.system, row, provider);
      if (whole === null) return [];
      return weighed.map(({ link, conversion, weight }) => {
        const share = sum === 0 || links.length === 1 ? 1 / links.length : weight / sum;
        return { row, provider, link, amount: whole * share, conversion };
      });
    });
  });
}

/** What row takes of column, or null where it takes nothing of it. */
function matrixEntry({ matrix }: ProductSystem, row: number, column: number): number | null {
  let sum: number | null = null;
  const end = matrix.rowStart[row + 1] ?? 0;
  for (let p = matrix.rowStart[row] ?? 0; p < end; p++) {
    if (matrix.column[p] === column) sum = (sum ?? 0) + (matrix.amount[p] ?? 0);
  }
  return sum;
}
