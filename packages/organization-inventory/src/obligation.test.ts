import { expect, it } from 'vitest';
import { sourceCategories } from './categories.ts';
import {
  inventoryObligation,
  obligations,
  obligationThresholdTonnes,
  obligationTonnes,
} from './obligation.ts';

it.each([
  [25000, true],
  [25000 * (1 - 1e-10), true],
  [24999.99, false],
  [0, false],
])('%d t against the threshold of 25,000 t: mandatory %s', (annualTonnesCO2e, mandatory) =>
  expect(inventoryObligation({ annualTonnesCO2e, thresholdTonnes: obligationThresholdTonnes })).toMatchObject(
    { ok: true, value: { mandatory } },
  ),
);
it('follows another threshold', () =>
  expect(inventoryObligation({ annualTonnesCO2e: 10, thresholdTonnes: 10 })).toMatchObject({
    value: { mandatory: true },
  }));
it.each([
  [{ annualTonnesCO2e: -1, thresholdTonnes: 1 }, 'annualTonnesCO2e'],
  [{ annualTonnesCO2e: 1, thresholdTonnes: 0 }, 'thresholdTonnes'],
  [{ annualTonnesCO2e: Number.NaN, thresholdTonnes: 1 }, 'annualTonnesCO2e'],
])('refuses %j', (input, field) =>
  expect(inventoryObligation(input)).toMatchObject({ ok: false, findings: [{ path: [field] }] }),
);
it('asks for inventory, registration and verification', () =>
  expect(obligations).toEqual(['inventory', 'registration', 'verification']));
it('counts direct and energy indirect emissions only', () => {
  const sources = sourceCategories.map((category, index) => ({ category, tCO2e: 2 ** index }));
  expect(obligationTonnes(sources)).toMatchObject({ ok: true, value: 1 + 2 + 4 + 8 + 16 });
  expect(obligationTonnes([{ category: 'other', tCO2e: -1 }])).toMatchObject({
    findings: [{ path: ['sources', 0, 'tCO2e'] }],
  });
  expect(obligationTonnes([{ category: 'x' as 'other', tCO2e: 1 }])).toMatchObject({ ok: false });
});
