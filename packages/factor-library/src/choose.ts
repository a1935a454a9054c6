import { type FactorBoundary, factorSourceTypes } from '@slipstream/footprint';
import {
  accept,
  choiceFaults,
  compareText,
  errorAt,
  type Finding,
  type IsoDate,
  isConvertible,
  isDay,
  isUnitCode,
  type Result,
  refuse,
  type UnitBridge,
} from '@slipstream/quantity';
import { type EmissionFactor, type FactorFindingCode, validityFaults, yearFaults } from './factor.ts';

/** What a factor is needed for. */
export interface FactorContext {
  /** Unit code of the activity. */
  readonly unit: string;
  /** ISO 3166 code of the place of the activity. */
  readonly geography: string;
  /** Study date: a factor must still be valid on it. */
  readonly date: IsoDate;
  readonly requiredBoundary: FactorBoundary;
  /** Density, piece mass and medium of the line, where they are known (R7.2, R10.1). */
  readonly bridge?: UnitBridge;
}

/** What the choice looks at in a factor. */
export type FactorCandidate = Pick<
  EmissionFactor,
  'id' | 'sourceType' | 'unit' | 'boundary' | 'geography' | 'referenceYear' | 'validUntil'
>;

/** Why a candidate cannot serve, in the order in which it is checked (R7.2). */
export const factorRejections = ['unitIncompatible', 'boundaryMismatch', 'expired'] as const;
export type FactorRejection = (typeof factorRejections)[number];

/** What decides between two eligible candidates, in this order (R7.3). */
export const factorCriteria = ['sourcePriority', 'geography', 'referenceYear', 'id'] as const;
export type FactorCriterion = (typeof factorCriteria)[number];

/** An eligible candidate in its place. */
export interface RankedFactor<Candidate extends FactorCandidate = FactorCandidate> {
  readonly factor: Candidate;
  /** 0 (supplier's own data) to 5 (software or literature), R7.1. */
  readonly priority: number;
  /** The criterion by which the candidate before it is preferred; null for the first. */
  readonly behindBy: FactorCriterion | null;
}

export interface RejectedFactor<Candidate extends FactorCandidate = FactorCandidate> {
  readonly factor: Candidate;
  readonly reason: FactorRejection;
}

/** All candidates in order: the first of `ranked` is the choice, its neighbour says by what it won. */
export interface FactorChoice<Candidate extends FactorCandidate = FactorCandidate> {
  /** Null if no candidate can serve. */
  readonly chosen: RankedFactor<Candidate> | null;
  readonly ranked: readonly RankedFactor<Candidate>[];
  readonly rejected: readonly RejectedFactor<Candidate>[];
}

/**
 * Chooses the emission factor for a line by the official order of preference (R7.1 to R7.3).
 *
 * Eligible is a candidate whose unit converts to that of the line, whose boundary is the required one and which is
 * valid on the study date, its last day included. Among these: the preferred kind of source, then the same country
 * before the world before any other place, then the newer reference year, then the id. No eligible candidate is a
 * result (`chosen` null), not an error.
 *
 * Refuses a context with an unknown unit, no place or no date, and candidates with a repeated id, an unknown kind of
 * source, a year that is no whole number or a last day that is no date.
 */
export function chooseEmissionFactor<Candidate extends FactorCandidate>(
  context: FactorContext,
  candidates: readonly Candidate[],
): Result<FactorChoice<Candidate>, FactorFindingCode> {
  const faults = [...contextFaults(context), ...candidates.flatMap(candidateFaults)];
  if (faults.length > 0) return refuse(...faults);
  const judged = candidates.map((factor) => ({ factor, reason: rejectionOf(factor, context) }));
  const rejected = judged.flatMap(({ factor, reason }) => (reason === null ? [] : [{ factor, reason }]));
  const eligible = judged
    .filter(({ reason }) => reason === null)
    .map(({ factor }) => factor)
    .sort((a, b) => compare(a, b, context).order);
  const ranked = eligible.map((factor, index): RankedFactor<Candidate> => {
    const before = eligible[index - 1];
    return {
      factor,
      priority: priorityOf(factor),
      behindBy: before ? compare(before, factor, context).criterion : null,
    };
  });
  return accept({ chosen: ranked[0] ?? null, ranked, rejected });
}

/** The factor a person settled on, and if it is not the first in order, why. */
export interface FactorSelection<Candidate extends FactorCandidate = FactorCandidate> {
  readonly factor: Candidate;
  readonly againstOrder: AgainstOrder | null;
}

/** A choice against the order of preference, with the written reason it needs (R7.3). */
export interface AgainstOrder {
  /** Id of the factor that the order prefers. */
  readonly passedOver: string;
  readonly reason: string;
}

