import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraiseMeasure, combinedSaving } from './appraise.ts';
import { diagnosedSystems, measureCatalogue, measureIds } from './catalogue.ts';
import { type SavingFormula, savedEnergy, savingFormulaKinds } from './saving.ts';

const examples: readonly (readonly [SavingFormula, low: number, middle: number, high: number])[] = [
  [{ kind: 'energyDifference', kwhBefore: 1000, kwhAfter: 700 }, 300, 300, 300],
  [{ kind: 'shareOfEnergy', annualKwh: 1000, lowPercent: 10, highPercent: 20 }, 100, 150, 200],
  [{ kind: 'chillerTemperature', measure: 'coolingWaterDown', degrees: 2, annualKwh: 1000 }, 40, 70, 100],
  [
    { kind: 'specificPower', annualKwh: 1000, specificPowerBefore: 1, specificPowerAfter: 0.75 },
    250,
    250,
    250,
  ],
  [{ kind: 'stoppedHours', kw: 10, hoursPerYear: 100 }, 1000, 1000, 1000],
  [{ kind: 'speedControl', kw: 8, speedRatio: 0.5, hoursPerYear: 100 }, 700, 700, 700],
  [{ kind: 'setPressure', annualKwh: 1000, reductionKgCm2: 1 }, 40, 60, 80],
  [{ kind: 'inletAir', annualKwh: 1000, coolerByK: 20 }, 40, 50, 60],
  [
    {
      kind: 'leakRepair',
      loadedKw: 10,
      shutdownHours: 10,
      loadedHoursInShutdown: 2,
      annualRunHours: 1000,
      repairedPercent: 50,
    },
    1000,
    1000,
    1000,
  ],
  [{ kind: 'drainReplacement', cfm: 8, scfmPerHp: 4, hours: 1000 }, 1492, 1492, 1492],
  [{ kind: 'unloadedRunning', loadedKw: 10, unloadHours: 1000, unloadedPowerRatio: 0.25 }, 2500, 2500, 2500],
];

describe('savedEnergy', () => {
  it('has an example of every formula', () =>
    expect(examples.map(([{ kind }]) => kind)).toEqual(savingFormulaKinds));
  it.each(examples)('%j', (formula, savedKwhLow, savedKwh, savedKwhHigh) =>
    expect(savedEnergy(formula)).toEqual({
      ok: true,
      value: {
        savedKwhLow: expect.closeTo(savedKwhLow, 9),
        savedKwh: expect.closeTo(savedKwh, 9),
        savedKwhHigh: expect.closeTo(savedKwhHigh, 9),
      },
      findings: [],
    }),
  );
  it.each(examples.map(([formula]) => formula))(
    'refuses %j with any number missing or no number',
    (formula) => {
      for (const [field, value] of Object.entries(formula))
        for (const nonsense of typeof value === 'number' ? [undefined, Number.NaN, -1e9] : [])
          expect(savedEnergy({ ...formula, [field]: nonsense } as SavingFormula)).toMatchObject({
            ok: false,
            findings: [{ path: [field] }],
          });
    },
  );
  it.each<[Partial<SavingFormula> & { kind: SavingFormula['kind'] }, string]>([
    [{ kind: 'shareOfEnergy', annualKwh: 1, lowPercent: 20, highPercent: 10 }, 'lowPercent'],
    [{ kind: 'shareOfEnergy', annualKwh: 1, lowPercent: 0, highPercent: 101 }, 'highPercent'],
    [{ kind: 'speedControl', kw: 1, speedRatio: 1.01, hoursPerYear: 1 }, 'speedRatio'],
    [{ kind: 'speedControl', kw: 1, speedRatio: 1, hoursPerYear: 8785 }, 'hoursPerYear'],
    [{ kind: 'inletAir', annualKwh: 1, coolerByK: 334 }, 'coolerByK'],
    [
      { kind: 'specificPower', annualKwh: 1, specificPowerBefore: 0, specificPowerAfter: 1 },
      'specificPowerBefore',
    ],
    [
      { kind: 'unloadedRunning', loadedKw: 1, unloadHours: 1, unloadedPowerRatio: 1.01 },
      'unloadedPowerRatio',
    ],
    [{ kind: 'magic' as 'inletAir' }, 'kind'],
  ])('refuses %j', (formula, field) =>
    expect(savedEnergy(formula as SavingFormula)).toMatchObject({ ok: false, findings: [{ path: [field] }] }),
  );
});

