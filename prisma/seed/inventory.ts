import type { LifeCycleStage } from '@slipstream/footprint';
import { type InventoryLine, type LineGroup, makeInventorySheet } from '@slipstream/inventory-sheet';

type Content = NonNullable<Parameters<typeof makeInventorySheet>[0]>;
type Unit = 'kWh' | 'kg' | 'L' | 'm3';

/** A year's amount with the factor the supplier names for it, in kg CO2e per unit. */
const entry = (
  stage: LifeCycleStage,
  group: LineGroup,
  name: string,
  value: number,
  unit: Unit,
  kgCo2ePerUnit: number,
  source: string,
): Omit<InventoryLine, 'sheet' | 'row'> => ({
  stage,
  group,
  name,
  specification: null,
  total: { amount: { typed: String(value), value }, unit, unitTyped: unit },
  perUnit: null,
  dataType: 'primary',
  source,
  period: null,
  allocationBasis: null,
  allocationExplanation: null,
  factor: {
    name: `${name}係數`,
    value: { typed: String(kgCo2ePerUnit), value: kgCo2ePerUnit },
    unit: { mass: 'kg', per: unit },
    unitTyped: `kgCO2e/${unit}`,
    source: '產品碳足跡資訊網',
    year: 2024,
  },
  transport: null,
  treatment: null,
  activityScores: null,
  factorScores: null,
  remark: null,
});

const basics = (firm: string, productName: string, production: number, productionUnit: 'kg' | 'pcs') =>
  ({
    firm,
    productName,
    boundary: 'cradleToGate',
    period: { start: '2025-01-01', end: '2025-12-31' },
    production: { typed: String(production), value: production },
    productionUnit,
  }) as const satisfies Content['basicData'];

/** The suppliers' own workbooks, by file name. */
export const answerBooks: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'inventory-shunlong.xlsx': () =>
    makeInventorySheet({
      basicData: basics('順隆煉鋼', '電弧爐扁鋼胚', 180_000_000, 'kg'),
      lines: [
        entry('rawMaterial', 'mainMaterial', '廢鋼', 196_000_000, 'kg', 0.028, '領料紀錄'),
        entry('rawMaterial', 'auxiliaryMaterial', '生石灰', 8_100_000, 'kg', 1.1, '領料紀錄'),
        entry('rawMaterial', 'auxiliaryMaterial', '合金鐵', 2_340_000, 'kg', 5.4, '領料紀錄'),
        entry('rawMaterial', 'auxiliaryMaterial', '石墨電極', 342_000, 'kg', 8.6, '領料紀錄'),
        entry('rawMaterial', 'auxiliaryMaterial', '增碳劑', 3_780_000, 'kg', 3.17, '領料紀錄'),
        entry('rawMaterial', 'auxiliaryMaterial', '氧氣', 7_200_000, 'm3', 0.78, '進貨單'),
        entry('manufacturing', 'energy', '電力', 92_760_000, 'kWh', 0.6058, '電費單'),
        entry('manufacturing', 'energy', '天然氣', 6_840_000, 'm3', 2.643, '燃氣帳單'),
      ],
    }),
  'inventory-nanyao.xlsx': () =>
    makeInventorySheet({
      basicData: basics('南曜鋁料', '原生鋁錠', 48_000_000, 'kg'),
      lines: [
        entry('rawMaterial', 'mainMaterial', '氧化鋁', 92_600_000, 'kg', 1.25, '進貨單'),
        entry('rawMaterial', 'auxiliaryMaterial', '碳陽極', 20_650_000, 'kg', 3.6, '領料紀錄'),
        entry('rawMaterial', 'auxiliaryMaterial', '氟化鋁', 864_000, 'kg', 5.1, '領料紀錄'),
        entry('manufacturing', 'energy', '電力', 666_400_000, 'kWh', 0.74, '電費單'),
        entry('manufacturing', 'energy', '天然氣', 3_120_000, 'm3', 2.643, '燃氣帳單'),
      ],
    }),
  'inventory-luyuan.xlsx': () =>
    makeInventorySheet({
      basicData: basics('綠沅再生', '再生鋁錠', 5_200_000, 'kg'),
      lines: [
        entry('rawMaterial', 'mainMaterial', '廢鋁', 5_590_000, 'kg', 0.12, '進貨單'),
        entry('rawMaterial', 'auxiliaryMaterial', '矽', 96_000, 'kg', 8.9, '進貨單'),
        entry('manufacturing', 'energy', '電力', 1_560_000, 'kWh', 0.6058, '電費單'),
        entry('manufacturing', 'energy', '天然氣', 598_000, 'm3', 2.643, '燃氣帳單'),
      ],
    }),
};
