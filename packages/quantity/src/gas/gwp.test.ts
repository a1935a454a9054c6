import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendRows } from './gas-table.ts';
import { gasGroupOf, gasOf, greenhouseGases, gwpSets } from './gases.ts';
import { blendGwp, co2eOfGases, gwpOf } from './gwp.ts';

describe('the table of gases', () => {
  it.each([
    ['CO2', 1, 1, 1],
    ['CH4', 25, 28, 27.9],
    ['CH4_fossil', 25, 30, 29.8],
    ['CH4_biogenic', 25, 28, 27],
    ['N2O', 298, 265, 273],
    ['SF6', 22800, 23500, 25200],
    ['NF3', 17200, 16100, 17400],
    ['CF4', 7390, 6630, 7380],
    ['HFC-23', 14800, 12400, 14600],
    ['HFC-32', 675, 677, 771],
    ['HFC-134a', 1430, 1300, 1530],
    ['HCFC-22', 1810, 1760, 1960],
    ['HCFC-123', 77, 79, 90.4],
  ])('%s is %d, %d, %d (R23.1, R23.2)', (name, ar4, ar5, ar6) => {
    expect(gasOf(name)?.gwp).toEqual({ AR4: ar4, AR5: ar5, AR6: ar6 });
  });

  it.each([
    ['R22', 'r-22'],
    ['r-22', 'r-22'],
    ['HCFC-22', 'r-22'],
    ['R134a', 'r-134a'],
    ['ｒ１３４ａ', 'r-134a'],
    ['R410A', 'r-410a'],
    ['R-410A (blend)', 'r-410a'],
    ['六氟化硫', 'sf6'],
    ['甲烷', 'ch4'],
    ['ch4', 'ch4'],
    ['ch4.fossil', 'ch4.fossil'],
    ['CHClF2', 'r-22'],
    ['FM-200', 'r-227ea'],
    ['CO2', 'co2'],
    ['R-744', 'r-744'],
    ['R1233zd', 'r-1233zd'],
  ])('finds %s as %s', (name, key) => {
    expect(gasOf(name)?.key).toBe(key);
  });

  it.each(['', ' ', 'blend', 'toString', 'helium', 'R-600a'])('does not know "%s"', (name) => {
    expect(gasOf(name)).toBeUndefined();
  });

  it('has unique keys and every gas under its own names', () => {
    expect(new Set(greenhouseGases.map((gas) => gas.key)).size).toBe(greenhouseGases.length);
    for (const gas of greenhouseGases) {
      expect(gasOf(gas.key), gas.key).toBe(gas);
      expect(gasOf(gas.nameEn), gas.nameEn).toBe(gas);
      expect(gasOf(gas.nameZh), gas.nameZh).toBe(gas);
      expect(gas.source).not.toBe('');
      expect(['A', 'B']).toContain(gas.confidence);
    }
  });

  it('has blends whose parts are whole and known', () => {
    for (const [key, , massPercent] of blendRows) {
      const parts = Object.entries(massPercent);
      expect(
        parts.reduce((sum, [, percent]) => sum + percent, 0),
        key,
      ).toBeCloseTo(100, 9);
      for (const [component] of parts) {
        if (!component.startsWith('hc-')) expect(gasOf(component)?.key, component).toBe(component);
      }
    }
  });

  it('computes blends from their composition, R410A in AR5 as printed', () => {
    expect(gasOf('R410A')?.gwp).toEqual({ AR4: 2087.5, AR5: 1924, AR6: 2255.5 });
    expect(gasOf('R404A')?.gwp.AR5).toBeCloseTo(0.44 * 3170 + 0.52 * 4800 + 0.04 * 1300, 9);
    expect(gasOf('R413A')?.gwp.AR5).toBeCloseTo(0.09 * 8900 + 0.88 * 1300, 9);
    expect(gasOf('R513A')?.gwp.AR4).toBeNull();
    expect(gasOf('R513A')?.gwp.AR5).toBeCloseTo(572.56, 9);
  });
});

