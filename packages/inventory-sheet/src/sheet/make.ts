import { dataQualityIndicators, type LifeCycleStage, type PedigreeScores } from '@slipstream/footprint';
import { type CellDraft, type ListValidation, makeWorkbook, type SheetDraft } from '../making/workbook.ts';
import { type BasicField, basicFields, basicLabel } from './basic-data.ts';
import { type SheetField, sheetHeader } from './columns.ts';
import type { BasicData, InventoryLine, LineGroup, UnitAmount } from './model.ts';
import { inventorySheetVersions } from './version.ts';
import {
  boundaryWords,
  dataTypeWords,
  englishOf,
  type FormLanguage,
  groupWords,
  modeWords,
  stageOfGroup,
  stageWords,
  wordOf,
} from './words.ts';

/** What a made inventory workbook is filled with; all of it may be left out. */
export interface InventorySheetContent {
  /** Of the sheets' names and of the words to choose from; headings and notes are in both. Chinese where not said. */
  readonly language?: FormLanguage;
  readonly basicData?: Partial<BasicData>;
  readonly lines?: readonly Omit<InventoryLine, 'sheet' | 'row'>[];
}

/** One of sheets 2 to 6 of the form. */
interface FormSheet {
  readonly name: Readonly<Record<FormLanguage, string>>;
  readonly title: string;
  readonly note: string;
  readonly groups: readonly LineGroup[];
  readonly stages: readonly LifeCycleStage[];
}

const formSheets: readonly FormSheet[] = [
  {
    name: { 'zh-TW': '2 原料取得', en: '2 Raw material' },
    title: '2 原料取得階段 Raw material stage',
    note: '主要原料、輔助原料、產品包裝；進料運輸填於右側。實際用量＝領用量－庫存量。\nMain and auxiliary materials, packaging; inbound transport at the right. Actual use = issued − remaining stock.',
    groups: ['mainMaterial', 'auxiliaryMaterial', 'packaging'],
    stages: ['rawMaterial'],
  },
  {
    name: { 'zh-TW': '3 製造－能資源', en: '3 Manufacturing – energy' },
    title: '3 製造階段：能源與水 Manufacturing: energy and water',
    note: '電力、燃料、水。「度」請註明電或水。\nElectricity, fuels, water. Say whether 度 is electricity or water.',
    groups: ['energy', 'water'],
    stages: ['manufacturing', 'service'],
  },
  {
    name: { 'zh-TW': '4 製造－排放', en: '4 Manufacturing – emissions' },
    title: '4 製造階段：排放 Manufacturing: emissions',
    note: '空氣污染物、冷媒逸散、化糞池甲烷、廢水（處理後）。\nAir pollutants, refrigerant leakage, septic tank, waste water after treatment.',
    groups: ['airEmission', 'refrigerant', 'septicTank', 'wasteWater'],
    stages: [],
  },
  {
    name: { 'zh-TW': '5 製造－廢棄物', en: '5 Manufacturing – waste' },
    title: '5 製造階段：廢棄物 Manufacturing: waste',
    note: '每項廢棄物的數量、處理方式與清運運輸。\nAmount, treatment and transport of each waste.',
    groups: ['waste'],
    stages: [],
  },
  {
    name: { 'zh-TW': '6 配送、使用、廢棄', en: '6 Distribution, use, disposal' },
    title: '6 配送銷售、使用與廢棄處理 Distribution, use and end of life',
    note: '搖籃到大門（B2B）免填。\nNot needed from cradle to gate (B2B).',
    groups: ['distribution', 'use', 'endOfLife'],
    stages: ['distribution', 'use', 'endOfLife'],
  },
];

const columns: readonly (readonly [field: SheetField, width: number])[] = [
  ['stage', 14],
  ['group', 16],
  ['name', 26],
  ['specification', 18],
  ['total', 16],
  ['unit', 12],
  ['perUnit', 18],
  ['perUnitUnit', 14],
  ['dataType', 14],
  ['source', 24],
  ['period', 24],
  ['allocationBasis', 16],
  ['allocationExplanation', 22],
  ['factorName', 24],
  ['factorValue', 14],
  ['factorUnit', 16],
  ['factorSource', 22],
  ['factorYear', 12],
  ['transportOrigin', 22],
  ['transportMode', 14],
  ['transportKm', 14],
  ['treatment', 18],
  ['activityScores', 18],
  ['factorScores', 18],
  ['remark', 24],
];
const required: ReadonlySet<SheetField> = new Set(['name', 'total', 'unit']);
const headerRow = 3;
const roomForLines = 200;

/**
 * Makes the inventory workbook (盤查表) of sheets 1 to 6 (R30), empty or filled: Chinese and English headers, frozen
 * above the lines, choices offered where a set is closed. `parseInventorySheet` reads it back to the same content.
 */
export function makeInventorySheet({
  language = 'zh-TW',
  basicData = {},
  lines = [],
}: InventorySheetContent = {}): Promise<Uint8Array> {
  const sheetOf = lines.map(formSheetOf);
  return makeWorkbook([
    basicSheet(basicData, language),
    ...formSheets.map((sheet) =>
      lineSheet(
        sheet,
        lines.filter((_, index) => sheetOf[index] === sheet),
        language,
      ),
    ),
  ]);
}

function formSheetOf({ group, stage }: Omit<InventoryLine, 'sheet' | 'row'>): FormSheet | undefined {
  return (
    formSheets.find(({ groups }) => group !== null && groups.includes(group)) ??
    formSheets.find(({ stages }) => stage !== null && stages.includes(stage)) ??
    formSheets[0]
  );
}

