import { unitCodes } from '@slipstream/quantity';
import { describe, expect, it } from 'vitest';
import { checkEmissionFactor } from './factor.ts';
import {
  factorCategories,
  factorsByCategory,
  starterEdition,
  starterFactor,
  starterFactors,
} from './starter.ts';
import { fuels, fuelUses, gridBoundaries, gridFactors, rateKinds, rates } from './starter-tables.ts';

const yearsOfData = (year: number) => Number.isInteger(year) && year >= 1990 && year <= 2026;
const keysAreUnique = (keys: readonly string[]) => new Set(keys).size === keys.length;

describe('the starter factors', () => {
  it('are records without a fault or doubt: known units, gases that add up to the value', () => {
    for (const factor of starterFactors) expect(checkEmissionFactor(factor), factor.id).toEqual([]);
  });

  it('number 699 under unique ids, every category with some', () => {
    expect(starterFactors).toHaveLength(699);
    expect(keysAreUnique(starterFactors.map(({ id }) => id))).toBe(true);
    for (const category of factorCategories)
      expect(factorsByCategory(category).length, category).toBeGreaterThan(0);
    const inCategories = factorCategories.reduce(
      (sum, category) => sum + factorsByCategory(category).length,
      0,
    );
    expect(inCategories).toBe(starterFactors.length);
  });

  it('show source, confidence A or B, names in both languages and the edition', () => {
    for (const {
      id,
      source,
      confidence,
      nameZh,
      nameEn,
      geography,
      version,
      referenceYear,
    } of starterFactors) {
      expect(['A', 'B'], id).toContain(confidence);
      expect(source.length, id).toBeGreaterThan(5);
      expect(nameZh, id).toMatch(/\p{Script=Han}|[A-Z]/u);
      expect(nameEn, id).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(geography, id).toMatch(/^([A-Z]{2}|GLO|TW-IMP)$/);
      expect(version, id).toBe(starterEdition);
      if (referenceYear !== null) expect(yearsOfData(referenceYear), id).toBe(true);
    }
  });

  it('hold no figure of unclear terms', () => {
    expect(
      starterFactors.filter(({ id, source }) => id.startsWith('grid.ember') || /ember/i.test(source)),
    ).toEqual([]);
    expect(gridFactors.filter(({ source }) => /ember/i.test(source))).toEqual([]);
  });

  it('agree with figures one can look up', () => {
    expect(starterFactor('grid.tw.2022')).toMatchObject({
      value: 0.495,
      unit: 'kWh',
      geography: 'TW',
      boundary: 'use',
      sourceType: 'publishedLifeCycle',
      gases: null,
    });
    expect(starterFactor('grid.tw.cfp.2019')).toMatchObject({ value: 0.601, sourceType: 'nationalPlatform' });
    expect(starterFactor('fuel.tw.604.diesel')).toMatchObject({
      value: 2.6145779,
      unit: 'L',
      gases: { CO2: 2.6060318 },
      gwpSet: 'AR5',
    });
    expect(starterFactor('cfp.tw.diesel.road.2022')).toMatchObject({
      referenceYear: 2022,
      note: 'data year 2022',
    });
    expect(starterFactor('example.pet')?.sourceType).toBe('softwareOrLiterature');
    expect(starterFactor('none such')).toBeUndefined();
  });

  it('take small change to load: under half a megabyte as text', () => {
    expect(JSON.stringify(starterFactors).length).toBeLessThan(500_000);
  });
});

describe('the starter tables', () => {
  const everyRow = [...fuels, ...gridFactors, ...rates];

  it('show source, year, place and confidence', () => {
    for (const row of everyRow) {
      expect(typeof row.source === 'string' && row.source.length > 5, JSON.stringify(row)).toBe(true);
      expect(['A', 'B']).toContain(row.confidence);
      expect(yearsOfData(row.year), JSON.stringify(row)).toBe(true);
      expect(row.geography).toMatch(/^([A-Z]{2}|GLO)$/);
    }
  });

  it('have unique keys and only what their types allow', () => {
    expect([fuels.length, gridFactors.length, rates.length]).toEqual([97, 78, 34]);
    expect(keysAreUnique(fuels.map(({ key }) => key))).toBe(true);
    expect(keysAreUnique(rates.map(({ key }) => key))).toBe(true);
    expect(
      keysAreUnique(gridFactors.map((row) => [row.geography, row.region, row.year, row.boundary].join())),
    ).toBe(true);
    expect(fuels.every(({ use, unit }) => fuelUses.includes(use) && unitCodes.includes(unit))).toBe(true);
    expect(
      gridFactors.every(
        ({ boundary, kgCO2ePerKwh }) => gridBoundaries.includes(boundary) && kgCO2ePerKwh > 0,
      ),
    ).toBe(true);
    expect(rates.every(({ kind, value }) => rateKinds.includes(kind) && value >= 0)).toBe(true);
    expect(rates.every(({ low, high, value }) => (low ?? value) <= value && value <= (high ?? value))).toBe(
      true,
    );
  });

  it('burn as their heat and gases per terajoule say', () => {
    for (const fuel of fuels.filter(({ use }) => use !== 'density')) {
      const heatTj = (fuel.lowerHeatMj ?? Number.NaN) / 1e6;
      expect((fuel.lowerHeatKcal ?? 0) * 4.1868e-3, fuel.key).toBeCloseTo(fuel.lowerHeatMj ?? Number.NaN, 2);
      for (const [perTj, perUnit] of [
        [fuel.kgCO2PerTj, fuel.kgCO2PerUnit],
        [fuel.kgCH4PerTj, fuel.kgCH4PerUnit],
        [fuel.kgN2OPerTj, fuel.kgN2OPerUnit],
      ]) {
        expect((heatTj * (perTj ?? Number.NaN)) / (perUnit ?? Number.NaN), fuel.key).toBeCloseTo(1, 3);
      }
    }
    for (const fuel of fuels.filter(({ use }) => use === 'density')) {
      expect(fuel.densityKgPerL, fuel.key).toBeGreaterThan(0);
    }
  });

  it('give the factors of the same fuels', () => {
    for (const fuel of fuels.filter(({ use }) => use !== 'density')) {
      const factor = starterFactor(`fuel.${fuel.key}`);
      if (factor?.gases) expect(factor.gases.N2O, fuel.key).toBeCloseTo(fuel.kgN2OPerUnit ?? Number.NaN, 9);
    }
  });
});
