import { expect, it } from 'vitest';
import { formatEmissions, inReadableMass } from './format.ts';

it.each([
  [946.98, '947 kg'],
  [999.94, '999.9 kg'],
  [1000, '1 t'],
  [13_120.2, '13.12 t'],
  [-2_500, '-2.5 t'],
  [0, '0 kg'],
  [0.0004321, '0.0004321 kg'],
])('writes %d kg CO2e as %s', (kg, text) => {
  expect(formatEmissions(kg, 'en')).toBe(text);
});

it('keeps the ends of a band in the unit of their figure', () => {
  const { unit, of } = inReadableMass(1_200);
  expect([unit, of(1_200), of(650), of(2_100)]).toEqual(['t', 1.2, 0.65, 2.1]);
});
