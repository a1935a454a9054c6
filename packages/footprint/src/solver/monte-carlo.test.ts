import { describe, expect, it } from 'vitest';
import { drawPools } from './draw-pools.ts';
import { drawRoom, prepareDraws } from './draw-room.ts';
import { drawBlock } from './draws.ts';
import { drawsPerBlock } from './kernel.ts';
import { monteCarlo } from './monte-carlo.ts';
import { planSolve } from './plan.ts';
import { accepted, matrixOf, seeded, type Triple, tieredSystem } from './test-system.ts';

const drawCount = 20_000;

describe.each([
  ['few spreads, drawn from pools', 0],
  ['many spreads, computed from normal draws', 100],
])('%s', (_, furtherSpreads) => {
  /** Process 0 takes 2 of process 1, which takes 3 of process 2; further processes only bring further spreads. */
  const chain = matrixOf(3 + furtherSpreads, [
    [0, 1, 2],
    [1, 2, 3],
  ]);
  const direct = new Float64Array(chain.n);
  direct[2] = 5;
  const spreadOf = (spreads: number[]) =>
    Float64Array.from({ length: chain.n }, (_x, i) => spreads[i] ?? 1.2 + i / 1e4);

  it('meets the closed form of a product of log-normals', () => {
    const sigmas = [0.1, 0.2, 0.3];
    const sigma = Math.hypot(...sigmas);
    const spreads = {
      exchange: Float64Array.of(Math.exp(sigmas[0]!), Math.exp(sigmas[1]!)),
      direct: spreadOf([1, 1, Math.exp(sigmas[2]!)]),
    };
    const found = accepted(monteCarlo(planSolve(chain), direct, spreads, Int32Array.of(0), drawCount, 7));
    const mean = 30 * Math.exp(sigma ** 2 / 2);
    const error = 4 / Math.sqrt(drawCount);
    expect(Math.abs(found.mean[0]! / mean - 1)).toBeLessThan(error * sigma);
    expect(Math.abs(found.median[0]! / 30 - 1)).toBeLessThan(1.25 * error * sigma);
    expect(Math.abs(Math.log(found.low[0]! / 30) / (-1.959964 * sigma) - 1)).toBeLessThan(1.4 * error);
    expect(Math.abs(Math.log(found.high[0]! / 30) / (1.959964 * sigma) - 1)).toBeLessThan(1.4 * error);
    const deviation = mean * Math.sqrt(Math.expm1(sigma ** 2));
    expect(Math.abs(found.standardDeviation[0]! / deviation - 1)).toBeLessThan(2 * error);
    expect(found.withoutAnswer[0]).toBe(0);
  });

  it('meets the closed form of a sum: variances of independent inputs add up', () => {
    const inputs = 50;
    const n = inputs + 1 + furtherSpreads;
    const system = matrixOf(
      n,
      Array.from({ length: inputs }, (_x, k): Triple => [0, k + 1, 1]),
    );
    const ones = Float64Array.from({ length: n }, (_x, i) => (i === 0 ? 0 : 1));
    const spreads = {
      exchange: new Float64Array(inputs).fill(1.3),
      direct: Float64Array.from({ length: n }, (_x, i) => (i <= inputs ? 1 : 1.2 + i / 1e4)),
    };
    const found = accepted(monteCarlo(planSolve(system), ones, spreads, Int32Array.of(0), drawCount, 3));
    const variance = Math.log(1.3) ** 2;
    const one = Math.exp(variance / 2);
    const deviation = one * Math.sqrt(inputs * Math.expm1(variance));
    expect(Math.abs(found.mean[0]! - inputs * one)).toBeLessThan((4 * deviation) / Math.sqrt(drawCount));
    expect(Math.abs(found.standardDeviation[0]! / deviation - 1)).toBeLessThan(0.04);
  });

  it('is certain where every spread is one', () => {
    const spreads = { exchange: new Float64Array(2).fill(1), direct: spreadOf([1, 1, 1]) };
    const found = accepted(monteCarlo(planSolve(chain), direct, spreads, Int32Array.of(0), 100, 7));
    expect([found.low[0], found.median[0], found.high[0], found.standardDeviation[0]]).toEqual([
      30, 30, 30, 0,
    ]);
  });
});

