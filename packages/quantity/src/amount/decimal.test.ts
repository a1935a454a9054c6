import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundHalfUp, toDecimalText } from './decimal.ts';

it.each([
  [7.095, 2, '7.10'],
  [1.005, 2, '1.01'],
  [2.5, 0, '3'],
  [-2.5, 0, '-3'],
  [-2.4, 0, '-2'],
  [0.49999, 0, '0'],
  [-0.4, 0, '0'],
  [-0, 2, '0.00'],
  [0.5, 0, '1'],
  [1.67e-5, 3, '0.000'],
  [1.67e-5, 7, '0.0000167'],
  [1.67e-5, 6, '0.000017'],
  [1e21, 2, '1000000000000000000000.00'],
  [1.5e300, 0, `15${'0'.repeat(299)}`],
  [5e-324, 2, '0.00'],
  [12, 3, '12.000'],
  [99.995, 2, '100.00'],
  [0.05, 1, '0.1'],
  [0.004, 2, '0.00'],
])('%d to %d places is %s', (value, decimals, text) => {
  expect(toDecimalText(value, decimals)).toBe(text);
  expect(roundHalfUp(value, decimals)).toBe(Number(text));
});

it('gives no negative zero', () => {
  expect(Object.is(roundHalfUp(-0.4, 0), 0)).toBe(true);
});

it.each([-1, 1.5, 101, Number.NaN])('refuses %d decimals', (decimals) => {
  expect(() => toDecimalText(1, decimals)).toThrow(
    new RangeError(`decimals must be an integer from 0 to 100, not ${decimals}`),
  );
});

it('accepts 0 and 100 decimals', () => {
  expect(toDecimalText(1, 0)).toBe('1');
  expect(toDecimalText(1, 100)).toBe(`1.${'0'.repeat(100)}`);
});

it('leaves what is not finite alone', () => {
  expect(roundHalfUp(Number.NaN, 2)).toBeNaN();
  expect(roundHalfUp(Number.NEGATIVE_INFINITY, 2)).toBe(Number.NEGATIVE_INFINITY);
  expect(toDecimalText(Number.POSITIVE_INFINITY, 2)).toBe('Infinity');
});

it('moves a value by half a unit of the last place at most, and only once', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 12 }),
      (value, decimals) => {
        const rounded = roundHalfUp(value, decimals);
        const spacing = Math.abs(value) * 2 ** -52;
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9) + spacing);
        expect(roundHalfUp(rounded, decimals)).toBe(rounded);
        expect(toDecimalText(value, decimals)).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
      },
    ),
  );
});
