import {
  accept,
  errorAt,
  type Finding,
  notNegative,
  numberFaults,
  positive,
  type Result,
  refuse,
} from '@slipstream/quantity';
import { unitFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { questionDuplicates } from '../interpretation/plausibility.ts';

/** A total of the period, e.g. 900,000 kWh of electricity. */
export interface PeriodTotal {
  readonly name: string;
  readonly total: number | null;
  readonly unit: string | null;
}

export interface PerUnitAmount {
  readonly name: string;
  readonly amount: number;
  readonly unit: string;
}

/**
 * Amounts per functional unit: period total / units made in the period; the units of the rows stay (R9.2).
 * 900,000 kWh over 24,000 pieces is 37.5 kWh.
 *
 * Refuses units made that are not positive, and totals that are missing, negative or without a known unit. Asks
 * about rows of one name: a likely double entry.
 */
export function normalisePerUnit(
  units: number | null,
  rows: readonly PeriodTotal[],
): Result<readonly PerUnitAmount[], FootprintFindingCode> {
  const findings: Finding<FootprintFindingCode>[] = numberFaults(units, positive, ['units']);
  rows.forEach((row, index) => {
    findings.push(
      ...numberFaults(row.total, notNegative, ['rows', index, 'total']),
      ...unitFaults(row.unit, ['rows', index, 'unit']),
    );
  });
  const amounts = rows.map((row) => ({
    name: row.name,
    amount: (row.total ?? 0) / (units ?? 1),
    unit: row.unit ?? '',
  }));
  if (findings.length === 0) {
    amounts.forEach(({ amount }, index) => {
      if (!Number.isFinite(amount)) findings.push(errorAt('value.tooLarge', ['rows', index, 'total']));
    });
  }
  const questions = questionDuplicates(rows, ['rows']);
  return findings.length > 0 ? refuse(...findings, ...questions) : accept(amounts, questions);
}
