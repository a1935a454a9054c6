import { packWorkbook, worksheet } from './zip.ts';

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

/** Numbers from 0 to 1 that depend on the seed alone. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
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

type Value = string | number | null;

/** Makes the bill of materials of a seed: another mess for each. */
export function makeMessyBill(seed: number): MessyBill {
  const random = randomOf(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const fields = (Object.keys(headers) as Field[]).filter(
    (field) => ['partNumber', 'name', 'quantity', 'unit'].includes(field) || random() < 0.7,
  );
  for (let index = fields.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [fields[index], fields[other]] = [fields[other] as Field, fields[index] as Field];
  }
  const firstColumn = random() < 0.3 ? 1 : 0;
  const rows: Value[][] = [];
  const merges: string[] = [];
  const pad = (values: Value[]): Value[] => [...Array.from({ length: firstColumn }, () => null), ...values];
  const products = random() < 0.25 ? 2 : 1;
  const lines: TrueLine[] = [];
  const titles = fields.map((field) => pick(headers[field]));
  const twoRows = random() < 0.3;
  for (let product = 0; product < products; product++) {
    if (random() < 0.6 || products > 1) rows.push(pad([`產品名稱：機種${'甲乙'[product]}`]));
    if (random() < 0.2 && product === 0) rows.push([]);
    if (twoRows) {
      const at = rows.length + 1;
      const letters = (index: number) => String.fromCharCode(65 + firstColumn + index);
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
    const count = 5 + Math.floor(random() * 40);
    for (let index = 0; index < count; index++) {
      if (random() < 0.03) rows.push([]);
      const [word, code] = pick(units);
      const quantity = random() < 0.03 ? null : Math.round(random() * 5_000_000) / 1000;
      const line: TrueLine = {
        partNumber: `P${product}-${1000 + index}${pick(['', 'A', '-R2'])}`,
        name: `${pick(names)} ${index}`,
        quantity,
        unit: code,
        supplier: fields.includes('supplier') && random() < 0.9 ? pick(suppliers) : null,
        kgPerPiece:
          fields.includes('kgPerPiece') && random() < 0.9 ? Math.round(random() * 1000) / 1000 : null,
        soleSource: fields.includes('soleSource') && random() < 0.9 ? random() < 0.3 : null,
        product,
      };
      lines.push(line);
      rows.push(pad(fields.map((field) => shown(line, field, word, random))));
    }
    if (random() < 0.5) {
      const total = fields.map((field): Value => (field === 'quantity' ? 999 : null));
      const place = total.indexOf(null);
      total[place] = pick(['合計', '總計', 'Total']);
      rows.push(pad(total));
    }
    if (random() < 0.4) rows.push(['備註：以上資料僅供參考，請勿外流']);
    if (product + 1 < products) rows.push([]);
  }
  return { bytes: packed(rows, merges), lines };
}

const fullWidth = (text: string) =>
  text.replace(/[0-9A-Za-z.,-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** A value as somebody would have typed it. */
function shown(line: TrueLine, field: Field, unitWord: string, random: () => number): Value {
  switch (field) {
    case 'unit':
      return random() < 0.1 ? ` ${unitWord} ` : unitWord;
    case 'quantity': {
      if (line.quantity === null) return random() < 0.5 ? null : '-';
      const way = random();
      if (way < 0.7) return line.quantity;
      const text = String(line.quantity);
      if (way < 0.8) return text;
      return way < 0.9
        ? fullWidth(text)
        : line.quantity.toLocaleString('en-US', { maximumFractionDigits: 3 });
    }
    case 'soleSource':
      return line.soleSource === null
        ? null
        : line.soleSource
          ? random() < 0.5
            ? '是'
            : 'Y'
          : random() < 0.5
            ? '否'
            : 'N';
    case 'partNumber':
      return random() < 0.1 ? fullWidth(line.partNumber) : line.partNumber;
    case 'name':
      return random() < 0.1 ? ` ${line.name} ` : line.name;
    default:
      return line[field];
  }
}

function packed(rows: readonly (readonly Value[])[], merges: readonly string[]): Uint8Array {
  const strings: string[] = [];
  const cell = (value: Value, row: number, column: number): string => {
    if (value === null) return '';
    const reference = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    strings.push(value);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const xml = rows
    .map(
      (cells, index) =>
        `<row r="${index + 1}">${cells.map((value, column) => cell(value, index + 1, column)).join('')}</row>`,
    )
    .join('');
  const behind =
    merges.length > 0
      ? `<mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
      : '';
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return packWorkbook({
    sheet: worksheet(xml, behind),
    sharedStrings: `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  });
}
