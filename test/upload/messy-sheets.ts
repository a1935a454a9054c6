import {
  type Dice,
  diceOf,
  fullWidth,
  letterOf,
  type MessySheet,
  packSheets,
  typedNumber,
  type Value,
} from './messy.ts';

/** What a line of a made inventory sheet truly says. */
export interface TrueInventoryLine {
  readonly name: string;
  readonly stage: string;
  readonly group: string | null;
  readonly total: number | null;
  readonly unit: string | null;
  readonly perUnit: number | null;
  readonly perUnitUnit: string | null;
  readonly dataType: string | null;
  readonly source: string | null;
  readonly period: string | null;
  readonly allocationBasis: string | null;
  readonly factorName: string | null;
  readonly factorValue: number | null;
  readonly factorUnit: string | null;
  readonly factorSource: string | null;
  readonly factorYear: number | null;
  readonly origin: string | null;
  readonly mode: string | null;
  readonly km: number | null;
  readonly remark: string | null;
}

/** A line with the worksheet and row it was written in. */
export interface PlacedLine {
  readonly truth: TrueInventoryLine;
  readonly sheet: string;
  readonly row: number;
}

/** What sheet 1 truly says; null where the workbook has none. */
export interface TrueBasicData {
  readonly firm: string;
  readonly productName: string;
  readonly period: string;
  readonly production: number;
  readonly productionUnit: string;
}

/** An inventory workbook as a real firm would send it, with the truth it was made from. */
export interface MessyInventory {
  readonly bytes: Uint8Array;
  readonly lines: readonly PlacedLine[];
  readonly basicData: TrueBasicData | null;
}

type Field = keyof TrueInventoryLine | 'itemNumber';

/** Headers by field; `below` those that stand under a merged group title. */
const headers: Readonly<
  Record<Field, { readonly alone: readonly string[]; readonly below?: readonly string[] }>
> = {
  itemNumber: { alone: ['項次', '序號', 'No.', '編號'] },
  stage: { alone: ['生命週期階段', '階段', 'Life Cycle Stage', '階段\nStage'] },
  group: { alone: ['群組', '類別', '分類', 'Category'] },
  name: {
    alone: ['名稱', '活動名稱', '盤查項目', '原物料/能源名稱', '項目名稱 Item', '排放源'],
    below: ['名稱', '項目'],
  },
  total: {
    alone: ['總量', '活動數據', '總活動量', '使用量', '年用量', 'Total Amount', '活動數據 (總量)'],
    below: ['總量', '數值', '數量'],
  },
  unit: { alone: ['單位', '總量單位', '活動數據單位', 'Unit', '單位 Unit'], below: ['單位'] },
  perUnit: {
    alone: ['每功能單位數量', '每單位數量', '每單位產品用量', 'Per Functional Unit'],
    below: ['每單位數量'],
  },
  perUnitUnit: { alone: ['單位', '每單位數量單位'], below: ['單位'] },
  dataType: { alone: ['數據類型', '一級/二級', '數據種類', 'Data Type'] },
  source: { alone: ['數據來源', '數據來源與佐證', '資料來源', '佐證資料'], below: ['數據來源'] },
  period: { alone: ['數據期間', '期間', '盤查期間', 'Data Period'], below: ['數據期間'] },
  allocationBasis: { alone: ['分配基準', '分配原則', '分配方式'] },
  factorName: {
    alone: ['係數名稱', '排放係數名稱', '碳足跡係數名稱', 'Factor Name'],
    below: ['名稱', '係數名稱'],
  },
  factorValue: { alone: ['係數數值', '排放係數', '碳足跡係數', 'Emission Factor'], below: ['數值', '係數'] },
  factorUnit: { alone: ['係數單位', '單位', '排放係數單位'], below: ['單位', '係數單位'] },
  factorSource: { alone: ['係數來源', '排放係數來源', 'Factor Source'], below: ['來源', '係數來源'] },
  factorYear: { alone: ['係數年份', '係數公告年份'], below: ['年份', '係數年份'] },
  origin: { alone: ['供應商', '起運地', '運輸起點', '供應商/起運地'], below: ['起運地', '供應商'] },
  mode: { alone: ['運輸方式', '運輸工具', '運具'], below: ['運輸方式', '運具'] },
  km: {
    alone: ['運輸距離(km)', '運距（公里）', '運輸距離', 'Distance (km)'],
    below: ['距離(km)', '運輸距離'],
  },
  remark: { alone: ['備註', '說明', 'Remarks', '備註 Remark'] },
};
const together: readonly (readonly [titles: readonly string[], fields: readonly Field[]])[] = [
  [
    ['活動數據', '活動數據 Activity data'],
    ['name', 'total', 'unit', 'perUnit', 'perUnitUnit', 'source', 'period'],
  ],
  [
    ['排放係數', '碳足跡係數', '係數資料'],
    ['factorName', 'factorValue', 'factorUnit', 'factorSource', 'factorYear'],
  ],
  [
    ['運輸', '運輸資訊', '進料運輸'],
    ['origin', 'mode', 'km'],
  ],
];

