import { addDays, daysInclusive } from '@slipstream/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, type MeteredDocument, unexplained } from './coverage.ts';
import { prorate } from './prorate.ts';

const year = { start: '2021-01-01', end: '2021-12-31' };
const paper = (start: string, end: string, amount = 100): MeteredDocument => ({ start, end, amount });
const proration = (period: typeof year, ...documents: MeteredDocument[]) => {
  const result = prorate({ period, documents });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result;
};
const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2020-06-01', count));
const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a }));
const documents = fc.array(
  fc
    .tuple(span, fc.double({ min: 0, max: 1e6, noNaN: true }))
    .map(([dates, amount]) => ({ ...dates, amount })),
  { maxLength: 12 },
);

describe('prorate', () => {
  it('keeps the calculation of each part', () =>
    expect(proration(year, paper('2020-12-11', '2021-02-10', 62000)).value.parts).toEqual([
      { document: 0, amount: 62000, documentDays: 62, daysInPeriod: 41, amountInPeriod: 41000 },
    ]));
  it('takes one day of a bill of one day, and nothing of one outside', () => {
    const { value } = proration(
      year,
      paper('2021-12-31', '2021-12-31', 7),
      paper('2022-01-01', '2022-01-31'),
    );
    expect(value.total).toBe(7);
    expect(value.parts.map(({ daysInPeriod }) => daysInPeriod)).toEqual([1, 0]);
  });
  it('refuses faults at the document', () =>
    expect(
      prorate({
        period: { start: '2021-02-29', end: '2021-12-31' },
        documents: [
          paper('2021-03-01', '2021-02-01'),
          paper('x', '2021-01-01'),
          paper('2021-01-01', '2021-01-02', -1),
        ],
      }).findings,
    ).toMatchObject([
      { path: ['period', 'start'] },
      { code: 'date.periodReversed', path: ['documents', 0, 'end'] },
      { path: ['documents', 1, 'start'] },
      { code: 'value.outOfDomain', path: ['documents', 2, 'amount'] },
    ]));
  it('splits a document between adjacent periods without loss', () =>
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 699 }), (papers, cut) => {
        const whole = { start: '2020-06-01', end: addDays('2020-06-01', 700) };
        const before = { ...whole, end: addDays(whole.start, cut - 1) };
        const after = { ...whole, start: addDays(whole.start, cut) };
        const parts = proration(before, ...papers).value.total + proration(after, ...papers).value.total;
        const amount = papers.reduce((sum, paper) => sum + paper.amount, 0);
        expect(Math.abs(parts - amount)).toBeLessThanOrEqual(1e-9 * amount);
        expect(Math.abs(proration(whole, ...papers).value.total - amount)).toBeLessThanOrEqual(1e-9 * amount);
      }),
    ));
});

