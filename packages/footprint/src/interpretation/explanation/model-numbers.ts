import { conversionRatio } from '@slipstream/quantity';
import type { Allocation } from '../../model/allocation.ts';
import type { DataType } from '../../model/data-quality.ts';
import { stagesInScope } from '../../model/life-cycle.ts';
import type { Exchange, Flow, UnitProcess } from '../../model/process.ts';
import type { ProductLine, ProductSystem } from '../../model/product-system.ts';

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
  /** Per unit of the product, after allocation, in `unit`; null where only its transport is in the model. */
  readonly amount: number | null;
  readonly unit: string;
  readonly source: EntrySource | null;
  readonly legs: readonly ProductLine[];
}

/** The numbers of a product system by place, for comparison with those of another one. */
export interface ModelNumbers {
  readonly system: ProductSystem;
  readonly products: ReadonlySet<string>;
  /** By `entryKey`. */
  readonly entries: ReadonlyMap<string, ModelEntry>;
  /** Results of sealed studies by product. */
  readonly sealed: ReadonlyMap<string, ProductLine>;
  readonly reference: string;
}

/** Keys of places; ids may hold anything but the separator's control character. */
const keyOf = (...ids: readonly string[]) => ids.join('\u0000');
export const productKey = (process: string, flow: string) => keyOf(process, flow);
export const entryKey = (product: string, exchange: string) => keyOf(product, exchange);

