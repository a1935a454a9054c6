import type { ProductSystemDraft, SealedProcess } from '@slipstream/footprint';
import type { FactorReason } from './choose-material-factor.ts';

/** What `ProductSystem.document` holds: the drawing, why each proposed factor was proposed, and what was taken out. */
export interface ProductSystemDocument {
  readonly draft: ProductSystemDraft;
  /** By exchange id. */
  readonly reasons: Readonly<Record<string, FactorReason>>;
  /** The version up to which only the bill of materials has drawn; none counts as the first. */
  readonly drawnVersion?: number;
  /** Sealed footprints that were taken out of the drawing: it may take them in again, as their suppliers gave them. */
  readonly removedSeals?: readonly SealedProcess[];
}

/** Reads a stored document; only our own verbs write one. */
export function documentOf(stored: unknown): ProductSystemDocument {
  return stored as ProductSystemDocument;
}

/** Whether nobody has worked on a drawing since it was drawn from its bill of materials. */
export function isAsDrawn(system: { readonly version: number; readonly document: unknown }): boolean {
  return system.version === (documentOf(system.document).drawnVersion ?? 0);
}
