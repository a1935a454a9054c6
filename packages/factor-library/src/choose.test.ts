import { factorBoundaries, factorSourceTypes } from '@slipstream/footprint';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseEmissionFactor,
  type FactorCandidate,
  type FactorContext,
  pinFactor,
  selectEmissionFactor,
} from './choose.ts';
import { starterFactor } from './starter.ts';

const context: FactorContext = {
  unit: 'kg',
  geography: 'TW',
  date: '2022-02-17',
  requiredBoundary: 'cradleToGate',
};
const candidate = (id: string, change: Partial<FactorCandidate> = {}): FactorCandidate => ({
  id,
  sourceType: 'nationalPlatform',
  unit: 'kg',
  boundary: 'cradleToGate',
  geography: 'TW',
  referenceYear: 2020,
  validUntil: null,
  ...change,
});
const choose = (candidates: readonly FactorCandidate[], change: Partial<FactorContext> = {}) => {
  const result = chooseEmissionFactor({ ...context, ...change }, candidates);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};
const orderOf = (candidates: readonly FactorCandidate[]) =>
  choose(candidates).ranked.map(({ factor, behindBy }) => [factor.id, behindBy]);

describe('the order of preference', () => {
  it('follows the kinds of source first', () => {
    const byKind = factorSourceTypes.map((sourceType, priority) =>
      candidate(`k${priority}`, {
        sourceType,
        geography: priority === 0 ? 'XX' : 'TW',
        referenceYear: 2000 + priority,
      }),
    );
    expect(choose(byKind.toReversed()).ranked.map(({ factor, priority }) => [factor.id, priority])).toEqual(
      byKind.map(({ id }, priority) => [id, priority]),
    );
    expect(choose(byKind).ranked.map(({ behindBy }) => behindBy)).toEqual([
      null,
      ...Array.from({ length: 5 }, () => 'sourcePriority'),
    ]);
  });

  it('then the place, the year and the id', () => {
    expect(
      orderOf([
        candidate('jp', { geography: 'JP', referenceYear: 2022 }),
        candidate('world', { geography: 'GLO', referenceYear: 2022 }),
        candidate('undated', { referenceYear: null }),
        candidate('b'),
        candidate('a'),
        candidate('new', { referenceYear: 2021 }),
      ]),
    ).toEqual([
      ['new', null],
      ['a', 'referenceYear'],
      ['b', 'id'],
      ['undated', 'referenceYear'],
      ['world', 'geography'],
      ['jp', 'geography'],
    ]);
  });

  it('does not depend on the order of the candidates', () => {
    const someCandidate = fc.record({
      id: fc.string({ minLength: 1 }),
      sourceType: fc.constantFrom(...factorSourceTypes),
      unit: fc.constantFrom('kg', 't', 'kWh', 'L'),
      boundary: fc.constantFrom(...factorBoundaries.slice(0, 2)),
      geography: fc.constantFrom('TW', 'GLO', 'JP'),
      referenceYear: fc.option(fc.integer({ min: 2018, max: 2021 })),
      validUntil: fc.option(fc.constantFrom('2022-02-16', '2022-02-17')),
    });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(someCandidate, { selector: ({ id }) => id })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([candidates, shuffled]) => {
          const choice = choose(candidates);
          expect(choose(shuffled).ranked).toEqual(choice.ranked);
          expect(choice.ranked.length + choice.rejected.length).toBe(candidates.length);
          expect(choice.chosen).toBe(choice.ranked[0] ?? null);
        },
      ),
    );
  });
});

