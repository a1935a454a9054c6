import {
  acceptFinite,
  choiceFaults,
  errorAt,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** The tiers of saving, each the yearly rate reached there: rates are never added up (R26.2). */
export const savingTiers = ['technology', 'systematic', 'smart', 'digitalTransformation'] as const;
export type SavingTier = (typeof savingTiers)[number];

/** Percent of the yearly electricity saved; digital transformation has no rate (R26.2). */
export const savingRatePercent: Readonly<Record<SavingTier, number | null>> = {
  technology: 1.5,
  systematic: 2.5,
  smart: 3.5,
  digitalTransformation: null,
};

export const savingsFindingCodes = ['savings.noRate'] as const;

/**
 * Electricity a tier saves in a year (R26.2): annual kWh × rate.
 * @returns refused for an unknown tier, one without a rate (`savings.noRate`), or a use that is negative or no number.
 */
export function tierSaving(
  tier: SavingTier,
  annualKwh: number,
): Result<
  { readonly ratePercent: number; readonly savedKwh: number },
  (typeof savingsFindingCodes)[number] | ValueFindingCode
> {
  const faults = [
    ...choiceFaults(tier, savingTiers, ['tier']),
    ...numberFaults(annualKwh, notNegative, ['annualKwh']),
  ];
  if (faults.length > 0) return refuse(...faults);
  const ratePercent = savingRatePercent[tier];
  if (ratePercent === null) return refuse(errorAt('savings.noRate', ['tier'], { tier }));
  return acceptFinite({ ratePercent, savedKwh: annualKwh * (ratePercent / 100) });
}
