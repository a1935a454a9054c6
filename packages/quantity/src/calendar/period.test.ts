import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysInclusive, monthPeriod, monthsOf, overlapDays } from './period.ts';

const january = { start: '2022-01-01', end: '2022-01-31' };

it('counts both ends', () => {
  expect(daysInclusive({ start: '2020-02-01', end: '2020-02-29' })).toMatchObject({ ok: true, value: 29 });
  expect(daysInclusive({ start: '2020-02-01', end: '2020-02-01' })).toMatchObject({ value: 1 });
  expect(daysInclusive({ start: '2021-01-01', end: '2021-12-31' })).toMatchObject({ value: 365 });
});

it('refuses what is no period, at the end that is at fault', () => {
  expect(daysInclusive({ start: '2022-01-02', end: '2022-01-01' })).toEqual({
    ok: false,
    findings: [
      {
        code: 'date.periodReversed',
        severity: 'error',
        path: ['end'],
        values: { start: '2022-01-02', end: '2022-01-01' },
      },
    ],
  });
  expect(daysInclusive({ start: '2022-02-30', end: 'x' }).findings).toMatchObject([
    { code: 'date.notIso', path: ['start'], values: { date: '2022-02-30' } },
    { code: 'date.notIso', path: ['end'] },
  ]);
  expect(daysInclusive({ start: '2022-02-30', end: '2022-03-01' }).ok).toBe(false);
  expect(overlapDays(january, { start: '2022-01-01', end: 'x' }).findings).toMatchObject([
    { path: ['b', 'end'] },
  ]);
  expect(overlapDays({ start: 'x', end: '2022-01-01' }, january).findings).toMatchObject([
    { path: ['a', 'start'] },
  ]);
  expect(monthsOf({ start: '2022-01-02', end: '2022-01-01' }).ok).toBe(false);
});

it.each([
  ['2021-12-01', '2022-01-01', 1],
  ['2022-01-31', '2022-02-05', 1],
  ['2022-02-01', '2022-02-05', 0],
  ['2021-12-01', '2021-12-31', 0],
  ['2021-01-01', '2023-01-01', 31],
  ['2022-01-10', '2022-01-12', 3],
])('%s to %s shares so many days with January', (start, end, days) => {
  expect(overlapDays(january, { start, end })).toMatchObject({ ok: true, value: days });
  expect(overlapDays({ start, end }, january)).toMatchObject({ ok: true, value: days });
});

it('a month runs to its last day', () => {
  expect(monthPeriod('2020-02')).toMatchObject({
    ok: true,
    value: { start: '2020-02-01', end: '2020-02-29' },
  });
  expect(monthPeriod('2022-12')).toMatchObject({ value: { start: '2022-12-01', end: '2022-12-31' } });
  expect(monthPeriod('2022-13')).toEqual({
    ok: false,
    findings: [{ code: 'date.notIso', severity: 'error', path: [], values: { date: '2022-13' } }],
  });
  expect(monthPeriod('2022-1').ok).toBe(false);
});

it('lists every month touched', () => {
  expect(monthsOf({ start: '2021-12-31', end: '2022-02-01' })).toMatchObject({
    value: ['2021-12', '2022-01', '2022-02'],
  });
  expect(monthsOf({ start: '9999-12-01', end: '9999-12-31' })).toMatchObject({ value: ['9999-12'] });
});

it('the months of a period share all its days among them', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (a, b) => {
      const period = a < b ? { start: a, end: b } : { start: b, end: a };
      const months = monthsOf(period);
      const whole = daysInclusive(period);
      if (!months.ok || !whole.ok) throw new Error('refused');
      const parts = months.value.map((month) => {
        const whichMonth = monthPeriod(month);
        const shared = whichMonth.ok ? overlapDays(whichMonth.value, period) : undefined;
        return shared?.ok ? shared.value : Number.NaN;
      });
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole.value);
      expect(Math.min(...parts)).toBeGreaterThan(0);
    }),
  );
});
