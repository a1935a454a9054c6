import {
  calculateKnownPart,
  footprintBand,
  footprintDataQuality,
  type NextStep,
  nextSteps,
  type OpenInput,
  type ProductFootprint,
  type ProductSystemDraft,
  type ResultBand,
} from '@slipstream/footprint';
import type { Finding } from '@slipstream/quantity';

/** What a drawing comes to, as it is stored. */
export interface DrawingResult {
  readonly footprint: ProductFootprint;
  /** 95 % interval; null where it cannot be told. */
  readonly band: Pick<ResultBand, 'low' | 'high'> | null;
  readonly dataQuality: { readonly score: number; readonly gradedPercent: number } | null;
  readonly nextSteps: readonly NextStep[];
  /** Inputs without an answer; where there are any, `footprint` holds the known part alone. */
  readonly open: readonly OpenInput[];
}

export interface DrawingAnswer {
  /** Null where the drawing has no answer at all; `findings` say why. */
  readonly result: DrawingResult | null;
  readonly findings: readonly Finding[];
}

const shownSteps = 12;

/** Calculates what is known of a drawing, see `calculateKnownPart`, with its band, its quality and what to do next. */
export function calculateDrawing(draft: ProductSystemDraft): DrawingAnswer {
  const { footprint, open, findings } = calculateKnownPart(draft);
  if (!footprint) return { result: null, findings };
  const { contributions } = footprint;
  const band = footprintBand(contributions);
  const quality = footprintDataQuality(footprint);
  const steps = nextSteps(contributions);
  return {
    result: {
      footprint,
      band: band.ok ? { low: band.value.low, high: band.value.high } : null,
      dataQuality: quality.ok
        ? { score: quality.value.overall, gradedPercent: quality.value.gradedPercent }
        : null,
      nextSteps: steps.ok ? steps.value.slice(0, shownSteps) : [],
      open,
    },
    findings,
  };
}
