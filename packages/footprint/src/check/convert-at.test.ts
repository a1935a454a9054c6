import type { Finding } from '@slipstream/quantity';
import { expect, it } from 'vitest';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Flow } from '../model/process.ts';
import { flow } from '../test-drafts.ts';
import { convertAt } from './convert-at.ts';

const convert = (value: number, from: string, to: string, more: Partial<Flow> = {}) => {
  const findings: Finding<FootprintFindingCode>[] = [];
  const carrier = { flow: flow('resin', more), index: 3 };
  const converted = convertAt(value, from, to, carrier, (part) => [part], findings);
  return converted ?? findings.map(({ code, path }) => [code, path]);
};

it('converts by what is known of the flow', () => {
  expect(convert(2, 't', 'kg')).toBe(2000);
  expect(convert(2, 'L', 'kg', { densityKgPerL: 1.5 })).toBe(3);
});

it('finds what is missing at the flow, what does not fit at the source, and the rest where it stands', () => {
  expect(convert(2, 'L', 'kg')).toEqual([['unit.densityRequired', ['flows', 3, 'densityKgPerL']]]);
  expect(convert(2, 'kWh', 'kg')).toEqual([['unit.incompatible', ['from']]]);
  expect(convert(1e306, 't', 'kg')).toEqual([['unit.resultOutOfRange', ['value']]]);
  // 度 of what?
  expect(convert(2, 'du', 'kWh')).toEqual([['unit.mediumRequired', ['from']]]);
  expect(convert(2, 'kWh', 'du')).toEqual([['unit.mediumRequired', ['to']]]);
});
