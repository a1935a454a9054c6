/** The stages goods pass through from the ground to the waste (R3.2). */
export const goodsStages = ['rawMaterial', 'manufacturing', 'distribution', 'use', 'endOfLife'] as const;
/** The stages of a service (R3.2). */
export const serviceStages = ['rawMaterial', 'service', 'endOfLife'] as const;
/** Every stage, in the order of a life. */
export const lifeCycleStages = [
  'rawMaterial',
  'manufacturing',
  'service',
  'distribution',
  'use',
  'endOfLife',
] as const;
export type LifeCycleStage = (typeof lifeCycleStages)[number];

export const productKinds = ['goods', 'service'] as const;
export type ProductKind = (typeof productKinds)[number];

/** B2B = cradle to gate, a partial footprint; B2C = cradle to grave (R3.3). */
export const businessBoundaries = ['B2B', 'B2C'] as const;
export type BusinessBoundary = (typeof businessBoundaries)[number];

/** The five kinds of boundary a product category rule describes (R3.4). */
export const boundaryKinds = ['lifeCycle', 'time', 'geography', 'nature', 'otherTechnicalSystems'] as const;
export type BoundaryKind = (typeof boundaryKinds)[number];

/** What a product system includes. Only `productKind` and `business` decide which stages may hold processes. */
export interface SystemBoundary {
  readonly productKind: ProductKind;
  readonly business: BusinessBoundary;
  /** The written description of each boundary kind, for the report. */
  readonly descriptions?: Readonly<Partial<Record<BoundaryKind, string>>>;
}

/** A span of whole days, both ends included, ISO dates such as `2022-12-31`. */
export interface TimePeriod {
  readonly start: string;
  readonly end: string;
}

/**
 * The stages that may hold processes: all of them from cradle to grave (B2C), the first two from cradle to gate
 * (B2B): raw material and manufacturing, for a service raw material and service (R3.2, R3.3).
 */
export function stagesInScope(kind: ProductKind, business: BusinessBoundary): readonly LifeCycleStage[] {
  const stages: readonly LifeCycleStage[] = kind === 'goods' ? goodsStages : serviceStages;
  return business === 'B2C' ? stages : stages.slice(0, 2);
}
