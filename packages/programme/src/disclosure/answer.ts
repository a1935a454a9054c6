import type { BusinessBoundary, DataType, LifeCycleStage, TimePeriod } from '@slipstream/footprint';
import type { ConfidentialityLevel } from './levels.ts';

/** One number and what is needed to use it: its unit, its boundary and its data quality (R15.2, R3.4, R8.5). */
export interface AnswerFootprint {
  readonly kgCO2e: number;
  /** What the number is per, e.g. `1 kg` or `1 pcs` of the part. */
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
  readonly boundary: {
    readonly business: BusinessBoundary;
    readonly period: TimePeriod;
    /** Country code; the site stays with the owner. */
    readonly geography: string;
  };
  readonly gwpSet: string;
  /** Overall data-quality score, 1 (best) to 5; null where it was not scored. */
  readonly dataQualityScore: number | null;
  /** Percent of the emissions that rests on primary data (R5.5, PACT); null where nobody said, which is not 0. */
  readonly primaryDataSharePercent: number | null;
}

export interface AnswerStageTotal {
  readonly stage: LifeCycleStage;
  readonly kgCO2e: number;
}

/** One line of the inventory, per declared unit of the product. */
export interface AnswerLine {
  readonly id: string;
  readonly stage: LifeCycleStage;
  readonly name: string;
  readonly amount: number;
  readonly unit: string;
  readonly dataType: DataType;
  readonly factor: {
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    readonly source: string;
    readonly referenceYear: number | null;
  };
  readonly kgCO2e: number;
  /** Kept from every recipient, whatever the level; shown to the owner and a verifier under agreement alone. */
  readonly held: {
    /** Factory-wide amount before allocation: tells the plant's output and its other customers (R15.3). */
    readonly siteTotal: number | null;
    readonly allocation: string | null;
    /** The supplier's own supplier. */
    readonly upstreamSupplier: string | null;
    readonly evidence: readonly string[];
    readonly remark: string | null;
  };
}

/** What a supplier holds as its answer to a request: its own facts, never shown as such (R15.2, R15.3). */
export interface SupplierAnswer {
  readonly requestId: string;
  readonly dataOwner: string;
  readonly version: number;
  readonly footprint: AnswerFootprint;
  readonly stageTotals: readonly AnswerStageTotal[];
  readonly lines: readonly AnswerLine[];
}

/** What all grants have: who lets whom see which version of which answer, from when to when. */
interface Grant {
  readonly requestId: string;
  readonly dataOwner: string;
  readonly version: number;
  /** ISO instants in UTC; the grant holds from `validFrom` until just before `expiresAt`. */
  readonly validFrom: string;
  readonly expiresAt: string | null;
  /** When it was withdrawn, which ends it at once; null while it stands. */
  readonly withdrawnAt: string | null;
}

/** The owner shares an answer with the firm that asked, at a level (R15.2). */
export interface RecipientShare extends Grant {
  readonly kind: 'recipient';
  readonly dataRecipient: string;
  readonly level: ConfidentialityLevel;
}

/** The owner's own agreement with a verifier, apart from what the recipient sees (R15.2, R16). */
export interface VerifierAgreement extends Grant {
  readonly kind: 'verifier';
  readonly verifier: string;
}

export type Share = RecipientShare | VerifierAgreement;

export const viewerCapacities = ['dataOwner', 'dataRecipient', 'verifier', 'association'] as const;
export type ViewerCapacity = (typeof viewerCapacities)[number];

/** An organization, and as what it looks now: one that holds two roles sees by the one it acts in. */
export interface Viewer {
  readonly organization: string;
  readonly capacity: ViewerCapacity;
}
