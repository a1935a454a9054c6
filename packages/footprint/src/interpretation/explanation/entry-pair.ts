import type { ProductSystem } from '../../model/product-system.ts';
import type { ChangeCategory } from './change-category.ts';
import {
  absenceOf,
  allocatedShare,
  allocationRule,
  type ModelEntry,
  type ModelNumbers,
  unitRatio,
} from './model-numbers.ts';

/** Values in the old and the new state. */
export type Two = readonly [number, number];

/** An exchange of one product in both states, its numbers told apart. An absent side has the values of the other. */
export interface EntryPair {
  readonly key: string;
  readonly sides: readonly [ModelEntry | undefined, ModelEntry | undefined];
  readonly entry: ModelEntry;
  readonly unit: string;
  /** Per unit of the product, in `unit`, before allocation; null where only transport is in the model. */
  readonly amount: Two | null;
  /** Null while the rule of allocation is the same: then the share is part of the amount. */
  readonly share: Two | null;
  /** 0 where the exchange is outside the boundary or cut off. */
  readonly inclusion: Two | null;
  /** To which bar a change of the amount belongs. */
  readonly category: ChangeCategory;
}

/** Pairs an exchange of two systems. `entry` of a process that one side does not have is the same on both. */
export function pairEntries(key: string, from: ModelNumbers, to: ModelNumbers): EntryPair | null {
  const numbers = [from, to] as const;
  const found = [from.entries.get(key), to.entries.get(key)] as const;
  const entry = found[1] ?? found[0];
  if (!entry) return null;
  const sides = [
    found[0] ?? (from.products.has(entry.product) ? undefined : entry),
    found[1] ?? (to.products.has(entry.product) ? undefined : entry),
  ] as const;
  const unit = commonUnit(numbers, sides);
  const absences = numbers.map((side, index) => (sides[index] ? null : absenceOf(side, entry)));
  const raw = sides.map((side, index) => amountIn(homeOf(numbers, found, index), side, unit));
  const share = shareOf(numbers, found, absences);
  const own = raw.map((amount, index) => (amount === null || !share ? amount : amount / (share[index] || 1)));
  const fill = (index: 0 | 1): number | null => {
    const other = own[1 - index] ?? null;
    return own[index] ?? (absences[index] === 'absent' && other !== null ? 0 : other);
  };
  const amount = [fill(0), fill(1)] as const;
  const included = sides.map((side, index) =>
    absences[index] === 'excluded' || (side && side.source === null) ? 0 : 1,
  );
  const measured = sides[0] && sides[1] && sides[0].dataType !== sides[1].dataType;
  const sealed = numbers.some((side) => side.sealed.has(entry.product));
  return {
    key,
    sides,
    entry,
    unit,
    amount: amount[0] === null || amount[1] === null ? null : [amount[0], amount[1]],
    share,
    inclusion: included[0] === included[1] ? null : [included[0] ?? 1, included[1] ?? 1],
    category: measured || sealed ? 'dataType' : 'activityIntensity',
  };
}

/** The system whose flows convert the units of a side: its own, or the other's where its entry is borrowed. */
function homeOf(
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: EntryPair['sides'],
  index: number,
): ProductSystem {
  const [from, to] = numbers;
  return (found[index] ? numbers[index] : found[0] ? from : to)?.system ?? to.system;
}

function amountIn(system: ProductSystem, side: ModelEntry | undefined, unit: string): number | null {
  if (!side || side.amount === null) return null;
  const ratio = unitRatio(system, side.exchange.flow, side.unit, unit);
  return ratio === null ? null : side.amount * ratio;
}

/** The unit both sides are read in: the alphabetically first, so that the way back reads the same. */
function commonUnit(numbers: readonly [ModelNumbers, ModelNumbers], sides: EntryPair['sides']): string {
  const [from, to] = sides;
  const known = [from, to].filter((side) => side && side.amount !== null).map((side) => side?.unit ?? '');
  return known.sort()[0] ?? numbers[1].system.referenceFlow.unit;
}

function shareOf(
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: EntryPair['sides'],
  absences: readonly (string | null)[],
): Two | null {
  const entry = found[1] ?? found[0];
  if (!entry || absences.some((absence) => absence === 'absent' || absence === 'excluded')) return null;
  if (numbers.some(({ products }) => !products.has(entry.product))) return null;
  const rules = numbers.map(({ system }) => allocationRule(system, entry.process, entry.exchange.id));
  if (rules[0] === rules[1]) return null;
  const [from, to] = numbers.map((side, index) => {
    const own = found[index];
    return own ? allocatedShare(side.system, own) : 0;
  });
  if (from === null || to === null || from === undefined || to === undefined) return null;
  return [from, to];
}
