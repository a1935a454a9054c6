/** What a flow may be shared out by (R9.4); `costAbsorption` is the firm's own key. */
export const allocationBases = [
  'count',
  'mass',
  'volume',
  'powerConsumption',
  'labourHours',
  'machineHours',
  'economicValue',
  'costAbsorption',
] as const;
export type AllocationBasis = (typeof allocationBases)[number];

/** Bases that are not a physical relation: a written reason is required (R9.3). */
export const basesNeedingReason: readonly AllocationBasis[] = ['economicValue', 'costAbsorption'];

/** How much of the basis one product takes. */
export interface AllocationFactor {
  /** Id of the output exchange that yields the product. */
  readonly exchange: string;
  /** In the unit of the basis per unit of the output, or the share itself, see `Allocation.given`. */
  readonly value: number | null;
}

/**
 * How the inputs, wastes and emissions of a process are shared among its products (R9.3 to R9.7).
 *
 * `basisPerUnit`: weight of a product = its output amount × value; share = weight / Σ weights.
 * `share`: the values are the shares and must add to one.
 */
export interface Allocation {
  readonly basis: AllocationBasis;
  readonly given: 'basisPerUnit' | 'share';
  readonly factors: readonly AllocationFactor[];
  /** Why this basis; required where it is not a physical relation. */
  readonly reason?: string;
}
