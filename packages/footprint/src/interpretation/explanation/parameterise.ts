import { totalOf } from '../../model/footprint-components.ts';
import type { ProductLine, ProductSystem } from '../../model/product-system.ts';
import type { ChangeCategory } from './change-category.ts';
import { type EntryPair, pairEntries, type Two } from './entry-pair.ts';
import { addFactorParameters, type RestateFactor } from './factor-parameters.ts';
import { type EntrySource, type ModelNumbers, numbersOf } from './model-numbers.ts';
import { addParameter, type ParameterList } from './parameter-list.ts';
import type { ParameterPlace, ParametricModel } from './parametric-model.ts';

export interface ParameteriseOptions {
  /** Stated units in all, e.g. sold in the year, in the old and the new state; 1 and 1 if not given. */
  readonly volume?: Two;
  readonly restateFactor?: RestateFactor;
}

interface Building extends ParameterList {
  readonly numbers: readonly [ModelNumbers, ModelNumbers];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly options: ParameteriseOptions;
}

/**
 * Takes two product systems apart into one set of numbers with an old and a new value each, so that the old values
 * give the old total and the new values the new one. Places are matched by id: product (process and flow), exchange,
 * leg. Inputs of one flow from several sources are told apart into their sum and the shares of the sources (mix).
 */
export function parameterise(
  from: ProductSystem,
  to: ProductSystem,
  options: ParameteriseOptions = {},
): ParametricModel {
  const numbers = [numbersOf(from), numbersOf(to)] as const;
  const products = [...new Set(numbers.flatMap((side) => side.products))].sort();
  const indexOf = new Map(products.map((key, index) => [key, index]));
  const building: Building = { numbers, indexOf, options, parameters: [], terms: [] };
  addReference(building);
  addSealed(building, products);
  const keys = [...new Set(numbers.flatMap((side) => [...side.entries.keys()]))].sort();
  const pairs = keys.flatMap((key) => pairEntries(key, ...numbers));
  for (const group of Map.groupBy(pairs, groupKey).values()) addGroup(building, group);
  return { products: products.length, parameters: building.parameters, terms: building.terms };
}

/** Exchanges that can stand for one another: the same flow in the same direction and unit, for one product. */
function groupKey({ entry, unit, amount, key }: EntryPair): string {
  const usual = amount !== null && amount[0] >= 0 && amount[1] >= 0;
  return usual ? [entry.product, entry.exchange.flow, entry.exchange.isInput, unit].join('\u0000') : key;
}

function addReference(building: Building): void {
  const { numbers, indexOf, options } = building;
  const volume = addParameter(building, { subject: 'volume' }, 'volume', options.volume ?? [1, 1]);
  const [from, to] = numbers;
  const one = from.reference === to.reference;
  for (const reference of new Set([from.reference, to.reference])) {
    const values = numbers.map((side) => (side.reference === reference ? side.demand : 0));
    const {
      process,
      flow: product,
      unit,
    } = (to.reference === reference ? to : from).lookup.system.referenceFlow;
    const place = { subject: 'referenceFlow', process, product, unit } as const;
    const category = one ? 'activityIntensity' : 'boundary';
    const demand = addParameter(building, place, category, [values[0] ?? 0, values[1] ?? 0]);
    building.terms.push({ row: -1, column: indexOf.get(reference) ?? 0, parameters: [volume, demand] });
  }
}

function addSealed(building: Building, products: readonly string[]): void {
  const [from, to] = building.numbers;
  for (const [row, product] of products.entries()) {
    const sides = [from.sealed.get(product), to.sealed.get(product)] as const;
    const line = sides[1] ?? sides[0];
    if (!line) continue;
    // A process sealed on one side and open on the other: its lines take over, so the result ends at zero there.
    const gone = (side: ModelNumbers, own: ProductLine | undefined) =>
      !own && side.lookup.rowOf(product) !== undefined;
    const value = (own: ProductLine) => own.amount * totalOf(own.components);
    const values = building.numbers.map((side, index) => {
      const own = sides[index];
      return gone(side, own) ? 0 : value(own ?? line);
    });
    const place = { subject: 'supplierFootprint', ...placeOfLine(line) } as const;
    const opened = gone(from, sides[0]) || gone(to, sides[1]);
    const category = opened ? 'dataType' : restated(building, line.process) ? 'gwpSet' : 'supplierFootprint';
    const result = addParameter(building, place, category, [values[0] ?? 0, values[1] ?? 0]);
    building.terms.push({ row, column: -1, parameters: [result] });
  }
}

