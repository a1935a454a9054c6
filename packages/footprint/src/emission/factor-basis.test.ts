import type { Finding } from '@slipstream/quantity';
import { expect, it } from 'vitest';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { type FootprintComponents, noEmissions } from '../model/footprint-components.ts';
import { factor } from '../test-drafts.ts';
import { factorBasis } from './factor-basis.ts';

const codesFor = (value: number | null, components: Partial<FootprintComponents>) => {
  const findings: Finding<FootprintFindingCode>[] = [];
  const all = { ...noEmissions, ...components };
  factorBasis({ ...factor(0, 'kgCO2e/kg'), value, components: all }, [], findings);
  return findings.map(({ code }) => code);
};

it('components add up to the value but for rounding, measured by their size', () => {
  // Emission and removal of 1 kg each: by a size of 2, a difference of 1e-9 is rounding and one of 3e-9 is not.
  const balanced = { fossil: 1, biogenicRemoval: -1 };
  expect(codesFor(1e-9, balanced)).toEqual([]);
  expect(codesFor(3e-9, balanced)).toEqual(['factor.componentsDoNotAdd']);
  expect(codesFor(0, {})).toEqual([]);
});

it('aircraft may be all of fossil, and by rounding a little more', () => {
  expect(codesFor(1, { fossil: 1, aircraft: 1 })).toEqual([]);
  expect(codesFor(1, { fossil: 1, aircraft: 1 + 5e-10 })).toEqual([]);
  expect(codesFor(1, { fossil: 1, aircraft: 1 + 2e-9 })).toEqual(['factor.aircraftAboveFossil']);
});

it('components are not measured against a value that is not there', () => {
  expect(codesFor(null, { fossil: 1 })).toEqual(['value.absent']);
});
