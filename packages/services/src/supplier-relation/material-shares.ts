import { convert } from '@slipstream/quantity';

/** What a bill's shares are counted in: kilograms, or lines where too few of them tell a mass. */
export const bomShareBases = ['mass', 'lineCount'] as const;
export type BomShareBasis = (typeof bomShareBases)[number];

/** A line of a bill of materials, as far as its weight in the bill goes. */
export interface SharedLine {
  readonly id: string;
  readonly parentLineId: string | null;
  readonly supplierRelationId: string | null;
  /** Per one of its parent; null where nobody said. */
  readonly amount: number | null;
  readonly unit: string;
  readonly kgPerPiece: number | null;
}

/** What each supplier has of one bill of materials. A bill never changes, so that it is weighed once. */
export interface BillWeights {
  /** Bought lines, and those of them whose mass is not known. */
  readonly lines: number;
  readonly linesWithoutMass: number;
  readonly kg: number;
  /** By relation; lines that name no supplier belong to nobody. Who makes only assemblies has nothing of it. */
  readonly byRelation: Readonly<Record<string, { readonly kg: number; readonly lines: number }>>;
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
 * Weighs the bought lines of one bill. A line with lines of its own is an assembly, counted by what it is made of. A
 * line without a mass adds nothing to a mass: it is counted apart, in `linesWithoutMass`.
 */
export function weighBill(lines: readonly SharedLine[]): BillWeights {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const assemblies = new Set(lines.flatMap(({ parentLineId }) => parentLineId ?? []));
  const byRelation = new Map<string, { kg: number; lines: number }>();
  let bought = 0;
  let linesWithoutMass = 0;
  let total = 0;
  for (const line of lines) {
    const { supplierRelationId: relation } = line;
    const own = relation === null ? undefined : (byRelation.get(relation) ?? { kg: 0, lines: 0 });
    if (relation !== null && own) byRelation.set(relation, own);
    if (assemblies.has(line.id)) continue;
    const kg = kilogramsOf(line, byId);
    bought += 1;
    if (kg === null) linesWithoutMass += 1;
    total += kg ?? 0;
    if (!own) continue;
    own.kg += kg ?? 0;
    own.lines += 1;
  }
  return { lines: bought, linesWithoutMass, kg: total, byRelation: Object.fromEntries(byRelation) };
}

/**
 * Each supplier's share of the bills of materials (R14.1): of the mass of the bought parts, or, where fewer than four
 * in five lines tell a mass, of the number of lines. Several bills count alike, whatever they weigh.
 */
export function bomShares(bills: readonly BillWeights[]): BomShares {
  const lines = bills.reduce((sum, bill) => sum + bill.lines, 0);
  const linesWithoutMass = bills.reduce((sum, bill) => sum + bill.linesWithoutMass, 0);
  const basis: BomShareBasis =
    lines > 0 && lines - linesWithoutMass >= enoughMasses * lines ? 'mass' : 'lineCount';
  const measure = basis === 'mass' ? 'kg' : 'lines';
  const counted = bills.filter((bill) => bill[measure] > 0);
  const byRelation = new Map<string, number>();
  for (const bill of counted)
    for (const [relation, weight] of Object.entries(bill.byRelation))
      if (weight.lines > 0)
        byRelation.set(
          relation,
          (byRelation.get(relation) ?? 0) + weight[measure] / bill[measure] / counted.length,
        );
  return { basis, byRelation, lines, linesWithoutMass };
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
