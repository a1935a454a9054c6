import { type BillOfMaterialsContent, makeBillOfMaterialsTemplate } from '@slipstream/inventory-sheet';
import { packSheets } from '../../upload/messy.ts';
import { type PumpNames, pumpNames } from './pump.ts';

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

/** Names of the suppliers of the pump in Chinese, the heaviest first. */
export const housingSupplier = pumpNames['zh-TW'].suppliers.housing;
export const shaftSupplier = pumpNames['zh-TW'].suppliers.shaft;

/** A pump of five parts, with two rows nobody can read: one without name or number, one in a unit nobody knows. */
function linesOf({ parts, materials, suppliers, unitUnknown, remark }: PumpNames): readonly Line[] {
  const line = (content: Partial<Line>): Line => ({ ...blank, ...content });
  return [
    line({
      partNumber: 'CP-201',
      name: parts.housing,
      material: materials.housing,
      ...pieces(1),
      kgPerPiece: 2.4,
      supplier: suppliers.housing,
      annualVolume: 12_000,
      soleSource: true,
    }),
    line({
      partNumber: 'CP-202',
      name: parts.shaft,
      material: materials.shaft,
      ...pieces(1),
      kgPerPiece: 0.8,
      supplier: suppliers.shaft,
      annualVolume: 12_000,
    }),
    line({ ...pieces(3), remark }),
    line({
      partNumber: 'CP-203',
      name: parts.impeller,
      material: materials.impeller,
      ...pieces(1),
      kgPerPiece: 0.15,
      supplier: suppliers.plastics,
      annualVolume: 12_000,
    }),
    line({
      partNumber: 'CP-204',
      name: parts.sealant,
      quantity: { typed: '2', value: 2 },
      unitTyped: unitUnknown,
      supplier: suppliers.plastics,
    }),
    line({
      partNumber: 'CP-205',
      name: parts.carton,
      material: materials.carton,
      ...pieces(1),
      kgPerPiece: 0.3,
    }),
  ];
}

/** The pump in the product's own form. */
export function makePumpBill(names = pumpNames['zh-TW']): Promise<Uint8Array> {
  return makeBillOfMaterialsTemplate([{ productName: names.product, lines: linesOf(names) }]);
}

/** The pump as an ERP system that speaks English exports it. */
export function exportPumpBill(names = pumpNames.en): Uint8Array {
  const header = ['Part No', 'Description', 'Material', 'Qty', 'Unit', 'Unit Weight (kg)', 'Supplier'];
  const rows = linesOf(names).map((line) => [
    line.partNumber,
    line.name,
    line.material,
    line.quantity?.value ?? null,
    line.unitTyped,
    line.kgPerPiece,
    line.supplier,
    line.annualVolume,
    line.soleSource ? 'Yes' : null,
    line.remark,
  ]);
  return packSheets([
    {
      name: 'BOM',
      rows: [['Product', names.product], [...header, 'Annual Usage', 'Sole Source', 'Remark'], ...rows],
      merges: [],
    },
  ]);
}
