import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReductionTarget, targetTrajectory, trackTarget, type YearReport } from './reduction-target.ts';
import { targetProgress } from './target-progress.ts';

const target: ReductionTarget = {
  horizon: 'mid',
  baseYear: 2020,
  targetYear: 2030,
  reductionPercent: 20,
  baselineTonnes: 1000,
};
const report = (year: number, emissionsTonnes: number, methodChangeTonnes = 0): YearReport => ({
  year,
  emissionsTonnes,
  methodChangeTonnes,
});
const track = (reports: readonly YearReport[], currentYear = 2024) => {
  const result = trackTarget(target, reports, currentYear);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};

describe('progress', () => {
  it('is the cut in percent of the baseline; exactly met is met', () => {
    const met = targetProgress({ baselineTonnes: 13.12, currentTonnes: 11.808, targetPercent: 10 });
    expect(met).toMatchObject({ ok: true, value: { achieved: true } });
    const short = targetProgress({ baselineTonnes: 200, currentTonnes: 186, targetPercent: 8 });
    expect(short).toMatchObject({
      ok: true,
      value: { reductionPercent: 7, allowedTonnes: 184, achieved: false },
    });
  });
  it.each([
    [{ baselineTonnes: 0 }, 'value.outOfDomain'],
    [{ baselineTonnes: Number.NaN }, 'value.notNumeric'],
    [{ currentTonnes: -1 }, 'value.outOfDomain'],
    [{ currentTonnes: Number.POSITIVE_INFINITY }, 'value.notNumeric'],
    [{ targetPercent: 101 }, 'value.outOfDomain'],
  ])('%j is refused: %s', (part, code) => {
    const result = targetProgress({ baselineTonnes: 10, currentTonnes: 9, targetPercent: 5, ...part });
    expect(result).toMatchObject({ ok: false, findings: [{ code, path: Object.keys(part) }] });
  });
  it('refuses a percentage beyond the range of numbers', () =>
    expect(targetProgress({ baselineTonnes: 1e-5, currentTonnes: 1e308, targetPercent: 5 })).toMatchObject({
      ok: false,
      findings: [{ code: 'value.tooLarge', path: ['reductionPercent'] }],
    }));
});

describe('the line', () => {
  it('falls by the same step every year', () => {
    const line = targetTrajectory(target);
    expect(line.ok && line.value.map(({ allowedTonnes }) => Math.round(allowedTonnes))).toEqual([
      980, 960, 940, 920, 900, 880, 860, 840, 820, 800,
    ]);
  });
  it('ends at the promise, never rises, and scales with the baseline', () => {
    const targets = fc.record({
      horizon: fc.constant('long' as const),
      baseYear: fc.integer({ min: 1990, max: 2030 }),
      span: fc.integer({ min: 1, max: 60 }),
      reductionPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      baselineTonnes: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
    });
    fc.assert(
      fc.property(targets, ({ span, ...rest }) => {
        const line = targetTrajectory({ ...rest, targetYear: rest.baseYear + span });
        if (!line.ok) return false;
        expect(line.value).toHaveLength(span);
        expect(line.value.at(-1)?.promisedPercent).toBe(rest.reductionPercent);
        const allowed = line.value.map(({ allowedTonnes }) => allowedTonnes);
        return allowed.every((tonnes, index) => tonnes <= (allowed[index - 1] ?? rest.baselineTonnes));
      }),
    );
  });
});

