import { expect, it } from 'vitest';
import { isSafeServerVersion } from './safety.ts';

it.each([
  [180_004, true],
  [170_006, true],
  [170_005, false],
  [160_010, true],
  [150_014, true],
  [150_013, false],
  [140_020, false],
])('server version %i is safe to serve from: %s', (versionNumber, safe) => {
  expect(isSafeServerVersion(versionNumber)).toBe(safe);
});
