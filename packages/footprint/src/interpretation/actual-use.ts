import {
  acceptFinite,
  errorAt,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

export const actualUseFindingCodes = ['actualUse.stockExceedsIssued'] as const;
type ActualUseCode = (typeof actualUseFindingCodes)[number] | ValueFindingCode;

/**
 * Actual use (實際用量) of a material in its own unit: issued (領用量) less the stock that remains (庫存量), R12.
 * Refused: a negative amount, and more left than was issued.
 */
export function actualUse(issued: number, remainingStock: number): Result<number, ActualUseCode> {
  const findings = [
    ...numberFaults(issued, notNegative, ['issued']),
    ...numberFaults(remainingStock, notNegative, ['remainingStock']),
  ];
  if (findings.length > 0) return refuse(...findings);
  if (remainingStock > issued) {
    return refuse(errorAt('actualUse.stockExceedsIssued', ['remainingStock'], { issued, remainingStock }));
  }
  return acceptFinite(issued - remainingStock);
}
