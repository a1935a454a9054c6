import type { FootprintComponents } from '../model/footprint-components.ts';
import type { BusinessBoundary, LifeCycleStage } from '../model/life-cycle.ts';
import type { CutOffCriteria, LineIdentity, ProductSystem } from '../model/product-system.ts';

/** One line of the result: activity × factor = emissions, with everything needed to explain the number. */
export interface Contribution extends LineIdentity {
  /** For the stated unit, in the unit it was entered in. */
  readonly enteredAmount: number;
  readonly enteredUnit: string;
  /** For the stated unit, in the unit of the factor's denominator. */
  readonly amount: number;
  readonly unit: string;
  /** kg CO2e per one `unit`. */
  readonly perUnit: FootprintComponents;
  /** kg CO2e for the stated unit. */
  readonly components: FootprintComponents;
  readonly emissions: number;
  /** Percent of the total; null where the total is zero. */
  readonly sharePercent: number | null;
}

/** What a stage, a process or a supplier causes, in kg CO2e for the stated unit. */
export interface GroupTotal<Key> {
  readonly key: Key;
  readonly components: FootprintComponents;
  readonly emissions: number;
  readonly sharePercent: number | null;
}

/** The excluded flows, largest first, against the cut-off criteria (R4). Percentages are null where none can be told. */
export interface CutOffReport {
  readonly criteria: CutOffCriteria;
  readonly excluded: readonly {
    readonly process: string;
    readonly exchange: string;
    readonly name: string;
    readonly reason: string;
    /** For the stated unit. */
    readonly estimatedKgCO2e: number;
    readonly percent: number | null;
    /** Above the limit of a single flow. */
    readonly violates: boolean;
  }[];
  readonly excludedTotalPercent: number | null;
  readonly totalExceeded: boolean;
  readonly acceptable: boolean;
}

/** Footprint of a product for its stated unit (ISO 14067). All emissions in kg CO2e, removals negative. */
export interface ProductFootprint {
  readonly statedUnit: ProductSystem['statedUnit'];
  readonly referenceFlow: ProductSystem['referenceFlow'];
  readonly business: BusinessBoundary;
  /** Cradle to gate: a partial footprint. */
  readonly isPartial: boolean;
  readonly total: number;
  readonly components: FootprintComponents;
  /** Every line, largest contribution first, then by process, exchange and leg. */
  readonly contributions: readonly Contribution[];
  /** Every stage in scope in the order of a life, zero ones too (R3.2). */
  readonly byStage: readonly GroupTotal<LifeCycleStage>[];
  readonly byProcess: readonly GroupTotal<string>[];
  /** Null = the owner of the study. */
  readonly bySupplier: readonly GroupTotal<string | null>[];
  /** Percent of the emissions that rest on primary activity data and a supplier's own factor (R5.5). */
  readonly primaryDataSharePercent: number | null;
  readonly cutOff: CutOffReport;
}

/** A node of the upstream tree: what an amount of a product causes in all. total = direct + Σ children + rest. */
export interface ContributionNode {
  readonly process: string;
  readonly flow: string;
  /** Amount of the product taken by the parent, in its unit. */
  readonly amount: number;
  readonly unit: string;
  readonly total: number;
  readonly sharePercent: number | null;
  /** Caused by the lines of the process itself. */
  readonly direct: number;
  readonly children: readonly ContributionNode[];
  /** Upstream that is not opened here. */
  readonly rest: number;
}
