import { convert } from '@slipstream/quantity';

/** What a bill's shares are counted in: kilograms, or lines where too few of them tell a mass. */
export const bomShareBases = ['mass', 'lineCount'] as const;
export type BomShareBasis = (typeof bomShareBases)[number];

/** A line of a bill of materials, as far as its weight in the bill goes. */
export interface SharedLine {
  readonly id: string;
  readonly billId: string;
  readonly parentLineId: string | null;
  readonly supplierRelationId: string | null;
  /** Per one of its parent; null where nobody said. */
  readonly amount: number | null;
  readonly unit: string;
  readonly kgPerPiece: number | null;
}

export interface BomShares {
  readonly basis: BomShareBasis;
  /** 0 to 1 by relation; lines that name no supplier belong to nobody, so the shares may add to less than one. */
  readonly byRelation: ReadonlyMap<string, number>;
  /** Bought lines, and those of them whose mass is not known. */
  readonly lines: number;
  readonly linesWithoutMass: number;
}

/** By mass only where at least this share of the bought lines has one. */
const enoughMasses = 0.8;

/**
 * Each supplier's share of the bills of materials (R14.1): of the mass of the bought parts, or, where fewer than four
 * in five lines tell a mass, of the number of lines. A line with lines of its own is an assembly, counted by what it is
 * made of. Several bills count alike, whatever they weigh. A line without a mass adds nothing to a mass: it is counted
 * apart, in `linesWithoutMass`.
 */
export function bomShares(lines: readonly SharedLine[]): BomShares {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const assemblies = new Set(lines.flatMap(({ parentLineId }) => parentLineId ?? []));
  const bought = lines
    .filter(({ id }) => !assemblies.has(id))
    .map((line) => ({ line, kg: kilogramsOf(line, byId) }));
  const linesWithoutMass = bought.filter(({ kg }) => kg === null).length;
  const basis: BomShareBasis =
    bought.length > 0 && bought.length - linesWithoutMass >= enoughMasses * bought.length
      ? 'mass'
      : 'lineCount';

  const bills = new Map<string, { total: number; byRelation: Map<string, number> }>();
  for (const { line, kg } of bought) {
    const weight = basis === 'mass' ? (kg ?? 0) : 1;
    const bill = bills.get(line.billId) ?? { total: 0, byRelation: new Map() };
    bill.total += weight;
    const { supplierRelationId: relation } = line;
    if (relation) bill.byRelation.set(relation, (bill.byRelation.get(relation) ?? 0) + weight);
    bills.set(line.billId, bill);
  }
  const counted = [...bills.values()].filter(({ total }) => total > 0);
  const byRelation = new Map<string, number>();
  for (const { total, byRelation: weights } of counted)
    for (const [relation, weight] of weights)
      byRelation.set(relation, (byRelation.get(relation) ?? 0) + weight / total / counted.length);
  return { basis, byRelation, lines: bought.length, linesWithoutMass };
}

/** The mass of a line in one unit of its product; null where an amount on the way up or a mass is not known. */
function kilogramsOf(line: SharedLine, byId: ReadonlyMap<string, SharedLine>): number | null {
  if (line.amount === null || !(line.amount >= 0)) return null;
  const mass = convert(line.amount, line.unit, 'kg', { kgPerPiece: line.kgPerPiece ?? undefined });
  if (!mass.ok) return null;
  let kg = mass.value;
  const seen = new Set([line.id]);
  for (let parent = line.parentLineId; parent !== null && !seen.has(parent); ) {
    seen.add(parent);
    const assembly = byId.get(parent);
    if (!assembly || assembly.amount === null || !(assembly.amount >= 0)) return null;
    kg *= assembly.amount;
    parent = assembly.parentLineId;
  }
  return Number.isFinite(kg) ? kg : null;
}

/** What purchased volumes are compared in. */
export const volumeShareBases = ['purchase', 'mass', 'none'] as const;
export type VolumeShareBasis = (typeof volumeShareBases)[number];

/** A supplier's yearly volume: what the buyer said of the supplier as a whole, and what it supplies of each part. */
export interface PurchasedVolume {
  readonly relationId: string;
  readonly annualVolume: number | null;
  readonly volumeUnit: string | null;
  readonly supplies: readonly {
    readonly annualVolume: number | null;
    readonly unit: string;
    readonly kgPerPiece: number | null;
  }[];
}

/**
 * Each supplier's share of the yearly purchase (R14.1): of what the buyer said, where there is a figure for every
 * supplier in one unit; else of the mass of the parts a year. Volumes that cannot be compared make no share (`none`).
 */
export function volumeShares(volumes: readonly PurchasedVolume[]): {
  readonly basis: VolumeShareBasis;
  readonly byRelation: ReadonlyMap<string, number>;
} {
  const isSaid = volumes.every(({ annualVolume }) => annualVolume !== null && annualVolume >= 0);
  const isOneUnit = new Set(volumes.map(({ volumeUnit }) => volumeUnit?.trim() ?? '')).size === 1;
  if (isSaid && isOneUnit) return sharesOf('purchase', volumes, ({ annualVolume }) => annualVolume ?? 0);
  return sharesOf('mass', volumes, ({ supplies }) =>
    supplies.reduce((sum, { annualVolume, unit, kgPerPiece }) => {
      const mass = convert(annualVolume ?? 0, unit, 'kg', { kgPerPiece: kgPerPiece ?? undefined });
      return sum + (mass.ok && mass.value > 0 ? mass.value : 0);
    }, 0),
  );
}

function sharesOf(
  basis: VolumeShareBasis,
  volumes: readonly PurchasedVolume[],
  weightOf: (volume: PurchasedVolume) => number,
) {
  const total = volumes.reduce((sum, volume) => sum + weightOf(volume), 0);
  if (!(total > 0) || !Number.isFinite(total))
    return { basis: 'none' as const, byRelation: new Map<string, number>() };
  return {
    basis,
    byRelation: new Map(volumes.map((volume) => [volume.relationId, weightOf(volume) / total])),
  };
}
