import { type Result, refuse } from '@slipstream/quantity';
import { checkNumber, type GuardFindingCode, settle } from './guard.ts';

/**
 * The interval of a value stated as ± percent: v (1 - p/100) to v (1 + p/100), R21. The ends come in order, also
 * for a removal (negative value). Refused: a percentage below zero.
 */
export function uncertaintyInterval(
  value: number,
  percent: number,
): Result<{ low: number; high: number }, GuardFindingCode> {
  const findings = [
    ...checkNumber(value, 'finite', ['value']),
    ...checkNumber(percent, 'nonNegative', ['percent']),
  ];
  if (findings.length > 0) return refuse(...findings);
  const ends = [value * (1 - percent / 100), value * (1 + percent / 100)] as const;
  return settle({ low: Math.min(...ends), high: Math.max(...ends) });
}