interface Kind {
  readonly group: string;
  readonly stage: string;
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly units: readonly (readonly [code: string, words: readonly string[]])[];
}
const kilograms = ['kg', ['kg', 'KG', '公斤', 'ＫＧ', 'Kg ']] as const;
const tonnes = ['t', ['t', '公噸', '噸']] as const;
const kinds: readonly Kind[] = [
  {
    group: 'mainMaterial',
    stage: 'rawMaterial',
    words: ['主要原料', '主原料'],
    names: ['鋁錠', '冷軋鋼板', '銅線', 'ABS 塑膠粒', '合成橡膠'],
    units: [kilograms, tonnes],
  },
  {
    group: 'auxiliaryMaterial',
    stage: 'rawMaterial',
    words: ['輔助原料', '輔料', '耗材'],
    names: ['切削油', '脫模劑', '焊條', '清洗劑'],
    units: [kilograms, ['L', ['L', '公升', '升']]],
  },
  {
    group: 'packaging',
    stage: 'rawMaterial',
    words: ['產品包裝', '包裝材料', '包材'],
    names: ['紙箱', '棧板', 'PE 膜'],
    units: [kilograms, ['pcs', ['個', 'PCS', '片']]],
  },
  {
    group: 'energy',
    stage: 'manufacturing',
    words: ['能源', '能源使用'],
    names: ['外購電力', '台電電力', '廠區用電'],
    units: [
      ['kWh', ['kWh', '度', '千瓦時', 'KWH']],
      ['MWh', ['MWh', '千度']],
    ],
  },
  {
    group: 'water',
    stage: 'manufacturing',
    words: ['水資源', '用水'],
    names: ['自來水', '地下水', '回收水'],
    units: [['m3', ['m3', '度', '立方公尺', 'm³']]],
  },
  {
    group: 'waste',
    stage: 'manufacturing',
    words: ['廢棄物', '事業廢棄物'],
    names: ['廢鋁屑', '廢木材', '一般垃圾', '廢切削液'],
    units: [kilograms, tonnes],
  },
];
const stageWords: Readonly<Record<string, readonly string[]>> = {
  rawMaterial: ['原料取得', '原料取得階段', '原料'],
  manufacturing: ['製造', '製造階段', '生產製造'],
};
/** Factor units by the unit of the activity, as mass per unit. */
const factorUnits: Readonly<Record<string, readonly [code: string, words: readonly string[]]>> = {
  kg: ['kg/kg', ['kgCO2e/kg', 'kg CO₂e/kg', '公斤CO2e/公斤', 'kgCO2e／kg']],
  t: ['t/t', ['tCO2e/t', '公噸CO2e/公噸']],
  kWh: ['kg/kWh', ['kgCO2e/kWh', 'kg CO2e/度', 'kgCO2-eq/kWh']],
  MWh: ['kg/kWh', ['kgCO2e/kWh', 'kg CO2e/度']],
  m3: ['kg/m3', ['kgCO2e/m3', 'kg CO2e/m³', '公斤CO2e/度']],
  L: ['kg/L', ['kgCO2e/L', 'kg CO2e/公升']],
  pcs: ['kg/pcs', ['kgCO2e/個', 'kgCO2e/pcs']],
};
const modes: readonly (readonly [code: string, words: readonly string[]])[] = [
  ['road', ['陸運', '大貨車', '卡車', '公路']],
  ['sea', ['海運', '貨櫃船']],
  ['rail', ['鐵路', '火車']],
  ['air', ['空運']],
];
const periods: readonly (readonly [iso: string, words: readonly string[]])[] = [
  [
    '2021-01-01/2021-12-31',
    [
      '110/1/1~110/12/31',
      '110.01.01-110.12.31',
      '民國110年1月1日至110年12月31日',
      '2021/1/1~2021/12/31',
      '１１０／１／１～１１０／１２／３１',
      '110年',
      '110年度',
      '110年1月~110年12月',
      '110/01-110/12',
      '2021年',
      '110年1月至12月',
    ],
  ],
  ['2021-03-01/2021-03-31', ['110年3月', '110/3', '2021-03', '110/03/01~110/03/31']],
  [
    '2021-07-01/2021-12-31',
    ['110年7月~12月', '110/7/1-110/12/31', '2021.07.01~2021.12.31', '民國110年7月至110年12月'],
  ],
];
const sources = ['領料單', '電費單', 'ERP 領料紀錄', '水費帳單', '供應商提供', '地磅單'];
const remarks = ['估算', '含損耗', '依 ERP 匯出', '供應商：待確認', '1.2 倍安全係數'];