/** Reads a checked product system into its numbers by place. */
export function numbersOf(system: ProductSystem): ModelNumbers {
  const keys = system.products.map(({ process, flow }) => productKey(process, flow));
  const keyAt = (product: number) => keys[product] ?? '';
  const processes = unitProcessesOf(system);
  const entries = new Map<string, ModelEntry>();
  const sealed = new Map<string, ProductLine>();
  const put = (product: string, process: string, exchangeId: string, more: Partial<ModelEntry>) => {
    const exchange = processes.get(process)?.exchanges.find(({ id }) => id === exchangeId);
    if (!exchange) return;
    const key = entryKey(product, exchangeId);
    const blank = { amount: null, unit: exchange.unit ?? '', source: null, legs: [] };
    const who = {
      name: nameOf(system, exchange),
      supplier: exchange.supplier ?? null,
      dataType: exchange.dataType,
    };
    entries.set(key, { product, process, exchange, ...who, ...blank, ...entries.get(key), ...more });
  };
  for (const line of system.lines) {
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
  for (const { row, link, amount, conversion } of linkedAmounts(system, processes)) {
    const product = productKey(link.provider, link.flow);
    const supplier = system.products[row.provider]?.supplier ?? null;
    const source = { kind: 'provider', product, conversion } as const;
    put(keyAt(row.product), link.process, link.exchange, { amount: amount / conversion, source, supplier });
  }
  return { system, products: new Set(keys), entries, sealed, reference: keyAt(system.reference.product) };
}

/** Why `entry` of another system has no amount in this one. */
export function absenceOf(numbers: ModelNumbers, entry: ModelEntry): 'excluded' | 'notAllocated' | 'absent' {
  const { boundary } = numbers.system.draft;
  const scope = stagesInScope(boundary.productKind, boundary.business);
  const stage = entry.exchange.stage ?? entry.legs[0]?.stage;
  if (stage !== undefined && !scope.includes(stage)) return 'excluded';
  const exchange = exchangeOf(numbers.system, entry.process, entry.exchange.id);
  if (!exchange) return 'absent';
  if (exchange.cutOff || exchange.burdenFree !== undefined) return 'excluded';
  return 'notAllocated';
}

/** The rule by which an exchange is shared among the products of its process; blank for a single product. */
export function allocationRule(system: ProductSystem, process: string, exchange: string): string {
  const { products, allocation, appliesTo } = allocationOf(system, process, exchange);
  if (products < 2 || !allocation) return '';
  const factors = [...allocation.factors].sort((a, b) => (a.exchange < b.exchange ? -1 : 1));
  const { basis, given } = allocation;
  return JSON.stringify([basis, given, factors.map(({ exchange: id, value }) => [id, value]), appliesTo]);
}

/** The share of an exchange that its product bears, 0 to 1; null where it cannot be told. */
export function allocatedShare(system: ProductSystem, entry: ModelEntry): number | null {
  const exchange = exchangeOf(system, entry.process, entry.exchange.id);
  const index = system.products.findIndex(({ process, flow }) => productKey(process, flow) === entry.product);
  const product = system.products[index];
  const output = processOf(system, entry.process)?.exchanges.find(
    ({ flow, isInput }) => flow === product?.flow && !isInput,
  );
  if (allocationOf(system, entry.process, entry.exchange.id).products < 2) return 1;
  if (!exchange?.amount || !output?.amount || !product || entry.amount === null) return null;
  const made = inUnit(system, output, product.unit);
  return made === null ? null : Math.abs((entry.amount * made) / exchange.amount);
}

/** How many `to` one `from` of the flow is; null where nothing joins the two. */
export function unitRatio(system: ProductSystem, flowId: string, from: string, to: string): number | null {
  if (from === to) return 1;
  const flow = flowOf(system, flowId);
  const ratio = conversionRatio(from, to, {
    densityKgPerL: flow?.densityKgPerL,
    kgPerPiece: flow?.kgPerPiece,
    medium: flow?.medium,
  });
  return ratio.ok ? ratio.value.numerator / ratio.value.denominator : null;
}

interface LinkedAmount {
  readonly row: { readonly product: number; readonly provider: number };
  readonly link: ProductSystem['draft']['links'][number];
  readonly amount: number;
  readonly conversion: number;
}

/** What each link contributes to the technology matrix; links to one provider share its entry by their amounts. */
function linkedAmounts(system: ProductSystem, processes: ReadonlyMap<string, UnitProcess>): LinkedAmount[] {
  const indexOf = new Map(
    system.products.map(({ process, flow }, index) => [productKey(process, flow), index]),
  );
  const rowsOf = Map.groupBy(system.products.keys(), (index) => system.products[index]?.process ?? '');
  const byPair = Map.groupBy(system.draft.links, ({ process, provider, flow }) =>
    keyOf(process, provider, flow),
  );
  return [...byPair.values()].flatMap((links) => {
    const [first] = links;
    const provider = first && indexOf.get(productKey(first.provider, first.flow));
    if (!first || provider === undefined) return [];
    const unit = system.products[provider]?.unit ?? '';
    const weighed = links.map((link) => {
      const exchange = processes.get(link.process)?.exchanges.find(({ id }) => id === link.exchange);
      const conversion = unitRatio(system, exchange?.flow ?? '', exchange?.unit ?? '', unit) ?? 1;
      return { link, conversion, weight: Math.abs((exchange?.amount ?? 0) * conversion) };
    });
    const sum = weighed.reduce((total, { weight }) => total + weight, 0);
    return (rowsOf.get(first.process) ?? []).flatMap((product) => {
      const whole = matrixEntry(system, product, provider);
      if (whole === 0 || sum === 0) return [];
      return weighed.map(({ link, conversion, weight }) => {
        const amount = links.length === 1 ? whole : (whole * weight) / sum;
        return { row: { product, provider }, link, amount, conversion };
      });
    });
  });
}

function matrixEntry({ matrix }: ProductSystem, row: number, column: number): number {
  let sum = 0;
  const end = matrix.rowStart[row + 1] ?? 0;
  for (let p = matrix.rowStart[row] ?? 0; p < end; p++) {
    if (matrix.column[p] === column) sum += matrix.amount[p] ?? 0;
  }
  return sum;
}

function allocationOf(system: ProductSystem, processId: string, exchangeId: string) {
  const exchange = exchangeOf(system, processId, exchangeId);
  const allocation: Allocation | undefined = exchange?.allocation ?? processOf(system, processId)?.allocation;
  const products = system.products.filter(({ process }) => process === processId).length;
  return { products, allocation, appliesTo: [...(exchange?.appliesTo ?? [])].sort() };
}

function unitProcessesOf(system: ProductSystem): ReadonlyMap<string, UnitProcess> {
  return new Map(
    system.draft.processes.flatMap((process) =>
      process.kind === 'unit' ? [[process.id, process] as const] : [],
    ),
  );
}

function processOf(system: ProductSystem, id: string): UnitProcess | undefined {
  const process = system.draft.processes.find((candidate) => candidate.id === id);
  return process?.kind === 'unit' ? process : undefined;
}

function exchangeOf(system: ProductSystem, process: string, exchange: string): Exchange | undefined {
  return processOf(system, process)?.exchanges.find(({ id }) => id === exchange);
}

function flowOf(system: ProductSystem, id: string): Flow | undefined {
  return system.draft.flows.find((flow) => flow.id === id);
}

function nameOf(system: ProductSystem, exchange: Exchange): string {
  return flowOf(system, exchange.flow)?.name ?? exchange.flow;
}

function inUnit(system: ProductSystem, exchange: Exchange, unit: string): number | null {
  const ratio = unitRatio(system, exchange.flow, exchange.unit ?? '', unit);
  return ratio === null || exchange.amount === null ? null : exchange.amount * ratio;
}
