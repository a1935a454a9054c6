import {
  acceptFinite,
  atMost,
  choiceFaults,
  errorAt,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  roundHalfUp,
  type ValueFindingCode,
} from '@slipstream/quantity';
import {
  columnsShownWhenNotZero,
  type IsoCategory,
  isoCategories,
  isoCategoryOf,
  type SmallFirmCategory,
  type SourceCategory,
  smallFirmCategories,
  sourceCategories,
} from './categories.ts';

/** An emission source of an inventory; the label of its category is the reporter's own unless a view says more. */
export interface QuantifiedSource<Category extends string = string> {
  readonly category: Category;
  /** Tonnes CO2e in the year, not negative: removals are reported apart (ISO 14064-1 5.2). */
  readonly tCO2e: number;
}

export interface InventoryTotals {
  /** t CO2e. */
  readonly total: number;
  readonly sharePercent: Readonly<Record<string, number>>;
}

/**
 * Total and shares of an inventory (R1.1): sources of one category are added; a category of zero is still listed.
 *
 * @returns shares in percent, unrounded, in the order categories first occur; refused with `inventory.nothingEmitted`
 *   when the total is zero, since there are no shares of nothing
 */
export function inventoryTotals(
  sources: readonly QuantifiedSource[],
): Result<InventoryTotals, ValueFindingCode | 'inventory.nothingEmitted'> {
  const faults = faultsOfSources(sources);
  if (faults.length > 0) return refuse(...faults);
  const byCategory = sumByCategory(sources);
  const total = [...byCategory.values()].reduce((sum, tonnes) => sum + tonnes, 0);
  if (total === 0) return refuse(errorAt('inventory.nothingEmitted', ['sources']));
  return acceptFinite({
    total,
    sharePercent: Object.fromEntries(
      [...byCategory].map(([category, tonnes]) => [category, (tonnes / total) * 100]),
    ),
  });
}

/**
 * An inventory by the six categories of ISO 14064-1, all listed, direct emissions by their four kinds as well (R1.2).
 */
export function totalsByIsoCategory(sources: readonly QuantifiedSource<SourceCategory>[]): Result<
  {
    readonly categories: Readonly<Record<IsoCategory, number>>;
    readonly direct: Readonly<
      Record<'stationaryCombustion' | 'mobileCombustion' | 'process' | 'fugitive', number>
    >;
    readonly total: number;
  },
  ValueFindingCode
> {
  const faults = [...unknownCategories(sources, sourceCategories), ...faultsOfSources(sources)];
  if (faults.length > 0) return refuse(...faults);
  const sumOf = (belongs: (category: SourceCategory) => boolean) =>
    sources.filter(({ category }) => belongs(category)).reduce((sum, { tCO2e }) => sum + tCO2e, 0);
  const categories = Object.fromEntries(
    isoCategories.map((iso) => [iso, sumOf((category) => isoCategoryOf[category] === iso)]),
  ) as Record<IsoCategory, number>;
  return acceptFinite({
    categories,
    direct: {
      stationaryCombustion: sumOf((category) => category === 'stationaryCombustion'),
      mobileCombustion: sumOf((category) => category === 'mobileCombustion'),
      process: sumOf((category) => category === 'process'),
      fugitive: sumOf((category) => category === 'fugitive'),
    },
    total: Object.values(categories).reduce((sum, tonnes) => sum + tonnes, 0),
  });
}

export interface SmallFirmColumn {
  readonly category: SmallFirmCategory;
  readonly tCO2e: number;
  readonly sharePercent: number;
}

/**
 * The small-firm view (R1.2): stationary, mobile, energy indirect and the total; process and fugitive columns join
 * whenever they are not zero, so that no column is hidden.
 *
 * @returns refused with `inventory.nothingEmitted` when the total is zero
 */
export function smallFirmView(
  sources: readonly QuantifiedSource<SmallFirmCategory>[],
): Result<
  { readonly columns: readonly SmallFirmColumn[]; readonly total: number },
  ValueFindingCode | 'inventory.nothingEmitted'