describe('gwpOf', () => {
  it('answers or says what is missing', () => {
    expect(gwpOf('SF6', 'AR5')).toEqual({ ok: true, value: 23500, findings: [] });
    expect(gwpOf('helium', 'AR5')).toEqual({
      ok: false,
      findings: [{ code: 'gas.unknown', severity: 'error', path: ['gas'], values: { gas: 'helium' } }],
    });
    expect(gwpOf('HFC-41', 'AR4')).toEqual({
      ok: false,
      findings: [
        { code: 'gas.gwpMissing', severity: 'error', path: ['gas'], values: { gas: 'r-41', gwpSet: 'AR4' } },
      ],
    });
    expect(gwpOf('SF6', 'AR3' as 'AR4')).toEqual({
      ok: false,
      findings: [
        {
          code: 'value.unknownChoice',
          severity: 'error',
          path: ['gwpSet'],
          values: { value: 'AR3', choices: 'AR4, AR5, AR6' },
        },
      ],
    });
  });
});

describe('co2eOfGases', () => {
  it('adds up and keeps ozone-depleting gases apart', () => {
    const result = co2eOfGases({ 'HFC-134a': 10, R22: 4, 'HFO-1234yf': 1000, R717: 5 }, 'AR5');
    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(result.value.tCO2eByGas).toEqual({ 'HFC-134a': 13, R22: 7.04, 'HFO-1234yf': 1, R717: 0 });
    expect(result.value.total).toBeCloseTo(21.04, 12);
    expect(result.value.totalByGroup.sevenGases).toBeCloseTo(13, 12);
    expect(result.value.totalByGroup.ozoneDepleting).toBeCloseTo(7.04, 12);
    expect(result.value.totalByGroup.other).toBeCloseTo(1, 12);
  });

  it('splits a blend among the groups of its parts', () => {
    const result = co2eOfGases({ 'R-502': 1000 }, 'AR5');
    expect(result.ok && result.value.totalByGroup).toMatchObject({ sevenGases: 0, other: 0 });
    const mixed = co2eOfGases({ 'R-401A': 1000 }, 'AR5');
    if (!mixed.ok) throw new Error('refused');
    expect(mixed.value.totalByGroup.sevenGases).toBeCloseTo(0.13 * 138, 9);
    expect(mixed.value.totalByGroup.ozoneDepleting).toBeCloseTo(0.53 * 1760 + 0.34 * 527, 9);
    const withHydrocarbon = co2eOfGases({ 'R-417A': 1000 }, 'AR5');
    if (!withHydrocarbon.ok) throw new Error('refused');
    expect(withHydrocarbon.value.totalByGroup.other).toBe(0);
  });

  it('refuses by gas', () => {
    expect(co2eOfGases({ CO2: -1, helium: 1, SF6: Number.NaN, CH4: 1 }, 'AR5')).toMatchObject({
      ok: false,
      findings: [
        { code: 'value.outOfDomain', path: ['massesKg', 'CO2'], values: { value: -1, min: 0 } },
        { code: 'gas.unknown', path: ['massesKg', 'helium'], values: { gas: 'helium' } },
        { code: 'value.notNumeric', path: ['massesKg', 'SF6'], values: { value: 'NaN' } },
      ],
    });
    expect(co2eOfGases({ SF6: 1e308 }, 'AR5')).toMatchObject({
      ok: false,
      findings: [{ code: 'value.tooLarge', path: ['tCO2eByGas', 'SF6'] }],
    });
    expect(co2eOfGases({ CO2: 1 }, 'AR3' as 'AR4').findings).toMatchObject([{ path: ['gwpSet'] }]);
    expect(co2eOfGases({}, 'AR5')).toMatchObject({ ok: true, value: { total: 0 } });
  });

  it('is linear in the masses, and its groups add to the total', () => {
    const gas = fc.constantFrom(
      ...greenhouseGases.filter(({ gwp }) => gwp.AR6 !== null).map(({ key }) => key),
    );
    const mass = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.dictionary(gas, mass),
        fc.double({ min: 0, max: 1e3, noNaN: true }),
        (masses, factor) => {
          const once = co2eOfGases(masses, 'AR6');
          const scaled = co2eOfGases(
            Object.fromEntries(Object.entries(masses).map(([key, kg]) => [key, kg * factor])),
            'AR6',
          );
          if (!once.ok || !scaled.ok) throw new Error('refused');
          const slack = 1e-9 * (1 + scaled.value.total);
          expect(Math.abs(scaled.value.total - once.value.total * factor)).toBeLessThan(slack);
          const groups = Object.values(scaled.value.totalByGroup).reduce((sum, part) => sum + part, 0);
          expect(Math.abs(groups - scaled.value.total)).toBeLessThan(slack);
        },
      ),
    );
  });
});

