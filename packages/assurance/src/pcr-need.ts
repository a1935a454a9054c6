import { accept, errorAt, type Finding, type Result, refuse } from '@slipstream/quantity';

/** Where a rule that exists already is looked for (R18.1). */
export const pcrSearchPlaces = ['nationalList', 'epdProgrammes', 'pefcr'] as const;
export type PcrSearchPlace = (typeof pcrSearchPlaces)[number];

/** How well an existing rule fits the product. */
export const pcrFits = ['fits', 'smallChanges', 'none'] as const;
export type PcrFit = (typeof pcrFits)[number];

export const pcrNeeds = ['useExisting', 'adaptExisting', 'developNew'] as const;
export type PcrNeed = (typeof pcrNeeds)[number];

export const pcrNeedFindingCodes = ['pcr.searchIncomplete'] as const;

/**
 * Whether a product needs a rule of its own (R18.1): one that fits is used, one that fits with small changes is adapted
 * or extended, none means developing. The first of the best fits is taken, so list the preferred rule first.
 * @returns refused where a new rule would be developed before all places were searched; the finding names the rest.
 */
export function pcrNeed(
  candidates: readonly { readonly id: string; readonly fit: PcrFit }[],
  searched: readonly PcrSearchPlace[],
): Result<{ readonly need: PcrNeed; readonly pcrId: string | null }, (typeof pcrNeedFindingCodes)[number]> {
  const best = (fit: PcrFit) => candidates.find((candidate) => candidate.fit === fit);
  const fitting = best('fits');
  if (fitting) return accept({ need: 'useExisting', pcrId: fitting.id });
  const close = best('smallChanges');
  if (close) return accept({ need: 'adaptExisting', pcrId: close.id });
  const unsearched = pcrSearchPlaces.filter((place) => !searched.includes(place));
  const findings: Finding<'pcr.searchIncomplete'>[] = unsearched.map((place) =>
    errorAt('pcr.searchIncomplete', ['searched'], { place }),
  );
  return findings.length > 0 ? refuse(...findings) : accept({ need: 'developNew', pcrId: null });
}
