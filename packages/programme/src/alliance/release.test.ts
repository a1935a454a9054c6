import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attacker.fixture.ts';
import { isDominated } from './dominance.ts';
import { type AllianceRelease, publishedRelease } from './published-release.ts';
import { type AllianceMember, releaseAllianceTotals } from './release.ts';
import { defaultReleasePolicy } from './suppression.ts';

const measures = ['emissionsTonnes', 'cutTonnes'];
const dimensions = ['industry', 'region', 'size'];
const member = (
  id: string,
  emissionsTonnes: number | null,
  groups: AllianceMember['groups'] = {},
): AllianceMember => ({
  id,
  values: { emissionsTonnes, cutTonnes: emissionsTonnes === null ? null : emissionsTonnes / 10 },
  groups,
});
const release = (
  members: readonly AllianceMember[],
  previous: readonly AllianceRelease[] = [],
  policy = defaultReleasePolicy,
) => {
  const period = `${2020 + previous.length}`;
  const result = releaseAllianceTotals({ period, measures, dimensions, members, previous, policy });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};
const firms = (count: number, groups: (index: number) => AllianceMember['groups'] = () => ({})) =>
  Array.from({ length: count }, (_, index) => member(`f${index}`, 100 + index, groups(index)));
const total = (made: AllianceRelease) => made.cells[0];
const reasons = (made: AllianceRelease) =>
  Object.fromEntries(made.cells.map((cell) => [cell.category ?? 'all', cell.suppressedBy]));
const sumsIn = (releases: readonly AllianceRelease[]) =>
  releases.flatMap(({ cells }) =>
    cells.filter(({ values }) => values !== null).map(({ members }) => members),
  );

describe('one release', () => {
  it('adds up what is large enough: 100 + … + 109 = 1045', () => {
    const made = release(firms(10));
    expect(total(made)?.values?.emissionsTonnes).toBe(1045);
    expect(publishedRelease(made)).toEqual({
      period: '2020',
      cells: [
        {
          dimension: null,
          category: null,
          values: { emissionsTonnes: 1045, cutTonnes: expect.closeTo(104.5) },
          membersAtLeast: 10,
        },
      ],
    });
  });
  it('hides four members', () => expect(reasons(release(firms(4)))).toEqual({ all: 'tooFewMembers' }));
  it('hides a sum that two giants dominate', () => {
    const giants = [member('g1', 10_000), member('g2', 9_000), ...firms(4)];
    expect(reasons(release(giants))).toEqual({ all: 'dominated' });
  });
  it('hides a second category so that the first hidden one cannot be had by subtraction', () => {
    const industry = (index: number) => ({
      industry: index < 8 ? 'steel' : index < 14 ? 'plastic' : 'paint',
    });
    expect(reasons(release(firms(17, industry)))).toEqual({
      all: null,
      steel: null,
      plastic: 'complementary',
      paint: 'tooFewMembers',
    });
  });
  it('hides a category that nearly is the whole, or nearly another one', () => {
    const groups = (index: number) => ({ industry: 'steel', ...(index < 10 ? { region: 'north' } : {}) });
    expect(reasons(release(firms(12, groups)))).toEqual({ all: null, steel: null, north: 'differencing' });
  });
  it('leaves out who has not reported, and never takes a blank for zero', () => {
    const made = release([...firms(6), member('late', null)]);
    expect(made.cohort).not.toContain('late');
    expect(total(made)?.values?.emissionsTonnes).toBe(615);
  });
  it('does not depend on the order of the members', () => {
    const groups = (index: number) => ({ industry: `i${index % 3}`, region: `r${index % 2}` });
    const members = firms(23, groups);
    expect(publishedRelease(release(members.toReversed()))).toEqual(publishedRelease(release(members)));
  });
});

