import type { Cell, SuppressionReason } from './suppression.ts';

/** A sum over members: published for all measures together or for none. */
export type ReleaseCell = Cell &
  (
    | { readonly values: Readonly<Record<string, number>>; readonly suppressedBy: null }
    | { readonly values: null; readonly suppressedBy: SuppressionReason }
  );

/** A release as it is kept, frozen: it names members and never leaves the platform. See {@link publishedRelease}. */
export interface AllianceRelease {
  readonly period: string;
  /** Whose values are in it. */
  readonly cohort: readonly string[];
  /** Reported, but held back until enough newcomers join together. */
  readonly waiting: readonly string[];
  readonly minimumMembers: number;
  readonly cells: readonly ReleaseCell[];
}

/** What an association sees of a cell; the exact reason would itself tell something about a member. */
export type PublishedCell = Omit<Cell, 'members'> &
  (
    | { readonly values: Readonly<Record<string, number>>; readonly membersAtLeast: number }
    | { readonly hidden: 'tooFewMembers' | 'protectsAMember' }
  );

/** What an association sees: sums, never a member. */
export interface PublishedRelease {
  readonly period: string;
  readonly cells: readonly PublishedCell[];
}

/** What an association sees of a release: the sums, member counts rounded down to the minimum, and why a cell is hidden. */
export function publishedRelease({ period, minimumMembers, cells }: AllianceRelease): PublishedRelease {
  return {
    period,
    cells: cells.map(({ dimension, category, members, values, suppressedBy }) =>
      values === null
        ? {
            dimension,
            category,
            hidden: suppressedBy === 'tooFewMembers' ? 'tooFewMembers' : 'protectsAMember',
          }
        : {
            dimension,
            category,
            values: { ...values },
            membersAtLeast: Math.floor(members.length / minimumMembers) * minimumMembers,
          },
    ),
  };
}
