import type { DataType, LifeCycleStage } from '@slipstream/footprint';
import { comparisonKey } from '../table/plain.ts';
import { remember } from '../table/remember.ts';
import type { LineGroup, LineTransport } from './model.ts';

/** Words of a closed set, the first Chinese and the first English one being those of the template. */
type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>;

export const stageWords: Words<LifeCycleStage> = {
  rawMaterial: [
    '原料取得',
    '原料',
    '原料階段',
    '原料取得階段',
    '原物料',
    '原材料取得',
    'Raw material',
    'Raw materials',
    'Raw material acquisition',
  ],
  manufacturing: ['製造', '製造階段', '生產', '生產製造', 'Manufacturing', 'Production', 'Manufacture'],
  service: ['服務', '服務階段', 'Service'],
  distribution: [
    '配送銷售',
    '配送',
    '銷售',
    '運輸',
    '配銷',
    '配送銷售階段',
    '配銷階段',
    'Distribution',
    'Distribution and sale',
    'Transport',
  ],
  use: ['使用', '使用階段', 'Use', 'Use stage'],
  endOfLife: [
    '廢棄處理',
    '廢棄',
    '廢棄階段',
    '廢棄處理階段',
    '廢棄回收',
    'End of life',
    'End-of-life',
    'Disposal',
  ],
};

export const groupWords: Words<LineGroup> = {
  mainMaterial: ['主要原料', '主原料', '原料', '主要原物料', 'Main material', 'Main materials'],
  auxiliaryMaterial: [
    '輔助原料',
    '輔料',
    '副原料',
    '耗材',
    '輔助材料',
    'Auxiliary material',
    'Auxiliary materials',
  ],
  packaging: ['產品包裝', '包裝', '包裝材料', '包材', 'Product packaging', 'Packaging'],
  energy: [
    '能源',
    '電力',
    '燃料',
    '能源使用',
    '電力與燃料',
    '鍋爐',
    'Energy',
    'Electricity',
    'Fuel',
    'Fuels',
    'Boiler',
  ],
  water: ['水資源', '用水', '水', '自來水', 'Water'],
  airEmission: ['空氣污染物', '廢氣', '空污', '空氣排放', 'Air pollutants', 'Air emissions'],
  refrigerant: ['冷媒逸散', '冷媒', '逸散', 'Refrigerant leakage', 'Refrigerant'],
  septicTank: ['化糞池', '化糞池甲烷', 'Septic tank'],
  wasteWater: ['廢水', '廢水與水污染物', '水污染物', 'Waste water', 'Wastewater'],
  waste: ['廢棄物', '事業廢棄物', 'Waste'],
  distribution: ['配送', '運輸', '配送運輸', '銷售運輸', 'Distribution leg', 'Distribution', 'Transport'],
  use: ['使用情境', '使用', 'Use scenario', 'Use'],
  endOfLife: ['廢棄情境', '廢棄處理', '產品廢棄', 'End-of-life treatment', 'End of life'],
};

export const dataTypeWords: Words<DataType> = {
  primary: ['一級數據', '一級', '一級活動數據', '初級', '初級數據', '1', 'Primary', 'Primary data'],
  secondary: ['二級數據', '二級', '次級', '次級數據', '2', 'Secondary', 'Secondary data'],
};

export const modeWords: Words<NonNullable<LineTransport['mode']>> = {
  road: ['陸運', '公路', '卡車', '貨車', '大貨車', '小貨車', '拖車', '槽車', 'Road', 'Truck', 'Lorry'],
  rail: ['鐵路', '火車', 'Rail', 'Train'],
  sea: ['海運', '貨輪', '船運', '貨櫃船', 'Sea', 'Ship', 'Ocean'],
  air: ['空運', '航空', 'Air', 'Aircraft', 'Air freight'],
};

export const boundaryWords: Words<'cradleToGate' | 'cradleToGrave'> = {
  cradleToGate: [
    '搖籃到大門',
    '搖籃到大門(B2B)',
    'B2B',
    '從搖籃到大門',
    'Cradle to gate',
    'Cradle to gate (B2B)',
  ],
  cradleToGrave: [
    '搖籃到墳墓',
    '搖籃到墳墓(B2C)',
    'B2C',
    '從搖籃到墳墓',
    'Cradle to grave',
    'Cradle to grave (B2C)',
  ],
};

/** The stage a group belongs to, where no column says otherwise. */
export const stageOfGroup: Readonly<Record<LineGroup, LifeCycleStage>> = {
  mainMaterial: 'rawMaterial',
  auxiliaryMaterial: 'rawMaterial',
  packaging: 'rawMaterial',
  energy: 'manufacturing',
  water: 'manufacturing',
  airEmission: 'manufacturing',
  refrigerant: 'manufacturing',
  septicTank: 'manufacturing',
  wasteWater: 'manufacturing',
  waste: 'manufacturing',
  distribution: 'distribution',
  use: 'use',
  endOfLife: 'endOfLife',
};

/** The languages a form can be made in; it is read in either, and in a mix of both. */
export type FormLanguage = 'zh-TW' | 'en';

/** The word of the form for a value. */
export function wordOf<Value extends string>(
  words: Words<Value>,
  value: Value,
  language: FormLanguage,
): string {
  return (language === 'en' ? englishOf(words[value]) : words[value][0]) ?? value;
}

/** The first English word among those for one value. */
export function englishOf(words: readonly string[]): string | undefined {
  return words.find((word) => /^[A-Z][a-z]/.test(word));
}

/** Looks a person's word up in a set; null where nobody knows it. */
export function wordReader<Value extends string>(words: Words<Value>): (typed: string) => Value | null {
  const byKey = new Map<string, Value>();
  for (const [value, list] of Object.entries<readonly string[]>(words))
    for (const word of [value, ...list])
      if (!byKey.has(comparisonKey(word))) byKey.set(comparisonKey(word), value as Value);
  return remember(
    (typed) =>
      byKey.get(comparisonKey(typed)) ?? byKey.get(comparisonKey(typed.split(/[\n/／(（]/)[0] ?? '')) ?? null,
  );
}

export const readStage = wordReader(stageWords);
export const readGroup = wordReader(groupWords);
export const readDataType = wordReader(dataTypeWords);
export const readMode = wordReader(modeWords);
export const readBoundary = wordReader(boundaryWords);