describe('blendGwp', () => {
  it('weights by mass', () => {
    expect(
      blendGwp([
        { gwp: 677, massFraction: 0.5 },
        { gwp: 3170, massFraction: 0.5 },
      ]),
    ).toEqual({ ok: true, value: 1923.5, findings: [] });
    expect(blendGwp([{ gwp: 0, massFraction: 1 }])).toMatchObject({ value: 0 });
    expect(
      blendGwp([
        { gwp: 5, massFraction: 0 },
        { gwp: 7, massFraction: 1 },
      ]),
    ).toMatchObject({ value: 7 });
  });

  it('refuses what is no blend', () => {
    expect(
      blendGwp([
        { gwp: -1, massFraction: 0.5 },
        { gwp: 1, massFraction: 1.5 },
        { gwp: Number.NaN, massFraction: -0.1 },
      ]),
    ).toMatchObject({
      ok: false,
      findings: [
        { code: 'value.outOfDomain', path: ['components', 0, 'gwp'], values: { value: -1 } },
        { code: 'value.outOfDomain', path: ['components', 1, 'massFraction'], values: { value: 1.5 } },
        { code: 'value.notNumeric', path: ['components', 2, 'gwp'], values: { value: 'NaN' } },
        { code: 'value.outOfDomain', path: ['components', 2, 'massFraction'], values: { value: -0.1 } },
      ],
    });
    expect(blendGwp([{ gwp: 1, massFraction: Number.NaN }]).ok).toBe(false);
    expect(blendGwp([])).toMatchObject({
      ok: false,
      findings: [{ code: 'gas.blendNotWhole', path: ['components'], values: { sum: 0 } }],
    });
    expect(blendGwp([{ gwp: 1, massFraction: 0.9989 }]).ok).toBe(false);
    expect(blendGwp([{ gwp: 1, massFraction: 0.9991 }]).ok).toBe(true);
  });

  it('agrees with the library for every blend but the printed one', () => {
    for (const blend of greenhouseGases.filter(({ composition }) => composition.length > 0)) {
      for (const set of gwpSets) {
        const computed = blendGwp(
          blend.composition.map(({ gas, massFraction }) => ({
            gwp: gas ? (gas.gwp[set] ?? Number.NaN) : 0,
            massFraction,
          })),
        );
        if (blend.key === 'r-410a' && set === 'AR5') expect(computed).toMatchObject({ value: 1923.5 });
        else expect(computed.ok ? computed.value : null, `${blend.key} ${set}`).toBe(blend.gwp[set]);
      }
    }
  });
});

it('places every family in a group', () => {
  const groupOf = (name: string) => {
    const gas = gasOf(name);
    return gas && gasGroupOf(gas);
  };
  expect(
    ['CO2', 'CH4', 'N2O', 'HFC-32', 'CF4', 'SF6', 'NF3']
      .map(groupOf)
      .every((group) => group === 'sevenGases'),
  ).toBe(true);
  expect(['HCFC-22', 'CFC-11', 'Halon-1301'].map(groupOf).every((group) => group === 'ozoneDepleting')).toBe(
    true,
  );
  expect(['HFO-1234yf', 'R-717', 'SO2F2'].map(groupOf).every((group) => group === 'other')).toBe(true);
});
