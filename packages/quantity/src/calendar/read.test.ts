import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRocDate,
  parseDate,
  parseMonth,
  parsePeriod,
  parseRocDate,
  parseYear,
  rocDateStyles,
} from './read.ts';

describe('parseRocDate', () => {
  it.each([
    ['109.02.29', '2020-02-29'],
    ['109/7/1', '2020-07-01'],
    ['109-7-1', '2020-07-01'],
    ['111年1月26日', '2022-01-26'],
    ['111年3月08日', '2022-03-08'],
    ['民國111年3月8日', '2022-03-08'],
    ['中華民國 111 年 3 月 8 日', '2022-03-08'],
    ['１１１．０３．０８', '2022-03-08'],
    ['1110308', '2022-03-08'],
    ['0990308', '2010-03-08'],
    [' 99/3/8 ', '2010-03-08'],
    ['1/1/1', '1912-01-01'],
    ['民國99年12月31號', '2010-12-31'],
    ['111 / 3 / 8', '2022-03-08'],
    ['roc 111/3/8', '2022-03-08'],
    ['111年3月8', '2022-03-08'],
  ])('reads %s', (typed, iso) => {
    expect(parseRocDate(typed)).toEqual({ ok: true, value: iso, findings: [] });
  });

  it.each([
    ['110.02.29', 'date.impossible'],
    ['111.13.01', 'date.impossible'],
    ['111.00.01', 'date.impossible'],
    ['1110431', 'date.impossible'],
    ['2022/3/8', 'date.notInRocCalendar'],
    ['20220308', 'date.notInRocCalendar'],
    ['0/1/1', 'date.notInRocCalendar'],
    ['', 'date.absent'],
    ['　', 'date.absent'],
    ['民國', 'date.absent'],
    ['111/3', 'date.dayMissing'],
    ['111年3月', 'date.dayMissing'],
    ['11103', 'date.dayMissing'],
    ['990308', 'date.ambiguous'],
    ['3/8/2022', 'date.ambiguous'],
    ['昨天', 'date.unreadable'],
    ['111/3/8/1', 'date.unreadable'],
    ['13/8/2022', 'date.ambiguous'],
    ['3/18/2022', 'date.ambiguous'],
    ['x3/8/2022', 'date.unreadable'],
    ['3/8/20222', 'date.unreadable'],
    ['x990308', 'date.unreadable'],
    ['990308199', 'date.unreadable'],
    ['x111/3/8', 'date.unreadable'],
    ['111/3/8x', 'date.unreadable'],
    ['111/123/8', 'date.unreadable'],
  ])('refuses %s as %s', (typed, code) => {
    const result = parseRocDate(typed);
    expect(result.ok).toBe(false);
    expect(result.findings).toMatchObject([{ code, severity: 'error', path: [] }]);
  });

  it('shows what was typed', () => {
    expect(parseRocDate('110.02.29').findings[0]?.values).toEqual({ typed: '110.02.29' });
    expect(parseRocDate('x').findings[0]?.values).toEqual({ typed: 'x' });
    expect(parseRocDate('990308').findings[0]?.values).toEqual({ typed: '990308' });
    expect(parseRocDate('111/3').findings[0]?.values).toEqual({ typed: '111/3' });
    expect(parseRocDate('2022/3/8').findings[0]?.values).toEqual({ typed: '2022/3/8' });
  });
});

describe('parseDate', () => {
  it.each([
    ['2022-03-08', '2022-03-08'],
    ['2022/3/8', '2022-03-08'],
    ['2022.3.8', '2022-03-08'],
    ['２０２２年３月８日', '2022-03-08'],
    ['西元2022年3月8日', '2022-03-08'],
    ['20220308', '2022-03-08'],
    ['111/3/8', '2022-03-08'],
    ['1110308', '2022-03-08'],
    ['民國99年3月8日', '2010-03-08'],
    ['1900-01-01', '1900-01-01'],
    ['2999-12-31', '2999-12-31'],
  ])('reads %s', (typed, iso) => {
    expect(parseDate(typed)).toEqual({ ok: true, value: iso, findings: [] });
  });

  it('asks about a short year', () => {
    expect(parseDate('22/3/8')).toEqual({
      ok: true,
      value: '1933-03-08',
      findings: [
        { code: 'date.yearAssumedRoc', severity: 'question', path: [], values: { typed: '22/3/8' } },
      ],
    });
    expect(parseDate('099/3/8').findings).toEqual([]);
  });

  it.each([
    ['1899-12-31', 'date.outOfRange'],
    ['3000-01-01', 'date.outOfRange'],
    ['0022/3/8', 'date.outOfRange'],
    ['西元111年3月8日', 'date.outOfRange'],
    ['民國2022年3月8日', 'date.notInRocCalendar'],
    ['2021-02-29', 'date.impossible'],
    ['110/2/29', 'date.impossible'],
    ['2022/3', 'date.dayMissing'],
    ['3/8/2022', 'date.ambiguous'],
    ['', 'date.absent'],
    ['soon', 'date.unreadable'],
  ])('refuses %s as %s', (typed, code) => {
    const result = parseDate(typed);
    expect(result.ok).toBe(false);
    expect(result.findings).toMatchObject([{ code, path: [] }]);
    if (typed) expect(result.findings[0]?.values).toEqual({ typed });
  });
});