/** Whether a sealed study is the same version under another GWP set. */
function restated({ numbers }: Building, process: string): boolean {
  const [old, now] = numbers.map(({ lookup }) => lookup.sealed(process));
  const same = old?.studyId === now?.studyId && old?.version === now?.version;
  return same && old?.gwpSet !== now?.gwpSet;
}

function addGroup(building: Building, group: readonly EntryPair[]): void {
  const [first] = group;
  if (!first) return;
  const sums = ([0, 1] as const).map((side) =>
    group.reduce((sum, { amount }) => sum + (amount?.[side] ?? 0), 0),
  );
  const [fromSum, toSum] = [sums[0] ?? 0, sums[1] ?? 0];
  const mixed = group.length > 1 && fromSum + toSum > 0;
  const place = placeOf(first);
  if (!mixed) {
    for (const pair of group) addEntry(building, pair, amountOf(building, pair));
    return;
  }
  const category = group.every((pair) => pair.category === 'dataType') ? 'dataType' : 'activityIntensity';
  const whole = { ...place, exchange: null, supplier: null, subject: 'amount' } as const;
  const sum = addParameter(building, whole, category, [fromSum, toSum]);
  for (const pair of group) {
    const [fromAmount, toAmount] = pair.amount ?? [0, 0];
    const fromShare = fromSum > 0 ? fromAmount / fromSum : toAmount / toSum;
    const toShare = toSum > 0 ? toAmount / toSum : fromAmount / fromSum;
    const at = { ...placeOf(pair), subject: 'share' } as const;
    addEntry(building, pair, [sum, addParameter(building, at, 'mix', [fromShare, toShare])]);
  }
}

function amountOf(building: Building, pair: EntryPair): readonly number[] {
  if (pair.amount === null) return [];
  return [addParameter(building, { ...placeOf(pair), subject: 'amount' }, pair.category, pair.amount)];
}

/** The terms of one exchange: what answers it, in the old and the new state, and its transport. */
function addEntry(building: Building, pair: EntryPair, amount: readonly number[]): void {
  const place = placeOf(pair);
  const share = pair.share
    ? [addParameter(building, { ...place, subject: 'allocationShare' }, 'allocation', pair.share)]
    : [];
  const inclusion = pair.inclusion
    ? [addParameter(building, { ...place, subject: 'inclusion' }, 'boundary', pair.inclusion)]
    : [];
  const base = [...amount, ...share];
  addSources(building, pair, [...base, ...inclusion]);
  addLegs(building, pair, base, inclusion);
}

function addSources(building: Building, pair: EntryPair, base: readonly number[]): void {
  const sources = pair.sides.map((side) => side?.source ?? null);
  const [from, to] = [sources[0] ?? null, sources[1] ?? null];
  if (pair.amount === null || (!from && !to)) return;
  if (from && to && sourceKey(from) !== sourceKey(to)) {
    const category = sourceCategory(from, to);
    const weight = (values: Two) =>
      addParameter(building, { ...placeOf(pair), subject: 'source' }, category, values);
    addSource(building, pair, [from, null], [...base, weight([1, 0])]);
    addSource(building, pair, [null, to], [...base, weight([0, 1])]);
  } else addSource(building, pair, [from, to], base);
}

