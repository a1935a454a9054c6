import { compareText } from '@slipstream/quantity';
import type { ProductSystem } from '../model/product-system.ts';

/**
 * Everything a result depends on as one text: the same for the same model however it was drawn or stored, different
 * as soon as any input differs. Keys are sorted, blanks are left out, and lists are sorted by what they hold, as the
 * order of no list in a draft means anything.
 */
export function canonicalInputs(system: Pick<ProductSystem, 'draft'>): string {
  return canonicalText(system.draft);
}

function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).sort(compareText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`);
  return `{${fields.join(',')}}`;
}
