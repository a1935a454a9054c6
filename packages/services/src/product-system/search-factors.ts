import { starterFactors } from '@slipstream/factor-library/starter';
import type { EmissionFactor } from '@slipstream/footprint';
import { plainText } from '@slipstream/quantity';
import { usedFactor } from './choose-material-factor.ts';

const mostFound = 30;

/**
 * Factors of the library whose names hold every word of a query, in the official order as far as it knows no line (R7.3):
 * those of Taiwan, of the world, of others, the newest first. Figures of worked examples are not for use.
 */
export function searchFactors(query: string): readonly EmissionFactor[] {
  const words = plainText(query).toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  return starterFactors
    .filter(({ category, nameZh, nameEn }) => {
      const name = `${nameZh} ${nameEn}`.toLowerCase();
      return category !== 'workedExample' && words.every((word) => name.includes(word));
    })
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, mostFound)
    .map(usedFactor);
}

/** Geographies before all others, the first last. */
const nearest = ['GLO', 'TW'];

function rank({ geography, referenceYear }: (typeof starterFactors)[number]): number {
  return (nearest.indexOf(geography) + 1) * 10_000 + (referenceYear ?? 0);
}
