import { expect, it } from 'vitest';
import { compareText, plainText } from './text.ts';

it('plainText makes one form of what looks alike', () => {
  expect(plainText('　１２\u200b㎏ \t per  year\n')).toBe('12kg per year');
  expect(plainText('5−3–1')).toBe('5-3-1');
});

it('compareText orders by code units, capitals before small letters', () => {
  expect(['b', 'a', 'B', 'é', 'a'].sort(compareText)).toEqual(['B', 'a', 'a', 'b', 'é']);
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0]);
});
