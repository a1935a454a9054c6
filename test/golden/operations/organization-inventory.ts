import {
  dailyAverage,
  inventoryObligation,
  inventoryTotals,
  prorate,
  quantifyEmissions,
  septicTankEmission,
  sumRegisters,
  usageMonths,
} from '@slipstream/organization-inventory';
import { accept, type Period, type Result } from '@slipstream/quantity';
import type { Operation } from '../operations.ts';

/** R1 and R2. */
export const organizationInventoryOperations: Readonly<Record<string, Operation>> = {
  'org.totals': ({ sources }) => inventoryTotals(sources),
  'org.mandatory': inventoryObligation,
  'org.emissions': ({ gwp, sources }) => emissions(gwp, sources),
  'org.septicTank': septicTankEmission,
  'bill.prorate': ({ periodStart, periodEnd, bills }) => prorateBills(periodStart, periodEnd, bills),
  'bill.dailyAverage': dailyAverage,
  'bill.registerTotal': sumRegisters,
  'bill.usageMonths': usageMonths,
};

interface CaseSource {
  readonly category: string;
  readonly activity: number;
  readonly kgCO2PerUnit: number;
  readonly kgCH4PerUnit: number;
  readonly kgN2OPerUnit: number;
}

function emissions(gwp: Readonly<Record<string, number>>, sources: readonly CaseSource[]): Result<unknown> {
  const result = quantifyEmissions({
    gwp,
    sources: sources.map(({ category, activity, kgCO2PerUnit, kgCH4PerUnit, kgN2OPerUnit }) => ({
      category,
      activity,
      kgPerUnit: { CO2: kgCO2PerUnit, CH4: kgCH4PerUnit, N2O: kgN2OPerUnit },
    })),
  });
  if (!result.ok) return result;
  const { tCO2eByCategory, total } = result.value;
  return accept({ tCO2eByCategory, total });
}

function prorateBills(
  start: string,
  end: string,
  bills: readonly (Period & { readonly kWh: number })[],
): Result<unknown> {
  const result = prorate({
    period: { start, end },
    documents: bills.map((bill) => ({ start: bill.start, end: bill.end, amount: bill.kWh })),
  });
  if (!result.ok) return result;
  const { total, periodDays, coveredDays, missingDays, overlapDays } = result.value;
  return accept({ totalKwh: total, periodDays, coveredDays, missingDays, overlapDays });
}
