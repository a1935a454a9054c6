import type { DefiniteUnit } from './units.ts';

/**
 * The form under which names are compared: lower case, without blanks, dots, hyphens and carets, common
 * variants of a character as one.
 */
export function nameKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.·‧・•*_^-]/g, '')
    .replace(/仟/g, '千')
    .replace(/吨/g, '噸')
    .replace(/臺/g, '台');
}

/** What people write for each unit, beside its code in any case; every text is its own {@link nameKey}. */
export const unitNames: Readonly<Partial<Record<DefiniteUnit, readonly string[]>>> = {
  mg: ['毫克', 'milligram', 'milligrams'],
  g: ['公克', '克', 'gram', 'grams', 'gm'],
  kg: ['公斤', '千克', 'kgs', 'kilo', 'kilogram', 'kilograms'],
  t: ['公噸', 'tonne', 'tonnes', 'metricton', 'metrictons', 'mt'],
  shortTon: ['短噸', '美噸', 'shorttons', 'uston'],
  longTon: ['長噸', '英噸', 'longtons', 'ukton', 'imperialton'],
  lb: ['磅', 'lbs', 'pound', 'pounds'],
  oz: ['盎司', 'ounce', 'ounces'],
  catty: ['台斤'],

  mm: ['毫米', '公釐', '公厘', 'millimeter', 'millimetre'],
  cm: ['公分', '厘米', 'centimeter', 'centimetre'],
  m: ['公尺', '米', 'meter', 'meters', 'metre', 'metres'],
  km: ['公里', '千米', 'kilometer', 'kilometers', 'kilometre', 'kilometres'],
  mile: ['英里', '英哩', '哩', 'mi', 'miles'],
  nmi: ['海里', '浬', 'nauticalmile', 'nauticalmiles'],
  ft: ['英尺', '英呎', '呎', 'foot', 'feet'],
  in: ['英寸', '英吋', '吋', 'inch', 'inches'],

  m2: ['平方公尺', '平方米', 'sqm', 'squaremeter', 'squaremetre'],
  ha: ['公頃', 'hectare', 'hectares'],
  ft2: ['平方英尺', '平方英呎', 'sqft', 'squarefoot', 'squarefeet'],
  ping: ['坪'],

  mL: ['毫升', '公撮', 'cc', 'milliliter', 'millilitre'],
  L: ['公升', '升', '立升', 'lt', 'ltr', 'liter', 'liters', 'litre', 'litres'],
  m3: [
    '立方公尺',
    '立方米',
    '立米',
    '公秉',
    '度(水)',
    '度(自來水)',
    '度(氣)',
    '度(瓦斯)',
    '度(天然氣)',
    'cbm',
    'kl',
    'cubicmeter',
    'cubicmeters',
    'cubicmetre',
    'cubicmetres',
  ],
  '1000m3': [
    '千立方公尺',
    '千立方米',
    '千m3',
    '千度(水)',
    '千度(自來水)',
    '千度(氣)',
    '千度(瓦斯)',
    '千度(天然氣)',
  ],
  galUS: ['美加侖', '美制加侖', 'usgal', 'usgallon', 'gal(us)'],
  galUK: ['英加侖', '英制加侖', 'ukgal', 'imperialgallon', 'impgal', 'gal(uk)'],
  ft3: ['立方英尺', '立方英呎', 'cf', 'cuft', 'scf', 'cubicfoot', 'cubicfeet'],
  bbl: ['barrel', 'barrels'],

  Nm3: ['標準立方公尺', '標準立方米', 'normalcubicmeter', 'normalcubicmetre'],

  Wh: ['瓦時', '瓦小時', 'watthour'],
  kWh: [
    '千瓦時',
    '千瓦小時',
    '瓩時',
    '瓩小時',
    '度(電)',
    '度電',
    'kilowatthour',
    'kilowatthours',
    'kwhr',
    'kwhrs',
  ],
  MWh: ['百萬瓦時', '千瓩時', '千度(電)', '千度電', 'megawatthour', 'megawatthours'],
  GWh: ['十億瓦時', '百萬度(電)', '百萬度電', 'gigawatthour'],
  kJ: ['千焦', '千焦耳', 'kilojoule'],
  MJ: ['百萬焦耳', 'megajoule', 'megajoules'],
  GJ: ['十億焦耳', '吉焦', '吉焦耳', 'gigajoule'],
  TJ: ['terajoule'],
  kcal: ['千卡', '大卡', 'kilocalorie', 'kilocalories'],
  Mcal: ['百萬卡', 'megacalorie'],
  BTU: ['英熱單位'],
  mmBtu: ['百萬英熱單位'],

  W: ['瓦', '瓦特', 'watt', 'watts'],
  kW: ['千瓦', '瓩', 'kilowatt', 'kilowatts'],
  MW: ['百萬瓦', 'megawatt', 'megawatts'],
  hp: ['英制馬力', 'horsepower'],
  PS: ['公制馬力'],
  RT: ['冷凍噸', 'usrt'],
  'kcal/h': ['千卡/小時', '千卡/時', 'kcal/hr'],

  Pa: ['帕', '帕斯卡', 'pascal'],
  kPa: ['千帕'],
  MPa: ['百萬帕'],
  bar: ['巴'],
  'kgf/cm2': ['公斤/平方公分', 'kg/cm2', 'kg/cm2g', 'kgf/cm2g'],
  psi: ['psig', 'lb/in2'],

  'L/min': ['公升/分', '公升/分鐘', 'lpm'],
  'L/s': ['公升/秒', 'l/sec'],
  'm3/h': ['立方公尺/小時', 'cmh', 'm3/hr'],
  'm3/min': ['立方公尺/分', '立方公尺/分鐘', 'cmm', 'scmm'],
  'galUS/min': ['gpm'],
  CFM: ['scfm', 'ft3/min', '立方英尺/分'],

  pcs: [
    ...[
      '件',
      '個',
      '支',
      '片',
      '只',
      '隻',
      '台',
      '顆',
      '粒',
      '枚',
      '張',
      '條',
      '根',
      '塊',
      '把',
      '本',
      '輛',
      '份',
    ],
    ...['pc', 'piece', 'pieces', 'ea', 'each', 'unit', 'units', 'item', 'items'],
  ],
  dozen: ['打'],

  s: ['秒', 'sec', 'second', 'seconds'],
  min: ['分鐘', 'minute', 'minutes'],
  h: ['小時', '時', 'hr', 'hrs', 'hour', 'hours'],
  d: ['天', '日', 'day', 'days'],

  tkm: [
    ...['延噸公里', '噸公里', '公噸公里', 'tonkm', 'tonnekm', 'tonkilometer', 'tonkilometre'],
    ...['tonnekilometer', 'tonnekilometre'],
  ],
  kgkm: ['公斤公里', 'kilogramkilometer', 'kilogramkilometre'],
  shortTonMile: ['shorttonmiles', '美噸英里'],

  pkm: ['人公里', '延人公里', 'passengerkm', 'passengerkilometer', 'passengerkilometre'],
  vkm: ['車公里', '延車公里', 'vehiclekm', 'vehiclekilometer', 'vehiclekilometre'],
  TEUkm: ['標準櫃公里'],
  roomNight: ['房晚', '間夜', '房夜', 'roomnights'],
  personHour: ['人時', '人小時', '工時', 'manhour', 'manhours', 'personhours'],
  personYear: ['人年', 'manyear', 'personyears'],
};