describe('draws', () => {
  const { matrix, direct } = tieredSystem(200, 0.2, 9);
  const random = seeded(4);
  const spreads = {
    exchange: Float64Array.from(matrix.amount, () => 1 + Math.floor(8 * random()) / 20),
    direct: Float64Array.from(direct, () => 1 + Math.floor(8 * random()) / 20),
  };
  const plan = planSolve(matrix);
  const count = 320;
  const draw = (products: number[], blocks: number[], seed = 1) => {
    const draws = accepted(
      prepareDraws(drawRoom(plan, direct, drawPools(spreads, seed)), Int32Array.from(products)),
    );
    const drawn = new Float32Array(products.length * count);
    for (const block of blocks) drawBlock(draws, block, drawn, count);
    return drawn;
  };
  const inOrder = Array.from({ length: count / drawsPerBlock }, (_, block) => block);

  it('have the same bits in whatever order their blocks are drawn', () => {
    expect(draw([0, 17], inOrder.toReversed())).toEqual(draw([0, 17], inOrder));
  });

  it('have the same bits whatever else is asked', () => {
    expect(draw([17, 0], inOrder).subarray(0, count)).toEqual(draw([17], inOrder));
  });

  it('have the same bits in a room that served other products before, which can then no longer be drawn', () => {
    const room = drawRoom(plan, direct, drawPools(spreads, 1));
    const others = accepted(prepareDraws(room, Int32Array.of(0, 3, 90)));
    drawBlock(others, 0, new Float32Array(3 * drawsPerBlock), drawsPerBlock);
    const draws = accepted(prepareDraws(room, Int32Array.of(17)));
    const drawn = new Float32Array(count);
    for (const block of inOrder) drawBlock(draws, block, drawn, count);
    expect(drawn).toEqual(draw([17], inOrder));
    expect(() => drawBlock(others, 0, drawn, count)).toThrow('other products');
    expect(() => prepareDraws(room, Int32Array.of(matrix.n))).toThrow(RangeError);
  });

  it('differ from seed to seed and from block to block', () => {
    expect(draw([0], inOrder, 2)).not.toEqual(draw([0], inOrder, 1));
    expect(new Set(draw([0], inOrder)).size).toBeGreaterThan(count / 2);
  });
});

describe('a loop that draws may push over one', () => {
  const direct = Float64Array.of(1, 0, 2);
  const spreads = { exchange: new Float64Array(3).fill(2), direct: new Float64Array(3).fill(1) };
  const plan = planSolve(
    matrixOf(3, [
      [0, 1, 1],
      [1, 0, 0.4],
      [2, 0, 1],
    ]),
  );

  it('reports how many draws had no finite answer, for whoever uses the loop', () => {
    const found = accepted(monteCarlo(plan, direct, spreads, Int32Array.of(0, 1, 2), drawCount, 5));
    // The gain is log-normal: median 0.4, spread of two exchanges of ln 2 each. P(gain >= 1) = P(Z >= 0.9347).
    const share = found.withoutAnswer[0]! / drawCount;
    expect(Math.abs(share - 0.175)).toBeLessThan(0.012);
    expect(found.withoutAnswer[1]).toBe(found.withoutAnswer[0]);
    expect(found.withoutAnswer[2]).toBe(found.withoutAnswer[0]);
    expect(found.low[0]).toBeGreaterThan(1);
    expect(Number.isFinite(found.high[0])).toBe(true);
  });

  it('meets the percentiles of 1 / (1 - gain) where all draws have an answer', () => {
    const narrow = { ...spreads, exchange: Float64Array.of(1.1, 1.1, 1) };
    const found = accepted(monteCarlo(plan, direct, narrow, Int32Array.of(0), drawCount, 5));
    const sigma = Math.SQRT2 * Math.log(1.1);
    expect(found.withoutAnswer[0]).toBe(0);
    expect(found.median[0]).toBeCloseTo(1 / 0.6, 2);
    expect(found.high[0]).toBeCloseTo(1 / (1 - 0.4 * Math.exp(1.96 * sigma)), 1);
    expect(found.low[0]).toBeCloseTo(1 / (1 - 0.4 * Math.exp(-1.96 * sigma)), 1);
  });
});