/** Makes the inventory workbook of a seed: another mess for each. */
export function makeMessyInventory(seed: number): MessyInventory {
  const dice = diceOf(seed);
  const { chance, pick } = dice;
  const several = chance(0.6);
  const lines: PlacedLine[] = [];
  const sheets: MessySheet[] = [];
  const basicData = chance(0.7) ? makeBasicData(dice) : null;
  if (basicData && (several || chance(0.5))) sheets.push(basicSheet(basicData, dice));
  const isOnTop = basicData !== null && sheets.length === 0;
  const groups = several
    ? ([
        [
          pick(['2 原料取得', '原料', '2.原料階段', '原物料']),
          kinds.filter(({ stage }) => stage === 'rawMaterial'),
        ],
        [pick(['3 製造', '製造階段', '3.生產']), kinds.filter(({ stage }) => stage === 'manufacturing')],
      ] as const)
    : ([[pick(['盤查表', 'Sheet1', '工作表1', '110年盤查']), kinds]] as const);
  for (const [name, own] of groups)
    sheets.push(inventorySheet(name, own, several, isOnTop ? basicData : null, lines, dice));
  if (chance(0.2)) sheets.push({ name: '說明', rows: [['填表說明'], ['請填寫黃色欄位。']], merges: [] });
  return { bytes: packSheets(sheets), lines, basicData };
}

function makeBasicData({ pick, roll }: Dice): TrueBasicData {
  return {
    firm: pick(['大明工業股份有限公司', '許功蓋實業有限公司', 'ABC Precision Co., Ltd.']),
    productName: pick(['鋁合金輪圈 17 吋', '馬達外殼', '鋼圈']),
    period: '2021-01-01/2021-12-31',
    production: Math.round(roll() * 100_000) + 1,
    productionUnit: 'pcs',
  };
}

