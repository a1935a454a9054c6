import { type InventorySheetContent, makeInventorySheet } from '@slipstream/inventory-sheet';
import { type PumpNames, pumpNames } from './pump.ts';
import type { Language } from './words.ts';

type Line = NonNullable<InventorySheetContent['lines']>[number];

/** What a unit of the housing causes by its sheet: 30,000 kg × 2 and 60,000 kWh × 0.474 over 12,000 pieces. */
export const housingKgPerPiece = 7.37;

/** The supplier's workbook for the housing, with its electricity in a unit that the factor is not for. */
export function makeHousingSheet(language: Language = 'zh-TW'): Promise<Uint8Array> {
  const names = pumpNames[language];
  return makeInventorySheet({
    language,
    basicData: {
      firm: names.suppliers.housing,
      productName: names.parts.housing,
      period: { start: '2025-01-01', end: '2025-12-31' },
      boundary: 'cradleToGate',
      functionalUnit: '1 pcs',
      production: { typed: '12000', value: 12_000 },
      productionUnit: 'pcs',
    },
    lines: [
      line(names, 'rawMaterial', 'mainMaterial', names.ingot, [30_000, 'kg'], [2, 'kg']),
      line(names, 'manufacturing', 'energy', names.power, [60_000, 'kg'], [0.474, 'kWh']),
    ],
  });
}

function line(
  { billsAndSlips, factorSource }: PumpNames,
  stage: Line['stage'],
  group: Line['group'],
  name: string,
  [total, unit]: readonly [number, 'kg' | 'kWh'],
  [factor, per]: readonly [number, 'kg' | 'kWh'],
): Line {
  return {
    stage,
    group,
    name,
    specification: null,
    total: { amount: { typed: String(total), value: total }, unit, unitTyped: unit },
    perUnit: null,
    dataType: 'primary',
    source: billsAndSlips,
    period: null,
    allocationBasis: null,
    allocationExplanation: null,
    factor: {
      name,
      value: { typed: String(factor), value: factor },
      unit: { mass: 'kg', per },
      unitTyped: `kg CO2e/${per}`,
      source: factorSource,
      year: 2024,
    },
    transport: null,
    treatment: null,
    activityScores: null,
    factorScores: null,
    remark: null,
  };
}
