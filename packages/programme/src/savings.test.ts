import fc from 'fast-check';
import { expect, it } from 'vitest';
import { programmeTotals } from './programme-totals.ts';
import { tierSaving } from './savings.ts';

it('saves 1.5, 2.5 or 3.5 % of the yearly use, and no tier adds to another', () => {
  expect(tierSaving('technology', 1000)).toMatchObject({
    ok: true,
    value: { ratePercent: 1.5, savedKwh: 15 },
  });
  expect(tierSaving('systematic', 1000)).toMatchObject({ ok: true, value: { savedKwh: 25 } });
  expect(tierSaving('smart', 1000)).toMatchObject({ ok: true, value: { ratePercent: 3.5 } });
});
it('has no rate for digital transformation, and none for tiers unknown or a use below zero', () => {
  expect(tierSaving('digitalTransformation', 1000).findings[0]?.code).toBe('savings.noRate');
  expect(tierSaving('constructor' as never, 1000).findings[0]?.code).toBe('value.unknownChoice');
  expect(tierSaving('smart', -1).findings[0]?.code).toBe('value.outOfDomain');
});

it('adds the suppliers up, a rise counting against the rest', () => {
  const suppliers = [
    { id: 'a', reductionTonnes: 10 },
    { id: 'b', reductionTonnes: -4 },
  ];
  expect(programmeTotals(suppliers)).toMatchObject({
    ok: true,
    value: { supplierCount: 2, totalTonnes: 6, averageTonnes: 3 },
  });
});
it('refuses nobody, the same supplier twice and what is no number', () => {
  const supplier = { id: 'a', reductionTonnes: 1 };
  expect(programmeTotals([]).findings[0]?.code).toBe('programme.noSuppliers');
  expect(programmeTotals([supplier, supplier]).findings).toMatchObject([
    { code: 'programme.supplierRepeated', path: ['suppliers', 1, 'id'] },
  ]);
  expect(programmeTotals([{ id: 'a', reductionTonnes: Number.NaN }])).toMatchObject({ ok: false });
});
it('scales: twice the reductions are twice the total and the average', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }), (tonnes) => {
      const totals = (factor: number) =>
        programmeTotals(
          tonnes.map((reductionTonnes, id) => ({ id: `${id}`, reductionTonnes: reductionTonnes * factor })),
        );
      const [once, twice] = [totals(1), totals(2)];
      return (
        once.ok &&
        twice.ok &&
        twice.value.totalTonnes === 2 * once.value.totalTonnes &&
        twice.value.averageTonnes === 2 * once.value.averageTonnes
      );
    }),
  );
});
