import { type BillOfMaterialsContent, makeBillOfMaterialsTemplate } from '@slipstream/inventory-sheet';

type Line = BillOfMaterialsContent['lines'][number];

const blank: Line = {
  level: null,
  partNumber: null,
  name: null,
  specification: null,
  material: null,
  quantity: null,
  unit: null,
  unitTyped: null,
  kgPerPiece: null,
  lineMassKg: null,
  supplier: null,
  unitPrice: null,
  costShare: null,
  annualVolume: null,
  soleSource: null,
  remark: null,
};
const pieces = (value: number): Pick<Line, 'quantity' | 'unit' | 'unitTyped'> => ({
  quantity: { typed: String(value), value },
  unit: 'pcs',
  unitTyped: 'pcs',
});

/** Names of the suppliers of the pump, the heaviest first. */
export const housingSupplier = '允成壓鑄';
export const shaftSupplier = '大同精密';

/** A pump of five parts, with two rows nobody can read: one without name or number, one in a unit nobody knows. */
export function makePumpBill(): Promise<Uint8Array> {
  const line = (content: Partial<Line>): Line => ({ ...blank, ...content });
  return makeBillOfMaterialsTemplate([
    {
      productName: '冷卻水泵 CP-200',
      lines: [
        line({
          partNumber: 'CP-201',
          name: '泵殼',
          material: '鋁 ADC12',
          ...pieces(1),
          kgPerPiece: 2.4,
          supplier: housingSupplier,
          annualVolume: 12_000,
          soleSource: true,
        }),
        line({
          partNumber: 'CP-202',
          name: '轉軸',
          material: '不鏽鋼 SUS304',
          ...pieces(1),
          kgPerPiece: 0.8,
          supplier: shaftSupplier,
          annualVolume: 12_000,
        }),
        line({ ...pieces(3), remark: '沒有品名的列' }),
        line({
          partNumber: 'CP-203',
          name: '葉輪',
          material: 'PP',
          ...pieces(1),
          kgPerPiece: 0.15,
          supplier: '長昇塑膠',
          annualVolume: 12_000,
        }),
        line({
          partNumber: 'CP-204',
          name: '防水膠',
          quantity: { typed: '2', value: 2 },
          unitTyped: '籮',
          supplier: '長昇塑膠',
        }),
        line({ partNumber: 'CP-205', name: '包裝紙箱', material: '瓦楞紙箱', ...pieces(1), kgPerPiece: 0.3 }),
      ],
    },
  ]);
}
