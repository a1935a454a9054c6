import { isUnitCode, type Medium, plainText, type UnitCode } from '@slipstream/quantity';
import { remember } from './remember.ts';

/** Words for units beside their codes, as bills, ERP exports and forms write them. */
const words: Partial<Record<UnitCode, string>> = {
  mg: '毫克',
  g: '公克 克 gram grams gm',
  kg: '公斤 千克 kgs kilogram kilograms 仟克',
  t: '公噸 噸 tonne tonnes mt 公吨 吨',
  lb: '磅 lbs pound pounds',
  shortTon: '美噸 短噸',
  longTon: '英噸 長噸',
  oz: '盎司',
  catty: '台斤',
  mm: '公釐 毫米',
  cm: '公分 厘米',
  m: '公尺 米 meter metre meters metres',
  km: '公里 千米 kilometer kilometre',
  mile: '英里 哩 miles',
  m2: '平方公尺 平方米 sqm',
  ping: '坪',
  mL: '毫升 cc',
  L: '公升 升 liter litre liters litres ltr',
  m3: '立方公尺 立方米 公秉 kl cbm',
  '1000m3': '千立方公尺',
  galUS: '美加侖',
  galUK: '英加侖',
  Nm3: '標準立方公尺',
  kWh: '千瓦時 瓩時 瓩小時 度電 kw-h kw.h kw·h',
  MWh: '百萬瓦時 千度電',
  MJ: '百萬焦耳 千千焦',
  GJ: '十億焦耳',
  kcal: '千卡 大卡 仟卡',
  kW: '瓩 千瓦',
  pcs: '個 件 支 只 隻 片 台 組 顆 條 套 枚 粒 座 根 塊 張 本 輛 pc ea each piece pieces set sets unit units nos no pce 個/台 pcs.',
  dozen: '打',
  h: '小時 hr hrs hour hours',
  d: '天 日 day days',
  min: '分鐘 minute minutes',
  tkm: '延噸公里 噸公里 t-km t·km 公噸公里 ton-km tonne-km t.km',
  kgkm: '公斤公里 kg-km kg·km',
  personHour: '人時 人小時 人-時',
  du: '度',
};

/** Lower-case forms that mean another unit when a letter is a capital; these count only as written. */
const caseMatters = new Set(['mg', 'mw', 'm']);

const byWord = new Map<string, UnitCode>();
const codes =
  'mg g kg t lb oz mm cm m km m2 mL L m3 kWh MWh GWh kJ MJ GJ TJ kcal Mcal W kW MW hp RT pcs h d min s tkm kgkm pkm vkm Nm3 ft3 ft2 ha ft in nmi bbl BTU mmBtu kPa MPa bar psi CFM';
for (const code of codes.split(' '))
  if (!caseMatters.has(code.toLowerCase())) byWord.set(code.toLowerCase(), code as UnitCode);
for (const [code, list] of Object.entries(words))
  for (const word of list.split(' ')) byWord.set(word.toLowerCase(), code as UnitCode);

const duOf: Readonly<Record<Medium, { readonly one: UnitCode; readonly thousand: UnitCode }>> = {
  electricity: { one: 'kWh', thousand: 'MWh' },
  water: { one: 'm3', thousand: '1000m3' },
  gas: { one: 'm3', thousand: '1000m3' },
};

/**
 * The unit code a person's word stands for (R10): `公斤`, `KG`, `ｋｇ`, `m³`. `度` and `千度` need their medium
 * (R10.2): without it `度` is `du` and `千度` unknown. Returns null for words nobody knows; `Mg` is not `mg`.
 */
export function readUnit(typed: string, medium?: Medium): UnitCode | null {
  const word = unitWord(typed);
  if (word === '千度') return medium ? duOf[medium].thousand : null;
  return word === 'du' && medium ? duOf[medium].one : word;
}

const unitWord = remember((typed: string): UnitCode | '千度' | null => {
  const text = plainText(typed)
    .replace(/^\(|\)$/g, '')
    .trim();
  if (isUnitCode(text)) return text;
  if (text === '千度' || text === '仟度') return '千度';
  const word = text.toLowerCase();
  return byWord.get(word) ?? byWord.get(word.replaceAll(' ', '')) ?? null;
});

/** The medium a line's words speak of, for `度`: electricity, water or gas. */
export function mediumOf(text: string): Medium | undefined {
  if (/電|electric|power/i.test(text)) return 'electricity';
  if (/天然氣|瓦斯|燃氣|natural gas|\bgas\b/i.test(text)) return 'gas';
  return /水|water/i.test(text) ? 'water' : undefined;
}

/** What an emission factor is given in: a mass of CO2e per unit of activity. */
export interface FactorUnit {
  readonly mass: 'g' | 'kg' | 't';
  readonly per: UnitCode;
}

const emission =
  /^(公斤|千克|公噸|噸|公克|克|kgs?|g|t|mt)[ .-]*(?:co2|二氧化碳)?[ .-]*(?:e|eq|當量)?(?:\.|當量)?\s*\/\s*(.+)$/i;

/** Reads `kg CO2e/kWh`, `公斤CO₂e/度` and their like; null where it is none. */
export function readFactorUnit(typed: string, medium?: Medium): FactorUnit | null {
  const parts = factorUnitParts(typed);
  const per = parts && readUnit(parts.per, medium);
  return per ? { mass: parts.mass, per } : null;
}

const factorUnitParts = remember((typed: string): { mass: FactorUnit['mass']; per: string } | null => {
  const match = emission.exec(plainText(typed).replace(/\(|\)/g, ''));
  const mass = match && readUnit(match[1] ?? '');
  return mass === 'g' || mass === 'kg' || mass === 't' ? { mass, per: match?.[2] ?? '' } : null;
});
