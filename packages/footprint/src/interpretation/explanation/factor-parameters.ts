import type { EmissionFactor } from '../../model/emission-factor.ts';
import { totalOf } from '../../model/footprint-components.ts';
import type { ProductLine } from '../../model/product-system.ts';
import type { ChangeCategory } from './change-category.ts';
import { addParameter, type ParameterList } from './parameter-list.ts';
import type { ParameterPlace } from './parametric-model.ts';

/**
 * What `factor` would read under another GWP set, in its own unit; null where its gases are not known. Lets the
 * explainer tell a new GWP set from a new edition that came with it.
 */
export type RestateFactor = (factor: EmissionFactor, gwpSet: string) => number | null;

/** The lines of one place in the two states; at least one is there. */
export interface LinePair {
  readonly from: ProductLine | undefined;
  readonly to: ProductLine | undefined;
}

/**
 * Adds the parameters of a line's factor in kg CO2e per `unit of the line × scale`: its value, and the GWP set apart
 * where both sets are named and the factor can be restated. A line that is there in one state alone keeps its factor
 * in both: what changed then is the amount.
 */
export function addFactorParameters(
  list: ParameterList,
  { from, to }: LinePair,
  scale: readonly [number, number],
  place: Partial<ParameterPlace>,
  restate: RestateFactor | undefined,
): readonly number[] {
  const line = to ?? from;
  if (!line) return [];
  const at = { ...place, subject: 'factor', factor: line.factor?.id ?? null } as const;
  const scaledValue = (side: ProductLine | undefined, factor: number) =>
    side ? totalOf(side.components) * factor : null;
  const fromValue = scaledValue(from, scale[0]) ?? scaledValue(to, scale[1]) ?? 0;
  const toValue = scaledValue(to, scale[1]) ?? scaledValue(from, scale[0]) ?? 0;
  const category = from && to ? factorCategory(from, to) : 'factorEdition';
  const gwp = from?.factor && to?.factor && restate ? gwpRatio(from.factor, to.factor, restate) : 1;
  if (gwp === 1) return [addParameter(list, at, category, [fromValue, toValue])];
  const rest = category === 'gwpSet' ? 'factorEdition' : category;
  return [
    addParameter(list, at, rest, [fromValue, toValue / gwp]),
    addParameter(list, { ...at, subject: 'gwp' }, 'gwpSet', [1, gwp]),
  ];
}

/** The bar to which a change from one factor to another belongs. */
function factorCategory(from: ProductLine, to: ProductLine): ChangeCategory {
  if (from.supplier !== null && to.supplier !== null && from.supplier !== to.supplier) return 'mix';
  const own = (line: ProductLine) => line.factor?.sourceType === 'supplierPrimary';
  if (own(from) !== own(to)) return 'dataType';
  const [a, b] = [from.factor, to.factor];
  if (a?.id === b?.id && a?.version === b?.version && a?.gwpSet !== b?.gwpSet) return 'gwpSet';
  return own(to) ? 'supplierFootprint' : 'factorEdition';
}

/**
 * How much the change of GWP set alone moves the factor: old restated to the new set over old, and new over new
 * restated to the old set; the geometric mean where both can be told, so that the way back gives the inverse.
 */
function gwpRatio(from: EmissionFactor, to: EmissionFactor, restate: RestateFactor): number {
  if (!from.gwpSet || !to.gwpSet || from.gwpSet === to.gwpSet) return 1;
  const restatedOld = restate(from, to.gwpSet);
  const restatedNew = restate(to, from.gwpSet);
  const ratios = [
    restatedOld !== null && from.value ? restatedOld / from.value : null,
    restatedNew && to.value ? to.value / restatedNew : null,
  ].filter((ratio) => ratio !== null && Number.isFinite(ratio) && ratio > 0);
  if (ratios.length === 0) return 1;
  return ratios.reduce((product: number, ratio) => product * (ratio ?? 1), 1) ** (1 / ratios.length);
}
