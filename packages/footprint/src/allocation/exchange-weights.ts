import { errorAt, type Finding } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Allocation } from '../model/allocation.ts';
import type { Exchange } from '../model/process.ts';
import { allocationWeights, type SharingProduct } from './allocation-weights.ts';

/** Tells how each exchange of one process is shared among the products of the process. */
export type WeighExchange = (exchange: Exchange, path: Finding['path']) => readonly number[] | undefined;

/**
 * The weights of the products for one exchange after another of a process (R9.3 to R9.7):
 * a product carries its own; a flow that only one product uses is dedicated and not allocated; otherwise the
 * allocation of the exchange counts, else that of the process, among the products that `appliesTo` names.
 *
 * The allocation of the process is required and checked only once a flow needs it.
 */
export function weighExchanges(
  products: readonly SharingProduct[],
  allocation: Allocation | undefined,
  path: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
): WeighExchange {
  let ofProcess: { readonly weights: readonly number[] | undefined } | undefined;
  const processWeights = () => {
    ofProcess ??= { weights: requiredWeights() };
    return ofProcess.weights;
  };
  const requiredWeights = () => {
    if (allocation) return allocationWeights(allocation, products, [...path, 'allocation'], findings);
    const ids = products.map(({ exchange }) => exchange).join(', ');
    findings.push(errorAt('allocation.missing', [...path, 'allocation'], { products: ids }));
    return undefined;
  };

  return (exchange, exchangePath) => {
    if (products.length === 1 && !exchange.appliesTo) return soleUser;
    const own = products.findIndex((product) => product.exchange === exchange.id);
    if (own >= 0) return products.map((_, index) => (index === own ? 1 : 0));

    const users = usersOf(exchange, products, exchangePath, findings);
    if (!users) return undefined;
    if (users.filter((uses) => uses).length === 1) return users.map((uses) => (uses ? 1 : 0));
    const weights = exchange.allocation
      ? allocationWeights(exchange.allocation, products, [...exchangePath, 'allocation'], findings)
      : processWeights();
    const used = weights?.map((weight, index) => (users[index] ? weight : 0));
    if (!used || used.some((weight) => weight > 0)) return used;
    findings.push(errorAt('allocation.noWeight', [...exchangePath, 'appliesTo']));
    return undefined;
  };
}

const soleUser: readonly number[] = [1];

/** Which products use a flow; undefined where `appliesTo` names something else. */
function usersOf(
  { appliesTo }: Exchange,
  products: readonly SharingProduct[],
  path: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
): readonly boolean[] | undefined {
  if (!appliesTo) return products.map(() => true);
  const unknown = appliesTo.flatMap((id, index) =>
    products.some((product) => product.exchange === id)
      ? []
      : [errorAt('allocation.appliesToUnknown' as const, [...path, 'appliesTo', index], { id })],
  );
  findings.push(...unknown);
  return unknown.length > 0 ? undefined : products.map(({ exchange }) => appliesTo.includes(exchange));
}
