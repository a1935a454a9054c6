import { expect, it } from 'vitest';
import { convertEmissions, parseFactorUnit } from './emission-unit.ts';

it('convertEmissions goes both ways and leaves what needs no conversion as it is', () => {
  expect(convertEmissions(5, 'gCO2e', 'tCO2e')).toBe(5e-6);
  expect(convertEmissions(5e-6, 'tCO2e', 'gCO2e')).toBe(5);
  expect(convertEmissions(1e306, 'tCO2e', 'tCO2e')).toBe(1e306);
});

it('parseFactorUnit reads emissions per a known unit, blanks or not', () => {
  const read = (text: string | null) => {
    const result = parseFactorUnit(text, ['unit']);
    return result.ok ? result.value : result.findings.map(({ code, values }) => [code, values]);
  };
  expect(read(' kg CO2e / kWh ')).toEqual({ numerator: 'kgCO2e', denominator: 'kWh' });
  for (const blank of [null, '', ' ']) expect(read(blank)).toEqual([['unit.missing', {}]]);
  expect(read('kgCO2e/horse')).toEqual([['unit.unknown', { unit: 'horse' }]]);
  for (const malformed of ['kgCO2e', 'kgCO2e/ ', 'lbCO2e/kWh', 'kWh/kgCO2e']) {
    expect(read(malformed)).toEqual([['factor.unitMalformed', { unit: malformed }]]);
  }
});