describe('from release to release', () => {
  it('a newcomer waits, and its arrival moves nothing', () => {
    const first = release(firms(10));
    const second = release([...firms(10), member('new', 5000)], [first]);
    expect(second.waiting).toEqual(['new']);
    expect(total(second)?.values).toEqual(total(first)?.values);
  });
  it('five newcomers join together', () => {
    const first = release(firms(10));
    const second = release(firms(15), [first]);
    expect(second.waiting).toEqual([]);
    expect(total(second)?.values?.emissionsTonnes).toBe(1605);
  });
  it('one who leaves takes the total along until enough has changed', () => {
    const first = release(firms(10));
    const second = release(firms(10).slice(1), [first]);
    expect(reasons(second)).toEqual({ all: 'differencing' });
    const third = release(firms(14).slice(1), [first, second]);
    expect(third.waiting).toHaveLength(4);
    const fourth = release(firms(15).slice(1), [first, second, third]);
    expect(reasons(fourth)).toEqual({ all: null });
  });
  it('a period is released once', () => {
    const first = release(firms(10));
    const again = releaseAllianceTotals({
      period: first.period,
      measures,
      dimensions,
      members: firms(10),
      previous: [first],
      policy: defaultReleasePolicy,
    });
    expect(again.findings[0]?.code).toBe('release.periodReleased');
  });
});

/** Some years of an alliance: who is there, in which groups, and how large. */
const histories = fc
  .record({
    size: fc.integer({ min: 5, max: 45 }),
    seed: fc.integer(),
    years: fc.integer({ min: 1, max: 5 }),
    categories: fc.integer({ min: 2, max: 5 }),
    turnover: fc.constantFrom(0, 0.03, 0.1, 0.3),
  })
  .map(({ size, seed, years, categories, turnover }) => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return (state >>> 0) / 2 ** 32;
    };
    const firm = (id: string): AllianceMember => {
      const tonnes = random() < 0.1 ? 0 : Math.exp(2 + 2.5 * random());
      const groups = dimensions
        .filter(() => random() < 0.95)
        .map((name) => [name, `c${Math.floor(random() ** 2 * categories)}`]);
      return { ...member(id, tonnes, Object.fromEntries(groups)) };
    };
    let next = size;
    let present = Array.from({ length: size }, (_, index) => firm(`f${index}`));
    return Array.from({ length: years }, () => {
      const seen = present;
      present = present.flatMap((one) => {
        if (random() < turnover) return random() < 0.5 ? [] : [{ ...one, groups: firm(one.id).groups }];
        return [one];
      });
      while (random() < turnover * 3) present = [...present, firm(`f${next++}`)];
      return seen;
    });
  });
const released = (history: readonly (readonly AllianceMember[])[]) => {
  const releases: AllianceRelease[] = [];
  for (const members of history) releases.push(release(members, releases));
  return releases;
};

