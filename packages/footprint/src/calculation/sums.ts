import { type FootprintComponents, mapComponents } from '../model/footprint-components.ts';

/**
 * Sum of many doubles with the rounding errors carried along (Neumaier): a hundred thousand small lines beside a
 * large one do not get lost.
 */
export function sumOf(values: readonly number[]): number {
  return sumBy(values, (value) => value);
}

/** {@link sumOf} what each item counts. */
export function sumBy<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  let sum = 0;
  let lost = 0;
  for (const item of items) {
    const value = amountOf(item);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

/** Sum by component. */
export function sumComponents(parts: readonly FootprintComponents[]): FootprintComponents {
  return mapComponents((component) => sumBy(parts, (part) => part[component]));
}

/** A part as a percentage of a whole; null where none can be told: the whole is zero, or next to it by cancellation. */
export function percentOf(part: number, whole: number): number | null {
  const percent = (part / whole) * 100;
  return Number.isFinite(percent) ? percent : null;
}
