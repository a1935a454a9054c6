import { describe, expect, it } from 'vitest';
import {
  acceptFinite,
  anyNumber,
  choiceFaults,
  type Domain,
  faultsIn,
  notNegative,
  numberFaults,
  percentOfWhole,
  positive,
} from './domain.ts';
import { errorAt, warningAt } from './finding.ts';

describe('numberFaults', () => {
  it.each<[Domain, number[], number[]]>([
    [anyNumber, [-1e308, 0, 1e308], []],
    [notNegative, [0, 1], [-1e-300]],
    [positive, [1e-300], [0, -1]],
    [percentOfWhole, [0, 100], [-0.1, 100.1]],
    [{ below: 5 }, [4.999], [5, 6]],
  ])('keeps to %j', (domain, inside, outside) => {
    for (const value of inside) expect(numberFaults(value, domain, ['x'])).toEqual([]);
    for (const value of outside)
      expect(numberFaults(value, domain, ['x'])).toEqual([
        errorAt('value.outOfDomain', ['x'], { value, ...domain }),
      ]);
  });
  it.each([undefined, null])('does not take %s for zero', (blank) =>
    expect(numberFaults(blank, anyNumber, ['x'])).toEqual([errorAt('value.absent', ['x'])]),
  );
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '5', true])(
    'refuses %s',
    (value) =>
      expect(numberFaults(value, anyNumber, ['x'])).toEqual([
        errorAt('value.notNumeric', ['x'], { value: String(value) }),
      ]),
  );
});

it('finds every faulty field, in order, at its place', () => {
  const input = { flow: -1, head: 2, power: Number.NaN };
  const domains = { power: positive, head: positive, flow: notNegative };
  expect(faultsIn(input, domains, ['lines', 3])).toEqual([
    errorAt('value.notNumeric', ['lines', 3, 'power'], { value: 'NaN' }),
    errorAt('value.outOfDomain', ['lines', 3, 'flow'], { value: -1, min: 0 }),
  ]);
  expect(faultsIn({ flow: 1 }, { flow: positive })).toEqual([]);
});

it('knows the words of a closed set', () => {
  expect(choiceFaults('b', ['a', 'b'], ['kind'])).toEqual([]);
  expect(choiceFaults('c', ['a', 2], ['kind'])).toEqual([
    errorAt('value.unknownChoice', ['kind'], { value: 'c', choices: 'a, 2' }),
  ]);
});

describe('acceptFinite', () => {
  const warning = warningAt('some.warning');
  it('passes a result on with its findings', () =>
    expect(acceptFinite({ a: [1, { b: null }], c: 'x' }, [warning])).toEqual({
      ok: true,
      value: { a: [1, { b: null }], c: 'x' },
      findings: [warning],
    }));
  it.each([
    [Number.POSITIVE_INFINITY, []],
    [{ a: 1, b: Number.NaN }, ['b']],
    [{ rows: [1, { x: Number.NEGATIVE_INFINITY }] }, ['rows', 1, 'x']],
  ])('refuses %j', (value, path) =>
    expect(acceptFinite(value)).toEqual({ ok: false, findings: [errorAt('value.tooLarge', path)] }),
  );
});

it('names a field alone where the input is the root', () => {
  expect(faultsIn({ mass: -1 }, { mass: notNegative })).toEqual([
    errorAt('value.outOfDomain', ['mass'], { value: -1, min: 0 }),
  ]);
});
