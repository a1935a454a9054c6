import type { ChangeCategory } from './change-category.ts';
import { allocatedShare, allocationRule } from './entry-allocation.ts';
import { commonUnits, type ModelLookup, unitRatio } from './model-lookup.ts';
import { absenceOf, type ModelEntry, type ModelNumbers } from './model-numbers.ts';

/** Values in the old and the new state. */
export type Two = readonly [number, number];

/** An exchange of one product in both states, its numbers told apart. An absent side has the values of the other. */
export interface EntryPair {
  readonly key: string;
  readonly sides: readonly [ModelEntry | undefined, ModelEntry | undefined];
  readonly entry: ModelEntry;
  readonly unit: string;
  /** How many `unit` one unit of the side's own is. */
  readonly ratio: Two;
  /** Per unit of the product, in `unit`, before allocation; null where only transport is in the model. */
  readonly amount: Two | null;
  /** Null while the rule of allocation is the same: then the share is part of the amount. */
  readonly share: Two | null;
  /** 0 where the exchange is outside the boundary or cut off. */
  readonly inclusion: Two | null;
  /** To which bar a change of the amount belongs. */
  readonly category: ChangeCategory;
}

type Found = EntryPair['sides'];

/**
 * Pairs an exchange of two systems. An entry of a product that one side does not have is the same on both. Two
 * amounts that no unit leads together (litres became pieces) are two exchanges: one goes, one comes.
 */
export function pairEntries(key: string, from: ModelNumbers, to: ModelNumbers): readonly EntryPair[] {
  const numbers = [from, to] as const;
  const found: Found = [from.entries.get(key), to.entries.get(key)];
  const [old, now] = found;
  if (!old || !now || commonUnit(numbers, found, found) !== null) return pairOf(key, numbers, found);
  return [
    ...pairOf(`${key}\u0000from`, numbers, [old, undefined], 'absent'),
    ...pairOf(`${key}\u0000to`, numbers, [undefined, now], 'absent'),
  ];
}

function pairOf(
  key: string,
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: Found,
  absence?: 'absent',
): readonly EntryPair[] {
  const entry = found[1] ?? found[0];
  if (!entry) return [];
  const sides: Found = [
    found[0] ?? (has(numbers[0], entry) ? undefined : entry),
    found[1] ?? (has(numbers[1], entry) ? undefined : entry),
  ];
  const unit = commonUnit(numbers, found, sides) ?? entry.unit;
  const absences = numbers.map((side, index) => (sides[index] ? null : (absence ?? absenceOf(side, entry))));
  const ratio = sides.map((side, index) =>
    side ? unitRatio(homeOf(numbers, found, index), side.exchange.flow, side.unit, unit) : null,
  );
  const share = shareOf(numbers, found, absences);
  const own = sides.map((side, index) =>
    side && side.amount !== null ? (side.amount * (ratio[index] ?? 1)) / (share?.[index] || 1) : null,
  );
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
  const pair = {
    key,
    sides,
    entry,
    unit,
    ratio: [ratio[0] ?? 1, ratio[1] ?? 1] as const,
    amount: amount[0] === null || amount[1] === null ? null : ([amount[0], amount[1]] as const),
    share,
    inclusion: included[0] === included[1] ? null : ([included[0] ?? 1, included[1] ?? 1] as const),
    category: measured || sealed ? ('dataType' as const) : ('activityIntensity' as const),
  };
  return [pair];
}

function has({ lookup }: ModelNumbers, { product }: ModelEntry): boolean {
  return lookup.rowOf(product) !== undefined;
}

/** The system whose flows convert the units of a side: its own, or the other's where its entry is borrowed. */
function homeOf(numbers: readonly [ModelNumbers, ModelNumbers], found: Found, index: number): ModelLookup {
  const [from, to] = numbers;
  return (found[index] ? numbers[index] : found[0] ? from : to)?.lookup ?? to.lookup;
}

/**
 * The unit both sides are read in: a common one, so that sources of one flow can be added up, or their own; null
 * where the two have none together.
 */
function commonUnit(
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: Found,
  sides: Found,
): string | null {
  const known = ([0, 1] as const).flatMap((index) => {
    const side = sides[index];
    return side && side.amount !== null ? [{ lookup: homeOf(numbers, found, index), side }] : [];
  });
  const common = commonUnits.find((unit) =>
    known.every(({ lookup, side }) => unitRatio(lookup, side.exchange.flow, side.unit, unit) !== null),
  );
  if (common) return common;
  const [first, second] = known.map(({ side }) => side.unit);
  return second === undefined || first === second ? (first ?? null) : null;
}

function shareOf(
  numbers: readonly [ModelNumbers, ModelNumbers],
  found: Found,
  absences: readonly (string | null)[],
): Two | null {
  const entry = found[1] ?? found[0];
  if (!entry || absences.some((absence) => absence === 'absent' || absence === 'excluded')) return null;
  if (numbers.some((side) => !has(side, entry))) return null;
  const rules = numbers.map(({ lookup }) => allocationRule(lookup, entry.process, entry.exchange.id));
  if (rules[0] === rules[1]) return null;
  const [from, to] = numbers.map((side, index) => {
    const own = found[index];
    return own ? allocatedShare(side, own) : 0;
  });
  if (from === null || to === null || from === undefined || to === undefined) return null;
  return [from, to];
}
