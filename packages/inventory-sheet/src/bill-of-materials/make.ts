import { type CellDraft, makeWorkbook } from '../making/workbook.ts';
import { type BomField, bomHeader } from './columns.ts';
import type { BomLine } from './model.ts';

const columns: readonly (readonly [field: BomField, width: number])[] = [
  ['level', 8],
  ['partNumber', 20],
  ['name', 28],
  ['specification', 22],
  ['material', 16],
  ['quantity', 12],
  ['unit', 10],
  ['pieceMass', 14],
  ['pieceMassUnit', 12],
  ['supplier', 26],
  ['unitPrice', 12],
  ['costShare', 12],
  ['annualVolume', 14],
  ['soleSource', 14],
  ['remark', 24],
];
const required: ReadonlySet<BomField> = new Set(['partNumber', 'name', 'quantity', 'unit']);
const rooms = 500;

/** A product with its parts, for writing. */
export interface BillOfMaterialsContent {
  readonly productName: string;
  /** What the lines are for, as a person types it, e.g. `1 公噸`; blank where nobody says. */
  readonly declaredUnit?: string;
  readonly lines: readonly Omit<BomLine, 'sheet' | 'row' | 'product' | 'parent'>[];
}

/**
 * Makes the workbook for a bill of materials, empty or filled, one product a sheet. `parseBillOfMaterials` reads it
 * back to the same content.
 */
export function makeBillOfMaterialsTemplate(
  products: readonly BillOfMaterialsContent[] = [],
): Promise<Uint8Array> {
  const sheets: readonly BillOfMaterialsContent[] =
    products.length > 0 ? products : [{ productName: '', lines: [] }];
  return makeWorkbook(
    sheets.map(({ productName, declaredUnit, lines }, index) => ({
      name: sheets.length === 1 ? '物料清單 BOM' : `物料清單 BOM ${index + 1}`,
      columnWidths: columns.map(([, width]) => width),
      frozenRows: 2,
      rows: [
        [
          { value: '產品名稱 Product name', style: 'title' },
          { value: productName, style: 'title' },
          { value: '宣告單位 Declared unit', style: 'title' },
          declaredUnit === undefined ? null : { value: declaredUnit, style: 'title' },
        ],
        columns.map(([field]) => ({
          value: bomHeader(field),
          style: required.has(field) ? 'requiredHeader' : 'header',
        })),
        ...lines.map((line) => columns.map(([field]) => cellOf(line, field))),
      ],
      validations: [
        {
          firstRow: 1,
          lastRow: 1,
          column: 4,
          choices: ['1 個', '1 kg', '1 公噸', '1000 kg', '1 m', '1 m2', '1 L', '1 m3'],
          title: '宣告單位 Declared unit',
          message: '下面的用量是做多少產品的。What the quantities below are for.',
          onOther: 'warning',
        },
        {
          firstRow: 3,
          lastRow: Math.max(rooms, lines.length + 100),
          column: columns.findIndex(([field]) => field === 'soleSource') + 1,
          choices: ['是', '否'],
          title: '唯一供應商 Sole source',
          message: '是＝只有這一家供應。Yes: nobody else supplies it.',
          onOther: 'stop',
        },
        {
          firstRow: 3,
          lastRow: Math.max(rooms, lines.length + 100),
          column: columns.findIndex(([field]) => field === 'unit') + 1,
          choices: ['pcs', 'kg', 'g', 't', 'm', 'm2', 'L', 'kWh'],
          title: '單位 Unit',
          message: '常用單位；其他單位也可輸入。Usual units; others may be typed.',
          onOther: 'warning',
        },
      ],
    })),
  );
}

function cellOf(line: BillOfMaterialsContent['lines'][number], field: BomField): CellDraft {
  switch (field) {
    case 'quantity':
      return line.quantity?.value ?? null;
    case 'unit':
      return line.unitTyped ?? line.unit;
    case 'pieceMass':
      return line.kgPerPiece;
    case 'pieceMassUnit':
      return line.kgPerPiece === null ? null : 'kg';
    case 'costShare':
      return line.costShare === null ? null : { value: line.costShare, style: 'percent' };
    case 'soleSource':
      return line.soleSource === null ? null : line.soleSource ? '是' : '否';
    case 'level':
    case 'partNumber':
    case 'name':
    case 'specification':
    case 'material':
    case 'supplier':
    case 'unitPrice':
    case 'annualVolume':
    case 'remark':
      return line[field];
    default:
      return null;
  }
}
