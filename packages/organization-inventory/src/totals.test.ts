import { errorAt } from '@slipstream/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoCategories, isoCategoryOf, smallFirmCategories, sourceCategories } from './categories.ts';
import { checkPrintedShares, inventoryTotals, smallFirmView, totalsByIsoCategory } from './totals.ts';

describe('inventoryTotals', () => {
  it('adds sources of one category and lists a category of zero', () =>
    expect(
      inventoryTotals([
        { category: 'boilers', tCO2e: 10 },
        { category: 'power', tCO2e: 60 },
        { category: 'boilers', tCO2e: 30 },
        { category: 'cars', tCO2e: 0 },
      ]),
    ).toEqual({
      ok: true,
      value: { total: 100, sharePercent: { boilers: 40, power: 60, cars: 0 } },
      findings: [],
    }));
  it('has shares that add to 100, whatever the labels', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ category: fc.string(), tCO2e: fc.double({ min: 1e-6, max: 1e9, noNaN: true }) }),
          {
            minLength: 1,
          },
        ),
        (sources) => {
          const result = inventoryTotals([...sources, { category: '__proto__', tCO2e: 1 }]);
          const shares = result.ok ? Object.values(result.value.sharePercent) : [];
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9);
        },
      ),
    ));
  it('refuses what is impossible, at its source', () => {
    expect(
      inventoryTotals([
        { category: 'a', tCO2e: 1 },
        { category: 'b', tCO2e: -1 },
      ]).findings,
    ).toEqual([errorAt('value.outOfDomain', ['sources', 1, 'tCO2e'], { value: -1, min: 0 })]);
    expect(inventoryTotals([{ category: 'a', tCO2e: Number.NaN }])).toMatchObject({ ok: false });
    for (const nothing of [[], [{ category: 'a', tCO2e: 0 }]])
      expect(inventoryTotals(nothing).findings).toEqual([errorAt('inventory.nothingEmitted', ['sources'])]);
  });
});

describe('ISO categories', () => {
  it('are six, and every source category has one', () => {
    expect(isoCategories).toEqual([
      'direct',
      'importedEnergy',
      'transport',
      'productsUsed',
      'useOfProducts',
      'other',
    ]);
    expect(sourceCategories.map((category) => isoCategoryOf[category])).toEqual([
      'direct',
      'direct',
      'direct',
      'direct',
      ...isoCategories.slice(1),
    ]);
  });
  it('are all listed, direct ones by kind, and add to the total', () =>
    expect(
      totalsByIsoCategory(sourceCategories.map((category, index) => ({ category, tCO2e: 2 ** index }))),
    ).toMatchObject({
      value: {
        categories: {
          direct: 15,
          importedEnergy: 16,
          transport: 32,
          productsUsed: 64,
          useOfProducts: 128,
          other: 256,
        },
        direct: { stationaryCombustion: 1, mobileCombustion: 2, process: 4, fugitive: 8 },
        total: 511,
      },
    }));
  it('are all zero for an empty inventory and refuse an unknown one', () => {
    expect(totalsByIsoCategory([])).toMatchObject({
      ok: true,
      value: { total: 0, categories: { other: 0 } },
    });
    expect(totalsByIsoCategory([{ category: 'scope4' as 'other', tCO2e: 1 }]).findings).toMatchObject([
      { code: 'value.unknownChoice', path: ['sources', 0, 'category'] },
    ]);
  });
});

