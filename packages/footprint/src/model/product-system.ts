import type { SolvePlan, TechnologyMatrix } from '../solver/index.ts';
import type { DataType, PedigreeScores } from './data-quality.ts';
import type { EmissionFactor } from './emission-factor.ts';
import type { FootprintComponents } from './footprint-components.ts';
import type { LifeCycleStage, SystemBoundary, TimePeriod } from './life-cycle.ts';
import type { Flow, Process, ProcessLink, SealedFootprint } from './process.ts';

/** What the result is per (R3.7): a function with its performance, or a plain amount of product. */
export interface StatedUnit {
  readonly kind: 'functionalUnit' | 'declaredUnit';
  /** e.g. "one bulb that shines 1,000 h". */
  readonly description: string;
  readonly amount: number | null;
  readonly unit: string | null;
}

/** The product that leaves the system, and how much of it fulfils the stated unit. */
export interface ReferenceFlow {
  readonly process: string;
  readonly flow: string;
  readonly amount: number | null;
  readonly unit: string | null;
}

/** Limits in percent of the estimated total; a product category rule may set others than 1 and 5 (R4). */
export interface CutOffCriteria {
  readonly singleLimitPercent: number;
  readonly totalLimitPercent: number;
}

/** Anything one can draw: complete or not, right or wrong. `checkProductSystem` is the only way to a calculation. */
export interface ProductSystemDraft {
  /** The study this drawing belongs to; none of its sealed footprints may come from the same study. */
  readonly studyId?: string;
  readonly statedUnit: StatedUnit | null;
  readonly referenceFlow: ReferenceFlow | null;
  readonly boundary: SystemBoundary;
  readonly period: TimePeriod | null;
  readonly flows: readonly Flow[];
  readonly processes: readonly Process[];
  readonly links: readonly ProcessLink[];
  readonly cutOffCriteria?: CutOffCriteria;
}

/** One product of one process: a row of the technology matrix. Its amounts are per one `unit` of the product. */
export interface ProcessProduct {
  readonly process: string;
  readonly flow: string;
  readonly unit: string;
  readonly stage: LifeCycleStage;
  readonly supplier: string | null;
}

export const lineKinds = ['activity', 'transport', 'sealed'] as const;
/** `activity`: an exchange × its factor; `transport`: a leg; `sealed`: the result of another study. */
export type LineKind = (typeof lineKinds)[number];

/** What a sealed footprint tells of the study it comes from. */
export type StudyOrigin = Pick<
  SealedFootprint,
  'studyId' | 'version' | 'business' | 'primaryDataSharePercent' | 'gwpSet'
>;

/** What each line says about itself, in the model and in the result. */
export interface LineIdentity {
  readonly kind: LineKind;
  readonly process: string;
  /** Id of the exchange; null for a sealed process, whose lines are not visible. */
  readonly exchange: string | null;
  /** Id of the transport leg. */
  readonly leg: string | null;
  readonly name: string;
  readonly stage: LifeCycleStage;
  readonly supplier: string | null;
  readonly dataType: DataType;
  /** The days its amount is of, its process's or the study's where it tells none; null where nothing does. */
  readonly period: TimePeriod | null;
  readonly evidence: readonly string[];
  readonly activityQuality: PedigreeScores | null;
  readonly activityUncertaintyPercent: number | null;
  /** Null for a sealed process; its result stands in `components`. */
  readonly factor: EmissionFactor | null;
  /** The study whose result a sealed process is; null for a line of this one. */
  readonly study: StudyOrigin | null;
  /** Share of the line's emissions that rests on primary data, 0 to 1 (R5.5). */
  readonly primaryShare: number;
}

/** A checked line of one product: kg CO2e per one unit of the product = amount × components. */
export interface ProductLine extends LineIdentity {
  /** Index into `ProductSystem.products`. */
  readonly product: number;
  /** Per one unit of the product, in the unit it was entered in. */
  readonly enteredAmount: number;
  readonly enteredUnit: string;
  /** Per one unit of the product, in the unit of the factor's denominator. */
  readonly amount: number;
  readonly unit: string;
  /** kg CO2e per one `unit`. */
  readonly components: FootprintComponents;
}

/** An exchange left out (R4). */
export interface ProductExclusion {
  readonly product: number;
  readonly process: string;
  readonly exchange: string;
  readonly name: string;
  readonly reason: string;
  /** Estimated kg CO2e per one unit of the product. */
  readonly estimatedKgCO2e: number;
}

declare const checked: unique symbol;

/**
 * A product system that can be calculated: everything named, linked, converted and allocated. Only
 * `checkProductSystem` makes one. Products, lines and exclusions stand in canonical order (by id), whatever the
 * order of the draft.
 */
export interface ProductSystem {
  readonly [checked]: true;
  readonly draft: ProductSystemDraft;
  readonly statedUnit: {
    readonly kind: StatedUnit['kind'];
    readonly description: string;
    readonly amount: number;
    readonly unit: string;
  };
  readonly referenceFlow: {
    readonly process: string;
    readonly flow: string;
    readonly amount: number;
    readonly unit: string;
  };
  /** Index of the product that leaves the system, and how many of its units are asked for. */
  readonly reference: { readonly product: number; readonly demand: number };
  readonly products: readonly ProcessProduct[];
  /** Row i: what one unit of product i takes from the other products. */
  readonly matrix: TechnologyMatrix;
  readonly plan: SolvePlan;
  readonly lines: readonly ProductLine[];
  readonly exclusions: readonly ProductExclusion[];
}
