import type { ChangeCategory } from './change-category.ts';
import { allocatedShare, allocationRule } from './entry-allocation.ts';
import { type ModelLookup, unitRatio } from './model-lookup.ts';
import { absenceOf, type ModelEntry, type ModelNumbers } from './model-numbers.ts';

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
    found[0] ?? (has(from, entry) ? undefined : entry),
    found[1] ?? (has(to, entry) ? undefined : entry),
  ] as const;
  const unit = commonUnit(numbers, found, sides);
  const absences = numbers.map((side, index) => (sides[index] ? null : absenceOf(side, entry)));
  const raw = sides.map((side, index) => amountIn(homeOf(numbers, found, index), side, unit));
  const share = shareOf(numbers, found, absences);
  const own = raw.map((amount, index) => (amount === null || !share ? amount : amount / (share[index] || 1)));
  const fill = (index: 0 | 1): number | null => {
    const other = own[1 - index] ?? null;
    const nothing = absences[index] === 'absent' || (absences[index] === 'notAllocated' && !share);
    return own[index] ?? (nothing && other !== null ? 0 : other);
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

function has({ lookup }: ModelNumbers, { product }: ModelEntry): boolean {
  return lookup.rowOf(product) !== undefined;
}

/** The system whose flows convert the units of a side: its own, or the other's where its entry is borrowed. */
function homeOf(
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: EntryPair['sides'],
  index: number,
): ModelLookup {
  const [from, to] = numbers;
  return (found[index] ? numbers[index] : found[0] ? from : to)?.lookup ?? to.lookup;
}

function amountIn(lookup: ModelLookup, side: ModelEntry | undefined, unit: string): number | null {
  if (!side || side.amount === null) return null;
  const ratio = unitRatio(lookup, side.exchange.flow, side.unit, unit);
  return ratio === null ? null : side.amount * ratio;
}

/** Units that amounts are compared in, as far as they lead there. */
const commonUnits = ['kg', 'kWh', 'm3', 'pcs'] as const;

/** The unit both sides are read in: a common one, so that sources of one flow can be added up, or their own. */
function commonUnit(
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: EntryPair['sides'],
  sides: EntryPair['sides'],
): string {
  const known = ([0, 1] as const).flatMap((index) => {
    const side = sides[index];
    return side && side.amount !== null ? [{ lookup: homeOf(numbers, found, index), side }] : [];
  });
  const common = commonUnits.find((unit) =>
    known.every(({ lookup, side }) => unitRatio(lookup, side.exchange.flow, side.unit, unit) !== null),
  );
  return common ?? known.map(({ side }) => side.unit).sort()[0] ?? '';
}

function shareOf(
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: EntryPair['sides'],
  absences: readonly (string | null)[],
): Two | null {
  const entry = found[1] ?? found[0];
  if (!entry || absences.some((absence) => absence === 'absent' || absence === 'excluded')) return null;
  if (numbers.some((side) => !has(side, entry))) return null;
  const rules = numbers.map(({ lookup }) => allocationRule(lookup, entry.process, entry.exchange.id));
  if (rules[0] === rules[1]) return null;
  const [from, to] = numbers.map((side, index) => {
    const own = found[index];
    return own ? allocatedShare(side.lookup, own) : 0;
  });
  if (from === null || to === null || from === undefined || to === undefined) return null;
  return [from, to];
}
