import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BillOfMaterialsContent, makeBillOfMaterialsTemplate } from '@slipstream/inventory-sheet';

type Line = BillOfMaterialsContent['lines'][number];

const materials = [
  '鋁 6063',
  '鋼板 SS400',
  '冷軋 SPCC',
  '不鏽鋼 SUS304',
  '棒鋼 S45C',
  '銅線',
  'ABS',
  'PA66',
  '橡膠 EPDM',
  '瓦楞紙箱',
  null,
];
const supplierCount = 200;
/** One line in so many is an assembly; the bought parts behind it go into it. */
const assemblyEvery = 9;

/** Writes, once, a bill of materials of so many lines, spread over so many products, and returns its path. */
export async function billFile(folder: string, lines: number, products = 1): Promise<string> {
  const path = join(folder, `bill-${lines}-${products}.xlsx`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, await makeBillOfMaterialsTemplate(billContents(lines, products)));
  return path;
}

/** The content of such a file: three levels, parts that several assemblies share, some without a known material. */
export function billContents(lines: number, products: number): readonly BillOfMaterialsContent[] {
  let seed = 42;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const isTop = (index: number) => Math.floor(index / assemblyEvery) % 4 === 0;
  const lineAt = (product: number, index: number): Line => {
    const isAssembly = index % assemblyEvery === 0;
    const part = isAssembly ? `P${product}-A${index}` : `C-${Math.floor(random() * lines * 0.9)}`;
    const pieces = 1 + Math.floor(random() * 8);
    return {
      level: (isTop(index) ? 1 : 2) + (isAssembly ? 0 : 1),
      partNumber: part,
      name: isAssembly ? `組件 ${index}` : `零件 ${part}`,
      specification: isAssembly ? null : `規格 ${Math.floor(random() * 500)}`,
      material: isAssembly ? null : (materials[Math.floor(random() * materials.length)] ?? null),
      quantity: { typed: String(pieces), value: pieces },
      unit: 'pcs',
      unitTyped: 'pcs',
      kgPerPiece: isAssembly ? null : Math.round(1 + random() * 5000) / 1000,
      lineMassKg: null,
      supplier: isAssembly
        ? null
        : `供應商${String(Math.floor(random() * supplierCount) + 1).padStart(3, '0')}`,
      unitPrice: Math.round(random() * 1e5) / 100,
      costShare: null,
      annualVolume: pieces * 12_000,
      soleSource: random() < 0.05 ? true : null,
      remark: null,
    };
  };
  return Array.from({ length: products }, (_, product) => ({
    productName: `量測產品 ${product + 1}`,
    declaredUnit: '1 個',
    lines: Array.from({ length: Math.round(lines / products) }, (_, index) => lineAt(product, index)),
  }));
}
