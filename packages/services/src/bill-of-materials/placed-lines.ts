import { randomUUID } from 'node:crypto';
import type { BomLine } from '@slipstream/inventory-sheet';
import type { DrawnLine } from '../product-system/draw-bill-of-materials.ts';
import type { Matched, MatchedPart, MatchedSupplier } from './match.ts';

/** A line of the file and what it is drawn as. */
export interface PlacedLine {
  readonly line: BomLine;
  readonly part: MatchedPart;
  readonly drawn: DrawnLine;
}

/** The lines of one product as they are drawn; `places` are their indexes among all lines of the file. */
export function placeLines(
  lines: readonly BomLine[],
  places: readonly number[],
  parts: Matched<MatchedPart>,
  suppliers: Matched<MatchedSupplier>,
): readonly PlacedLine[] {
  const position = new Map(places.map((at, index) => [at, index]));
  return places.flatMap((at) => {
    const line = lines[at];
    if (line === undefined) return [];
    const part = parts.of(line);
    const links = {
      parent: line.parent === null ? null : (position.get(line.parent) ?? null),
      partId: part.id,
      supplierId: suppliers.find(line)?.organizationId ?? null,
    };
    return [{ line, part, drawn: { ...drawn(line), ...links } }];
  });
}

function drawn(line: BomLine): Omit<DrawnLine, 'parent' | 'partId' | 'supplierId'> {
  const { quantity, lineMassKg } = line;
  // A count without a unit counts pieces; a line with nothing but its mass is that mass.
  const byMass = quantity === null && lineMassKg !== null;
  const unit = byMass ? 'kg' : (line.unit ?? (line.unitTyped === null ? 'pcs' : null));
  const derived =
    unit === 'pcs' && quantity !== null && quantity.value > 0 && lineMassKg !== null
      ? lineMassKg / quantity.value
      : null;
  return {
    id: randomUUID(),
    name: line.name ?? line.partNumber ?? '',
    material: line.material,
    specification: line.specification,
    amount: byMass ? lineMassKg : (quantity?.value ?? null),
    unit,
    kgPerPiece: line.kgPerPiece ?? derived,
  };
}
