import { accept, addDays, errorAt, isDay, type Result, refuse } from '@slipstream/quantity';

export const pcrFinalisationFindingCodes = ['pcr.dayInvalid'] as const;

/** So many days must pass without an objection after the last comment or objection was resolved (R18.4). */
const waitingDays = 14;

export interface PcrWaiting {
  /** A rule for labels is announced by the working group and is never finalised by waiting (R18.3). */
  readonly forLabel: boolean;
  /** Day on which no commenter had a further comment on draft 2; null while comments are open. ISO date. */
  readonly commentsResolvedOn: string | null;
  /** Day on which the last objection was resolved; null where nobody objected. ISO date. */
  readonly lastObjectionResolvedOn: string | null;
  /** ISO date. */
  readonly today: string;
}

/**
 * When a rule that is not for labels may become final (R18.4): 14 days after its comments were resolved, counted anew
 * from an objection once resolved. `earliestDate` is null for a label rule and while comments are open.
 * @returns refused for a day that does not exist.
 */
export function pcrFinalisation(
  waiting: PcrWaiting,
): Result<
  { readonly earliestDate: string | null; readonly canFinalise: boolean },
  (typeof pcrFinalisationFindingCodes)[number]
> {
  const { forLabel, commentsResolvedOn, lastObjectionResolvedOn, today } = waiting;
  const days = { commentsResolvedOn, lastObjectionResolvedOn, today };
  const faults = Object.entries(days).flatMap(([key, day]) =>
    isDay(day) || (day === null && key !== 'today')
      ? []
      : [errorAt('pcr.dayInvalid' as const, [key], { found: day })],
  );
  if (faults.length > 0) return refuse(...faults);
  if (forLabel || commentsResolvedOn === null) return accept({ earliestDate: null, canFinalise: false });
  const resolvedOn =
    lastObjectionResolvedOn !== null && lastObjectionResolvedOn > commentsResolvedOn
      ? lastObjectionResolvedOn
      : commentsResolvedOn;
  const earliestDate = addDays(resolvedOn, waitingDays);
  return accept({ earliestDate, canFinalise: today >= earliestDate });
}