describe('an attacker who knows every release, every member and every group', { timeout: 60_000 }, () => {
  it('solves nobody over the years, not even as a member that knows itself', () => {
    let published = 0;
    fc.assert(
      fc.property(histories, (history) => {
        const releases = released(history);
        const sums = sumsIn(releases);
        published += sums.length;
        const everybody = [
          ...new Set(releases.flatMap(({ cells }) => cells.flatMap(({ members }) => members))),
        ];
        expect([...attack(everybody, sums)]).toEqual([]);
      }),
      { numRuns: 80 },
    );
    expect(published).toBeGreaterThan(80);
  });
  it('solves somebody where cells are only counted (the attack works)', () => {
    let beaten = 0;
    fc.assert(
      fc.property(histories, (history) => {
        const counted = history.flatMap((members) => {
          const ids = (chosen: readonly AllianceMember[]) => chosen.map(({ id }) => id);
          const byGroup = dimensions.flatMap((name) => [
            ...Map.groupBy(members, ({ groups }) => groups[name]).values(),
          ]);
          return [ids(members), ...byGroup.map(ids)].filter((sum) => sum.length >= 5);
        });
        if (attack([...new Set(counted.flat())], counted).size > 0) beaten++;
      }),
      { numRuns: 30 },
    );
    expect(beaten).toBeGreaterThan(0);
  });
  it('finds no two sums, of any years, that differ by one to four members', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const sums = sumsIn(released(history)).map((sum) => new Set(sum));
        for (const one of sums)
          for (const other of sums) {
            const apart =
              [...one].filter((id) => !other.has(id)).length + [...other].filter((id) => !one.has(id)).length;
            expect(apart === 0 || apart >= 5).toBe(true);
          }
      }),
      { numRuns: 30 },
    );
  });
  it('comes nowhere near the largest member of any sum, or of what a total leaves beside its categories', () => {
    fc.assert(
      fc.property(histories, (history) => {
        released(history).forEach((made, year) => {
          const size = new Map(history[year]?.map(({ id, values }) => [id, values.emissionsTonnes ?? 0]));
          const covered = (ids: readonly string[]) => {
            const [largest = 0, second = 0] = ids
              .map((id) => size.get(id) ?? 0)
              .sort((one, other) => other - one);
            const sum = ids.reduce((all, id) => all + (size.get(id) ?? 0), 0);
            const bestGuess = sum - second;
            return ids.length >= 5 && largest > 0 && bestGuess - largest >= 0.15 * largest * (1 - 1e-6);
          };
          const shown = made.cells.filter(({ values }) => values !== null);
          for (const cell of shown) expect(covered(cell.members)).toBe(true);
          if (total(made)?.values)
            for (const name of dimensions) {
              const inCategories = new Set(
                shown.filter((cell) => cell.dimension === name).flatMap(({ members }) => members),
              );
              const beside = made.cohort.filter((id) => !inCategories.has(id));
              expect(beside.length === 0 || inCategories.size === 0 || covered(beside)).toBe(true);
            }
        });
      }),
      { numRuns: 30 },
    );
  });
  it('reads no member, no exact count and no exact reason in what is published', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const made of released(history)) {
          const written = publishedRelease(made);
          expect(JSON.stringify(written)).not.toMatch(/"f\d+"|dominated|solvable|differencing|complementary/);
          for (const cell of written.cells) {
            expect(Object.keys(cell).sort()).toEqual(
              'hidden' in cell
                ? ['category', 'dimension', 'hidden']
                : ['category', 'dimension', 'membersAtLeast', 'values'],
            );
            if ('values' in cell) expect(cell.membersAtLeast % 5).toBe(0);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the p %-rule', () => {
  it('asks whether the second largest can guess the largest', () => {
    expect(isDominated([100, 80, 15], 15)).toBe(false);
    expect(isDominated([100, 80, 14], 15)).toBe(true);
    expect(isDominated([-100, 80, -15], 15)).toBe(false);
    expect(isDominated([0, 0, 0, 0, 0], 15)).toBe(true);
    expect(isDominated([], 15)).toBe(true);
  });
  it('never frees a sum by a stricter percentage, nor hides one by another small member', () => {
    const sizes = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 10, max: 90, noNaN: true }), (contributions, percent) => {
        if (isDominated(contributions, percent)) expect(isDominated(contributions, percent + 5)).toBe(true);
        else expect(isDominated([...contributions, 0], percent)).toBe(false);
      }),
    );
  });
});

describe('impossible input', () => {
  const input = {
    period: '2020',
    measures,
    dimensions,
    members: firms(6),
    previous: [],
    policy: defaultReleasePolicy,
  };
  it('a sum beyond the range of numbers is refused', () => {
    const huge = firms(8).map((one) => ({ ...one, values: { emissionsTonnes: 1e308, cutTonnes: 1 } }));
    expect(releaseAllianceTotals({ ...input, members: huge }).findings[0]?.code).toBe('value.tooLarge');
  });
  it.each([
    [
      { policy: { minimumMembers: 4, dominancePercent: 15 } },
      'release.policyTooWeak',
      ['policy', 'minimumMembers'],
    ],
    [
      { policy: { minimumMembers: 5, dominancePercent: Number.NaN } },
      'release.policyTooWeak',
      ['policy', 'dominancePercent'],
    ],
    [{ measures: [] }, 'release.measuresMissing', ['measures']],
    [{ members: [member('a', 1), member('a', 2)] }, 'release.memberRepeated', ['members', 1, 'id']],
    [
      { members: [{ ...member('a', 1), values: { emissionsTonnes: Number.NaN, cutTonnes: 1 } }] },
      'value.notNumeric',
      ['members', 0, 'values', 'emissionsTonnes'],
    ],
  ])('%# is refused: %2$s', (part, code, path) =>
    expect(releaseAllianceTotals({ ...input, ...part })).toMatchObject({
      ok: false,
      findings: [{ code, path }],
    }),
  );
});
