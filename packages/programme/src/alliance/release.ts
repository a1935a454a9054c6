import {
  acceptFinite,
  anyNumber,
  errorAt,
  type Finding,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import type { AllianceRelease } from './published-release.ts';
import { type Cell, type ReleasePolicy, verdictsOn } from './suppression.ts';

export interface AllianceMember {
  readonly id: string;
  /** By measure, e.g. `emissionsTonnes`; null where the member has not reported: unknown is not zero. */
  readonly values: Readonly<Record<string, number | null>>;
  /** Category by dimension, e.g. `industry`; a member without one is left out of that dimension. */
  readonly groups: Readonly<Record<string, string>>;
}

export const releaseFindingCodes = [
  'release.policyTooWeak',
  'release.periodReleased',
  'release.memberRepeated',
  'release.measuresMissing',
] as const;
type Code = (typeof releaseFindingCodes)[number] | ValueFindingCode;

/**
 * The totals an association may see of a period: of all members and by each dimension, with small cells hidden so that
 * no member's value can be worked out from this release and all earlier ones, not even by a member that knows its own.
 *
 * - at least k members in every sum, none dominating it (p %-rule), for every measure;
 * - two published sums, of whatever release, differ by nobody or by at least k members of whom none dominates;
 * - what a total leaves beside its published categories passes the same rules, else a further category is hidden;
 * - a solver refuses whatever would make a value solvable, taking values as constant over the releases;
 * - membership is guarded: newcomers wait until k join together, and who left is never visible as a difference.
 *
 * A period is released once; a correction shows in the next release. Larger sums are preferred to smaller ones.
 * @param previous every earlier release of the alliance
 * @returns the release to freeze; refused for a policy below its floors, a period released already, a member listed
 * twice, no measures, or a value that is no number.
 */
export function releaseAllianceTotals(input: {
  readonly period: string;
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  readonly members: readonly AllianceMember[];
  readonly previous: readonly AllianceRelease[];
  readonly policy: ReleasePolicy;
}): Result<AllianceRelease, Code> {
  const { period, measures, dimensions, members, previous, policy } = input;
  const findings = inputFindings(input);
  if (findings.length > 0) return refuse(...findings);

  const reported = new Map(
    members
      .filter(({ values }) => measures.every((measure) => (values[measure] ?? null) !== null))
      .map((member) => [member.id, member]),
  );
  const cohort = cohortOf(
    [...reported.keys()].sort(),
    previous.at(-1)?.cohort ?? null,
    policy.minimumMembers,
  );
  const inCohort = cohort.flatMap((id) => reported.get(id) ?? []);
  const sizes = measures.map(
    (measure) => new Map(inCohort.map(({ id, values }) => [id, values[measure] ?? 0])),
  );
  const candidates = cellsOf(inCohort, dimensions);
  const published = previous.flatMap((release) => release.cells.filter(({ values }) => values !== null));
  const verdicts = verdictsOn(candidates, published, sizes, policy);
  return acceptFinite({
    period,
    cohort,
    waiting: [...reported.keys()].filter((id) => !cohort.includes(id)).sort(),
    minimumMembers: policy.minimumMembers,
    cells: candidates.map((cell) => {
      const suppressedBy = verdicts.get(cell) ?? null;
      if (suppressedBy !== null) return { ...cell, values: null, suppressedBy };
      const sums = sizes.map((values, index) => [measures[index], sumOver(values, cell.members)]);
      return { ...cell, values: Object.fromEntries(sums), suppressedBy };
    }),
  });
}

/**
 * Who is in: newcomers only when at least `minimum` members join and leave together, else those of the last release
 * who still report.
 */
function cohortOf(
  reported: readonly string[],
  last: readonly string[] | null,
  minimum: number,
): readonly string[] {
  if (last === null) return reported;
  const staying = reported.filter((id) => last.includes(id));
  const changes = reported.length - staying.length + (last.length - staying.length);
  return changes >= minimum ? reported : staying;
}

/** The total first, then the categories from the largest to the smallest: the order in which they may be published. */
function cellsOf(members: readonly AllianceMember[], dimensions: readonly string[]): readonly Cell[] {
  const categories = dimensions.flatMap((dimension) => {
    const grouped = Map.groupBy(
      members.filter(({ groups }) => Object.hasOwn(groups, dimension)),
      ({ groups }) => groups[dimension] ?? '',
    );
    return [...grouped].map(([category, group]) => ({
      dimension,
      category,
      members: group.map(({ id }) => id),
    }));
  });
  const names = (cell: Cell) => JSON.stringify([cell.dimension, cell.category]);
  categories.sort(
    (one, other) => other.members.length - one.members.length || (names(one) < names(other) ? -1 : 1),
  );
  return [{ dimension: null, category: null, members: members.map(({ id }) => id) }, ...categories];
}

function sumOver(values: ReadonlyMap<string, number>, members: readonly string[]): number {
  return members.reduce((sum, id) => sum + (values.get(id) ?? 0), 0);
}

function inputFindings(input: Parameters<typeof releaseAllianceTotals>[0]): Finding<Code>[] {
  const { period, measures, members, previous, policy } = input;
  const { minimumMembers, dominancePercent } = policy;
  const seen = new Set<string>();
  return [
    ...(Number.isInteger(minimumMembers) && minimumMembers >= 5
      ? []
      : [
          errorAt('release.policyTooWeak' as const, ['policy', 'minimumMembers'], {
            found: minimumMembers,
            least: 5,
          }),
        ]),
    ...(Number.isFinite(dominancePercent) && dominancePercent >= 10
      ? []
      : [
          errorAt('release.policyTooWeak' as const, ['policy', 'dominancePercent'], {
            found: dominancePercent,
            least: 10,
          }),
        ]),
    ...(previous.some((release) => release.period === period)
      ? [errorAt('release.periodReleased' as const, ['period'], { period })]
      : []),
    ...(measures.length > 0 ? [] : [errorAt('release.measuresMissing' as const, ['measures'])]),
    ...members.flatMap(({ id, values }, index) => {
      const repeated = seen.has(id);
      seen.add(id);
      return [
        ...(repeated ? [errorAt('release.memberRepeated' as const, ['members', index, 'id'], { id })] : []),
        ...measures.flatMap((measure) => {
          const value = values[measure] ?? null;
          return value === null ? [] : numberFaults(value, anyNumber, ['members', index, 'values', measure]);
        }),
      ];
    }),
  ];
}
