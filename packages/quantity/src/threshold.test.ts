import { expect, it } from 'vitest';
import { atLeast, atMost } from './threshold.ts';

it.each([
  [10, 10, true, true],
  [10 * (1 - 0.9e-9), 10, true, true],
  [10 * (1 + 0.9e-9), 10, true, true],
  [10 * (1 - 1.1e-9), 10, false, true],
  [10 * (1 + 1.1e-9), 10, true, false],
  [-10 * (1 + 0.9e-9), -10, true, true],
  [-10 * (1 + 1.1e-9), -10, false, true],
  [0, 0, true, true],
  [-1e-300, 0, false, true],
  [1e-300, 0, true, false],
])('%d against %d: at least %s, at most %s', (value, threshold, reaches, stays) => {
  expect(atLeast(value, threshold)).toBe(reaches);
  expect(atMost(value, threshold)).toBe(stays);
});
it('is reached by nothing that is no number', () => {
  expect(atLeast(Number.NaN, 0)).toBe(false);
  expect(atMost(Number.NaN, 0)).toBe(false);
});
