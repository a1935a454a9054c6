import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeChange } from './attribute-change.ts';
import { gaussLegendrePairs } from './gauss-legendre.ts';
import { evaluate, type Parameter, type ParametricModel, type Term } from './parametric-model.ts';

const place = {
  subject: 'amount',
  process: null,
  product: null,
  flow: null,
  exchange: null,
  leg: null,
  name: '',
  supplier: null,
  factor: null,
  unit: null,
} as const;
const moved = (from: number, to: number): Parameter => ({ place, category: 'activityIntensity', from, to });

/** One product; it emits the product of the given numbers. */
const productSum = (...lines: readonly (readonly (readonly [number, number])[])[]): ParametricModel => {
  const parameters: Parameter[] = [moved(1, 1)];
  const terms: Term[] = [{ row: -1, column: 0, parameters: [0] }];
  for (const line of lines) {
    terms.push({ row: 0, column: -1, parameters: line.map((_, index) => parameters.length + index) });
    parameters.push(...line.map(([from, to]) => moved(from, to)));
  }
  return { products: 1, parameters, terms };
};
const attribution = (model: ParametricModel) => {
  const result = attributeChange(model);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};
const swapped = (model: ParametricModel): ParametricModel => ({
  ...model,
  parameters: model.parameters.map((parameter) => ({ ...parameter, from: parameter.to, to: parameter.from })),
});

/** Nothing so small that products of it lose their digits: there the two ways round apart by the smallest double. */
const upTo = (max: number) =>
  fc.double({ min: 0, max, noNaN: true }).map((value) => (value < 1e-40 ? 0 : value));
const amount = upTo(10);
const share = upTo(0.3);
/** Up to three products that take from each other, loops too, each with an emission of two numbers. */
const anyModel: fc.Arbitrary<ParametricModel> = fc
  .record({
    emissions: fc.array(fc.tuple(amount, amount, amount, amount), { minLength: 1, maxLength: 3 }),
    takes: fc.array(fc.tuple(fc.nat(2), fc.nat(2), share, share), { maxLength: 3 }),
  })
  .map(({ emissions, takes }) => {
    const parameters: Parameter[] = [moved(1, 1)];
    const terms: Term[] = [{ row: -1, column: 0, parameters: [0] }];
    const n = emissions.length;
    for (const [row, [a, b, c, d]] of emissions.entries()) {
      terms.push({ row, column: -1, parameters: [parameters.length, parameters.length + 1] });
      parameters.push(moved(a, b), moved(c, d));
    }
    for (const [row, column, from, to] of takes) {
      terms.push({ row: row % n, column: column % n, parameters: [parameters.length] });
      parameters.push(moved(from, to));
    }
    return { products: n, parameters, terms };
  });

/** Each run solves hundreds of systems. */
const runs = { numRuns: 40 };

describe('quadrature', () => {
  it.each([8, 16, 32, 64])('with %i points is exact for powers up to 15 and weighs one in all', (points) => {
    const pairs = gaussLegendrePairs(points);
    expect(pairs).toHaveLength(points / 2);
    for (let power = 0; power <= 15; power++) {
      const integral = pairs.reduce(
        (sum, { near, far, weight }) => sum + weight * (near ** power + far ** power),
        0,
      );
      expect(integral).toBeCloseTo(1 / (power + 1), 13);
    }
  });
});

describe('evaluation', () => {
  it('has the slope of the total at every parameter', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const values = Float64Array.from(model.parameters, ({ from }) => from);
        const base = evaluate(model, values);
        if (!base.ok) throw new Error('refused');
        for (const index of values.keys()) {
          const [less, more] = [-1e-6, 1e-6].map((step) => {
            const result = evaluate(model, values.with(index, (values[index] ?? 0) + step));
            if (!result.ok) throw new Error('refused');
            return result.value.total;
          });
          const slope = ((more ?? 0) - (less ?? 0)) / 2e-6;
          expect(Math.abs(slope - (base.value.gradient[index] ?? 0))).toBeLessThan(
            1e-4 * (1 + Math.abs(slope)),
          );
        }
      }),
      runs,
    );
  });
});

