import { errorAt, type Result, refuse } from '@slipstream/quantity';
import { checkNumber, type GuardFindingCode, settle } from './guard.ts';

export const actualUseFindingCodes = ['actualUse.stockExceedsIssued'] as const;
type ActualUseCode = (typeof actualUseFindingCodes)[number] | GuardFindingCode;

/**
 * Actual use (實際用量) of a material in its own unit: issued (領用量) less the stock that remains (庫存量), R12.
 * Refused: a negative amount, and more left than was issued.
 */
export function actualUse(issued: number, remainingStock: number): Result<number, ActualUseCode> {
  const findings = [
    ...checkNumber(issued, 'nonNegative', ['issued']),
    ...checkNumber(remainingStock, 'nonNegative', ['remainingStock']),
  ];
  if (findings.length > 0) return refuse(...findings);
  if (remainingStock > issued) {
    return refuse(errorAt('actualUse.stockExceedsIssued', ['remainingStock'], { issued, remainingStock }));
  }
  return settle(issued - remainingStock);
}
