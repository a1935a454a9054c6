import {
  accept,
  errorAt,
  numberFaults,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import type { ProductSystem } from '../../model/product-system.ts';
import { type AttributionFindingCode, attributeChange, attributionFindingCodes } from './attribute-change.ts';
import { type ChangeCategory, changeCategories, isMethodCategory } from './change-category.ts';
import { type ParameteriseOptions, parameterise } from './parameterise.ts';
import type { ParameterPlace } from './parametric-model.ts';

export const explanationFindingCodes = [...attributionFindingCodes, 'explanation.statedUnitDiffers'] as const;
type ExplanationCode = (typeof explanationFindingCodes)[number] | AttributionFindingCode | ValueFindingCode;

/** One changed number and what its change did. */
export interface ChangeDetail extends ParameterPlace {
  readonly from: number;
  readonly to: number;
  /** kg CO2e. */
  readonly change: number;
}

/** One bar of the waterfall. */
export interface ChangeBar {
  readonly category: ChangeCategory;
  /** True for what moved on paper alone; such a bar is never shown as a reduction. */
  readonly isMethod: boolean;
  /** kg CO2e; the sum of its details to the last bit. */
  readonly change: number;
  /** Largest first. */
  readonly details: readonly ChangeDetail[];
}

/**
 * Why a footprint changed. In kg CO2e: `from` + Σ bars = `to`, to the last bit and in any order; `change` =
 * `operationalChange` + `methodChange`. `from` and `to` are the totals, rounded in the sixteenth digit of the
 * largest figure, which is what makes the sums exact.
 */
export interface ChangeExplanation {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly operationalChange: number;
  readonly methodChange: number;
  /** Every category in the order of the waterfall, zero ones too. */
  readonly bars: readonly ChangeBar[];
}

/**
 * Explains the difference between two states of a product's footprint as a waterfall (R3.12, R20.1 performance
 * tracking): every number of the model that differs gets the part its own change brought (see `attributeChange`);
 * a bar is the sum of the numbers of its category. `volume` turns the footprints into totals of a period.
 *
 * Refused: another stated unit; a volume that is not positive; a state, or a mixture of the two, without a finite
 * answer.
 */
export function explainChange(
  from: ProductSystem,
  to: ProductSystem,
  options: ParameteriseOptions = {},
): Result<ChangeExplanation, ExplanationCode> {
  const faults = (options.volume ?? []).flatMap((volume, side) =>
    numberFaults(volume, positive, ['volume', side]),
  );
  if (faults.length > 0) return refuse(...faults);
  const [before, after] = [from, to].map(({ statedUnit: { amount, unit } }) => `${amount} ${unit}`);
  if (before !== after) {
    const values = { from: before ?? null, to: after ?? null };
    return refuse(errorAt('explanation.statedUnitDiffers', ['statedUnit'], values));
  }
  const model = parameterise(from, to, options);
  const attribution = attributeChange(model);
  if (!attribution.ok) return attribution;
  const { parts } = attribution.value;
  const details = new Map<ChangeCategory, ChangeDetail[]>(changeCategories.map((category) => [category, []]));
  for (const [index, { place, category, from: old, to: now }] of model.parameters.entries()) {
    if (old !== now) details.get(category)?.push({ ...place, from: old, to: now, change: parts[index] ?? 0 });
  }
  const bars = changeCategories.map((category): ChangeBar => {
    const own = [...(details.get(category) ?? [])].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    return { category, isMethod: isMethodCategory(category), change: sumOf(own), details: own };
  });
  const methodChange = sumOf(bars.filter(({ isMethod }) => isMethod));
  const change = sumOf(bars);
  return accept({
    from: attribution.value.from,
    to: attribution.value.to,
    change,
    operationalChange: change - methodChange,
    methodChange,
    bars,
  });
}

function sumOf(parts: readonly { readonly change: number }[]): number {
  return parts.reduce((sum, { change }) => sum + change, 0);
}
