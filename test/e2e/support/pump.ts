import type { Language } from './words.ts';

/** What the pump of the walks and those who make it are called: by a firm of Taiwan, and by one that writes English. */
export interface PumpNames {
  readonly firm: string;
  readonly firmOwner: string;
  readonly product: string;
  readonly billFile: string;
  readonly parts: Readonly<Record<'housing' | 'shaft' | 'impeller' | 'sealant' | 'carton', string>>;
  readonly materials: Readonly<Record<'housing' | 'shaft' | 'impeller' | 'carton', string>>;
  /** The heaviest part comes from the first. */
  readonly suppliers: Readonly<Record<'housing' | 'shaft' | 'plastics', string>>;
  /** A unit that nobody can read, and what stands in the row without name or number. */
  readonly unitUnknown: string;
  readonly remark: string;
  /** The two people of the supplier of the housing. */
  readonly filler: string;
  readonly reviewer: string;
  readonly sheetFile: string;
  readonly ingot: string;
  readonly power: string;
  readonly billsAndSlips: string;
  readonly factorSource: string;
  /** What the customer writes to the supplier. */
  readonly message: string;
  /** The own process that is drawn, and by what its electricity is looked for. */
  readonly machining: string;
  readonly powerFactor: string;
}

export const pumpNames: Readonly<Record<Language, PumpNames>> = {
  'zh-TW': {
    firm: '清源泵業',
    firmOwner: '周品妍',
    product: '冷卻水泵 CP-200',
    billFile: '冷卻水泵.xlsx',
    parts: { housing: '泵殼', shaft: '轉軸', impeller: '葉輪', sealant: '防水膠', carton: '包裝紙箱' },
    materials: { housing: '鋁 ADC12', shaft: '不鏽鋼 SUS304', impeller: 'PP', carton: '瓦楞紙箱' },
    suppliers: { housing: '允成壓鑄', shaft: '大同精密', plastics: '長昇塑膠' },
    unitUnknown: '籮',
    remark: '沒有品名的列',
    filler: '王廠長',
    reviewer: '陳會計',
    sheetFile: '泵殼盤查表.xlsx',
    ingot: 'ADC12 鋁錠',
    power: '外購電力',
    billsAndSlips: '進貨單與電費單',
    factorSource: '環境部係數',
    message: '客戶要我們提供水泵的碳足跡，泵殼占最多，請多幫忙。',
    machining: '泵殼加工',
    powerFactor: '電力',
  },
  en: {
    firm: 'Clearwater Pumps',
    firmOwner: 'Helen Chou',
    product: 'Cooling pump CP-200',
    billFile: 'Cooling pump.xlsx',
    parts: {
      housing: 'Pump housing',
      shaft: 'Shaft',
      impeller: 'Impeller',
      sealant: 'Sealing compound',
      carton: 'Carton',
    },
    materials: {
      housing: 'Aluminium ADC12',
      shaft: 'Stainless steel SUS304',
      impeller: 'PP',
      carton: 'Corrugated board',
    },
    suppliers: {
      housing: 'Yuncheng Casting',
      shaft: 'Datong Precision',
      plastics: 'Changsheng Plastics',
    },
    unitUnknown: 'gross',
    remark: 'A row without a name',
    filler: 'Grace Wang',
    reviewer: 'Daniel Chen',
    sheetFile: 'Pump housing inventory.xlsx',
    ingot: 'ADC12 aluminium ingot',
    power: 'Purchased electricity',
    billsAndSlips: 'Purchase slips and electricity bills',
    factorSource: 'Factors of the Ministry of Environment',
    message: 'Our customer asks for the footprint of the pump, and the housing is most of it. Thank you.',
    machining: 'Housing machining',
    powerFactor: 'electricity',
  },
};
