import { accept, errorAt, type Finding, type Result, refuse } from '@slipstream/quantity';
import { amountFinding, present, unitFinding } from '../amount.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';

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
  const findings = present(amountFinding(units, ['units'], 'positive'));
  rows.forEach((row, index) => {
    findings.push(
      ...present(
        amountFinding(row.total, ['rows', index, 'total'], 'notNegative'),
        unitFinding(row.unit, ['rows', index, 'unit']),
      ),
    );
  });
  const amounts = rows.map((row) => ({
    name: row.name,
    amount: (row.total ?? 0) / (units ?? 1),
    unit: row.unit ?? '',
  }));
  if (findings.length === 0) {
    amounts.forEach(({ amount }, index) => {
      if (!Number.isFinite(amount)) findings.push(errorAt('amount.outOfRange', ['rows', index, 'total']));
    });
  }
  const questions = duplicateNameQuestions(rows, 'rows');
  return findings.length > 0 ? refuse(...findings, ...questions) : accept(amounts, questions);
}

/** A question for every row whose name was there before (R9.2). */
export function duplicateNameQuestions(
  rows: readonly { readonly name: string }[],
  list: string,
): Finding<FootprintFindingCode>[] {
  const firstOf = new Map<string, number>();
  return rows.flatMap(({ name }, index) => {
    const key = name.normalize('NFKC').trim().toLowerCase();
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, index);
      return [];
    }
    return [
      {
        code: 'row.duplicateName',
        severity: 'question',
        path: [list, index, 'name'],
        values: { name, firstIndex: first },
      },
    ];
  });
}
