import { describe, expect, it } from 'vitest';
import type { Contribution } from '../calculation/product-footprint.ts';
import { noEmissions } from '../model/footprint-components.ts';
import {
  contributionId,
  footprintDataQuality,
  footprintPrimaryData,
  footprintSample,
} from './footprint-reading.ts';
import { footprintBand, logDeviationOfPercent, uncertainLine } from './line-uncertainty.ts';
import { nextSteps } from './next-steps.ts';
import { factorOf } from './rolling-mill.ts';

const scores = (grade: number) => ({
  reliability: grade,
  completeness: grade,
  temporal: grade,
  geographical: grade,
  technological: grade,
});
const line = (process: string, emissions: number, more: Partial<Contribution> = {}): Contribution => ({
  kind: 'activity',
  process,
  exchange: 'e',
  leg: null,
  name: process,
  stage: 'manufacturing',
  supplier: null,
  dataType: 'primary',
  period: null,
  evidence: [],
  activityQuality: scores(1),
  activityUncertaintyPercent: null,
  factor: factorOf(`${process}-factor`, 1, 'kg', { quality: scores(1) }),
  study: null,
  primaryShare: 0,
  enteredAmount: 1,
  enteredUnit: 'kg',
  amount: 1,
  unit: 'kg',
  perUnit: noEmissions,
  components: noEmissions,
  emissions,
  sharePercent: null,
  ...more,
});

describe('reading a result', () => {
  it('names a line by what it has', () => {
    expect(contributionId(line('p', 1))).toBe('p/e');
    expect(contributionId({ process: 'p', exchange: 'e', leg: 'l' })).toBe('p/e/l');
    expect(contributionId({ process: 'p', exchange: null, leg: null })).toBe('p');
  });

  it('takes an ungraded datum as the worst and says how much is graded', () => {
    const contributions = [
      line('graded', 3),
      line('ungraded', -1, { activityQuality: null, factor: factorOf('f', 1) }),
      line('halfGraded', 4, { factor: factorOf('f', 1) }),
      line('sealed', 2, { factor: null, activityQuality: scores(2) }),
    ];
    // (3 × 1 + 1 × 5 + 4 × (1 + 5)/2 + 2 × 2) / 10
    expect(footprintDataQuality({ contributions })).toMatchObject({
      value: { overall: expect.closeTo(2.4, 12), grade: 'basic', gradedPercent: 50 },
    });
    expect(footprintDataQuality({ contributions: [] })).toMatchObject({
      findings: [{ code: 'dataQuality.noWeight' }],
    });
  });

  it('samples the head of the lines', () => {
    const contributions = [line('a', 10), line('b', 70), line('c', -20, { leg: 'l' })];
    expect(footprintSample({ contributions })).toMatchObject({ value: { selected: ['b/e', 'c/e/l'] } });
    expect(footprintSample({ contributions }, 70)).toMatchObject({ value: { selected: ['b/e'] } });
  });

  it('tells own, suppliers and nobody’s emissions before hand-over', () => {
    const contributions = [
      line('own', 5),
      line('removal', -3),
      line('database', 50, { stage: 'rawMaterial' }),
      line('s1a', 20, { stage: 'rawMaterial', supplier: 's1' }),
      line('s1b', 10, { supplier: 's1' }),
      line('s2', 15, { stage: 'rawMaterial', supplier: 's2' }),
      line('use', 900, { stage: 'use', supplier: 's3' }),
    ];
    expect(footprintPrimaryData({ contributions })).toMatchObject({
      value: { upstreamTotal: 100, ownPercent: 5, requiredParties: ['own', 's1'], cumulativePercent: 35 },
    });
    expect(footprintPrimaryData({ contributions }, 40)).toMatchObject({
      value: { requiredParties: ['own', 's1', 's2'] },
    });
  });
});

