import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, dayInTaiwan, isDay, isInstant } from './calendar-day.ts';

describe('a day', () => {
  it.each(['2022-02-14', '2024-02-29', '0111-03-08'])('%s is one', (text) => expect(isDay(text)).toBe(true));
  it.each(['2022-02-29', '2022-13-01', '2022-2-4', '111-03-08', '2022-02-14T00:00:00Z', '', null, 20220214])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  );
  it('is found by counting', () => {
    expect(addDays('2022-02-17', 14)).toBe('2022-03-03');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addYears('2022-02-17', 1)).toBe('2023-02-17');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
  it('comes back when the count is taken back, and later days sort later', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20_000 }), (from, count) => {
        const later = addDays(from, count);
        return isDay(later) && addDays(later, -count) === from && later > from;
      }),
    );
  });
});

describe('an instant', () => {
  it.each(['2022-03-08T01:02:03Z', '2022-03-08T23:59:59.999Z'])('%s is one', (text) =>
    expect(isInstant(text)).toBe(true),
  );
  it.each(['2022-03-08', '2022-03-08T01:02:03', '2022-03-08T25:00:00Z', '2022-02-30T01:02:03Z', undefined])(
    '%s is none',
    (text) => expect(isInstant(text)).toBe(false),
  );
  it('falls on the Taiwanese day, eight hours ahead', () => {
    expect(dayInTaiwan('2022-03-08T15:59:59Z')).toBe('2022-03-08');
    expect(dayInTaiwan('2022-03-08T16:00:00Z')).toBe('2022-03-09');
  });
});
