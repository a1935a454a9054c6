import { describe, expect, it } from 'vitest';
import { checkEmissionFactor, type EmissionFactor } from './factor.ts';

const steel: EmissionFactor = {
  id: 'steel',
  version: '3',
  nameZh: '鋼胚',
  nameEn: 'Steel billet',
  value: 2,
  unit: 'kg',
  gases: null,
  gwpSet: 'AR5',
  boundary: 'cradleToGate',
  technology: 'electric arc furnace',
  geography: 'TW',
  referenceYear: 2021,
  sourceType: 'supplierPrimary',
  source: 'inventory 2021',
  validUntil: null,
  confidence: null,
  dataQuality: null,
};
const codesOf = (change: Partial<EmissionFactor>) =>
  checkEmissionFactor({ ...steel, ...change }).map(({ code, path }) => [code, path.join('.')]);

describe('checkEmissionFactor', () => {
  it('has nothing to say of a complete record', () => {
    expect(checkEmissionFactor(steel)).toEqual([]);
    expect(codesOf({ value: -1.5, referenceYear: null, gwpSet: null, validUntil: '2024-02-29' })).toEqual([]);
    expect(
      codesOf({
        dataQuality: { reliability: 1, completeness: 5, temporal: 2, geographical: 3, technological: 4 },
      }),
    ).toEqual([]);
  });

  it.each([
    [{ id: '' }, 'value.absent', 'id'],
    [{ version: ' ' }, 'value.absent', 'version'],
    [{ nameZh: '' }, 'factor.nameMissing', 'nameZh'],
    [{ source: '' }, 'value.absent', 'source'],
    [{ geography: '' }, 'value.absent', 'geography'],
    [{ value: Number.NaN }, 'value.notNumeric', 'value'],
    [{ unit: 'kilo' }, 'unit.unknown', 'unit'],
    [{ boundary: 'somewhere' as 'use' }, 'value.unknownChoice', 'boundary'],
    [{ sourceType: 'hearsay' as 'supplierPrimary' }, 'value.unknownChoice', 'sourceType'],
    [{ gwpSet: 'AR1' as 'AR4' }, 'value.unknownChoice', 'gwpSet'],
    [{ referenceYear: 2021.5 }, 'value.notNumeric', 'referenceYear'],
    [{ validUntil: '2023-02-29' }, 'date.notIso', 'validUntil'],
    [{ gases: { CO2: -1, CH4: null, N2O: null } }, 'value.outOfDomain', 'gases.CO2'],
    [
      { dataQuality: { reliability: 0, completeness: 1, temporal: 1, geographical: 1, technological: 1 } },
      'value.outOfDomain',
      'dataQuality.reliability',
    ],
    [
      { dataQuality: { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 6 } },
      'value.outOfDomain',
      'dataQuality.technological',
    ],
  ] as const)('refuses %o', (change, code, path) => {
    expect(codesOf(change)).toEqual([[code, path]]);
    expect(checkEmissionFactor({ ...steel, ...change })[0]?.severity).toBe('error');
  });

  it('warns when the gases do not make the value', () => {
    const gases = { CO2: 1, CH4: 0.01, N2O: 0.001 };
    const whole = 1 + 0.28 + 0.265;
    expect(codesOf({ gases, value: whole })).toEqual([]);
    expect(codesOf({ gases, value: whole * 1.0009 })).toEqual([]);
    expect(checkEmissionFactor({ ...steel, gases, value: 2 })).toMatchObject([
      { code: 'factor.gasDetailDiffers', severity: 'warning', path: ['gases'], values: { value: 2 } },
    ]);
    expect(codesOf({ gases, value: whole, gwpSet: 'AR6' })).toEqual([['factor.gasDetailDiffers', 'gases']]);
    expect(codesOf({ gases, value: whole, gwpSet: null })).toEqual([['factor.gwpSetMissing', 'gwpSet']]);
    expect(codesOf({ gases: { CO2: null, CH4: null, N2O: null } })).toEqual([]);
  });
});