function addSource(
  building: Building,
  pair: EntryPair,
  sources: readonly [EntrySource | null, EntrySource | null],
  base: readonly number[],
): void {
  const known = sources[1] ?? sources[0];
  if (!known) return;
  const row = building.indexOf.get(pair.entry.product) ?? 0;
  const perUnit = pair.ratio.map((ratio, side) => (sources[side]?.conversion ?? Number.NaN) / ratio);
  const [old = Number.NaN, now = Number.NaN] = perUnit;
  const conversion: Two = [sources[0] ? old : now, sources[1] ? now : old];
  const place = placeOf(pair);
  const convert = () =>
    addParameter(building, { ...place, subject: 'conversion' }, 'activityIntensity', conversion);
  if (known.kind === 'provider') {
    const column = building.indexOf.get(known.product) ?? 0;
    building.terms.push({ row, column, parameters: [...base, convert()] });
    return;
  }
  const lineOf = (source: EntrySource | null) => (source?.kind === 'factor' ? source.line : undefined);
  const lines = { from: lineOf(sources[0]), to: lineOf(sources[1]) };
  const sameUnit = !lines.from || !lines.to || lines.from.unit === lines.to.unit;
  const scale: Two = sameUnit ? [1, 1] : conversion;
  const { restateFactor } = building.options;
  const factor = addFactorParameters(
    building,
    lines,
    scale,
    { ...place, unit: known.line.unit },
    restateFactor,
  );
  building.terms.push({
    row,
    column: -1,
    parameters: [...base, ...(sameUnit ? [convert()] : []), ...factor],
  });
}

function addLegs(
  building: Building,
  pair: EntryPair,
  base: readonly number[],
  inclusion: readonly number[],
): void {
  const legIds = new Set(pair.sides.flatMap((side) => (side?.legs ?? []).map(({ leg }) => leg ?? '')));
  const row = building.indexOf.get(pair.entry.product) ?? 0;
  for (const leg of [...legIds].sort()) {
    const find = (side: 0 | 1) => pair.sides[side]?.legs.find((line) => (line.leg ?? '') === leg);
    const lines = { from: find(0), to: find(1) };
    const carried = ([0, 1] as const).map((side) => (pair.amount?.[side] ?? 0) * (pair.share?.[side] ?? 1));
    const perUnit = base.length > 0 && carried.every((amount, side) => amount !== 0 || !find(side as 0 | 1));
    const amounts = ([0, 1] as const).map((side) => {
      const line = find(side);
      if (line) return perUnit ? line.amount / (carried[side] ?? 1) : line.amount;
      return pair.sides[side] ? 0 : null;
    });
    const fallback = perUnit ? (amounts[0] ?? amounts[1] ?? 0) : 0;
    const values: Two = [amounts[0] ?? fallback, amounts[1] ?? (perUnit ? (amounts[0] ?? 0) : 0)];
    const line = lines.to ?? lines.from;
    const place = { ...placeOf(pair), leg, unit: line?.unit ?? null };
    const category: ChangeCategory =
      lines.from && lines.to && lines.from.dataType !== lines.to.dataType ? 'dataType' : 'activityIntensity';
    const transport = addParameter(building, { ...place, subject: 'transport' }, category, values);
    const { restateFactor } = building.options;
    const factor = addFactorParameters(building, lines, [1, 1], place, restateFactor);
    const outside = perUnit && (!lines.from || !lines.to) ? inclusion : [];
    building.terms.push({
      row,
      column: -1,
      parameters: [...(perUnit ? base : []), ...outside, transport, ...factor],
    });
  }
}

function sourceKey(source: EntrySource): string {
  return source.kind === 'factor' ? '' : source.product;
}

/** Another provider is mix; from a database factor to a modelled supply, or back, is the kind of data. */
function sourceCategory(from: EntrySource, to: EntrySource): ChangeCategory {
  const lines = [from, to].flatMap((source) => (source.kind === 'factor' ? [source.line] : []));
  if (lines.length !== 1) return 'mix';
  return lines[0]?.factor?.sourceType === 'supplierPrimary' ? 'supplierFootprint' : 'dataType';
}

function placeOf({ entry, unit }: EntryPair): Partial<ParameterPlace> {
  const { process, product, exchange, name, supplier } = entry;
  const [, productFlow = ''] = product.split('\u0000');
  return { process, product: productFlow, flow: exchange.flow, exchange: exchange.id, name, supplier, unit };
}

function placeOfLine({ process, name, supplier, unit }: ProductLine): Partial<ParameterPlace> {
  return { process, name, supplier, unit };
}
