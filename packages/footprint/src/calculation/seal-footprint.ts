import type { PedigreeScores } from '../model/data-quality.ts';
import type { TimePeriod } from '../model/life-cycle.ts';
import type { SealedFootprint } from '../model/process.ts';
import type { ProductFootprint } from './product-footprint.ts';

/** What a study adds to its result when it hands it on. */
export interface SealDetails {
  readonly studyId: string;
  readonly version: string;
  /** Id of the delivered flow in the buyer's system. */
  readonly flow: string;
  readonly period?: TimePeriod;
  readonly quality?: PedigreeScores;
  readonly gwpSet?: string;
  readonly evidence?: readonly string[];
}

/**
 * The result of a study as a buyer may plug it in (R3.13, R15.2): the amount it is for, the components, the boundary
 * and the share of primary data; no process, no line, no supplier.
 */
export function sealFootprint(footprint: ProductFootprint, details: SealDetails): SealedFootprint {
  return {
    ...details,
    declaredUnitAmount: footprint.referenceFlow.amount,
    declaredUnitOfMeasurement: footprint.referenceFlow.unit,
    components: footprint.components,
    business: footprint.business,
    primaryDataSharePercent: footprint.primaryDataSharePercent,
  };
}