describe('a target followed', () => {
  it('counts operational cuts alone: a new factor edition moves nothing', () => {
    const plain = track([report(2022, 950)]);
    const recounted = track([report(2022, 800, -150)]);
    expect(recounted.years[1]?.actual).toMatchObject({
      reportedTonnes: 800,
      operationalCutTonnes: 50,
      operationalCutPercent: 5,
      methodChangeTonnes: -150,
    });
    expect(recounted.status).toBe('onTrack');
    expect(recounted.projection).toEqual(plain.projection);
  });
  it('leaves a year without a report open, never at zero', () => {
    const { years } = track([report(2022, 990)]);
    expect(years[0]).toMatchObject({ year: 2021, actual: null, status: 'noData' });
    expect(years[1]).toMatchObject({ year: 2022, status: 'behind', actual: { gapTonnes: 30 } });
  });
  it('goes on as it went: 5 % in two years are 25 % in ten', () =>
    expect(track([report(2022, 950)]).projection).toEqual({
      fromYear: 2022,
      emissionsTonnes: 750,
      reductionPercent: 25,
      reachesTarget: true,
    }));
  it.each<[string, string, YearReport[], number]>([
    ['noData', 'nothing is reported yet', [], 2021],
    ['onTrack', 'the line is met', [report(2021, 980)], 2022],
    ['behind', 'the line is not met', [report(2021, 979), report(2022, 961)], 2023],
    ['achieved', 'the whole promise is kept early', [report(2024, 800)], 2025],
    ['achieved', 'the target year keeps it', [report(2024, 990), report(2030, 800)], 2031],
    [
      'missed',
      'the target year does not, whatever came before or after',
      [report(2024, 700), report(2030, 801), report(2031, 700)],
      2032,
    ],
    ['noData', 'the target year has passed unreported', [report(2029, 700)], 2031],
  ])('%s: %s', (status, _, reports, currentYear) => expect(track(reports, currentYear).status).toBe(status));
  it('does not depend on the order of the reports', () => {
    const reports = fc.uniqueArray(
      fc.record({
        year: fc.integer({ min: 2021, max: 2034 }),
        emissionsTonnes: fc.double({ min: 0, max: 2000, noNaN: true }),
        methodChangeTonnes: fc.double({ min: -500, max: 500, noNaN: true }),
      }),
      { selector: ({ year }) => year },
    );
    fc.assert(
      fc.property(reports, fc.integer({ min: 2020, max: 2040 }), (given, year) => {
        const one = track(given, year);
        expect(track(given.toReversed(), year)).toEqual(one);
        expect(one.years.filter(({ actual }) => actual)).toHaveLength(given.length);
        for (const { actual } of one.years)
          if (actual)
            expect(actual.reportedTonnes).toBeCloseTo(
              target.baselineTonnes - actual.operationalCutTonnes + actual.methodChangeTonnes,
              6,
            );
      }),
    );
  });
  it.each<[string, Partial<ReductionTarget>, YearReport[], number, (string | number)[]]>([
    ['target.yearsContradict', { targetYear: 2020 }, [], 2024, ['target', 'targetYear']],
    ['target.yearInvalid', { baseYear: 109 }, [], 2024, ['target', 'baseYear']],
    ['value.outOfDomain', { baselineTonnes: 0 }, [], 2024, ['target', 'baselineTonnes']],
    ['target.yearRepeated', {}, [report(2022, 1), report(2022, 2)], 2024, ['reports', 1, 'year']],
    ['target.reportBeforeBase', {}, [report(2020, 1)], 2024, ['reports', 0, 'year']],
    ['value.notNumeric', {}, [report(2022, Number.NaN)], 2024, ['reports', 0, 'emissionsTonnes']],
    ['value.notNumeric', {}, [report(2022, 1, Number.NaN)], 2024, ['reports', 0, 'methodChangeTonnes']],
    ['target.yearInvalid', {}, [], 2024.5, ['currentYear']],
    ['value.tooLarge', {}, [report(2022, 1e308)], 2024, ['years', 1, 'actual', 'operationalCutPercent']],
  ])('%s stops it', (code, part, reports, year, path) => {
    const result = trackTarget({ ...target, ...part }, reports, year);
    expect(result).toMatchObject({ ok: false });
    expect(result.findings).toContainEqual(expect.objectContaining({ code, path }));
  });
});
