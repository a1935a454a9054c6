import {
  acceptFinite,
  anyNumber,
  errorAt,
  type Finding,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Why two footprints may not be set against each other (R3.7, R3.12). */
export const comparisonFindingCodes = [
  'comparison.functionalUnitDiffers',
  'comparison.boundaryDiffers',
  'comparison.pcrDiffers',
  'comparison.gwpSetDiffers',
  'comparison.noBaseline',
] as const;
type ComparisonCode = (typeof comparisonFindingCodes)[number] | ValueFindingCode;

/** What two footprints must share to be compared. Texts are compared as ids: the same words, the same thing. */
export interface ComparisonBasis {
  /** Amount, unit and performance, e.g. 1 `pcs` that shines 1,000 h (R3.7). */
  readonly functionalUnit: { readonly amount: number; readonly unit: string; readonly performance?: string };
  /** `cradleToGate` or `cradleToGrave`, or a finer boundary id. */
  readonly boundary: string;
  /** Id and version of the product category rule; null while none is used. */
  readonly pcr: string | null;
  readonly gwpSet: string;
}

/** Negative = reduction. Percent of the size of the baseline. */
export interface FootprintChange {
  readonly change: number;
  readonly changePercent: number;
}

/**
 * Every reason why `other` may not be ranked beside or tracked against `reference`: another functional unit,
 * boundary, PCR or GWP set (R3.7, R3.12). Empty = comparable. Two footprints without any PCR share that.
 */
export function checkComparable(
  reference: ComparisonBasis,
  other: ComparisonBasis,
): readonly Finding<ComparisonCode>[] {
  const findings: Finding<ComparisonCode>[] = [];
  const differ = (code: ComparisonCode, field: string, a: string | number | null, b: typeof a) => {
    if (a !== b) findings.push(errorAt(code, [field], { reference: a, other: b }));
  };
  const [unit, otherUnit] = [reference.functionalUnit, other.functionalUnit];
  differ('comparison.functionalUnitDiffers', 'functionalUnit', unitText(unit), unitText(otherUnit));
  differ('comparison.boundaryDiffers', 'boundary', reference.boundary, other.boundary);
  differ('comparison.pcrDiffers', 'pcr', reference.pcr, other.pcr);
  differ('comparison.gwpSetDiffers', 'gwpSet', reference.gwpSet, other.gwpSet);
  return findings;
}

/**
 * Change = current - baseline, in the unit of both and in percent (R3.12). Whether the two may be compared at all
 * is `checkComparable`'s to say. Refused: a baseline of zero, to which no percentage refers.
 */
export function footprintChange(baseline: number, current: number): Result<FootprintChange, ComparisonCode> {
  const findings = [
    ...numberFaults(baseline, anyNumber, ['baseline']),
    ...numberFaults(current, anyNumber, ['current']),
  ];
  if (findings.length > 0) return refuse(...findings);
  if (baseline === 0) return refuse(errorAt('comparison.noBaseline', ['baseline']));
  const change = current - baseline;
  return acceptFinite({ change, changePercent: (change / Math.abs(baseline)) * 100 });
}

/**
 * Compares two footprints per the same reference (performance tracking, R3.12), or refuses with every reason why
 * they may not be compared.
 */
export function compareFootprints(
  baseline: ComparisonBasis & { readonly total: number },
  current: ComparisonBasis & { readonly total: number },
): Result<FootprintChange, ComparisonCode> {
  const findings = checkComparable(baseline, current);
  return findings.length > 0 ? refuse(...findings) : footprintChange(baseline.total, current.total);
}

function unitText({ amount, unit, performance }: ComparisonBasis['functionalUnit']): string {
  return [amount, unit, performance ?? ''].join(' ').trim();
}