function basicRows(basic: TrueBasicData, { pick, chance }: Dice): Value[][] {
  const label = (text: string) => (chance(0.3) ? `${text}：` : text);
  const production = chance(0.5) ? basic.production : basic.production.toLocaleString('en-US');
  return [
    chance(0.5)
      ? [label(pick(['公司名稱', '廠商名稱'])), basic.firm, label('聯絡人'), '林小姐']
      : [`${pick(['公司名稱', '廠商名稱'])}：${basic.firm}`],
    [label(pick(['產品名稱', '標的產品'])), basic.productName],
    [label(pick(['盤查期間', '數據期間'])), pick(periods[0]?.[1] ?? [])],
    chance(0.5)
      ? [label(pick(['產量', '期間產量', '年產量'])), production, '個']
      : [label(pick(['產量', '期間產量', '年產量'])), `${basic.production} ${pick(['個', 'pcs', '件'])}`],
  ];
}

function basicSheet(basic: TrueBasicData, dice: Dice): MessySheet {
  const rows: Value[][] = [[dice.pick(['產品碳足跡盤查表', '1 基本資料', '碳足跡數據蒐集表'])]];
  for (const row of basicRows(basic, dice)) {
    if (dice.chance(0.2)) rows.push([]);
    rows.push(row);
  }
  return { name: dice.pick(['基本資料', '1 基本資料', '1.基本資料']), rows, merges: ['A1:D1'] };
}

/** How the columns of a worksheet are laid out. */
interface Layout {
  readonly fields: readonly Field[];
  readonly firstColumn: number;
  readonly groupIs: 'column' | 'mergedColumn' | 'title';
  /** The unit that stands in the header, for a worksheet without a column of units. */
  readonly headerUnit: boolean;
}

function layoutOf(several: boolean, { pick, chance, shuffle }: Dice): Layout {
  const some = (fields: readonly Field[], probability: number) => (chance(probability) ? fields : []);
  const groupIs = several
    ? pick(['column', 'mergedColumn', 'title'] as const)
    : pick(['column', 'mergedColumn'] as const);
  const headerUnit = chance(0.1);
  const perUnit: readonly Field[] = ['perUnit', 'perUnitUnit'];
  const factor: readonly Field[] = [
    'factorName',
    'factorValue',
    'factorUnit',
    ...some(['factorSource'], 0.7),
    ...some(['factorYear'], 0.5),
  ];
  const blocks: (readonly Field[])[] = [
    [
      'name',
      'total',
      ...(headerUnit ? [] : (['unit'] as const)),
      ...(headerUnit ? [] : some(perUnit, 0.5)),
      ...some(['source'], 0.6),
      ...some(['period'], 0.7),
    ],
    ...(chance(0.8) ? [factor] : []),
    ...(chance(0.6) ? [['origin', 'mode', 'km'] as const] : []),
  ];
  return {
    fields: [
      ...some(['itemNumber'], 0.5),
      ...(several ? [] : (['stage'] as const)),
      ...(groupIs === 'title' ? [] : (['group'] as const)),
      ...(chance(0.7) ? blocks : [blocks[0] ?? [], ...shuffle(blocks.slice(1))]).flat(),
      ...some(['dataType'], 0.5),
      ...some(['allocationBasis'], 0.3),
      ...some(['remark'], 0.6),
    ],
    firstColumn: chance(0.3) ? 1 : 0,
    groupIs,
    headerUnit,
  };
}