describe('parseMonth', () => {
  it.each([
    ['111/3', '2022-03'],
    ['111年3月', '2022-03'],
    ['民國111年3月份', '2022-03'],
    ['11103', '2022-03'],
    ['2022-03', '2022-03'],
    ['2022.12', '2022-12'],
    ['西元2022年1月', '2022-01'],
    ['１１１／０３', '2022-03'],
  ])('reads %s', (typed, month) => {
    expect(parseMonth(typed)).toEqual({ ok: true, value: month, findings: [] });
  });

  it('asks about a short year unless 民國 is written', () => {
    expect(parseMonth('99/3')).toMatchObject({
      value: '2010-03',
      findings: [{ code: 'date.yearAssumedRoc' }],
    });
    expect(parseMonth('民國99年3月').findings).toEqual([]);
  });

  it.each([
    ['111/13', 'date.impossible'],
    ['0/3', 'date.impossible'],
    ['1899/3', 'date.outOfRange'],
    ['西元111年3月', 'date.outOfRange'],
    ['民國2022年3月', 'date.notInRocCalendar'],
    ['', 'date.absent'],
    ['2022', 'date.unreadable'],
    ['202203', 'date.ambiguous'],
  ])('refuses %s as %s', (typed, code) => {
    const values = typed ? { typed } : {};
    expect(parseMonth(typed)).toEqual({
      ok: false,
      findings: [{ code, severity: 'error', path: [], values }],
    });
  });
});

describe('parsePeriod', () => {
  it.each([
    ['109.02.01-109.02.29', '2020-02-01', '2020-02-29'],
    ['109.02.01 – 109.02.29', '2020-02-01', '2020-02-29'],
    ['111/1/1~111/12/31', '2022-01-01', '2022-12-31'],
    ['2022年1月1日至2022年3月31日', '2022-01-01', '2022-03-31'],
    ['2022-01-01-2022-03-31', '2022-01-01', '2022-03-31'],
    ['1110101 到 1110131', '2022-01-01', '2022-01-31'],
    ['民國111年1月1日 to 民國111年1月31日', '2022-01-01', '2022-01-31'],
  ])('reads %s', (typed, start, end) => {
    expect(parsePeriod(typed)).toEqual({ ok: true, value: { start, end }, findings: [] });
  });

  it('says which end is at fault', () => {
    expect(parsePeriod('110.02.29-110.03.31')).toMatchObject({
      ok: false,
      findings: [{ code: 'date.impossible', path: ['start'] }],
    });
    expect(parsePeriod('110.02.01-110.02.29')).toMatchObject({
      ok: false,
      findings: [{ code: 'date.impossible', path: ['end'] }],
    });
    expect(parsePeriod('111/2/1~111/1/1')).toEqual({
      ok: false,
      findings: [
        {
          code: 'date.periodReversed',
          severity: 'error',
          path: ['end'],
          values: { start: '2022-02-01', end: '2022-01-01' },
        },
      ],
    });
    expect(parsePeriod('111/2/1~111/2/1').ok).toBe(true);
    expect(parsePeriod('99/2/1~99/2/2').findings).toMatchObject([{ path: ['start'] }, { path: ['end'] }]);
    expect(parsePeriod('last year').findings).toMatchObject([{ code: 'date.unreadable' }]);
  });
});

describe('formatRocDate', () => {
  it('writes the three styles', () => {
    expect(formatRocDate('2022-03-08')).toMatchObject({ value: '111.03.08' });
    expect(formatRocDate('2010-03-08', 'slashes')).toMatchObject({ value: '099/03/08' });
    expect(formatRocDate('2022-03-08', 'words')).toMatchObject({ value: '民國111年3月8日' });
    expect(formatRocDate('1912-01-01', 'words')).toMatchObject({ value: '民國1年1月1日' });
  });

  it('refuses other texts and days before 1912', () => {
    expect(formatRocDate('1911-12-31').findings).toMatchObject([
      { code: 'date.notInRocCalendar', path: [], values: { date: '1911-12-31' } },
    ]);
    expect(formatRocDate('2021-02-29').findings).toMatchObject([
      { code: 'date.notIso', path: [], values: { date: '2021-02-29' } },
    ]);
  });

  it('comes back through parseDate', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1912-01-01'), max: new Date('2800-12-31'), noInvalidDate: true }),
        fc.constantFrom(...rocDateStyles),
        (date, style) => {
          const iso = date.toISOString().slice(0, 10);
          const written = formatRocDate(iso, style);
          if (!written.ok) throw new Error('refused');
          expect(parseDate(written.value)).toEqual({ ok: true, value: iso, findings: [] });
          expect(parseRocDate(written.value)).toEqual({ ok: true, value: iso, findings: [] });
        },
      ),
    );
  });
});

describe('a year', () => {
  it.each([
    ['2024', 2024],
    ['西元2024年', 2024],
    ['113', 2024],
    ['１１３年度', 2024],
    ['民國99年', 2010],
  ])('%s is %i', (typed, year) => expect(parseYear(typed)).toEqual({ ok: true, value: year, findings: [] }));

  it('asks about two digits, which may be the end of a Gregorian year', () =>
    expect(parseYear('99')).toMatchObject({ value: 2010, findings: [{ code: 'date.yearAssumedRoc' }] }));

  it.each([
    ['', 'date.absent'],
    ['去年', 'date.unreadable'],
    ['113/1', 'date.unreadable'],
    ['民國2024', 'date.notInRocCalendar'],
    ['西元113', 'date.outOfRange'],
    ['1899', 'date.outOfRange'],
    ['000', 'date.impossible'],
  ])('%j is refused: %s', (typed, code) => {
    const values = typed ? { typed } : {};
    expect(parseYear(typed)).toEqual({
      ok: false,
      findings: [{ code, severity: 'error', path: [], values }],
    });
  });
});

it('reads or refuses any text, never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const read of [parseRocDate, parseDate, parseMonth, parsePeriod, parseYear]) {
        const result = read(text);
        if (!result.ok) expect(result.findings.length).toBeGreaterThan(0);
      }
    }),
  );
});