/** A text that stands for more than one unit. */
export interface DoubtfulName {
  /** The usual reading, taken and asked about; null where no reading is safe and the text is refused. */
  readonly reading: DefiniteUnit | null;
  readonly alternatives: readonly DefiniteUnit[];
}

const doubtful = (reading: DefiniteUnit | null, ...alternatives: DefiniteUnit[]): DoubtfulName => ({
  reading,
  alternatives,
});

/** Doubtful as written: here the case of the letters makes the doubt (R10.3). */
export const doubtfulTexts: Readonly<Record<string, DoubtfulName>> = {
  T: doubtful('t', 'shortTon', 'longTon'),
  G: doubtful('g'),
  Mg: doubtful(null, 'mg', 't'),
  MG: doubtful(null, 'mg', 't'),
  M: doubtful('m', 'm2', 'm3', 'mile'),
  ML: doubtful(null, 'mL', '1000m3'),
  Ml: doubtful(null, 'mL', '1000m3'),
  kw: doubtful('kW', 'kWh'),
  Kw: doubtful('kW', 'kWh'),
  KW: doubtful('kW', 'kWh'),
  mw: doubtful('MW', 'MWh'),
  mW: doubtful(null, 'W', 'MW'),
};

/** Doubtful in any case, by {@link nameKey}: 噸 and ton, 加侖, 斤, 馬力, 兆 (10^12 in Taiwan, mega elsewhere). */
export const doubtfulNames: Readonly<Record<string, DoubtfulName>> = {
  噸: doubtful('t', 'shortTon', 'longTon'),
  ton: doubtful('t', 'shortTon', 'longTon'),
  tons: doubtful('t', 'shortTon', 'longTon'),
  斤: doubtful('catty', 'kg'),
  加侖: doubtful('galUS', 'galUK'),
  gal: doubtful('galUS', 'galUK'),
  gallon: doubtful('galUS', 'galUK'),
  gallons: doubtful('galUS', 'galUK'),
  馬力: doubtful('hp', 'PS'),
  兆焦: doubtful(null, 'MJ', 'TJ'),
  兆焦耳: doubtful(null, 'MJ', 'TJ'),
  分: doubtful('min', 'cm'),
};

/** Containers and sets: each counts as one piece, which is asked about, for what is inside may be meant. */
export const containerNames: readonly string[] = [
  ...['箱', '盒', '包', '袋', '桶', '瓶', '罐', '捲', '卷', '組', '套', '對', '雙', '盤', '批', '綑', '棧板'],
  ...[
    'box',
    'boxes',
    'ctn',
    'carton',
    'cartons',
    'bag',
    'bags',
    'bottle',
    'bottles',
    'drum',
    'drums',
    'roll',
    'rolls',
  ],
  ...['set', 'sets', 'pair', 'pairs', 'pallet', 'pallets', 'lot', 'pack', 'packs', 'can', 'cans'],
];
