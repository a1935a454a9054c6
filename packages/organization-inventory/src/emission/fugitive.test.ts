import { describe, expect, it } from 'vitest';
import { refrigerantEmissions } from './refrigerant.ts';
import { kgCH4PerPersonHour, septicTankEmission } from './septic-tank.ts';

describe('refrigerantEmissions', () => {
  it('shows HCFCs apart and HFCs in the inventory', () =>
    expect(
      refrigerantEmissions({
        refills: [
          { refrigerant: 'R134a', kgRefilled: 2 },
          { refrigerant: 'R22', kgRefilled: 5 },
          { refrigerant: 'R134a', kgRefilled: 1 },
        ],
        gwpSet: 'AR5',
      }),
    ).toMatchObject({
      ok: true,
      value: {
        tCO2eByRefill: [2.6, 8.8, 1.3],
        tCO2e: expect.closeTo(3.9, 12),
        ozoneDepletingTCO2e: 8.8,
        otherTCO2e: 0,
      },
    }));
  it('parts a blend that has an HCFC in it', () => {
    const result = refrigerantEmissions({
      refills: [{ refrigerant: 'R408A', kgRefilled: 10 }],
      gwpSet: 'AR5',
    });
    if (!result.ok) return expect(result.findings).toMatchObject([{ path: ['refills', 0, 'refrigerant'] }]);
    const { tCO2e, ozoneDepletingTCO2e, tCO2eByRefill } = result.value;
    expect(tCO2e).toBeGreaterThan(0);
    expect(ozoneDepletingTCO2e).toBeGreaterThan(0);
    expect(tCO2e + ozoneDepletingTCO2e).toBeCloseTo(tCO2eByRefill[0] ?? 0, 9);
  });
  it('finds every faulty refill at its place', () =>
    expect(
      refrigerantEmissions({
        refills: [
          { refrigerant: 'R134a', kgRefilled: -1 },
          { refrigerant: 'moonshine', kgRefilled: 1 },
          { refrigerant: 'R22', kgRefilled: Number.NaN },
        ],
        gwpSet: 'AR5',
      }).findings,
    ).toMatchObject([
      { code: 'value.outOfDomain', path: ['refills', 0, 'kgRefilled'] },
      { code: 'gas.unknown', path: ['refills', 1, 'refrigerant'] },
      { code: 'value.notNumeric', path: ['refills', 2, 'kgRefilled'] },
    ]));
  it('refuses an unknown GWP set', () =>
    expect(
      refrigerantEmissions({ refills: [{ refrigerant: 'R22', kgRefilled: 1 }], gwpSet: 'AR1' as 'AR5' }),
    ).toMatchObject({ ok: false, findings: [{ path: ['gwpSet'] }] }));
});

describe('septicTankEmission', () => {
  it('gives 0.00159375 kg CH4 per person-hour', () => {
    expect(kgCH4PerPersonHour).toBeCloseTo(0.00159375, 12);
    expect(septicTankEmission({ personHours: 1e6, ch4Gwp: 28 })).toMatchObject({
      value: { kgCH4: expect.closeTo(1593.75, 9), tCO2e: expect.closeTo(44.625, 9) },
    });
  });
  it.each([
    [{ personHours: -1, ch4Gwp: 28 }, 'personHours'],
    [{ personHours: 1, ch4Gwp: 0 }, 'ch4Gwp'],
  ])('refuses %j', (input, field) =>
    expect(septicTankEmission(input)).toMatchObject({ ok: false, findings: [{ path: [field] }] }),
  );
});
