import {
  accept,
  addYears,
  choiceFaults,
  errorAt,
  isDay,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** What the footprint behind a label rests on (R19.1). */
export const labelBases = ['verificationStatement', 'criticalReviewReport'] as const;
export type LabelBasis = (typeof labelBases)[number];

export const assuranceLevels = ['limited', 'reasonable'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** Why a label cannot be applied for, in alphabetical order (R19.2). */
export const labelRefusals = ['assuranceNotReasonable', 'pcrNotConformant', 'validityTooShort'] as const;
export type LabelRefusal = (typeof labelRefusals)[number];

export const labelFindingCodes = ['label.dayInvalid'] as const;

export interface LabelEvidence {
  readonly basis: LabelBasis;
  /** Of the verification statement; null for a critical review. */
  readonly assurance: AssuranceLevel | null;
  /** Last valid day of the statement or report, ISO date. */
  readonly validUntil: string;
  /** ISO date. */
  readonly applicationDate: string;
  /** Whether the result conforms to the announced product category rule. */
  readonly pcrConformant: boolean;
}

/**
 * Whether a carbon label can be applied for (R19.1, R19.2): a verification statement of reasonable assurance or a
 * critical review report, conformant to the announced rule, with a year of validity left: valid until the same day next
 * year or later.
 * @returns refused for an unknown basis or assurance, or a day that does not exist.
 */
export function labelEligibility(
  evidence: LabelEvidence,
): Result<
  { readonly eligible: boolean; readonly reasons: readonly LabelRefusal[] },
  (typeof labelFindingCodes)[number] | ValueFindingCode
> {
  const { basis, assurance, validUntil, applicationDate, pcrConformant } = evidence;
  const faults = [
    ...choiceFaults(basis, labelBases, ['basis']),
    ...(assurance === null ? [] : choiceFaults(assurance, assuranceLevels, ['assurance'])),
    ...(['validUntil', 'applicationDate'] as const).flatMap((key) =>
      isDay(evidence[key]) ? [] : [errorAt('label.dayInvalid' as const, [key], { found: evidence[key] })],
    ),
  ];
  if (faults.length > 0) return refuse(...faults);
  const holds: Record<LabelRefusal, boolean> = {
    assuranceNotReasonable: basis === 'verificationStatement' && assurance !== 'reasonable',
    pcrNotConformant: !pcrConformant,
    validityTooShort: validUntil < addYears(applicationDate, 1),
  };
  const reasons = labelRefusals.filter((reason) => holds[reason]);
  return accept({ eligible: reasons.length === 0, reasons });
}
