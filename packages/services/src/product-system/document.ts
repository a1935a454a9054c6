import type { ProductSystemDraft } from '@slipstream/footprint';
import type { FactorReason } from './choose-material-factor.ts';

/** What `ProductSystem.document` holds: the drawing, and why each proposed factor was proposed, by exchange id. */
export interface ProductSystemDocument {
  readonly draft: ProductSystemDraft;
  readonly reasons: Readonly<Record<string, FactorReason>>;
}

/** Reads a stored document; only our own verbs write one. */
export function documentOf(stored: unknown): ProductSystemDocument {
  return stored as ProductSystemDocument;
}
