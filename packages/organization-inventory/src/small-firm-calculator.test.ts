import { describe, expect, it } from 'vitest';
import {
  type EnergyAmount,
  selfCheckNotice,
  smallFirmResult,
  smallFirmSteps,
} from './small-firm-calculator.ts';

const gwp = { CO2: 1, CH4: 28, N2O: 265 };
const electricity: EnergyAmount = {
  use: 'electricity',
  amount: 100,
  unit: 'MWh',
  factor: { unit: 'kWh', kgPerUnit: { CO2: 0.5 } },
};
const diesel: EnergyAmount = {
  use: 'vehicleDiesel',
  amount: 10,
  unit: 'm3',
  factor: { unit: 'L', kgPerUnit: { CO2: 2.5, CH4: 0.001 } },
};

describe('smallFirmResult', () => {
  it('has five steps', () =>
    expect(smallFirmSteps).toEqual(['home', 'notice', 'energyUses', 'amounts', 'result']));
  it('converts amounts, shows shares by column and never goes without the notice', () =>
    expect(smallFirmResult({ gwp, uses: [electricity, diesel] })).toMatchObject({
      ok: true,
      value: {
        notice: selfCheckNotice,
        activities: [100_000, 10_000],
        total: expect.closeTo(75.28, 9),
        columns: [
          { category: 'stationaryCombustion', tCO2e: 0, sharePercent: 0 },
          { category: 'mobileCombustion', tCO2e: expect.closeTo(25.28, 9) },
          { category: 'energyIndirect', tCO2e: 50, sharePercent: expect.closeTo(66.4187, 4) },
        ],
      },
    }));
  it('takes 度 by its medium', () =>
    expect(
      smallFirmResult({ gwp, uses: [{ ...electricity, amount: 2000, unit: 'du', medium: 'electricity' }] }),
    ).toMatchObject({ value: { total: 1 } }));
  it.each([
    [{ amount: null }, 'value.absent', 'amount'],
    [{ amount: -1 }, 'value.outOfDomain', 'amount'],
    [{ unit: 'kg' }, 'unit.incompatible', 'factor.unit'],
    [{ unit: 'stone' }, 'unit.unknown', 'unit'],
    [{ use: 'peat' as 'coal' }, 'value.unknownChoice', 'use'],
  ])('refuses %j at its line', (change, code, field) =>
    expect(smallFirmResult({ gwp, uses: [diesel, { ...electricity, ...change }] })).toMatchObject({
      ok: false,
      findings: [{ code, path: ['uses', 1, ...field.split('.')] }],
    }),
  );
  it('refuses a gas without GWP and a firm that used nothing', () => {
    expect(smallFirmResult({ gwp: { CO2: 1 }, uses: [diesel] })).toMatchObject({
      ok: false,
      findings: [{ code: 'emission.gwpMissing', path: ['uses', 0, 'factor', 'kgPerUnit', 'CH4'] }],
    });
    expect(smallFirmResult({ gwp, uses: [{ ...diesel, amount: 0 }] }).findings).toMatchObject([
      { code: 'inventory.nothingEmitted', path: ['uses'] },
    ]);
  });
});
