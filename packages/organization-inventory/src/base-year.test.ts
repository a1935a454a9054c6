import { expect, it } from 'vitest';
import { type BaseYearChange, baseYearDuty } from './base-year.ts';

const duty = (threshold: number, ...changes: [BaseYearChange, number][]) =>
  baseYearDuty({
    baseYearTonnes: 1000,
    changes: changes.map(([kind, effectTonnes]) => ({ kind, effectTonnes })),
    significanceThresholdPercent: threshold,
  });

it.each([
  ['nothing changed', duty(5), false, 1000, 0, []],
  [
    'a boundary changed a little',
    duty(5, ['organizationalBoundary', -1]),
    true,
    999,
    0,
    ['organizationalBoundary'],
  ],
  ['a category joined', duty(5, ['reportingBoundary', 1]), true, 1001, 0, ['reportingBoundary']],
  ['an error below the threshold', duty(5, ['errorFound', 49]), false, 1049, 4.9, []],
  ['an error at the threshold', duty(5, ['errorFound', -50]), true, 950, 5, ['errorFound']],
  [
    'two small changes that cancel out but weigh together',
    duty(5, ['errorFound', 30], ['methodology', -30]),
    true,
    1000,
    6,
    ['errorFound', 'methodology'],
  ],
  ['more was made', duty(0, ['productionVolume', 900]), false, 1000, 0, []],
  ['a method changed nothing, at a threshold of zero', duty(0, ['methodology', 0]), false, 1000, 0, []],
  ['the same kind twice', duty(1, ['methodology', 10], ['methodology', 10]), true, 1020, 2, ['methodology']],
])('%s', (_, result, mustRecalculate, recalculatedTonnes, significancePercent, because) =>
  expect(result).toEqual({
    ok: true,
    value: {
      mustRecalculate,
      recalculatedTonnes,
      significancePercent: expect.closeTo(significancePercent, 9),
      because,
    },
    findings: [],
  }),
);
it('refuses a base year of nothing, an unknown kind, an effect that is no number', () =>
  expect(
    baseYearDuty({
      baseYearTonnes: 0,
      changes: [{ kind: 'weather' as 'errorFound', effectTonnes: Number.NaN }],
      significanceThresholdPercent: 101,
    }).findings.map(({ path }) => path.join('.')),
  ).toEqual(['baseYearTonnes', 'significanceThresholdPercent', 'changes.0.kind', 'changes.0.effectTonnes']));