describe('the catalogue', () => {
  it('gives every measure a system and a formula that yields kWh', () => {
    for (const id of measureIds) {
      const { system, formulas } = measureCatalogue[id];
      expect(id.startsWith(`${system}.`)).toBe(true);
      expect(diagnosedSystems).toContain(system);
      expect(formulas.length).toBeGreaterThan(0);
      for (const kind of formulas) expect(savingFormulaKinds).toContain(kind);
    }
  });
  it('uses every formula, and tells supply from use side', () => {
    const used = new Set(measureIds.flatMap((id) => [...measureCatalogue[id].formulas]));
    expect([...used].sort()).toEqual([...savingFormulaKinds].sort());
    expect(measureIds.filter((id) => measureCatalogue[id].side === 'use')).toEqual([
      'compressedAir.receiverOrRingMain',
      'compressedAir.repairLeaks',
      'compressedAir.betterDrains',
      'compressedAir.pipework',
      'compressedAir.airQuality',
      'compressedAir.separatePressureLevels',
    ]);
  });
});

describe('appraiseMeasure', () => {
  const request = {
    id: 'compressedAir.lowerSetPressure',
    saving: { kind: 'setPressure', annualKwh: 100_000, reductionKgCm2: 1 },
    tariffPerKwh: 3,
    gridKgCO2ePerKwh: 0.5,
    investment: 36_000,
  } as const;
  it('states kWh, NT$, CO2e and payback', () =>
    expect(appraiseMeasure(request)).toEqual({
      ok: true,
      value: {
        id: 'compressedAir.lowerSetPressure',
        savedKwhLow: 4000,
        savedKwh: 6000,
        savedKwhHigh: 8000,
        savedCost: 18_000,
        avoidedKgCO2e: 3000,
        investment: 36_000,
        paybackYears: 2,
      },
      findings: [],
    }));
  it('pays back at once what costs nothing, even on power without emissions', () =>
    expect(appraiseMeasure({ ...request, investment: 0, gridKgCO2ePerKwh: 0 })).toMatchObject({
      value: { paybackYears: 0, avoidedKgCO2e: 0 },
    }));
  it.each([
    [{ id: 'compressedAir.repairLeaks' }, 'measure.formulaNotApplicable', ['saving', 'kind']],
    [{ id: 'x' }, 'value.unknownChoice', ['id']],
    [{ tariffPerKwh: 0 }, 'value.outOfDomain', ['tariffPerKwh']],
    [{ gridKgCO2ePerKwh: -1 }, 'value.outOfDomain', ['gridKgCO2ePerKwh']],
    [{ investment: -1 }, 'value.outOfDomain', ['investment']],
    [{ saving: { ...request.saving, annualKwh: 0 } }, 'measure.savesNothing', ['saving']],
    [{ saving: { ...request.saving, annualKwh: null } }, 'value.absent', ['saving', 'annualKwh']],
    [
      {
        id: 'compressedAir.airQuality',
        saving: { kind: 'energyDifference', kwhBefore: 1, kwhAfter: 2 },
      },
      'measure.savesNothing',
      ['saving'],
    ],
  ])('refuses %j', (change, code, path) =>
    expect(appraiseMeasure({ ...request, ...change } as typeof request)).toMatchObject({
      ok: false,
      findings: [{ code, path }],
    }),
  );
});

describe('combinedSaving', () => {
  it('lets each measure take its share of what the others leave', () =>
    expect(combinedSaving({ annualKwh: 1000, savedKwh: [100, 500] })).toMatchObject({
      value: { savedKwh: 550 },
    }));
  it('is never less than the best measure nor more than the sum or the whole, in any order', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 6 }), (savedKwh) => {
        const result = combinedSaving({ annualKwh: 1000, savedKwh });
        const reversed = combinedSaving({ annualKwh: 1000, savedKwh: [...savedKwh].reverse() });
        if (!result.ok || !reversed.ok) return expect(result.ok).toBe(true);
        const together = result.value.savedKwh;
        expect(together).toBeGreaterThanOrEqual(Math.max(0, ...savedKwh) - 1e-9);
        expect(together).toBeLessThanOrEqual(
          Math.min(
            1000,
            savedKwh.reduce((a, b) => a + b, 0),
          ) + 1e-9,
        );
        expect(reversed.value.savedKwh).toBeCloseTo(together, 9);
      }),
    ));
  it('refuses a measure that saves more than there is', () => {
    expect(combinedSaving({ annualKwh: 10, savedKwh: [10, 11, -1] }).findings).toMatchObject([
      { path: ['savedKwh', 1] },
      { path: ['savedKwh', 2] },
    ]);
    expect(combinedSaving({ annualKwh: 0, savedKwh: [] })).toMatchObject({ ok: false });
  });
});