function inventorySheet(
  name: string,
  own: readonly Kind[],
  several: boolean,
  basic: TrueBasicData | null,
  lines: PlacedLine[],
  dice: Dice,
): MessySheet {
  const { pick, chance, roll } = dice;
  const layout = layoutOf(several, dice);
  const { fields, firstColumn } = layout;
  const rows: Value[][] = [];
  const merges: string[] = [];
  const pad = (values: Value[]): Value[] => [...Array.from({ length: firstColumn }, () => null), ...values];
  const range = (row: number, column: number, lastRow: number, lastColumn: number) =>
    merges.push(`${letterOf(firstColumn + column)}${row}:${letterOf(firstColumn + lastColumn)}${lastRow}`);
  const title = () => {
    rows.push(pad([pick(['產品碳足跡盤查清冊', '碳足跡活動數據盤查表', '○○公司 110 年盤查表'])]));
    range(rows.length, 0, rows.length, fields.length - 1);
  };
  if (chance(0.6)) title();
  if (basic) rows.push(...basicRows(basic, dice).map(pad));
  if (chance(0.3)) rows.push([]);
  pushHeader(layout, rows, pad, range, dice);
  let item = 0;
  for (const kind of own) {
    if (layout.groupIs === 'title')
      rows.push(pad([`${chance(0.5) ? pick(['(一) ', '一、', 'A. ']) : ''}${pick(kind.words)}`]));
    const groupWord = pick(kind.words);
    const stageWord = pick(stageWords[kind.stage] ?? []);
    const first = rows.length + 1;
    const count = 2 + Math.floor(roll() * 6);
    for (let index = 0; index < count; index++) {
      if (layout.groupIs !== 'mergedColumn' && chance(0.05)) rows.push([]);
      item += 1;
      const line = makeLine(kind, `${pick(kind.names)} ${lines.length + 1}`, layout, dice);
      lines.push({ truth: line.truth, sheet: name, row: rows.length + 1 });
      const isUnder = layout.groupIs === 'mergedColumn' && index > 0;
      const cells = fields.map((field): Value => {
        if (field === 'itemNumber') return item;
        if (field === 'stage') return isUnder ? null : stageWord;
        if (field === 'group') return isUnder ? null : groupWord;
        return line.cells[field] ?? null;
      });
      rows.push(pad(cells));
    }
    if (layout.groupIs === 'mergedColumn')
      for (const field of ['stage', 'group'] as const)
        if (fields.includes(field)) range(first, fields.indexOf(field), rows.length, fields.indexOf(field));
    if (chance(0.3)) rows.push(pad(totalRow(fields, dice)));
  }
  if (chance(0.3)) rows.push([]);
  for (const note of [
    '備註：以上數據為 110 年度實際用量，如有疑問請洽環安課。',
    '※ 電力係數採能源局公告值 0.502',
    '填表說明：1. 數量請填年用量 2. 單位請勿變更',
  ])
    if (chance(0.3)) rows.push([...(chance(0.5) ? pad([note]) : [note])]);
  if (chance(0.3)) rows.push(['填表人：王小明', null, '審核人：李大華']);
  return { name, rows, merges };
}

/** One header row, or two with merged group titles and single headers merged over both. */
function pushHeader(
  { fields, headerUnit }: Layout,
  rows: Value[][],
  pad: (values: Value[]) => Value[],
  range: (row: number, column: number, lastRow: number, lastColumn: number) => void,
  { pick, chance }: Dice,
): void {
  const unit = (field: Field, header: string) =>
    headerUnit && field === 'total' ? `${header}${pick(['(kg)', '（公斤）'])}` : header;
  if (chance(0.55)) {
    rows.push(pad(fields.map((field) => unit(field, pick(headers[field].alone)))));
    return;
  }
  const upper: Value[] = fields.map(() => null);
  const lower: Value[] = fields.map(() => null);
  const row = rows.length + 1;
  for (const [titles, members] of together) {
    const columns = [...fields.keys()].filter((column) => members.includes(fields[column] as Field));
    const [first, last] = [columns[0], columns.at(-1)];
    if (first === undefined || last === undefined) continue;
    upper[first] = pick(titles);
    if (last > first) range(row, first, row, last);
    for (const column of columns) {
      const field = fields[column] as Field;
      lower[column] = unit(field, pick(headers[field].below ?? headers[field].alone));
    }
  }
  for (const [column, field] of fields.entries())
    if (lower[column] === null) {
      upper[column] = pick(headers[field].alone);
      range(row, column, row + 1, column);
    }
  rows.push(pad(upper), pad(lower));
}

