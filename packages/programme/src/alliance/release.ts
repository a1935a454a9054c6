import {
  accept,
  anyNumber,
  errorAt,
  type Finding,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { isDominated } from './dominance.ts';
import { type KnownSums, nothingKnown, protectsEveryMember, withSum } from './solver-gate.ts';

/** How well small cells are hidden; the floors of {@link releaseAllianceTotals} cannot be lowered. */
export interface ReleasePolicy {
  /** Fewest members in a published sum, and in what two published sums differ by; at least 5. */
  readonly minimumMembers: number;
  /** How far off, in percent, the second largest member's best estimate of the largest must stay; at least 10. */
  readonly dominancePercent: number;
}

export const defaultReleasePolicy: ReleasePolicy = { minimumMembers: 5, dominancePercent: 15 };

export interface AllianceMember {
  readonly id: string;
  /** By measure, e.g. `emissionsTonnes`; null where the member has not reported: unknown is not zero. */
  readonly values: Readonly<Record<string, number | null>>;
  /** Category by dimension, e.g. `industry`; a member without one is left out of that dimension. */
  readonly groups: Readonly<Record<string, string>>;
}

/**
 * Why a cell is not published: too few members; one or two of them dominate it; it differs from another published sum by
 * too few or by a dominated few; somebody's value could be solved for; or it would give away a cell hidden beside it.
 */
export const suppressionReasons = [
  'tooFewMembers',
  'dominated',
  'differencing',
  'solvable',
  'complementary',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** Null dimension and category: the total of all. */
interface CellPlace {
  readonly dimension: string | null;
  readonly category: string | null;
}

/** A sum over members: published for all measures together or for none. */
export type ReleaseCell = CellPlace & { readonly members: readonly string[] } & (
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
export type PublishedCell = CellPlace &
  (
    | { readonly values: Readonly<Record<string, number>>; readonly membersAtLeast: number }
    | { readonly hidden: 'tooFewMembers' | 'protectsAMember' }
  );

/** What an association sees: sums, never a member. */
export interface PublishedRelease {
  readonly period: string;
  readonly cells: readonly PublishedCell[];
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
  const release = (verdicts: Verdicts): AllianceRelease => ({
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
  return accept(release(verdictsOn(candidates, previous, sizes, policy)));
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

type Candidate = CellPlace & { readonly members: readonly string[] };
type Verdicts = ReadonlyMap<Candidate, SuppressionReason>;
type Sizes = readonly ReadonlyMap<string, number>[];

/**
 * Who is in: newcomers only when at least `minimum` come together or anyway enough changes, else those of the last
 * release who still report.
 */
function cohortOf(
  reported: readonly string[],
  last: readonly string[] | null,
  minimum: number,
): readonly string[] {
  if (last === null) return reported;
  const staying = reported.filter((id) => last.includes(id));
  const changes = reported.length - staying.length + (last.length - staying.length);
  return reported.length - staying.length >= minimum || changes >= minimum ? reported : staying;
}

/** The total first, then the categories from the largest to the smallest: the order in which they may be published. */
function cellsOf(members: readonly AllianceMember[], dimensions: readonly string[]): readonly Candidate[] {
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
  const names = (cell: Candidate) => JSON.stringify([cell.dimension, cell.category]);
  categories.sort(
    (one, other) => other.members.length - one.members.length || (names(one) < names(other) ? -1 : 1),
  );
  return [{ dimension: null, category: null, members: members.map(({ id }) => id) }, ...categories];
}

/** Decides every cell; a category hidden for the sake of another is taken out and all is decided again. */
function verdictsOn(
  candidates: readonly Candidate[],
  previous: readonly AllianceRelease[],
  sizes: Sizes,
  policy: ReleasePolicy,
): Verdicts {
  const published = previous.flatMap(({ cells }) => cells.filter(({ values }) => values !== null));
  const everybody = new Set([...published, ...candidates].flatMap(({ members }) => members));
  const known = published.reduce<KnownSums>(
    (space, { members }) => withSum(space, members),
    nothingKnown([...everybody].sort()),
  );
  const complementary = new Map<Candidate, SuppressionReason>();
  for (;;) {
    const verdicts = greedyVerdicts(candidates, published, known, sizes, policy, complementary);
    const victim = exposedBeside(candidates, verdicts, sizes, policy);
    if (!victim) return verdicts;
    complementary.set(victim, 'complementary');
  }
}

function greedyVerdicts(
  candidates: readonly Candidate[],
  published: readonly { readonly members: readonly string[] }[],
  known: KnownSums,
  sizes: Sizes,
  policy: ReleasePolicy,
  complementary: Verdicts,
): Verdicts {
  const verdicts = new Map(complementary);
  const accepted = published.map(({ members }) => new Set(members));
  let space = known;
  for (const cell of candidates) {
    if (verdicts.has(cell)) continue;
    const own = new Set(cell.members);
    const fault = groupFault(cell.members, sizes, policy);
    const next = fault ? space : withSum(space, cell.members);
    if (fault) verdicts.set(cell, fault);
    else if (accepted.some((other) => differsByTooLittle(own, other, sizes, policy)))
      verdicts.set(cell, 'differencing');
    else if (!protectsEveryMember(next)) verdicts.set(cell, 'solvable');
    else {
      space = next;
      accepted.push(own);
    }
  }
  return verdicts;
}

/** What is wrong with showing the sum over a group: too few, or dominated in some measure. */
function groupFault(
  group: readonly string[],
  sizes: Sizes,
  { minimumMembers, dominancePercent }: ReleasePolicy,
): 'tooFewMembers' | 'dominated' | null {
  if (group.length < minimumMembers) return 'tooFewMembers';
  const dominated = sizes.some((values) => {
    const contributions = group.map((id) => values.get(id) ?? 0);
    return isDominated(contributions, dominancePercent);
  });
  return dominated ? 'dominated' : null;
}

/** Members who have left since count as covering nobody: their present size is not known. */
function differsByTooLittle(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  sizes: Sizes,
  policy: ReleasePolicy,
): boolean {
  const apart = [...[...one].filter((id) => !other.has(id)), ...[...other].filter((id) => !one.has(id))];
  return apart.length > 0 && groupFault(apart, sizes, policy) !== null;
}

/**
 * The smallest published category of a dimension whose hidden remainder, total less published categories, would itself
 * break the rules; undefined when every remainder is empty or fit to be known.
 */
function exposedBeside(
  candidates: readonly Candidate[],
  verdicts: Verdicts,
  sizes: Sizes,
  policy: ReleasePolicy,
): Candidate | undefined {
  const [total, ...categories] = candidates;
  if (!total || verdicts.has(total)) return undefined;
  for (const group of Map.groupBy(categories, ({ dimension }) => dimension).values()) {
    const shown = group.filter((cell) => !verdicts.has(cell));
    const covered = new Set(shown.flatMap(({ members }) => members));
    const remainder = total.members.filter((id) => !covered.has(id));
    if (remainder.length > 0 && shown.length > 0 && groupFault(remainder, sizes, policy)) return shown.at(-1);
  }
  return undefined;
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
