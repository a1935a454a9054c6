import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allocatePerPiece,
  analyticBand,
  balance,
  calculateFootprint,
  checkProductSystem,
  explainChange,
  footprintChange,
  itemScore,
  logDeviation,
  overallDataQuality,
  type PedigreeScores,
  type ProductSystemDraft,
  primaryDataRequirement,
  rowScore,
  sensitivities,
  uncertaintyInterval,
  verificationBreadth,
} from '@slipstream/footprint';
import { targetProgress } from '@slipstream/programme';
import type { Result } from '@slipstream/quantity';
import { describe, expect, it } from 'vitest';

/** The page by its sections; whatever is bold in a section must be recomputed here, and nothing else. */
const page = readFileSync(join(import.meta.dirname, '../../docs/calculation.md'), 'utf8');
const sections = new Map(
  page.split(/^## /m).map((section) => [section.split(' ')[0] ?? '', section] as const),
);
const quoted = (section: string) =>
  [...(sections.get(section) ?? '').matchAll(/\*\*([^*]+)\*\*/g)].map(([, figure = '']) => figure);
const inBold = (value: number, digits = 0) => String(Number(value.toFixed(digits)));

function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

const scores = (re: number, co: number, ti: number, ge: number, te: number): PedigreeScores => ({
  reliability: re,
  completeness: co,
  temporal: ti,
  geographical: ge,
  technological: te,
});

/** The rolling mill of the page. */
function mill(amounts: { a?: number; b?: number; power?: number; grid?: number; returned?: number } = {}) {
  const { a = 800, b = 250, power = 600, grid = 0.5, returned } = amounts;
  const used = (id: string, flow: string, amount: number, unit: string, value?: number) => ({
    id,
    flow,
    isInput: id !== 'coil',
    amount,
    unit,
    dataType: 'primary' as const,
    ...(value === undefined
      ? {}
      : {
          factor: {
            id,
            version: String(value),
            name: id,
            value,
            unit: `kgCO2e/${unit}`,
            source: 'page',
            sourceType: 'nationalPlatform' as const,
            boundary: unit === 'kWh' ? ('lifeCycle' as const) : ('cradleToGate' as const),
          },
        }),
  });
  const smelter = (id: string, fossil: number) => ({
    kind: 'sealed' as const,
    id,
    name: id,
    stage: 'rawMaterial' as const,
    supplier: id,
    footprint: {
      studyId: id,
      version: '1',
      flow: 'ingot',
      declaredUnitAmount: 1,
      declaredUnitOfMeasurement: 'kg',
      components: { fossil, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 },
      business: 'B2B' as const,
      primaryDataSharePercent: 100,
    },
  });
  const link = (exchange: string, provider: string, flow: string) => ({
    id: exchange,
    provider,
    flow,
    process: 'rolling',
    exchange,
  });
  const draft: ProductSystemDraft = {
    statedUnit: { kind: 'declaredUnit', description: '1 t coil', amount: 1, unit: 't' },
    referenceFlow: { process: 'rolling', flow: 'coil', amount: 1, unit: 't' },
    boundary: { productKind: 'goods', business: 'B2B' },
    period: { start: '2022-01-01', end: '2022-12-31' },
    flows: ['coil', 'ingot', 'electricity', 'oil'].map((id) => ({
      id,
      name: id,
      flowType: 'product' as const,
    })),
    processes: [
      {
        kind: 'unit',
        id: 'rolling',
        name: 'rolling',
        stage: 'manufacturing',
        quantitativeReference: 'coil',
        exchanges: [
          used('coil', 'coil', 1000, 'kg'),
          used('ingotA', 'ingot', a, 'kg'),
          used('ingotB', 'ingot', b, 'kg'),
          used('power', 'electricity', power, 'kWh', grid),
          used('oil', 'oil', 40, 'kg', 2),
          ...(returned === undefined ? [] : [used('returned', 'coil', returned, 'kg')]),
        ],
      },
      smelter('smelterA', 10),
      smelter('smelterB', 4),
    ],
    links: [
      link('ingotA', 'smelterA', 'ingot'),
      link('ingotB', 'smelterB', 'ingot'),
      ...(returned === undefined ? [] : [link('returned', 'rolling', 'coil')]),
    ],
  };
  return checkProductSystem(draft);
}
const footprint = (amounts = {}) => accepted(calculateFootprint(accepted(mill(amounts))));
const bars = (from: object, to: object) =>
  accepted(explainChange(accepted(mill(from)), accepted(mill(to))))
    .bars.filter(({ change }) => change !== 0)
    .map(({ category, change }) => [category, Math.round(change)]);

describe('figures of the page on calculation', () => {
  it('1 a line', () => {
    const { contributions, total } = footprint();
    const power = contributions.find(({ exchange }) => exchange === 'power');
    expect(quoted('1')).toEqual([inBold(power?.emissions ?? 0), inBold(total)]);
  });

  it('2 allocation', () => {
    const { products } = accepted(
      allocatePerPiece({
        basis: 'mass',
        products: [
          { id: 'large', quantity: 100, basisPerPiece: 2 },
          { id: 'small', quantity: 300, basisPerPiece: 1 },
        ],
        flows: [{ name: 'electricity', total: 1000, unit: 'kWh' }],
      }),
    );
    const shares = products.map(({ share }) => inBold(share * 100));
    const perPiece = products.map(({ flows: [flow] }) => inBold(flow?.perPiece ?? 0));
    expect(quoted('2')).toEqual([...shares, ...perPiece]);
  });

  it('3 the loop', () => {
    const { total } = footprint({ returned: 200 });
    expect(quoted('3')).toEqual([inBold(total / 9380, 4), inBold(total)]);
    expect(mill({ returned: 1000 })).toMatchObject({
      ok: false,
      findings: [{ code: 'solver.loopWithoutFiniteAnswer' }],
    });
  });

  it('4 contributions', () => {
    const ofA = footprint().bySupplier.find(({ key }) => key === 'smelterA');
    const found = accepted(sensitivities(accepted(mill())));
    const slope = found.find(
      ({ subject, process }) => subject === 'supplierFootprint' && process === 'smelterA',
    );
    expect(quoted('4')).toEqual([
      inBold(ofA?.emissions ?? 0),
      inBold(ofA?.sharePercent ?? 0, 2),
      inBold(slope?.elasticity ?? 0, 4),
    ]);
  });

  it('5 data quality', () => {
    const [activity, factor] = [scores(2, 1, 1, 1, 1), scores(2, 1, 3, 1, 4)];
    const row = accepted(rowScore({ activity, factor }));
    expect(row.grade).toBe('basic');
    const whole = accepted(
      overallDataQuality([
        { emissions: 90, activity: scores(1, 1, 1, 1, 1), factor: scores(1, 2, 1, 1, 2) },
        { emissions: 10, activity: scores(4, 4, 3, 3, 4), factor: scores(5, 4, 4, 4, 4) },
      ]),
    );
    expect(whole.grade).toBe('high');
    expect(quoted('5')).toEqual([
      ...[activity, factor].map((one) => inBold(accepted(itemScore(one)), 2)),
      inBold(row.rowScore, 2),
      inBold(whole.overall, 2),
    ]);
  });

  it('6 first 10 % and sampling head', () => {
    const items = (emissions: readonly number[]) =>
      emissions.map((value, index) => ({ id: `${index}`, emissions: value }));
    const required = accepted(
      primaryDataRequirement({
        thresholdPercent: 10,
        ownEmissions: 4,
        upstreamSuppliers: items([5, 40, 2]),
        otherUpstreamEmissions: 49,
      }),
    );
    expect(required.requiredParties).toEqual(['own', '1']);
    const sample = accepted(verificationBreadth(items([30, 25, 20, 15, 10])));
    expect(sample.selected).toHaveLength(3);
    expect(quoted('6')).toEqual([
      inBold(required.ownPercent),
      inBold(required.cumulativePercent),
      inBold(sample.cumulativePercent),
    ]);
  });

  it('7 uncertainty', () => {
    const { low, high } = accepted(uncertaintyInterval(100, 20));
    const s = accepted(logDeviation(scores(2, 1, 3, 1, 4), 'emissionFactor'));
    const lines = (emissions: readonly number[], factorLogDeviation: number, factorId: string | null) =>
      emissions.map((value) => ({ emissions: value, activityLogDeviation: 0, factorLogDeviation, factorId }));
    const grid = accepted(analyticBand(lines([0.5], s, null)));
    const shared = accepted(analyticBand(lines([50, 50], 0.2, 'one')));
    const apart = accepted(analyticBand(lines([50, 50], 0.2, null)));
    expect(quoted('7')).toEqual([
      inBold(low),
      inBold(high),
      inBold(s, 4),
      inBold(grid.low, 3),
      inBold(grid.high, 3),
      ...[shared, apart].flatMap((band) => [inBold(band.low, 1), inBold(band.high, 1)]),
    ]);
  });

  it('8 why did it change', () => {
    const explained = bars({}, { power: 500, grid: 0.6 });
    expect(explained).toEqual([
      ['activityIntensity', -55],
      ['factorEdition', 55],
    ]);
    const moved = bars({}, { a: 700, b: 350 });
    expect(moved).toEqual([['mix', -600]]);
    expect(quoted('8')).toEqual(['-55', '+55', '-600']);
  });

  it('9 balance, comparison, target', () => {
    const { errorPercent } = accepted(balance([800, 250, 40], [1000]));
    const { changePercent } = accepted(footprintChange(13.12, 12.06));
    const target = accepted(targetProgress({ baselineTonnes: 1000, currentTonnes: 850, targetPercent: 20 }));
    expect(quoted('9')).toEqual([
      inBold(errorPercent, 2),
      inBold(changePercent, 2),
      inBold(target.reductionPercent),
      inBold(target.allowedTonnes),
    ]);
  });
});
