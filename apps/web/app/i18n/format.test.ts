import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDate, formatEmissions, formatShare, inReadableMass } from './format.ts';
import { languages } from './languages.ts';

it.each([
  ['2022-03-08', '111 年 3 月 8 日', '8 Mar 2022'],
  // Eight in the evening in Greenwich is the next morning in Taiwan.
  ['2022-03-07T20:00:00.000Z', '111 年 3 月 8 日', '8 Mar 2022'],
  ['2022-03-07T15:59:59Z', '111 年 3 月 7 日', '7 Mar 2022'],
  ['2022-99-99Tsome day', '111 年 99 月 99 日', null],
  ['Tuesday', 'Tuesday', 'Tuesday'],
])('writes the day of %s', (iso, chinese, english) => {
  expect(formatDate(iso, 'zh-TW', 'roc')).toBe(chinese);
  if (english !== null) expect(formatDate(iso, 'en', 'gregorian')).toBe(english);
});

it.each([
  [946.98, '947 kg'],
  [999.94, '999.9 kg'],
  [1000, '1 t'],
  [13_120.2, '13.12 t'],
  [-2_500, '-2.5 t'],
  [0, '0 kg'],
  [0.0004321, '0.0004321 kg'],
])('writes %d kg CO2e as %s', (kg, text) => {
  expect(formatEmissions(kg, 'en')).toBe(text);
});

it('keeps the ends of a band in the unit of their figure', () => {
  const { unit, of } = inReadableMass(1_200);
  expect([unit, of(1_200), of(650), of(2_100)]).toEqual(['t', 1.2, 0.65, 2.1]);
});

it('never writes a share that is there as 0 %', () => {
  expect(formatShare(0, 'zh-TW')).toBe('0%');
  expect(formatShare(0.0004, 'zh-TW')).toBe('不到 0.1%');
  expect(formatShare(0.0004, 'en')).toBe('under 0.1%');
  expect(formatShare(0.0005, 'zh-TW')).toBe('0.1%');
  expect(formatShare(0.042, 'en')).toBe('4.2%');
  expect(formatShare(0.42, 'en')).toBe('42%');
  expect(formatShare(-0.0004, 'zh-TW')).toBe('負不到 0.1%');
  const share = fc.double({ min: -1, max: 1, noNaN: true }).filter((value) => value !== 0);
  fc.assert(
    fc.property(share, fc.constantFrom(...languages), (value, language) => {
      expect(formatShare(value, language)).not.toMatch(/^-?0%$/);
    }),
  );
});
