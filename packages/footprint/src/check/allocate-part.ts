import { errorAt, type Finding } from '@slipstream/quantity';
import { distribute } from '../allocation/distribute.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { footprintComponents } from '../model/footprint-components.ts';
import type { PreparedPart } from './prepared-part.ts';
import type { Product } from './process-products.ts';

/** What one unit of a product takes of a part. */
export interface PartPerUnit {
  readonly part: PreparedPart;
  readonly amount: number;
  /** The same as it was entered; only lines tell the two apart. */
  readonly enteredAmount: number;
}

/**
 * Shares a part among the products of its process, to the last digit, and divides by what is made of each. A product
 * of no weight takes nothing. Pushes a finding where a quotient leaves the range of numbers.
 */
export function allocatePart(
  part: PreparedPart,
  products: readonly Product[],
  findings: Finding<FootprintFindingCode>[],
): readonly (PartPerUnit | undefined)[] {
  const shareOut = (total: number) => (products.length === 1 ? [total] : distribute(total, part.weights));
  const amounts = shareOut(part.amount);
  const entered = part.kind === 'line' ? shareOut(part.enteredAmount) : amounts;
  const shared = products.map((product, place) => {
    if (!(part.weights[place] ?? 0)) return undefined;
    const made = product.amount ?? 1;
    return { part, amount: (amounts[place] ?? 0) / made, enteredAmount: (entered[place] ?? 0) / made };
  });
  if (shared.some((share) => share !== undefined && !isInRange(share))) {
    findings.push(errorAt('value.tooLarge', part.path));
  }
  return shared;
}

function isInRange({ part, amount, enteredAmount }: PartPerUnit): boolean {
  if (!Number.isFinite(amount) || !Number.isFinite(enteredAmount)) return false;
  if (part.kind !== 'line') return true;
  return footprintComponents.every((component) => Number.isFinite(amount * part.components[component]));
}
