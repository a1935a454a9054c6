import { accept, type Result } from '@slipstream/quantity';
import { checkProductSystem } from '../check/check-product-system.ts';
import type { Allocation } from '../model/allocation.ts';
import type { ProductSystem } from '../model/product-system.ts';
import { type ChangeExplanation, explainChange } from './explanation/explain-change.ts';
import { applyChanges, type ModelChange } from './model-change.ts';

/** A scenario beside the stored system: what it would be, and why it differs. */
export interface Scenario {
  readonly system: ProductSystem;
  /** From the stored system to the scenario, in kg CO2e of the stated unit. */
  readonly explanation: ChangeExplanation;
}

/**
 * What if: the changes applied to a copy of the system, calculated and explained (R9.7, R20.1 item 17, R22). The
 * system given is never touched. Refused: a change that has no place, a copy that cannot be calculated.
 */
export function whatIf(system: ProductSystem, changes: readonly ModelChange[]): Result<Scenario> {
  const draft = applyChanges(system.draft, changes);
  if (!draft.ok) return draft;
  const changed = checkProductSystem(draft.value);
  if (!changed.ok) return changed;
  const explanation = explainChange(system, changed.value);
  return explanation.ok
    ? accept({ system: changed.value, explanation: explanation.value }, changed.findings)
    : explanation;
}

/** One defensible rule of allocation and what it makes of the result. */
export interface AllocationScenario {
  readonly allocation: Allocation;
  /** kg CO2e for the stated unit, or why the rule cannot be applied. */
  readonly total: Result<number>;
  /** Against the rule in use, in percent of it; null where that is (next to) zero or the rule cannot be applied. */
  readonly changePercent: number | null;
}

/** Several allocation rules of one process side by side (R9.7): what the choice of the basis is worth. */
export function compareAllocations(
  system: ProductSystem,
  process: string,
  allocations: readonly Allocation[],
): readonly AllocationScenario[] {
  return allocations.map((allocation) => {
    const scenario = whatIf(system, [{ kind: 'allocation', process, allocation }]);
    if (!scenario.ok) return { allocation, total: scenario, changePercent: null };
    const { from, to, change } = scenario.value.explanation;
    return {
      allocation,
      total: accept(to),
      changePercent: percentOf(change, from),
    };
  });
}

function percentOf(change: number, whole: number): number | null {
  const percent = (change / Math.abs(whole)) * 100;
  return Number.isFinite(percent) ? percent : null;
}