/**
 * Takes one of the candidates of a choice. The first in order needs nothing; any other eligible one needs a written
 * reason (R7.3).
 *
 * Refuses an id that was no candidate, a rejected candidate (with the reason of its rejection), and a choice against
 * the order without a reason.
 */
export function selectEmissionFactor<Candidate extends FactorCandidate>(
  choice: FactorChoice<Candidate>,
  id: string,
  reason = '',
): Result<FactorSelection<Candidate>, FactorFindingCode> {
  const selected = choice.ranked.find(({ factor }) => factor.id === id);
  if (!selected || !choice.chosen) {
    const rejection = choice.rejected.find(({ factor }) => factor.id === id);
    return refuse(
      rejection
        ? errorAt('factor.notEligible', ['id'], { id, reason: rejection.reason })
        : errorAt('factor.notACandidate', ['id'], { id }),
    );
  }
  if (selected === choice.chosen) return accept({ factor: selected.factor, againstOrder: null });
  const passedOver = choice.chosen.factor.id;
  if (reason.trim() === '') return refuse(errorAt('factor.reasonRequired', ['reason'], { id, passedOver }));
  return accept({ factor: selected.factor, againstOrder: { passedOver, reason: reason.trim() } });
}

/** A factor copied into a result: what was used stays readable whatever becomes of the library. */
export interface PinnedFactor extends EmissionFactor {
  readonly againstOrder: AgainstOrder | null;
}

/** Copies the factor of a selection, value, version and source, into a record of its own that shares nothing with it. */
export function pinFactor({ factor, againstOrder }: FactorSelection<EmissionFactor>): PinnedFactor {
  return {
    ...factor,
    gases: factor.gases && { ...factor.gases },
    dataQuality: factor.dataQuality && { ...factor.dataQuality },
    againstOrder: againstOrder && { ...againstOrder },
  };
}

function priorityOf({ sourceType }: FactorCandidate): number {
  return factorSourceTypes.indexOf(sourceType);
}

function rejectionOf(factor: FactorCandidate, context: FactorContext): FactorRejection | null {
  if (!isConvertible(context.unit, factor.unit, context.bridge)) return 'unitIncompatible';
  if (factor.boundary !== context.requiredBoundary) return 'boundaryMismatch';
  return factor.validUntil !== null && factor.validUntil < context.date ? 'expired' : null;
}

function compare(
  a: FactorCandidate,
  b: FactorCandidate,
  context: FactorContext,
): { readonly order: number; readonly criterion: FactorCriterion } {
  const bySource = priorityOf(a) - priorityOf(b);
  if (bySource !== 0) return { order: bySource, criterion: 'sourcePriority' };
  const byPlace = distance(a, context) - distance(b, context);
  if (byPlace !== 0) return { order: byPlace, criterion: 'geography' };
  const byYear = yearOrOldest(b) - yearOrOldest(a);
  if (byYear !== 0) return { order: byYear, criterion: 'referenceYear' };
  return { order: compareText(a.id, b.id), criterion: 'id' };
}

function distance({ geography }: FactorCandidate, context: FactorContext): number {
  if (geography === context.geography) return 0;
  return geography === 'GLO' ? 1 : 2;
}

function yearOrOldest({ referenceYear }: FactorCandidate): number {
  return referenceYear ?? Number.MIN_SAFE_INTEGER;
}

function contextFaults({ unit, geography, date }: FactorContext): Finding<FactorFindingCode>[] {
  const faults: Finding<FactorFindingCode>[] = [];
  if (!isUnitCode(unit)) faults.push(errorAt('unit.unknown', ['context', 'unit'], { unit: String(unit) }));
  if (typeof geography !== 'string' || geography === '') {
    faults.push(errorAt('value.absent', ['context', 'geography']));
  }
  if (!isDay(date)) faults.push(errorAt('date.notIso', ['context', 'date'], { date: String(date) }));
  return faults;
}

function candidateFaults(
  { id, sourceType, referenceYear, validUntil }: FactorCandidate,
  index: number,
  candidates: readonly FactorCandidate[],
): Finding<FactorFindingCode>[] {
  const path = ['candidates', index];
  const isRepeated = candidates.findIndex((candidate) => candidate.id === id) < index;
  return [
    ...(isRepeated ? [errorAt<FactorFindingCode>('factor.idRepeated', [...path, 'id'], { id })] : []),
    ...choiceFaults(sourceType, factorSourceTypes, [...path, 'sourceType']),
    ...yearFaults(referenceYear, [...path, 'referenceYear']),
    ...validityFaults(validUntil, [...path, 'validUntil']),
  ];
}
