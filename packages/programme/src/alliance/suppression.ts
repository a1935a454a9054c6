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

/** A sum that might be published. Null dimension and category: the total of all. */
export interface Cell {
  readonly dimension: string | null;
  readonly category: string | null;
  readonly members: readonly string[];
}

/** Why cells are hidden; a cell that is not there is published. */
export type Verdicts = ReadonlyMap<Cell, SuppressionReason>;
/** What each member of the period contributes, one map for each measure. */
export type Sizes = readonly ReadonlyMap<string, number>[];

/**
 * Decides every cell of a release: the total first, then the categories in the order given. A category hidden for the
 * sake of another is taken out and all is decided again.
 * @param published the sums of all earlier releases
 */
export function verdictsOn(
  candidates: readonly Cell[],
  published: readonly { readonly members: readonly string[] }[],
  sizes: Sizes,
  policy: ReleasePolicy,
): Verdicts {
  const everybody = new Set([...published, ...candidates].flatMap(({ members }) => members));
  const known = published.reduce<KnownSums>(
    (space, { members }) => withSum(space, members),
    nothingKnown([...everybody].sort()),
  );
  const complementary = new Map<Cell, SuppressionReason>();
  for (;;) {
    const verdicts = greedyVerdicts(candidates, published, known, sizes, policy, complementary);
    const victim = exposedBeside(candidates, verdicts, sizes, policy);
    if (!victim) return verdicts;
    complementary.set(victim, 'complementary');
  }
}

function greedyVerdicts(
  candidates: readonly Cell[],
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
  candidates: readonly Cell[],
  verdicts: Verdicts,
  sizes: Sizes,
  policy: ReleasePolicy,
): Cell | undefined {
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
