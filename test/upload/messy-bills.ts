import { type Dice, diceOf, fullWidth, letterOf, packSheets, typedNumber, type Value } from './messy.ts';

/** What a made bill of materials truly says, line by line. */
export interface TrueLine {
  readonly partNumber: string;
  readonly name: string;
  readonly quantity: number | null;
  readonly unit: string;
  readonly supplier: string | null;
  readonly kgPerPiece: number | null;
  readonly soleSource: boolean | null;
  readonly product: number;
}

/** A workbook as a real firm would send it, with the truth it was made from. */
export interface MessyBill {
  readonly bytes: Uint8Array;
  readonly lines: readonly TrueLine[];
}

const headers = {
  partNumber: [
    '料號',
    '品號',
    '零件編號',
    'Part No.',
    'P/N',
    'Part Number',
    '元件料號',
    '料號\nPart No',
    'Item Code',
  ],
  name: ['品名', '名稱', '零件名稱', 'Description', 'Part Name', '品名 Name', '物料名稱', '元件品名'],
  quantity: ['數量', '用量', 'Qty', 'Quantity', '單位用量', '組成用量', 'QTY.', '用量 Quantity'],
  unit: ['單位', 'Unit', 'UOM', '計量單位', '單位 Unit'],
  supplier: ['供應商', '廠商名稱', 'Supplier', 'Vendor', '供應商名稱 Supplier', '協力廠商'],
  kgPerPiece: ['單重(kg)', '單件重量（kg）', 'Unit Weight (kg)', '單重 (KG)'],
  soleSource: ['唯一供應商', '獨家', 'Sole Source', '單一來源'],
} as const;
type Field = keyof typeof headers;

const names = [
  '鋁輪圈',
  '軸承',
  '螺絲 M6x20',
  '密封墊片',
  '馬達外殼',
  '控制電路板',
  'Bearing 6204',
  'O-ring',
  '銅線',
  '包裝紙箱',
];
const units: readonly (readonly [word: string, code: string])[] = [
  ['個', 'pcs'],
  ['PCS', 'pcs'],
  ['ＫＧ', 'kg'],
  ['公斤', 'kg'],
  ['m', 'm'],
  ['公尺', 'm'],
  ['EA', 'pcs'],
  ['公升', 'L'],
];
const suppliers = ['大明工業股份有限公司', '許功蓋實業', 'ABC Co., Ltd.', '台灣鋁業'];

/** Makes the bill of materials of a seed: another mess for each. */
export function makeMessyBill(seed: number): MessyBill {
  const dice = diceOf(seed);
  const { roll, chance, pick, shuffle } = dice;
  const fields = (Object.keys(headers) as Field[]).filter(
    (field) => ['partNumber', 'name', 'quantity', 'unit'].includes(field) || chance(0.7),
  );
  shuffle(fields);
  const firstColumn = chance(0.3) ? 1 : 0;
  const rows: Value[][] = [];
  const merges: string[] = [];
  const pad = (values: Value[]): Value[] => [...Array.from({ length: firstColumn }, () => null), ...values];
  const products = chance(0.25) ? 2 : 1;
  const lines: TrueLine[] = [];
  const titles = fields.map((field) => pick(headers[field]));
  const twoRows = chance(0.3);
  for (let product = 0; product < products; product++) {
    if (chance(0.6) || products > 1) rows.push(pad([`產品名稱：機種${'甲乙'[product]}`]));
    if (chance(0.2) && product === 0) rows.push([]);
    if (twoRows) {
      const at = rows.length + 1;
      const letters = (index: number) => letterOf(firstColumn + index);
      rows.push(pad(['物料資料', ...fields.slice(1).map(() => null)]));
      merges.push(`${letters(0)}${at}:${letters(fields.length - 1)}${at}`);
      if (fields.length < 2) merges.pop();
      rows[rows.length - 1] = pad(
        [...fields.keys()].map((index) => (index === 0 ? '物料資料' : index === 3 ? '採購資料' : null)),
      );
      merges[merges.length - 1] = `${letters(0)}${at}:${letters(2)}${at}`;
      if (fields.length > 4) merges.push(`${letters(3)}${at}:${letters(fields.length - 1)}${at}`);
    }
    rows.push(pad(titles));
    const count = 5 + Math.floor(roll() * 40);
    for (let index = 0; index < count; index++) {
      if (chance(0.03)) rows.push([]);
      const [word, code] = pick(units);
      const quantity = chance(0.03) ? null : Math.round(roll() * 5_000_000) / 1000;
      const line: TrueLine = {
        partNumber: `P${product}-${1000 + index}${pick(['', 'A', '-R2'])}`,
        name: `${pick(names)} ${index}`,
        quantity,
        unit: code,
        supplier: fields.includes('supplier') && chance(0.9) ? pick(suppliers) : null,
        kgPerPiece: fields.includes('kgPerPiece') && chance(0.9) ? Math.round(roll() * 1000) / 1000 : null,
        soleSource: fields.includes('soleSource') && chance(0.9) ? chance(0.3) : null,
        product,
      };
      lines.push(line);
      rows.push(pad(fields.map((field) => shown(line, field, word, dice))));
    }
    if (chance(0.5)) {
      const total = fields.map((field): Value => (field === 'quantity' ? 999 : null));
      const place = total.indexOf(null);
      total[place] = pick(['合計', '總計', 'Total']);
      rows.push(pad(total));
    }
    if (chance(0.4)) rows.push(['備註：以上資料僅供參考，請勿外流']);
    if (product + 1 < products) rows.push([]);
  }
  return { bytes: packSheets([{ name: 'Sheet1', rows, merges }]), lines };
}

/** A value as somebody would have typed it. */
function shown(line: TrueLine, field: Field, unitWord: string, dice: Dice): Value {
  const { chance } = dice;
  switch (field) {
    case 'unit':
      return chance(0.1) ? ` ${unitWord} ` : unitWord;
    case 'quantity':
      return line.quantity === null ? (chance(0.5) ? null : '-') : typedNumber(line.quantity, dice);
    case 'soleSource':
      return line.soleSource === null
        ? null
        : line.soleSource
          ? chance(0.5)
            ? '是'
            : 'Y'
          : chance(0.5)
            ? '否'
            : 'N';
    case 'partNumber':
      return chance(0.1) ? fullWidth(line.partNumber) : line.partNumber;
    case 'name':
      return chance(0.1) ? ` ${line.name} ` : line.name;
    default:
      return line[field];
  }
}
