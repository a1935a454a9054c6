import type { Medium } from '@slipstream/quantity';
import type { Allocation } from './allocation.ts';
import type { DataType, PedigreeScores } from './data-quality.ts';
import type { EmissionFactor } from './emission-factor.ts';
import type { FootprintComponents } from './footprint-components.ts';
import type { BusinessBoundary, LifeCycleStage, TimePeriod } from './life-cycle.ts';

/** `product`: made and used by processes; `waste`: needs treatment; `elementary`: taken from or given to nature. */
export const flowTypes = ['product', 'waste', 'elementary'] as const;
export type FlowType = (typeof flowTypes)[number];

/** A material, energy, waste or substance that exchanges carry, with what converts its units (R10.1). */
export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly flowType: FlowType;
  readonly densityKgPerL?: number;
  readonly kgPerPiece?: number;
  readonly medium?: Medium;
}

export const transportModes = ['road', 'rail', 'sea', 'inlandWater', 'air', 'pipeline'] as const;
export type TransportMode = (typeof transportModes)[number];

/** One leg of the way an exchange travels: tkm = mass × distance (R13). Legs by air count as aircraft emissions. */
export interface TransportLeg {
  readonly id: string;
  readonly mode: TransportMode;
  readonly distance: number | null;
  readonly distanceUnit: string | null;
  /** Mass carried for the amount of the exchange, where it is not the exchange's own mass. */
  readonly mass?: { readonly amount: number | null; readonly unit: string | null };
  /** Per tonne-kilometre, e.g. `kgCO2e/tkm`. */
  readonly factor: EmissionFactor | null;
  /** Where it is reported; blank = with its exchange. */
  readonly stage?: LifeCycleStage;
  readonly dataType: DataType;
  readonly evidence?: readonly string[];
  readonly quality?: PedigreeScores;
  /** Half width of the uncertainty interval of the work in percent, where known (R21). */
  readonly uncertaintyPercent?: number;
  /** Recorded for the report; the average load is part of the factor and never applied twice. */
  readonly loading?: {
    readonly loadFactorPercent?: number;
    readonly sharedWithOtherGoods?: boolean;
    readonly returnLoadPercent?: number;
  };
}

/** Why an exchange is left out and what it is thought to emit for the amount of its process, in kg CO2e (R4). */
export interface CutOff {
  readonly reason: string;
  readonly estimatedKgCO2e: number | null;
}

/**
 * One input or output of a process. Every exchange other than a product of its process is answered by exactly one
 * of: a `ProcessLink` to a provider (an input's maker, a waste's treatment), an emission `factor`, a `cutOff`, or
 * the written reason why it is `burdenFree`. Amounts belong to the same run of the process as the amount of its
 * reference product: a year of the site, a batch, one piece.
 */
export interface Exchange {
  readonly id: string;
  /** Id of a `Flow`. */
  readonly flow: string;
  readonly isInput: boolean;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly factor?: EmissionFactor;
  readonly cutOff?: CutOff;
  readonly burdenFree?: string;
  /** An output that replaces a product made elsewhere: system expansion, its emissions count as a credit (R9.3). */
  readonly isAvoidedProduct?: boolean;
  readonly transport?: readonly TransportLeg[];
  /** Ids of the products (output exchanges) that alone use this flow; blank = all (R9.6). */
  readonly appliesTo?: readonly string[];
  /** Overrides the allocation of the process for this flow: pick what drives its use (R9.4). */
  readonly allocation?: Allocation;
  /** Where it is reported; blank = with its process. */
  readonly stage?: LifeCycleStage;
  /** Id of the organization it comes from; blank = that of its process. */
  readonly supplier?: string;
  readonly dataType: DataType;
  readonly siteSpecific?: boolean;
  readonly period?: TimePeriod;
  /** Ids of the files that prove the amount. */
  readonly evidence?: readonly string[];
  readonly quality?: PedigreeScores;
  /** Half width of the uncertainty interval in percent of the amount, where known (R21). */
  readonly uncertaintyPercent?: number;
}

interface ProcessIdentity {
  readonly id: string;
  readonly name: string;
  readonly stage: LifeCycleStage;
  /** Id of the organization that runs it; blank = the owner of the study. */
  readonly supplier?: string;
  readonly site?: string;
}

/** A step with inputs and outputs (ISO 14040 unit process). */
export interface UnitProcess extends ProcessIdentity {
  readonly kind: 'unit';
  readonly exchanges: readonly Exchange[];
  /** Id of the exchange the process exists for: an output product, or the waste input of a treatment. */
  readonly quantitativeReference: string | null;
  /** Required as soon as the process has more than one product. */
  readonly allocation?: Allocation;
  readonly period?: TimePeriod;
}

/**
 * A supplier's footprint as the buyer may see it: what it is per and the result, none of its lines (R3.13, R15.2).
 */
export interface SealedFootprint {
  readonly studyId: string;
  readonly version: string;
  /** Id of the flow it delivers. */
  readonly flow: string;
  readonly declaredUnitAmount: number | null;
  readonly declaredUnitOfMeasurement: string | null;
  /** kg CO2e per declared unit amount. */
  readonly components: FootprintComponents;
  readonly business: BusinessBoundary;
  readonly period?: TimePeriod;
  readonly primaryDataSharePercent: number | null;
  readonly quality?: PedigreeScores;
  readonly gwpSet?: string;
  readonly evidence?: readonly string[];
}

/** A process whose inside is another study: plugs in like any provider, shows nothing but its result. */
export interface SealedProcess extends ProcessIdentity {
  readonly kind: 'sealed';
  readonly footprint: SealedFootprint;
}

export type Process = UnitProcess | SealedProcess;

/**
 * An arrow of the drawing: the exchange of `process` is answered by `provider`, which makes (or, for a waste,
 * treats) `flow`. A provider with several products is told apart by the flow.
 */
export interface ProcessLink {
  readonly id: string;
  readonly provider: string;
  readonly flow: string;
  readonly process: string;
  readonly exchange: string;
}
