import { expect, it } from 'vitest';
import { formatShare } from './format.ts';

it('never writes a share that is there as 0 %', () => {
  expect(formatShare(0, 'zh-TW')).toBe('0%');
  expect(formatShare(0.0004, 'zh-TW')).toBe('不到 0.1%');
  expect(formatShare(0.0004, 'en')).toBe('under 0.1%');
  expect(formatShare(0.0005, 'zh-TW')).toBe('0.1%');
  expect(formatShare(0.042, 'en')).toBe('4.2%');
  expect(formatShare(0.42, 'en')).toBe('42%');
});
