import type { Finding } from '@slipstream/quantity';
import { describe, expect, it } from 'vitest';
import {
  checkProductSystem,
  type Exchange,
  type FootprintFindingCode,
  normalisePerUnit,
  type Process,
  type ProductSystemDraft,
  separateReporting,
  stageShares,
  totalOfLines,
} from '../index.ts';
import { draft, factor, input, link, output, unitProcess } from '../test-drafts.ts';

// Whatever is wrong with a model ends in a finding that names the place and shows the value: no exception, no zero.

type Expected = readonly [code: FootprintFindingCode, path: Finding['path'], values?: Finding['values']];

const power = (amount: number | null, unit: string | null, more: Partial<Exchange> = {}) =>
  input('power', amount, unit, { factor: factor(0.5, 'kgCO2e/kWh'), ...more });
const mill = (inputs: readonly Exchange[], made: readonly Exchange[] = [output('sheet', 10, 'kg')]) =>
  unitProcess('mill', [...made, ...inputs]);
const millOf = (...inputs: readonly Exchange[]) => draft([mill(inputs)]);
const powerAt = (...rest: Finding['path']) => ['processes', 0, 'exchanges', 1, ...rest];

/** Two products that share their power by given shares. */
const shared = (sheet: number, scrap: number) => {
  const made = [output('sheet', 6, 'kg'), output('scrap', 4, 'kg')];
  const factors = [
    { exchange: 'sheet', value: sheet },
    { exchange: 'scrap', value: scrap },
  ];
  const allocation = { basis: 'mass', given: 'share', factors } as const;
  return draft([{ ...mill([power(3, 'kWh')], made), allocation }]);
};

/** A mill that takes back `gain` kg of its own scrap for each kg of sheet. */
const loop = (gain: number) =>
  draft(
    [
      mill([input('scrap', gain, 'kg')], [output('sheet', 1, 'kg')]),
      unitProcess('furnace', [output('scrap', 1, 'kg'), input('sheet', 1, 'kg')]),
    ],
    [link('mill', 'scrap', 'furnace'), link('furnace', 'sheet', 'mill')],
  );

const twice = (process: Process) => draft([process, process]);
const inPeriod = (start: string, end: string) => millOf(power(3, 'kWh', { period: { start, end } }));

const faults: Record<string, readonly [ProductSystemDraft, ...Expected[]]> = {
  'a missing unit': [millOf(power(3, null)), ['unit.missing', powerAt('unit')]],
  'an unknown unit': [millOf(power(3, 'kWhh')), ['unit.unknown', powerAt('unit'), { unit: 'kWhh' }]],
  'a unit that measures something else': [
    millOf(power(3, 'kg')),
    ['unit.incompatible', powerAt('unit'), { from: 'kg', to: 'kWh' }],
  ],
  'a missing amount': [millOf(power(null, 'kWh')), ['value.absent', powerAt('amount')]],
  'an amount that is no number': [
    millOf(power(Number.NaN, 'kWh')),
    ['value.notNumeric', powerAt('amount'), { value: 'NaN' }],
  ],
  'a negative mass': [
    millOf(power(-3, 'kWh')),
    ['value.outOfDomain', powerAt('amount'), { value: -3, min: 0 }],
  ],
  'nothing made, by which all would be divided': [
    draft([mill([power(3, 'kWh')], [output('sheet', 0, 'kg')])]),
    ['value.outOfDomain', ['processes', 0, 'exchanges', 0, 'amount'], { value: 0, above: 0 }],
  ],
  'shares that do not add to one': [
    shared(0.7, 0.4),
    ['allocation.sharesDoNotAdd', ['processes', 0, 'allocation', 'factors'], { sum: 0.7 + 0.4 }],
  ],
  'shares of which none is above zero': [
    shared(0, 0),
    ['allocation.noWeight', ['processes', 0, 'allocation', 'factors']],
  ],
  'a loop that needs all it makes': [
    loop(1),
    ['solver.loopWithoutFiniteAnswer', ['processes', 1], { size: 2, processes: 'furnace, mill' }],
  ],
  'a loop that needs more than it makes': [
    loop(1.2),
    ['solver.loopWithoutFiniteAnswer', ['processes', 1], { size: 2, processes: 'furnace, mill' }],
  ],
  'a process of the same id': [
    twice(mill([power(3, 'kWh')])),
    ['id.duplicate', ['processes', 1, 'id'], { id: 'mill' }],
  ],
  'an exchange of the same id': [
    millOf(power(3, 'kWh'), power(4, 'kWh')),
    ['id.duplicate', ['processes', 0, 'exchanges', 2, 'id'], { id: 'power' }],
  ],
  'a period that ends before it starts': [
    inPeriod('2024-06-30', '2024-01-01'),
    ['period.reversed', powerAt('period'), { start: '2024-06-30', end: '2024-01-01' }],
  ],
  'data from another year than the study': [
    inPeriod('2022-01-01', '2022-12-31'),
    [
      'period.outside',
      powerAt('period'),
      { start: '2022-01-01', end: '2022-12-31', studyStart: '2024-01-01', studyEnd: '2024-12-31' },
    ],
  ],
};

it.each(Object.entries(faults))('finds %s', (_, [drawn, ...expected]) => {
  const { ok, findings } = checkProductSystem(drawn);
  expect(findings.map(({ code, path, values }) => [code, path, values])).toEqual(
    expected.map(([code, path, values = {}]) => [code, path, values]),
  );
  expect(ok).toBe(false);
});

it('tells an answer of zero from no answer', () => {
  expect(checkProductSystem(millOf(power(0, 'kWh')))).toMatchObject({ ok: true, findings: [] });
  expect(checkProductSystem(shared(0.6, 0.4)).ok).toBe(true);
  expect(checkProductSystem(loop(0.9)).ok).toBe(true);
});

describe('a denominator of zero', () => {
  it('has no percentage, no unit and no total', () => {
    expect(stageShares([{ stage: 'manufacturing', value: 0 }])).toMatchObject({
      findings: [{ code: 'value.outOfDomain', path: ['total'], values: { value: 0 } }],
    });
    const nothing = { fossil: 0, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 };
    expect(separateReporting([{ stage: 'manufacturing', ...nothing }])).toMatchObject({
      findings: [{ code: 'value.outOfDomain', path: ['total'], values: { value: 0 } }],
    });
    expect(normalisePerUnit(0, [{ name: 'power', total: 900, unit: 'kWh' }])).toMatchObject({
      findings: [{ code: 'value.outOfDomain', path: ['units'], values: { value: 0 } }],
    });
    const line = { activity: 1, activityUnit: 'kWh', factor: 0.5, factorUnit: 'kgCO2e/' };
    expect(totalOfLines([line], 'kgCO2e')).toMatchObject({
      findings: [
        { code: 'factor.unitMalformed', path: ['lines', 0, 'factorUnit'], values: { unit: 'kgCO2e/' } },
      ],
    });
  });
});