> {
  const unknown = unknownCategories(sources, smallFirmCategories);
  if (unknown.length > 0) return refuse(...unknown);
  const totals = inventoryTotals(sources);
  if (!totals.ok) return totals;
  const byCategory = sumByCategory(sources);
  const { total, sharePercent } = totals.value;
  const columns = smallFirmCategories
    .map((category) => ({
      category,
      tCO2e: byCategory.get(category) ?? 0,
      sharePercent: sharePercent[category] ?? 0,
    }))
    .filter(({ category, tCO2e }) => tCO2e !== 0 || !columnsShownWhenNotZero.includes(category));
  return acceptFinite({ columns, total });
}

/** Shares as printed may miss 100 by this much, percentage points (R1.1). */
export const shareSlackPercent = 0.05;

/** A column as a table prints it. */
export interface PrintedColumn {
  readonly tCO2e: number;
  readonly sharePercent: number;
}

export interface PrintedShares {
  readonly sumPercent: number;
  readonly addsUp: boolean;
  /** What a hidden column must weigh for the printed shares to be right, t CO2e; null when none is hidden. */
  readonly hiddenTonnes: { readonly low: number; readonly high: number } | null;
}

/**
 * Whether printed shares add to 100 within 0.05 (R1.1). Where they fall short, the total hides a column: each share,
 * known to half its last digit, bounds the true total, and what lies between that and the sum is hidden.
 *
 * @param input.columns tonnes above zero and shares as printed, 0 to 100
 * @param input.decimals decimals the shares are printed with, 0 to 10
 * @returns refused with `inventory.sharesContradictory` when no total at all explains the shares
 */
export function checkPrintedShares(input: {
  readonly columns: readonly PrintedColumn[];
  readonly decimals: number;
}): Result<PrintedShares, ValueFindingCode | 'inventory.sharesContradictory'> {
  const { columns, decimals } = input;
  const faults = [
    ...faultsIn(input, { decimals: { min: 0, max: 10 } }),
    ...columns.flatMap((column, index) =>
      faultsIn(column, { tCO2e: positive, sharePercent: { min: 0, max: 100 } }, ['columns', index]),
    ),
  ];
  if (faults.length > 0) return refuse(...faults);
  const shareSum = columns.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
  const sumPercent = roundHalfUp(shareSum, Math.ceil(decimals));
  if (atMost(Math.abs(100 - shareSum), shareSlackPercent))
    return acceptFinite({ sumPercent, addsUp: true, hiddenTonnes: null });
  const halfDigit = 0.5 * 10 ** -decimals;
  const totalAt = ({ tCO2e }: PrintedColumn, sharePercent: number) => (tCO2e / sharePercent) * 100;
  const lowest = Math.max(...columns.map((column) => totalAt(column, column.sharePercent + halfDigit)));
  const highest = Math.min(
    ...columns.map((column) =>
      column.sharePercent > halfDigit
        ? totalAt(column, column.sharePercent - halfDigit)
        : Number.POSITIVE_INFINITY,
    ),
  );
  const shown = columns.reduce((sum, { tCO2e }) => sum + tCO2e, 0);
  if (lowest > highest || highest < shown)
    return refuse(errorAt('inventory.sharesContradictory', ['columns'], { sumPercent }));
  return acceptFinite({
    sumPercent,
    addsUp: false,
    hiddenTonnes: { low: Math.max(0, lowest - shown), high: highest - shown },
  });
}

function faultsOfSources(sources: readonly QuantifiedSource[]) {
  return sources.flatMap((source, index) => faultsIn(source, { tCO2e: notNegative }, ['sources', index]));
}

function unknownCategories(sources: readonly QuantifiedSource[], known: readonly string[]) {
  return sources.flatMap(({ category }, index) =>
    choiceFaults(category, known, ['sources', index, 'category']),
  );
}

function sumByCategory(sources: readonly QuantifiedSource[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { category, tCO2e } of sources) sums.set(category, (sums.get(category) ?? 0) + tCO2e);
  return sums;
}
