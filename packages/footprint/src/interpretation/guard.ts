import { accept, errorAt, type Finding, type Result, refuse } from '@slipstream/quantity';

/** Codes of numbers that cannot be calculated with, shared by every reading of a footprint. */
export const guardFindingCodes = [
  'value.notFinite',
  'value.negative',
  'value.notPositive',
  'value.tooLarge',
] as const;
export type GuardFindingCode = (typeof guardFindingCodes)[number];

/** What a number from outside must be. */
export type NumberRule = 'finite' | 'nonNegative' | 'positive';

/** No finding if `value` is a number of that kind, else the one finding that names what is wrong with it. */
export function checkNumber(
  value: unknown,
  rule: NumberRule,
  path: Finding['path'],
): readonly Finding<GuardFindingCode>[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return [errorAt('value.notFinite', path, { found: value === null ? null : String(value) })];
  }
  if (rule === 'nonNegative' && value < 0) return [errorAt('value.negative', path, { found: value })];
  if (rule === 'positive' && value <= 0) return [errorAt('value.notPositive', path, { found: value })];
  return [];
}

/** Accepts `value` unless a number in it left the range of doubles: then it is refused as `value.tooLarge`. */
export function settle<Value, Code extends string = never>(
  value: Value,
  findings: readonly Finding<Code>[] = [],
): Result<Value, Code | GuardFindingCode> {
  const place = placeOfNonFinite(value, []);
  return place ? refuse(errorAt('value.tooLarge', place)) : accept(value, findings);
}

function placeOfNonFinite(value: unknown, path: Finding['path']): Finding['path'] | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const place = placeOfNonFinite(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (place) return place;
  }
  return null;
}
