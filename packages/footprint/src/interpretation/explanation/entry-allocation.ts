import { type ModelLookup, unitRatio } from './model-lookup.ts';
import type { ModelEntry, ModelNumbers } from './model-numbers.ts';

/** The rule by which an exchange is shared among the products of its process; blank for a single product. */
export function allocationRule(lookup: ModelLookup, process: string, exchangeId: string): string {
  const exchange = lookup.exchange(process, exchangeId);
  const allocation = exchange && lookup.allocation(process, exchange);
  if (!allocation || lookup.rowsOf(process).length < 2) return '';
  const factors = allocation.factors.map(({ exchange: id, value }) => `${id} ${value}`).sort();
  return JSON.stringify([
    allocation.basis,
    allocation.given,
    factors,
    [...(exchange.appliesTo ?? [])].sort(),
  ]);
}

/** The share of an exchange that its product bears, 0 to 1; null where it cannot be told. */
export function allocatedShare({ lookup, scales }: ModelNumbers, entry: ModelEntry): number | null {
  if (lookup.rowsOf(entry.process).length < 2) return 1;
  const row = lookup.rowOf(entry.product) ?? -1;
  const product = lookup.system.products[row];
  const output = product && lookup.output(product);
  const whole = lookup.exchange(entry.process, entry.exchange.id)?.amount;
  if (!whole || !product || !output?.amount || entry.amount === null) return null;
  const ratio = unitRatio(lookup, output.flow, output.unit ?? '', product.unit);
  return ratio === null
    ? null
    : Math.abs((entry.amount * output.amount * ratio * (scales[row] ?? 1)) / whole);
}
