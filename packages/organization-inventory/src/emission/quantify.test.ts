import { errorAt } from '@slipstream/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantifyEmissions } from './quantify.ts';

const gwp = { CO2: 1, CH4: 28, N2O: 265 };

describe('quantifyEmissions', () => {
  it('multiplies activity, gas and GWP, line by line', () =>
    expect(
      quantifyEmissions({
        gwp,
        sources: [
          { category: 'boiler', activity: 1000, kgPerUnit: { CO2: 2, CH4: 0.5, N2O: 0 } },
          { category: 'car', activity: 10, kgPerUnit: { CO2: 3 } },
          { category: 'boiler', activity: 500, kgPerUnit: { CO2: 2 } },
        ],
      }),
    ).toEqual({
      ok: true,
      findings: [],
      value: {
        sources: [
          {
            category: 'boiler',
            kgByGas: { CO2: 2000, CH4: 500, N2O: 0 },
            tCO2eByGas: { CO2: 2, CH4: 14, N2O: 0 },
            tCO2e: 16,
          },
          { category: 'car', kgByGas: { CO2: 30 }, tCO2eByGas: { CO2: 0.03 }, tCO2e: 0.03 },
          { category: 'boiler', kgByGas: { CO2: 1000 }, tCO2eByGas: { CO2: 1 }, tCO2e: 1 },
        ],
        tCO2eByCategory: { boiler: 17, car: 0.03 },
        tCO2eByGas: { CO2: 3.03, CH4: 14, N2O: 0 },
        total: 17.03,
      },
    }));
  it('gives the same total by category, by gas and by source, in any order', () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    const source = fc.record({
      category: fc.constantFrom('a', 'b', 'c'),
      activity: amount,
      kgPerUnit: fc.record({ CO2: amount, CH4: amount, N2O: amount }),
    });
    fc.assert(
      fc.property(fc.array(source), (sources) => {
        const result = quantifyEmissions({ gwp, sources });
        const reversed = quantifyEmissions({ gwp, sources: [...sources].reverse() });
        if (!result.ok || !reversed.ok) return expect(result).toMatchObject({ ok: true });
        const { total, tCO2eByCategory, tCO2eByGas } = result.value;
        for (const parts of [tCO2eByCategory, tCO2eByGas, reversed.value.tCO2eByCategory]) {
          const sum = Object.values(parts).reduce((whole, part) => whole + part, 0);
          expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * total);
        }
      }),
    );
  });
  it('finds every fault at its place', () =>
    expect(
      quantifyEmissions({
        gwp: { CO2: 1, CH4: Number.NaN },
        sources: [
          { category: 'a', activity: -1, kgPerUnit: { CO2: 1 } },
          { category: 'b', activity: 1, kgPerUnit: { CO2: -2, SF6: 0 } },
        ],
      }).findings,
    ).toEqual([
      errorAt('value.notNumeric', ['gwp', 'CH4'], { value: 'NaN' }),
      errorAt('value.outOfDomain', ['sources', 0, 'activity'], { value: -1, min: 0 }),
      errorAt('value.outOfDomain', ['sources', 1, 'kgPerUnit', 'CO2'], { value: -2, min: 0 }),
      errorAt('emission.gwpMissing', ['sources', 1, 'kgPerUnit', 'SF6'], { gas: 'SF6' }),
    ]));
  it('refuses a sum beyond the range of numbers', () =>
    expect(
      quantifyEmissions({ gwp, sources: [{ category: 'a', activity: 1e300, kgPerUnit: { N2O: 1e300 } }] }),
    ).toMatchObject({ ok: false, findings: [{ code: 'value.tooLarge' }] }));
});
