import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultRankingWeights,
  rankingCriteria,
  rankSuppliers,
  type SupplierCandidate,
} from './supplier-ranking.ts';

const candidate = (
  id: string,
  bomShare: number,
  part: Partial<SupplierCandidate> = {},
): SupplierCandidate => ({
  id,
  bomShare,
  volumeShare: 0.1,
  soleSource: false,
  willingness: 3,
  ...part,
});
const rank = (candidates: readonly SupplierCandidate[], targetBomCoverage = 0.7, maxCount = 10) => {
  const result = rankSuppliers({ weights: defaultRankingWeights, targetBomCoverage, maxCount, candidates });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return { ...result.value, findings: result.findings };
};
const candidates = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    bomShare: fc.double({ min: 0, max: 1, noNaN: true }),
    volumeShare: fc.double({ min: 0, max: 1, noNaN: true }),
    soleSource: fc.boolean(),
    willingness: fc.integer({ min: 1, max: 5 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe('a score', () => {
  it('is made of its parts: half the largest share is worth half its weight', () => {
    const { suppliers } = rank([
      candidate('a', 0.4),
      candidate('b', 0.2, { soleSource: true, willingness: 5 }),
    ]);
    expect(suppliers.find(({ id }) => id === 'b')?.parts).toEqual({
      bomShare: { weight: 0.35, grade: 0.5, points: 0.175 },
      volumeShare: { weight: 0.25, grade: 1, points: 0.25 },
      soleSource: { weight: 0.2, grade: 1, points: 0.2 },
      willingness: { weight: 0.2, grade: 1, points: 0.2 },
    });
  });
  it('lies between 0 and 1 and is the sum of its points', () => {
    fc.assert(
      fc.property(candidates, (given) => {
        for (const { score, parts } of rank(given).suppliers) {
          const points = rankingCriteria.map((criterion) => parts[criterion].points);
          expect(points.reduce((sum, point) => sum + point, 0)).toBeCloseTo(score, 12);
          expect(points.every((point) => point >= 0)).toBe(true);
          expect(score).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
  it('takes its maxima among those who have not declined', () => {
    const { suppliers, declined } = rank([
      candidate('big', 0.8, { willingness: 1 }),
      candidate('small', 0.1),
    ]);
    expect(declined).toEqual(['big']);
    expect(suppliers[0]?.parts.bomShare.grade).toBe(1);
  });
});

describe('the ranking', () => {
  it('does not depend on the order of the candidates, and leaves nobody out', () => {
    fc.assert(
      fc.property(candidates, fc.integer(), (given, seed) => {
        const shuffled = given.map((one, index) => [Math.sin(seed + index), one] as const);
        shuffled.sort(([one], [other]) => one - other);
        const result = rank(given);
        expect(rank(shuffled.map(([, one]) => one)).suppliers).toEqual(result.suppliers);
        expect([...result.suppliers.map(({ id }) => id), ...result.declined].sort()).toEqual(
          given.map(({ id }) => id).sort(),
        );
      }),
    );
  });
  it('settles ties by BOM share, then by id', () => {
    const weights = { bomShare: 0, volumeShare: 0.5, soleSource: 0.25, willingness: 0.25 };
    const tied = [candidate('z', 0.1), candidate('b', 0.1), candidate('a', 0.2)];
    const result = rankSuppliers({ weights, targetBomCoverage: 1, maxCount: 9, candidates: tied });
    expect(result.ok && result.value.suppliers.map(({ id }) => id)).toEqual(['a', 'b', 'z']);
  });
});

describe('the selection', () => {
  it('is a head of the ranking that ends as soon as the target is covered', () => {
    fc.assert(
      fc.property(
        candidates,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(8),
        (given, target, count) => {
          const { suppliers, coverage, targetReached } = rank(given, target, count);
          const flags = suppliers.map(({ isSelected }) => isSelected);
          expect(flags).toEqual(flags.toSorted((one, other) => Number(other) - Number(one)));
          const chosen = suppliers.filter(({ isSelected }) => isSelected);
          expect(chosen.length).toBeLessThanOrEqual(count);
          expect(coverage).toBe(chosen.at(-1)?.cumulativeBomShare ?? 0);
          const before = chosen.at(-2)?.cumulativeBomShare ?? 0;
          if (chosen.length > 0) expect(before).toBeLessThan(target);
          if (!targetReached) expect(chosen).toHaveLength(Math.min(count, suppliers.length));
        },
      ),
    );
  });
  it('says why it ends: target, count or no more suppliers', () => {
    const three = [candidate('a', 0.5), candidate('b', 0.3), candidate('c', 0.1)];
    expect(rank(three, 0.8)).toMatchObject({ coverage: 0.8, endedBy: 'targetReached' });
    expect(rank(three, 0.8, 1)).toMatchObject({ coverage: 0.5, endedBy: 'maxCountReached' });
    expect(rank(three, 1)).toMatchObject({ targetReached: false, endedBy: 'noMoreSuppliers' });
    expect(rank([], 0.5)).toMatchObject({ coverage: 0, endedBy: 'noMoreSuppliers' });
  });
  it('draws its curve by adding shares: 0.5, 0.8, 0.9', () => {
    const { suppliers } = rank([candidate('a', 0.5), candidate('b', 0.3), candidate('c', 0.1)]);
    expect(suppliers.map(({ cumulativeBomShare }) => cumulativeBomShare)).toEqual([0.5, 0.8, 0.9]);
  });
});

describe('impossible input', () => {
  const base = {
    weights: defaultRankingWeights,
    targetBomCoverage: 0.7,
    maxCount: 3,
    candidates: [candidate('a', 0.5)],
  };
  const weights = (part: object) => ({ weights: { ...defaultRankingWeights, ...part } });
  it.each([
    [weights({ bomShare: 0.4 }), 'ranking.weightsNotOne', ['weights']],
    [weights({ bomShare: -0.35, volumeShare: 0.95 }), 'value.outOfDomain', ['weights', 'bomShare']],
    [weights({ willingness: Number.NaN }), 'value.notNumeric', ['weights', 'willingness']],
    [{ targetBomCoverage: 70 }, 'value.outOfDomain', ['targetBomCoverage']],
    [{ maxCount: 1.5 }, 'ranking.countInvalid', ['maxCount']],
    [{ candidates: [candidate('a', 1.2)] }, 'value.outOfDomain', ['candidates', 0, 'bomShare']],
    [
      { candidates: [candidate('a', 0.1, { willingness: 0 })] },
      'ranking.willingnessInvalid',
      ['candidates', 0, 'willingness'],
    ],
    [
      { candidates: [candidate('a', 0.1), candidate('a', 0.2)] },
      'ranking.supplierRepeated',
      ['candidates', 1, 'id'],
    ],
  ])('%# is refused: %2$s', (part, code, path) =>
    expect(rankSuppliers({ ...base, ...part })).toMatchObject({ ok: false, findings: [{ code, path }] }),
  );
  it('doubtful shares are ranked with a warning', () => {
    const codes = (given: SupplierCandidate[]) => rank(given).findings.map(({ code }) => code);
    expect(codes([candidate('a', 0.9), candidate('b', 0.9)])).toEqual(['ranking.sharesExceedWhole']);
    expect(codes([candidate('a', 0)])).toEqual(['ranking.noShares']);
    expect(codes([candidate('a', 0.6), candidate('b', 0.4)])).toEqual([]);
  });
});