describe('smallFirmView', () => {
  const electricity = { category: 'energyIndirect', tCO2e: 30 } as const;
  const columnsOf = (...sources: Parameters<typeof smallFirmView>[0]) => {
    const view = smallFirmView(sources);
    return view.ok ? view.value.columns.map(({ category, tCO2e }) => [category, tCO2e]) : view.findings;
  };
  it('shows three columns, zero or not', () =>
    expect(columnsOf(electricity)).toEqual([
      ['stationaryCombustion', 0],
      ['mobileCombustion', 0],
      ['energyIndirect', 30],
    ]));
  it.each(['process', 'fugitive'] as const)('adds the %s column when it is not zero', (category) => {
    expect(columnsOf(electricity, { category, tCO2e: 0 })).toHaveLength(3);
    expect(columnsOf(electricity, { category, tCO2e: 10 })).toEqual([
      ['stationaryCombustion', 0],
      ['mobileCombustion', 0],
      [category, 10],
      ['energyIndirect', 30],
    ]);
  });
  it('gives shares and total of what it shows', () =>
    expect(smallFirmView([electricity, { category: 'fugitive', tCO2e: 10 }])).toMatchObject({
      value: { total: 40, columns: [{}, {}, { sharePercent: 25 }, { sharePercent: 75 }] },
    }));
  it('knows only scopes 1 and 2', () => {
    expect(smallFirmCategories).not.toContain('transport');
    expect(smallFirmView([{ category: 'transport' as 'process', tCO2e: 1 }])).toMatchObject({ ok: false });
    expect(smallFirmView([{ ...electricity, tCO2e: 0 }]).findings).toMatchObject([
      { code: 'inventory.nothingEmitted' },
    ]);
  });
});

describe('checkPrintedShares', () => {
  const slide = [
    { tCO2e: 78604.01, sharePercent: 21.24 },
    { tCO2e: 19177.15, sharePercent: 5.18 },
    { tCO2e: 271714.1, sharePercent: 73.44 },
  ];
  it('weighs the column a training slide hides: 493 to 511 t', () => {
    const checked = checkPrintedShares({ columns: slide, decimals: 2 });
    expect(checked).toMatchObject({ ok: true, value: { sumPercent: 99.86, addsUp: false } });
    const hidden = checked.ok ? checked.value.hiddenTonnes : null;
    expect(Math.floor(hidden?.low ?? 0)).toBe(493);
    expect(Math.floor(hidden?.high ?? 0)).toBe(511);
  });
  it.each([
    [50.05, true],
    [49.95, true],
    [50.06, false],
    [49.94, false],
  ])('takes 50 + %d for whole: %s', (sharePercent, addsUp) => {
    const columns = [
      { tCO2e: 5, sharePercent: 50 },
      { tCO2e: 5, sharePercent },
    ];
    const checked = checkPrintedShares({ columns, decimals: 0 });
    expect(checked.ok ? checked.value.addsUp : 'contradictory').toBe(addsUp);
  });
  it('finds a hidden column wherever one was left out', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 50, max: 1000 }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 50, max: 1000 }),
        (shown, hidden) => {
          const total = shown.reduce((sum, tonnes) => sum + tonnes, hidden);
          const columns = shown.map((tCO2e) => ({ tCO2e, sharePercent: (tCO2e / total) * 100 }));
          const checked = checkPrintedShares({ columns, decimals: 2 });
          if (!checked.ok || !checked.value.hiddenTonnes) return expect(checked).toBe('a hidden column');
          expect(checked.value.hiddenTonnes.low).toBeLessThanOrEqual(hidden);
          expect(checked.value.hiddenTonnes.high).toBeGreaterThanOrEqual(hidden);
        },
      ),
    ));
  it('refuses shares no total explains', () => {
    const apart = [
      { tCO2e: 10, sharePercent: 50 },
      { tCO2e: 10, sharePercent: 10 },
    ];
    expect(checkPrintedShares({ columns: apart, decimals: 2 }).findings).toEqual([
      errorAt('inventory.sharesContradictory', ['columns'], { sumPercent: 60 }),
    ]);
    const tooMuch = [
      { tCO2e: 10, sharePercent: 60 },
      { tCO2e: 10, sharePercent: 60 },
    ];
    expect(checkPrintedShares({ columns: tooMuch, decimals: 2 })).toMatchObject({ ok: false });
    expect(checkPrintedShares({ columns: [{ tCO2e: 0, sharePercent: 0 }], decimals: 2 })).toMatchObject({
      ok: false,
      findings: [{ path: ['columns', 0, 'tCO2e'] }],
    });
  });
});