function totalRow(fields: readonly Field[], { pick }: Dice): Value[] {
  const cells = fields.map((field): Value => (field === 'total' ? 99_999 : null));
  cells[fields[0] === 'total' ? 1 : 0] = pick(['合計', '小計', '總計', 'Total']);
  return cells;
}

/** A line and the cells it is written in. */
function makeLine(kind: Kind, name: string, { fields, headerUnit }: Layout, dice: Dice) {
  const { pick, chance, roll } = dice;
  const has = (field: Field, filled = 0.9) => fields.includes(field) && chance(filled);
  const [unit, unitWords] = headerUnit ? kilograms : pick(kind.units);
  const rounded = (most: number, digits: number) => Number((roll() * most + 0.001).toFixed(digits));
  const total = chance(0.96) ? rounded(500_000, 3) : null;
  const perUnit = has('perUnit', 0.7) ? rounded(50, 6) : null;
  const factor = has('factorValue', 0.8);
  const [factorUnit, factorWords] = factorUnits[unit] ?? ['kg/kg', ['kgCO2e/kg']];
  const moved = has('km', 0.7);
  const [mode, modeWords] = pick(modes);
  const period = has('period') ? pick(periods) : null;
  const year = factor && has('factorYear') ? 2015 + Math.floor(roll() * 8) : null;
  const isBehind = total !== null && fields.includes('unit') && chance(0.06);
  const unitWord = pick(unitWords);
  const truth: TrueInventoryLine = {
    name,
    stage: kind.stage,
    group: kind.group,
    total,
    unit: total === null ? null : unit,
    perUnit,
    perUnitUnit: perUnit === null ? null : unit,
    dataType: has('dataType') ? pick(['primary', 'secondary']) : null,
    source: has('source') ? pick(sources) : null,
    period: period?.[0] ?? null,
    allocationBasis: has('allocationBasis', 0.6) ? pick(['重量', '工時', '產量']) : null,
    factorName: factor ? `${name} 係數` : null,
    factorValue: factor ? rounded(20, 4) : null,
    factorUnit: factor ? factorUnit : null,
    factorSource:
      factor && has('factorSource') ? pick(['環境部', 'ecoinvent 3.9', '產品碳足跡資訊網']) : null,
    factorYear: year,
    origin: moved ? pick(['高雄港', '台中廠', '大新鋁業']) : null,
    mode: moved ? mode : null,
    km: moved ? rounded(900, 1) : null,
    remark: has('remark', 0.3) ? pick(remarks) : null,
  };
  const absent = () => (chance(0.2) ? pick(['-', 'N/A', '無']) : null);
  const behind = () =>
    `${chance(0.5) ? total?.toLocaleString('en-US', { maximumFractionDigits: 6 }) : total}${chance(0.5) ? ' ' : ''}${unitWord.trim()}`;
  const cells: { readonly [Name in Field]?: Value } = {
    ...truth,
    name: chance(0.1) ? ` ${name} ` : name,
    total: total === null ? absent() : isBehind ? behind() : typedNumber(total, dice),
    unit: isBehind ? null : unitWord,
    perUnit: perUnit === null ? absent() : typedNumber(perUnit, dice),
    perUnitUnit: perUnit === null ? null : pick(unitWords),
    dataType:
      truth.dataType &&
      pick(
        truth.dataType === 'primary'
          ? ['一級數據', '一級', '1', 'Primary']
          : ['二級數據', '二級', 'Secondary'],
      ),
    period: period && pick(period[1]),
    factorValue: truth.factorValue === null ? null : typedNumber(truth.factorValue, dice),
    factorUnit: factor ? pick(factorWords) : null,
    factorYear:
      year === null
        ? null
        : pick([year, `民國${year - 1911}年`, `${year - 1911}年`, String(year), fullWidth(String(year))]),
    mode: moved ? pick(modeWords) : null,
    km: truth.km === null ? absent() : chance(0.1) ? `${truth.km} km` : typedNumber(truth.km, dice),
  };
  return { truth, cells };
}