describe('coverage', () => {
  it('counts days as a calendar with ticks does', () =>
    fc.assert(
      fc.property(span, documents, (period, papers) => {
        const { value } = proration(period, ...papers);
        const days = daysInclusive(period);
        const ticks = Array.from({ length: days.ok ? days.value : 0 }, (_, index) => {
          const date = addDays(period.start, index);
          return papers.filter(({ start, end }) => start <= date && date <= end).length;
        });
        expect(value.periodDays).toBe(ticks.length);
        expect(value.coveredDays).toBe(ticks.filter((times) => times > 0).length);
        expect(value.missingDays).toBe(ticks.filter((times) => times === 0).length);
        expect(value.overlapDays).toBe(ticks.filter((times) => times > 1).length);
        expect(value.gaps.reduce((sum, gap) => sum + gap.days, 0)).toBe(value.missingDays);
      }),
    ));
  it('is all gap without documents', () =>
    expect(coverageOf(year, [])).toEqual({
      periodDays: 365,
      coveredDays: 0,
      missingDays: 365,
      overlapDays: 0,
      gaps: [{ ...year, days: 365, fix: { kind: 'addDocument' } }],
      overlaps: [],
    }));
  it('asks for the document that is missing, at both ends and in between', () =>
    expect(
      coverageOf(year, [paper('2021-07-01', '2021-11-30'), paper('2021-01-02', '2021-04-30')]).gaps,
    ).toEqual([
      { start: '2021-01-01', end: '2021-01-01', days: 1, fix: { kind: 'addDocument' } },
      { start: '2021-05-01', end: '2021-06-30', days: 61, fix: { kind: 'addDocument' } },
      { start: '2021-12-01', end: '2021-12-31', days: 31, fix: { kind: 'addDocument' } },
    ]));
  it('closes a hole of one day by an earlier start', () =>
    expect(
      coverageOf(year, [paper('2021-03-02', '2021-12-31'), paper('2021-01-01', '2021-02-28')]).gaps,
    ).toEqual([
      {
        start: '2021-03-01',
        end: '2021-03-01',
        days: 1,
        fix: { kind: 'moveStart', document: 0, to: '2021-03-01' },
      },
    ]));
  it('proposes a later start where bills run into each other', () =>
    expect(
      coverageOf(year, [paper('2021-01-01', '2021-06-30'), paper('2021-06-30', '2021-12-31')]).overlaps,
    ).toEqual([
      {
        start: '2021-06-30',
        end: '2021-06-30',
        days: 1,
        documents: [0, 1],
        fix: { kind: 'moveStart', document: 1, to: '2021-07-01' },
      },
    ]));
  it('takes the same days and amount for a bill entered twice, another amount for a doubt', () => {
    const fixes = (second: MeteredDocument) =>
      coverageOf(year, [paper('2021-01-01', '2021-12-31'), second]).overlaps.map(({ fix }) => fix);
    expect(fixes(paper('2021-01-01', '2021-12-31'))).toEqual([{ kind: 'removeDuplicate', document: 1 }]);
    expect(fixes(paper('2021-01-01', '2021-12-31', 99))).toEqual([{ kind: 'checkDates', document: 1 }]);
    expect(fixes(paper('2021-03-01', '2021-03-31'))).toEqual([{ kind: 'checkDates', document: 1 }]);
    expect(fixes(paper('2021-03-01', '2021-12-31'))).toEqual([{ kind: 'checkDates', document: 1 }]);
  });
  it('counts a day three bills cover once', () =>
    expect(
      coverageOf(year, [
        paper('2021-01-01', '2021-12-31'),
        paper('2021-02-01', '2021-02-10'),
        paper('2021-02-06', '2021-02-15'),
      ]),
    ).toMatchObject({ overlapDays: 15, overlaps: [{ documents: [0, 1] }, { documents: [0, 2] }] }));
  it('comes as questions at the document with the fix spelled out', () =>
    expect(
      proration(year, paper('2021-01-01', '2021-06-30'), paper('2021-06-21', '2021-12-30')).findings,
    ).toEqual([
      {
        code: 'metering.gap',
        severity: 'question',
        path: ['documents'],
        values: {
          start: '2021-12-31',
          end: '2021-12-31',
          days: 1,
          fix: 'addDocument',
          document: null,
          to: null,
        },
      },
      {
        code: 'metering.overlap',
        severity: 'question',
        path: ['documents', 1],
        values: {
          start: '2021-06-21',
          end: '2021-06-30',
          days: 10,
          fix: 'moveStart',
          document: 1,
          to: '2021-07-01',
        },
      },
    ]));
});

describe('unexplained', () => {
  const coverage = coverageOf(year, [paper('2021-01-01', '2021-06-30'), paper('2021-06-21', '2021-11-30')]);
  const december = { start: '2021-12-01', end: '2021-12-31', reason: 'plant closed' };
  const june = { start: '2021-06-21', end: '2021-06-30', reason: 'two meters' };
  const left = (...explanations: (typeof june)[]) => unexplained(coverage, explanations).length;
  it('is every gap and overlap without a whole reason', () => {
    expect(left()).toBe(2);
    expect(left(december)).toBe(1);
    expect(left(december, june)).toBe(0);
    expect(left({ ...december, reason: ' ' }, june)).toBe(1);
    expect(left({ ...december, start: '2021-12-02' }, june)).toBe(1);
    expect(left({ ...december, end: '2021-12-30' }, june)).toBe(1);
    expect(left({ ...year, reason: 'new firm' })).toBe(0);
  });
});
