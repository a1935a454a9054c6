import { expect, it } from 'vitest';
import { chillerLifeCycleCost, payback } from './life-cycle-cost.ts';

const chiller = {
  ratedRt: 100,
  kwPerRt: 0.5,
  hoursPerYear: 1000,
  years: 10,
  pricePerKwh: 2,
  diversityFactor: 0.5,
  equipmentCost: 300_000,
  maintenanceCost: 200_000,
};
it('adds operation, equipment and maintenance, and shares them out', () =>
  expect(chillerLifeCycleCost(chiller)).toEqual({
    ok: true,
    value: {
      operatingCost: 500_000,
      totalCost: 1_000_000,
      sharePercent: { operating: 50, equipment: 30, maintenance: 20 },
    },
    findings: [],
  }));
it('has no shares of nothing', () =>
  expect(
    chillerLifeCycleCost({ ...chiller, pricePerKwh: 0, equipmentCost: 0, maintenanceCost: 0 }).findings,
  ).toMatchObject([{ code: 'lifeCycleCost.nothingCosts' }]));
it('pays back by its yearly saving', () => {
  expect(payback({ extraCost: 300, annualSaving: 100 })).toMatchObject({ value: { years: 3 } });
  expect(payback({ extraCost: 0, annualSaving: 100 })).toMatchObject({ value: { years: 0 } });
});
