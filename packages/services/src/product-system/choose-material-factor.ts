import { chooseEmissionFactor } from '@slipstream/factor-library';
import { type StarterFactor, starterFactor } from '@slipstream/factor-library/starter';
import type { EmissionFactor } from '@slipstream/footprint';
import { type IsoDate, plainText, type UnitBridge } from '@slipstream/quantity';
import { materialRules } from './material-words.ts';

/** What a bill of materials tells of a part, as far as it says what the part is made of. */
export interface PartDescription {
  readonly material: string | null;
  readonly name: string | null;
  readonly specification: string | null;
  /** Unit code of its amount. */
  readonly unit: string | null;
  readonly bridge: UnitBridge;
}

const places = ['material', 'name', 'specification'] as const;

/** Why a part has the factor it has, or none. */
export type FactorReason =
  /** `word` stands in `place`; the factor was first of `candidates` in the official order (R7). */
  | {
      readonly kind: 'word';
      readonly word: string;
      readonly place: (typeof places)[number];
      readonly candidates: number;
    }
  /** The material is known, but not the mass of a piece that its factors need. */
  | { readonly kind: 'massUnknown'; readonly word: string; readonly place: (typeof places)[number] }
  /** No word of it names a material that the library has. */
  | { readonly kind: 'noMatch' };

/** A secondary factor for a part, or none, and why. */
export interface ChosenFactor {
  readonly factor: EmissionFactor | null;
  readonly reason: FactorReason;
}

/**
 * Proposes a secondary factor for a bought part from what its material, name or specification says, in this order;
 * among the candidates for the material the official order of preference decides (R7.1 to R7.3). A part about which
 * nothing is known gets no factor: it stays an open question, never a zero.
 */
export function chooseMaterialFactor(
  part: PartDescription,
  context: { readonly geography: string; readonly date: IsoDate },
): ChosenFactor {
  for (const place of places) {
    const text = part[place] === null ? '' : plainText(part[place]);
    const rule = materialRules.find(({ words }) => words.test(text));
    if (!rule) continue;
    const word = rule.words.exec(text)?.[0] ?? text;
    const candidates = rule.factors.flatMap((id) => starterFactor(id) ?? []);
    if (candidates.length === 0) return { factor: null, reason: { kind: 'noMatch' } };
    const choice = part.unit
      ? chooseEmissionFactor(
          { unit: part.unit, bridge: part.bridge, requiredBoundary: 'cradleToGate', ...context },
          candidates,
        )
      : undefined;
    if (!choice?.ok || !choice.value.chosen)
      return { factor: null, reason: { kind: 'massUnknown', word, place } };
    return {
      factor: usedFactor(choice.value.chosen.factor),
      reason: { kind: 'word', word, place, candidates: candidates.length },
    };
  }
  return { factor: null, reason: { kind: 'noMatch' } };
}

/** A factor of the starter library as a model uses it: copied, with version and source. */
export function usedFactor(factor: StarterFactor): EmissionFactor {
  const { id, version, value, source, sourceType, boundary, geography, referenceYear, gwpSet } = factor;
  return {
    id,
    version,
    name: factor.nameZh,
    nameEnglish: factor.nameEn,
    value,
    unit: `kgCO2e/${factor.unit}`,
    source,
    ...(factor.sourceZh !== null && { sourceChinese: factor.sourceZh }),
    sourceType,
    boundary,
    geography,
    ...(referenceYear !== null && { referenceYear }),
    ...(gwpSet !== null && { gwpSet }),
  };
}