describe('eligibility', () => {
  it('checks unit, boundary and validity in this order', () => {
    const allWrong = { unit: 'kWh', boundary: 'cradleToGrave', validUntil: '2021-12-31' } as const;
    expect(
      choose([
        candidate('unit', allWrong),
        candidate('boundary', { ...allWrong, unit: 't' }),
        candidate('expired', { validUntil: '2022-02-16' }),
        candidate('last day', { validUntil: '2022-02-17' }),
      ]),
    ).toMatchObject({
      chosen: { factor: { id: 'last day' }, priority: 1, behindBy: null },
      rejected: [
        { factor: { id: 'unit' }, reason: 'unitIncompatible' },
        { factor: { id: 'boundary' }, reason: 'boundaryMismatch' },
        { factor: { id: 'expired' }, reason: 'expired' },
      ],
    });
  });

  it('lets volume serve mass only over the density of the line', () => {
    const perLitre = [candidate('L', { unit: 'L' })];
    expect(choose(perLitre)).toMatchObject({ chosen: null, ranked: [] });
    expect(choose(perLitre, { bridge: { densityKgPerL: 0.8 } }).chosen?.factor.id).toBe('L');
    expect(choose([candidate('?', { unit: 'barrels of laughs' })]).rejected[0]?.reason).toBe(
      'unitIncompatible',
    );
  });

  it('has no choice among none', () => {
    expect(choose([])).toEqual({ chosen: null, ranked: [], rejected: [] });
  });

  it('refuses a context or candidates that make no sense', () => {
    const result = chooseEmissionFactor({ ...context, unit: 'kilo', geography: '', date: '2022-02-30' }, [
      candidate('a'),
      candidate('a'),
      candidate('c', {
        sourceType: 'hearsay' as 'supplierPrimary',
        referenceYear: Number.NaN,
        validUntil: 'soon',
      }),
    ]);
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ code, path }) => [code, ...path])).toEqual([
      ['unit.unknown', 'context', 'unit'],
      ['value.absent', 'context', 'geography'],
      ['date.notIso', 'context', 'date'],
      ['factor.idRepeated', 'candidates', 1, 'id'],
      ['value.unknownChoice', 'candidates', 2, 'sourceType'],
      ['value.notNumeric', 'candidates', 2, 'referenceYear'],
      ['date.notIso', 'candidates', 2, 'validUntil'],
    ]);
  });
});

describe('selectEmissionFactor', () => {
  const choice = choose([
    candidate('first'),
    candidate('second', { referenceYear: 2010 }),
    candidate('kWh', { unit: 'kWh' }),
  ]);

  it('takes the first without a word', () => {
    expect(selectEmissionFactor(choice, 'first')).toMatchObject({
      ok: true,
      value: { factor: { id: 'first' }, againstOrder: null },
    });
  });

  it('takes another for a written reason only', () => {
    expect(selectEmissionFactor(choice, 'second', ' same furnace ')).toMatchObject({
      ok: true,
      value: { factor: { id: 'second' }, againstOrder: { passedOver: 'first', reason: 'same furnace' } },
    });
    for (const reason of [undefined, '', ' ']) {
      expect(selectEmissionFactor(choice, 'second', reason)).toEqual({
        ok: false,
        findings: [
          {
            code: 'factor.reasonRequired',
            severity: 'error',
            path: ['reason'],
            values: { id: 'second', passedOver: 'first' },
          },
        ],
      });
    }
  });

  it('takes no rejected and no strange one, for any reason', () => {
    expect(selectEmissionFactor(choice, 'kWh', 'please')).toEqual({
      ok: false,
      findings: [
        {
          code: 'factor.notEligible',
          severity: 'error',
          path: ['id'],
          values: { id: 'kWh', reason: 'unitIncompatible' },
        },
      ],
    });
    expect(selectEmissionFactor(choice, 'other', 'please')).toEqual({
      ok: false,
      findings: [{ code: 'factor.notACandidate', severity: 'error', path: ['id'], values: { id: 'other' } }],
    });
    expect(selectEmissionFactor(choose([]), 'first').ok).toBe(false);
  });
});

it('a pinned factor stays as it was when the library moves on', () => {
  const factor = starterFactor('fuel.tw.604.diesel');
  if (!factor) throw new Error('missing');
  const dataQuality = { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 1 };
  const living = { ...factor, gases: { CO2: 1, CH4: null, N2O: null }, dataQuality };
  const againstOrder = { passedOver: 'x', reason: 'y' };
  const pinned = pinFactor({ factor: living, againstOrder });
  expect(pinned).toEqual({ ...living, againstOrder });
  expect(pinned.gases).not.toBe(living.gases);
  expect(pinned.dataQuality).not.toBe(living.dataQuality);
  expect(pinned.againstOrder).not.toBe(againstOrder);
  expect(
    pinFactor({ factor: { ...living, gases: null, dataQuality: null }, againstOrder: null }),
  ).toMatchObject({
    value: factor.value,
    version: factor.version,
    source: factor.source,
    gases: null,
    dataQuality: null,
    againstOrder: null,
  });
});
