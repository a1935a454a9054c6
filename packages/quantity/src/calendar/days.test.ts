import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  dayInTaiwan,
  dayNumber,
  daysInMonth,
  isDay,
  isInstant,
  isLeapYear,
} from './days.ts';

const jsDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('leap years', () => {
  it.each([
    [2020, true],
    [2021, false],
    [2000, true],
    [1900, false],
    [2400, true],
    [2100, false],
  ])('%d: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
  });

  it('months have their days', () => {
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(2021, index + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
  });
});

describe('a day', () => {
  it.each(['2020-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });
  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-00-01',
    '2021-01-00',
    '2021-04-31',
    '0000-01-01',
    '2021-1-1',
    '111-03-08',
    '',
    'x2021-01-01',
    '2021-01-01T00:00:00Z',
  ])('"%s" is none', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(new RangeError(`not a day: ${text}`));
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => addMonths(text, 1)).toThrow(RangeError);
    expect(() => addYears(text, 1)).toThrow(RangeError);
  });
  it.each([null, undefined, 20220214])('%s is none', (value) => {
    expect(isDay(value)).toBe(false);
  });
});

describe('an instant', () => {
  it.each(['2022-03-08T01:02:03Z', '2022-03-08T23:59:59.999Z'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
  });
  it.each([
    '2022-03-08',
    '2022-03-08T01:02:03',
    '2022-03-08T25:00:00Z',
    '2022-02-30T01:02:03Z',
    '2022-03-08T01:02:03Z ',
    '2022-03-08T01:02:03Z(UTC)',
    undefined,
  ])('%s is none', (text) => {
    expect(isInstant(text)).toBe(false);
  });
  it('falls on the Taiwanese day, eight hours ahead', () => {
    expect(dayInTaiwan('2022-03-08T15:59:59Z')).toBe('2022-03-08');
    expect(dayInTaiwan('2022-03-08T16:00:00Z')).toBe('2022-03-09');
  });
});

describe('day arithmetic', () => {
  it('counts from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('2000-03-01')).toBe(11017);
    expect(addDays('2022-02-17', 14)).toBe('2022-03-03');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('agrees with a calendar stepped by hand over four centuries', () => {
    let [year, month, day] = [2000, 1, 1];
    const first = dayNumber('2000-01-01');
    for (let step = 0; step < 146097; step++) {
      const text = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
      if (dayNumber(text) !== first + step || addDays('2000-01-01', step) !== text) throw new Error(text);
      day++;
      if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
      if (month > 12) [year, month] = [year + 1, 1];
    }
    expect([year, month, day]).toEqual([2400, 1, 1]);
  });

  it('comes back when the count is taken back, and later days sort later', () => {
    fc.assert(
      fc.property(jsDay, fc.integer({ min: 1, max: 20_000 }), (from, count) => {
        fc.pre(from < '9900-01-01');
        const later = addDays(from, count);
        expect(addDays(later, -count)).toBe(from);
        expect(later > from).toBe(true);
        expect(dayNumber(later) - dayNumber(from)).toBe(count);
      }),
    );
  });

  it('adds months and years up to the end of the month', () => {
    expect(addMonths('2022-01-31', 1)).toBe('2022-02-28');
    expect(addMonths('2020-03-31', -1)).toBe('2020-02-29');
    expect(addMonths('2021-11-15', 2)).toBe('2022-01-15');
    expect(addMonths('2022-01-15', -1)).toBe('2021-12-15');
    expect(addMonths('2022-12-01', 0)).toBe('2022-12-01');
    expect(addMonths('2022-12-01', -12)).toBe('2021-12-01');
    expect(addYears('2022-02-17', 1)).toBe('2023-02-17');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2024-02-29', -1)).toBe('2023-02-28');
  });

  it('stays within the years 1 to 9999', () => {
    expect(addDays('0001-01-02', -1)).toBe('0001-01-01');
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(addMonths('0001-02-01', -1)).toBe('0001-01-01');
    expect(addMonths('9999-11-30', 1)).toBe('9999-12-30');
    expect(() => addDays('0001-01-01', -1)).toThrow(
      new RangeError('no day of the years 1 to 9999: 0001-01-01 and -1 more'),
    );
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
    expect(() => addDays('2022-01-01', Number.NaN)).toThrow(RangeError);
    expect(() => addMonths('2022-01-01', 0.5)).toThrow(RangeError);
  });
});
