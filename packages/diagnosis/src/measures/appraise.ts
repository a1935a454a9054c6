import {
  acceptFinite,
  choiceFaults,
  errorAt,
  faultsIn,
  notNegative,
  numberFaults,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
  within,
} from '@slipstream/quantity';
import { payback } from '../cost/life-cycle-cost.ts';
import type { DiagnosisFindingCode } from '../finding-codes.ts';
import { type MeasureId, measureCatalogue, measureIds } from './catalogue.ts';
import { type EnergySaving, type SavingFormula, type SavingFormulaKind, savedEnergy } from './saving.ts';

/** A prescription of a diagnosis (R26.4): what it saves, what it costs, when it pays back. */
export interface Measure extends EnergySaving {
  readonly id: MeasureId;
  /** NT$/year, from the middle of the range. */
  readonly savedCost: number;
  /** kg CO2e/year, by the grid factor of the organization inventory. */
  readonly avoidedKgCO2e: number;
  /** NT$. */
  readonly investment: number;
  readonly paybackYears: number;
}

/**
 * Appraises one measure (R26.4): kWh by its formula, NT$ by the tariff, CO2e by the grid factor, payback by R24.7.
 *
 * @param input.id a measure of the catalogue
 * @param input.saving the formula with its inputs; it must be one the catalogue lists for the measure
 * @param input.tariffPerKwh NT$/kWh, above zero
 * @param input.gridKgCO2ePerKwh kg CO2e/kWh, not negative
 * @param input.investment NT$, not negative
 * @returns refused with `measure.formulaNotApplicable` for a formula of another measure and
 *   `measure.savesNothing` when no kWh are left to pay anything back
 */
export function appraiseMeasure(input: {
  readonly id: MeasureId;
  readonly saving: SavingFormula;
  readonly tariffPerKwh: number;
  readonly gridKgCO2ePerKwh: number;
  readonly investment: number;
}): Result<Measure, ValueFindingCode | DiagnosisFindingCode> {
  const { id, saving } = input;
  const faults = [
    ...choiceFaults(id, measureIds, ['id']),
    ...faultsIn(input, {
      tariffPerKwh: positive,
      gridKgCO2ePerKwh: notNegative,
      investment: notNegative,
    }),
  ];
  if (faults.length > 0) return refuse(...faults);
  const formulas: readonly SavingFormulaKind[] = measureCatalogue[id].formulas;
  if (!formulas.includes(saving.kind)) {
    const values = { id, kind: saving.kind, applicable: formulas.join(', ') };
    return refuse(errorAt('measure.formulaNotApplicable', ['saving', 'kind'], values));
  }
  const energy = savedEnergy(saving);
  if (!energy.ok) return refuse(...energy.findings.map((finding) => within(['saving'], finding)));
  const { savedKwh } = energy.value;
  if (savedKwh <= 0) return refuse(errorAt('measure.savesNothing', ['saving'], { savedKwh }));
  const savedCost = savedKwh * input.tariffPerKwh;
  const paid = payback({ extraCost: input.investment, annualSaving: savedCost });
  if (!paid.ok) return paid;
  return acceptFinite({
    id,
    ...energy.value,
    savedCost,
    avoidedKgCO2e: savedKwh * input.gridKgCO2ePerKwh,
    investment: input.investment,
    paybackYears: paid.value.years,
  });
}

/**
 * What several measures on the same machines save together: each takes its share of what the others leave, so
 * kWh × (1 − Π(1 − share)). Less than the sum, never more than all there is.
 *
 * @param input.annualKwh energy before, kWh/year, above zero
 * @param input.savedKwh what each would save alone, kWh/year, 0 to `annualKwh`
 */
export function combinedSaving(input: {
  readonly annualKwh: number;
  readonly savedKwh: readonly number[];
}): Result<{ readonly savedKwh: number }, ValueFindingCode> {
  const whole = faultsIn(input, { annualKwh: positive });
  if (whole.length > 0) return refuse(...whole);
  const faults = input.savedKwh.flatMap((saved, index) =>
    numberFaults(saved, { min: 0, max: input.annualKwh }, ['savedKwh', index]),
  );
  if (faults.length > 0) return refuse(...faults);
  const left = input.savedKwh.reduce((rest, saved) => rest * (1 - saved / input.annualKwh), 1);
  return acceptFinite({ savedKwh: input.annualKwh * (1 - left) });
}
