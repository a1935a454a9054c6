import { compareText } from '@slipstream/quantity';
import type { ProductExclusion, ProductSystem } from '../model/product-system.ts';
import { judgeCutOff, usualCutOffCriteria } from './cut-off.ts';
import type { CutOffReport } from './product-footprint.ts';
import { sumOf } from './sums.ts';

/**
 * What a system leaves out, scaled to the stated unit, against its cut-off criteria (R4). The estimated total is what
 * was calculated plus what was left out; where that is not positive no percentage can be told, and exclusions are
 * not acceptable.
 */
export function cutOffReport(system: ProductSystem, made: Float64Array, total: number): CutOffReport {
  const criteria = system.draft.cutOffCriteria ?? usualCutOffCriteria;
  const excluded = scaledExclusions(system.exclusions, made);
  const totalEstimate = total + sumOf(excluded.map((exclusion) => exclusion.estimatedKgCO2e));
  const idOf = (index: number) => String(index);
  const verdict = judgeCutOff(
    totalEstimate,
    excluded.map(({ estimatedKgCO2e }, index) => ({ id: idOf(index), value: estimatedKgCO2e })),
    criteria,
  );
  if (!verdict.ok) {
    return {
      criteria,
      excluded: excluded.map((exclusion) => ({ ...exclusion, percent: null, violates: true })),
      excludedTotalPercent: excluded.length === 0 ? 0 : null,
      totalExceeded: excluded.length > 0,
      acceptable: excluded.length === 0,
    };
  }
  const { violations, excludedTotalPercent, totalExceeded, acceptable } = verdict.value;
  return {
    criteria,
    excluded: excluded.map((exclusion, index) => ({
      ...exclusion,
      percent: (exclusion.estimatedKgCO2e / totalEstimate) * 100,
      violates: violations.includes(idOf(index)),
    })),
    excludedTotalPercent,
    totalExceeded,
    acceptable,
  };
}

type ScaledExclusion = Omit<ProductExclusion, 'product'>;

function scaledExclusions(exclusions: readonly ProductExclusion[], made: Float64Array): ScaledExclusion[] {
  const bySource = new Map<string, ScaledExclusion>();
  for (const { product, ...exclusion } of exclusions) {
    const source = JSON.stringify([exclusion.process, exclusion.exchange]);
    const before = bySource.get(source)?.estimatedKgCO2e ?? 0;
    const estimatedKgCO2e = before + exclusion.estimatedKgCO2e * (made[product] ?? 0);
    bySource.set(source, { ...exclusion, estimatedKgCO2e });
  }
  return [...bySource.values()].sort(
    (a, b) =>
      b.estimatedKgCO2e - a.estimatedKgCO2e ||
      compareText(a.process, b.process) ||
      compareText(a.exchange, b.exchange),
  );
}
