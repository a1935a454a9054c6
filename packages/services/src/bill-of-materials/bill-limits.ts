import type { BillOfMaterials } from '@slipstream/inventory-sheet';
import { errorAt, type Finding } from '@slipstream/quantity';

/** Lines of one file, and of one product: what a drawing can hold, see `readDrawing`. */
const mostLines = 20_000;
const mostLinesOfProduct = 5_000;

/** Why a file has too many lines to be stored; null where it has not. */
export function tooManyLines({ lines, products }: BillOfMaterials): Finding | null {
  if (lines.length > mostLines)
    return errorAt('bom.tooManyLines', [], { found: lines.length, limit: mostLines });
  const counts = new Map<number, number>();
  for (const { product } of lines) counts.set(product, (counts.get(product) ?? 0) + 1);
  for (const [index, found] of counts) {
    const { sheet, name, partNumber } = products[index] ?? {};
    if (found > mostLinesOfProduct)
      return errorAt('bom.tooManyLinesOfProduct', sheet === undefined ? [] : [sheet], {
        found,
        limit: mostLinesOfProduct,
        product: name ?? partNumber ?? sheet ?? '',
      });
  }
  return null;
}
