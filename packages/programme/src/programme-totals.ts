import {
  acceptFinite,
  anyNumber,
  errorAt,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

export const programmeTotalsFindingCodes = ['programme.noSuppliers', 'programme.supplierRepeated'] as const;

/** What a lead firm and its suppliers achieved together, t CO2e. */
export interface ProgrammeTotals {
  readonly supplierCount: number;
  readonly totalTonnes: number;
  readonly averageTonnes: number;
}

/**
 * Total, count and average of the suppliers' reductions (R26.1); a supplier whose emissions rose counts with a
 * negative reduction.
 * @returns refused without a supplier, for a repeated id, or a reduction that is no number.
 */
export function programmeTotals(
  suppliers: readonly { readonly id: string; readonly reductionTonnes: number }[],
): Result<ProgrammeTotals, (typeof programmeTotalsFindingCodes)[number] | ValueFindingCode> {
  const firstAt = new Map<string, number>();
  suppliers.forEach(({ id }, index) => {
    if (!firstAt.has(id)) firstAt.set(id, index);
  });
  const faults = suppliers.flatMap(({ id, reductionTonnes }, index) => [
    ...(firstAt.get(id) === index
      ? []
      : [errorAt('programme.supplierRepeated' as const, ['suppliers', index, 'id'], { id })]),
    ...numberFaults(reductionTonnes, anyNumber, ['suppliers', index, 'reductionTonnes']),
  ]);
  if (suppliers.length === 0) return refuse(errorAt('programme.noSuppliers', ['suppliers']));
  if (faults.length > 0) return refuse(...faults);
  const totalTonnes = suppliers.reduce((sum, { reductionTonnes }) => sum + reductionTonnes, 0);
  const supplierCount = suppliers.length;
  return acceptFinite({ supplierCount, totalTonnes, averageTonnes: totalTonnes / supplierCount });
}