describe('attribution of a change', () => {
  it('of two factors is the change of one times the mean of the other', () => {
    // 10 kWh × 0.5 = 5 became 8 kWh × 0.6 = 4.8: -2 × 0.55 and +0.1 × 9.
    const { from, to, parts } = attribution(
      productSum([
        [10, 8],
        [0.5, 0.6],
      ]),
    );
    expect([from, to]).toEqual([5, expect.closeTo(4.8, 12)]);
    expect([...parts]).toEqual([0, expect.closeTo(-1.1, 12), expect.closeTo(0.9, 12)]);
  });

  it('of three factors is their Shapley value', () => {
    const { parts } = attribution(
      productSum([
        [1, 2],
        [3, 5],
        [7, 4],
      ]),
    );
    // 1/3 y z + 1/6 (y z' + y' z) + 1/3 y' z', times the change.
    expect(parts[1]).toBeCloseTo((21 / 3 + (12 + 35) / 6 + 20 / 3) * 1, 12);
    expect(parts[2]).toBeCloseTo((7 / 3 + (4 + 14) / 6 + 8 / 3) * 2, 12);
    expect(parts[3]).toBeCloseTo((3 / 3 + (5 + 6) / 6 + 10 / 3) * -3, 12);
  });

  it('adds up to the last bit, in any order', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const { from, to, parts } = attribution(model);
        const forward = parts.reduce((sum, part) => sum + part, from);
        const backward = parts.toReversed().reduce((sum, part) => sum + part, from);
        expect(forward).toBe(to);
        expect(backward).toBe(to);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(to - from);
      }),
      runs,
    );
  });

  it('ends where the model ends, but for what no reader sees', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const { from, to, parts } = attribution(model);
        const reach = parts.reduce(
          (sum, part) => sum + Math.abs(part),
          Math.max(Math.abs(from), Math.abs(to)),
        );
        for (const [end, pick] of [
          [from, 'from'],
          [to, 'to'],
        ] as const) {
          const values = Float64Array.from(model.parameters, (parameter) => parameter[pick]);
          const evaluated = evaluate(model, values);
          expect(evaluated.ok && Math.abs(evaluated.value.total - end)).toBeLessThanOrEqual(1e-15 * reach);
        }
      }),
      runs,
    );
  });

  it('gives nothing to what did not change, and all to what alone changed', () => {
    fc.assert(
      fc.property(anyModel, fc.nat(), (model, pick) => {
        const only = pick % model.parameters.length;
        const parameters = model.parameters.map((parameter, index) =>
          index === only ? parameter : { ...parameter, to: parameter.from },
        );
        const { from, to, parts } = attribution({ ...model, parameters });
        expect([...parts]).toEqual(parameters.map((_, index) => (index === only ? to - from : 0)));
      }),
      runs,
    );
  });

  it('is negated when the two states are swapped', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const there = attribution(model);
        const back = attribution(swapped(model));
        expect(back).toEqual({ from: there.to, to: there.from, parts: there.parts.map((part) => 0 - part) });
      }),
      runs,
    );
  });

  it('opens and closes a loop', () => {
    // 1 kg of the product takes 0, then half a kg of itself: 1 / (1 - t/2) from 1 to 2.
    const model: ParametricModel = {
      products: 1,
      parameters: [moved(1, 1), moved(1, 1), moved(0, 0.5)],
      terms: [
        { row: -1, column: 0, parameters: [0] },
        { row: 0, column: -1, parameters: [1] },
        { row: 0, column: 0, parameters: [2] },
      ],
    };
    expect(attribution(model)).toEqual({ from: 1, to: 2, parts: Float64Array.of(0, 0, 1) });
  });

  it('says when a state, or the way between two, has no finite answer', () => {
    const circle = (there: readonly [number, number], back: readonly [number, number]): ParametricModel => ({
      products: 2,
      parameters: [moved(1, 1), moved(...there), moved(...back)],
      terms: [
        { row: -1, column: 0, parameters: [0] },
        { row: 1, column: -1, parameters: [0] },
        { row: 0, column: 1, parameters: [1] },
        { row: 1, column: 0, parameters: [2] },
      ],
    });
    expect(attributeChange(circle([1, 1], [0, 2]))).toMatchObject({
      findings: [{ code: 'solver.loopWithoutFiniteAnswer' }],
    });
    expect(attributeChange(circle([5, 0], [0, 5]))).toEqual({
      ok: false,
      findings: [
        {
          code: 'explanation.noPath',
          severity: 'error',
          path: [],
          values: { code: 'solver.loopWithoutFiniteAnswer' },
        },
      ],
    });
  });
});
