import {
  acceptFinite,
  anyNumber,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/**
 * The interval of a value stated as ± percent: v (1 - p/100) to v (1 + p/100), R21. The ends come in order, also
 * for a removal (negative value). Refused: a percentage below zero.
 */
export function uncertaintyInterval(
  value: number,
  percent: number,
): Result<{ low: number; high: number }, ValueFindingCode> {
  const findings = [
    ...numberFaults(value, anyNumber, ['value']),
    ...numberFaults(percent, notNegative, ['percent']),
  ];
  if (findings.length > 0) return refuse(...findings);
  const ends = [value * (1 - percent / 100), value * (1 + percent / 100)] as const;
  return acceptFinite({ low: Math.min(...ends), high: Math.max(...ends) });
}