function basicSheet(data: Partial<BasicData>, language: FormLanguage): SheetDraft {
  const values: Partial<Record<BasicField, readonly CellDraft[]>> = {
    templateVersion: [inventorySheetVersions.at(-1) ?? null],
    unitMass: [data.unitMass?.value ?? null, data.unitMassUnit ?? null],
    period: [data.period ? `${data.period.start}~${data.period.end}` : null],
    boundary: [data.boundary ? wordOf(boundaryWords, data.boundary, language) : null],
    production: [data.production?.value ?? null, data.productionUnit ?? null],
  };
  const text = data as Partial<Record<BasicField, string | null>>;
  const first = 4;
  return {
    name: language === 'en' ? '1 Basic data' : '1 基本資料',
    columnWidths: [30, 44, 14],
    frozenRows: 0,
    rows: [
      [{ value: '產品碳足跡盤查表 Product carbon footprint inventory sheet', style: 'title' }],
      [
        {
          value:
            '粗底色欄位必填；不知道的請留白，不要填 0。Leave blank what is not known; never enter 0 for it.',
          style: 'note',
        },
      ],
      [],
      ...basicFields.map((field): CellDraft[] => [
        {
          value: basicLabel(field),
          style: field === 'productName' || field === 'period' ? 'requiredHeader' : 'header',
        },
        ...(values[field] ?? [text[field] ?? null]),
      ]),
    ],
    validations: [
      choice(first + basicFields.indexOf('boundary'), 2, 1, {
        words: Object.values(boundaryWords),
        language,
        title: '系統邊界 System boundary',
      }),
    ],
  };
}

function lineSheet(
  sheet: FormSheet,
  lines: readonly Omit<InventoryLine, 'sheet' | 'row'>[],
  language: FormLanguage,
): SheetDraft {
  const stages = [...new Set([...sheet.stages, ...sheet.groups.map((group) => stageOfGroup[group])])];
  const rows = Math.max(roomForLines, lines.length + 50);
  const list = (field: SheetField, words: readonly (readonly string[])[], title: string) =>
    choice(headerRow + 1, columns.findIndex(([one]) => one === field) + 1, rows, { words, language, title });
  return {
    name: sheet.name[language],
    columnWidths: columns.map(([, width]) => width),
    frozenRows: headerRow,
    rows: [
      [{ value: sheet.title, style: 'title' }],
      [{ value: sheet.note, style: 'note' }],
      columns.map(([field]) => ({
        value: sheetHeader(field),
        style: required.has(field) ? 'requiredHeader' : 'header',
      })),
      ...lines.map((line) => columns.map(([field]) => cellOf(line, field, language))),
    ],
    validations: [
      list(
        'stage',
        stages.map((stage) => stageWords[stage]),
        '生命週期階段 Stage',
      ),
      list(
        'group',
        sheet.groups.map((group) => groupWords[group]),
        '群組 Group',
      ),
      list('dataType', Object.values(dataTypeWords), '數據類型 Data type'),
      list('transportMode', Object.values(modeWords), '運輸方式 Transport mode'),
    ],
  };
}

function choice(
  firstRow: number,
  column: number,
  rows: number,
  {
    words,
    language,
    title,
  }: {
    readonly words: readonly (readonly string[])[];
    readonly language: FormLanguage;
    readonly title: string;
  },
): ListValidation {
  const chinese = words.map(([first = '']) => first);
  const english = words.map((list) => englishOf(list) ?? '');
  const [choices, others] = language === 'en' ? [english, chinese] : [chinese, english];
  return {
    firstRow,
    lastRow: firstRow + rows - 1,
    column,
    choices,
    title,
    message: `請由清單選擇。Choose from the list. (${others.join(', ')})`,
    onOther: 'stop',
  };
}

/** The cell that says a field of a line, in the words `parseInventorySheet` knows. */
function cellOf(
  line: Omit<InventoryLine, 'sheet' | 'row'>,
  field: SheetField,
  language: FormLanguage,
): CellDraft {
  switch (field) {
    case 'stage':
      return line.stage && wordOf(stageWords, line.stage, language);
    case 'group':
      return line.group && wordOf(groupWords, line.group, language);
    case 'total':
      return line.total?.amount.value ?? null;
    case 'unit':
      return unitText(line.total);
    case 'perUnit':
      return line.perUnit?.amount.value ?? null;
    case 'perUnitUnit':
      return unitText(line.perUnit);
    case 'dataType':
      return line.dataType && wordOf(dataTypeWords, line.dataType, language);
    case 'period':
      return line.period && `${line.period.start}~${line.period.end}`;
    case 'factorName':
      return line.factor?.name ?? null;
    case 'factorValue':
      return line.factor?.value?.value ?? null;
    case 'factorUnit': {
      const unit = line.factor?.unit;
      return line.factor?.unitTyped ?? (unit ? `${unit.mass} CO2e/${unit.per}` : null);
    }
    case 'factorSource':
      return line.factor?.source ?? null;
    case 'factorYear':
      return line.factor?.year ?? null;
    case 'transportOrigin':
      return line.transport?.origin ?? null;
    case 'transportMode':
      return line.transport?.mode ? wordOf(modeWords, line.transport.mode, language) : null;
    case 'transportKm':
      return line.transport?.km?.value ?? null;
    case 'activityScores':
      return scoresText(line.activityScores);
    case 'factorScores':
      return scoresText(line.factorScores);
    case 'itemNumber':
      return null;
    default:
      return line[field];
  }
}

function unitText(amount: UnitAmount | null): string | null {
  return amount?.unitTyped ?? amount?.unit ?? null;
}

function scoresText(scores: PedigreeScores | null): string | null {
  return scores && dataQualityIndicators.map((indicator) => scores[indicator]).join(',');
}