describe('spread of a line', () => {
  it('goes by the stated percentage before the grades', () => {
    // ± 20 %: the upper end, 1.2 times the value, is the 97.5th percentile.
    const stated = uncertainLine(line('p', 1, { activityUncertaintyPercent: 20 }));
    expect(stated.ok && Math.exp(1.959963984540054 * stated.value.activityLogDeviation)).toBeCloseTo(1.2, 12);
    const factor = { ...factorOf('f', 1, 'kg', { version: '7' }), uncertaintyPercent: 50 };
    const ofFactor = uncertainLine(line('p', 1, { factor }));
    expect(ofFactor.ok && Math.exp(1.959963984540054 * ofFactor.value.factorLogDeviation)).toBeCloseTo(
      1.5,
      12,
    );
    expect(ofFactor.ok && ofFactor.value.factorId).toBe('f@7');
    expect(logDeviationOfPercent(-1)).toMatchObject({
      findings: [{ code: 'value.outOfDomain', path: ['percent'] }],
    });
  });

  it('takes what nobody knows as the worst, and transport as rough', () => {
    const deviation = (more: Partial<Contribution>) => {
      const found = uncertainLine(line('p', 1, more));
      if (!found.ok) throw new Error('refused');
      return found.value;
    };
    const worst = deviation({ activityQuality: null }).activityLogDeviation;
    expect(worst).toBe(deviation({ activityQuality: scores(5) }).activityLogDeviation);
    expect(Math.exp(2 * deviation({ kind: 'transport' }).activityLogDeviation)).toBeCloseTo(2, 12);
    expect(deviation({ factor: null })).toMatchObject({ factorLogDeviation: 0, factorId: null });
  });

  it('makes the band of a result', () => {
    const band = footprintBand([line('p', 10)]);
    // Two perfect data of GSD² 1.05 each: GSD² = exp(√2 ln 1.05).
    const upper = 10 * Math.exp(1.959963984540054 * Math.SQRT1_2 * Math.log(1.05));
    expect(band.ok && band.value.high).toBeCloseTo(upper, 10);
    expect(footprintBand([line('p', Number.NaN)])).toMatchObject({
      findings: [{ code: 'value.notNumeric', path: ['emissions'] }],
    });
    expect(footprintBand([line('p', 1, { activityUncertaintyPercent: -1 })])).toMatchObject({
      findings: [{ code: 'value.outOfDomain' }],
    });
  });
});

describe('what is most worth doing next', () => {
  it('ranks by the spread it would take away', () => {
    const vague = { dataType: 'secondary', activityQuality: scores(5) } as const;
    const contributions = [
      line('recycled', 1310, { ...vague, supplier: 'union', stage: 'rawMaterial', factor: factorOf('f', 1) }),
      line('recycledB', 10, { ...vague, supplier: 'union', stage: 'rawMaterial', factor: factorOf('f', 1) }),
      line('gas', 600, vague),
      line('known', 8000, { primaryShare: 1, supplier: 'smelter' }),
      line('perfect', 500),
      line('oil', 400, { factor: factorOf('g', 1) }),
    ];
    const steps = nextSteps(contributions);
    if (!steps.ok) throw new Error('refused');
    expect(steps.value.map(({ kind, supplier, lines }) => [kind, supplier, lines])).toEqual([
      ['askSupplier', 'union', ['recycled/e', 'recycledB/e']],
      ['measureActivity', null, ['gas/e']],
      ['improveFactor', null, ['oil/e']],
    ]);
    for (const { spread, gain } of steps.value) {
      expect(gain).toBeGreaterThan(0);
      expect(gain).toBeLessThanOrEqual(spread);
    }
    expect(steps.value[0]?.emissions).toBe(1320);
  });

  it('asks to measure what is not measured, not for another factor of it; a spread is half its band', () => {
    const vague = line('gas', 50, {
      dataType: 'secondary',
      activityQuality: scores(4),
      factor: factorOf('gas', 1, 'kg', { quality: scores(4) }),
    });
    const steps = nextSteps([vague]);
    const band = footprintBand([vague]);
    if (!steps.ok || !band.ok) throw new Error('refused');
    expect(steps.value.map(({ kind }) => kind)).toEqual(['measureActivity']);
    expect(steps.value[0]?.spread).toBeCloseTo((band.value.high - band.value.low) / 2, 12);
  });

  it('asks for nothing that would not help', () => {
    const kinds = (more: Partial<Contribution>, ofFactor: number) => {
      const factor = factorOf('gas', 1, 'kg', { quality: scores(ofFactor) });
      const steps = nextSteps([line('gas', 50, { ...more, factor })]);
      return steps.ok && steps.value.map(({ kind }) => kind);
    };
    const measured = { dataType: 'primary', activityQuality: scores(4) } as const;
    const estimated = { dataType: 'secondary', activityQuality: scores(1) } as const;
    expect(kinds(measured, 4)).toEqual(['improveFactor']);
    expect(kinds(measured, 1)).toEqual([]);
    expect(kinds(estimated, 4)).toEqual([]);
    expect(kinds({ ...measured, primaryShare: 1 }, 4)).toEqual([]);
  });

  it('breaks ties by kind, supplier and line, whatever the order', () => {
    const vague = { dataType: 'secondary', activityQuality: scores(4) } as const;
    const contributions = [
      line('b', 5, vague),
      line('a', 5, vague),
      line('c', 5, { ...vague, supplier: 's' }),
    ];
    const order = (lines: readonly Contribution[]) => {
      const steps = nextSteps(lines);
      return steps.ok ? steps.value.map(({ lines: [first] }) => first) : [];
    };
    expect(order(contributions)).toEqual(order(contributions.toReversed()));
    expect(order(contributions)).toEqual(['c/e', 'a/e', 'b/e']);
  });

  it('refuses what cannot be', () => {
    expect(nextSteps([line('p', Number.NaN)])).toMatchObject({
      ok: false,
      findings: [{ code: 'value.notNumeric' }],
    });
  });
});
