import { decide } from '@slipstream/state-machine';
import { arrows, breaches } from '@slipstream/state-machine/laws';
import { describe, expect, it } from 'vitest';
import { diagnosisCaseMachine } from './diagnosis-case.ts';

const now = '2022-03-08T02:00:00Z';
const engineer = { role: 'diagnosisEngineer', id: 'lin' } as const;
const factory = { role: 'factory', id: 'mei' } as const;
const measure = {
  id: 'compressedAir.repairLeaks',
  savedKwh: 1000,
  savedCost: 3000,
  avoidedKgCO2e: 500,
  paybackYears: 0,
} as const;

describe('a diagnosis case', () => {
  it('keeps to its table', () => expect(breaches(diagnosisCaseMachine)).toEqual([]));
  it('has the arrows of R34', () =>
    expect(arrows(diagnosisCaseMachine)).toEqual([
      'requested --schedule--> scheduled',
      'scheduled --recordMeasurements--> measured',
      'measured --issueReport--> reported',
      'reported --decide--> implementing',
      'reported --noMeasure--> closed',
      'implementing --measureAgain--> verified',
      'verified --close--> closed',
    ]));
  it('needs a day for the visit and something measured', () => {
    const schedule = (visitOn: string | null) =>
      decide(
        diagnosisCaseMachine,
        'requested',
        { event: 'schedule', actor: engineer, facts: { visitOn } },
        now,
      );
    expect(schedule('2022-03-10')).toMatchObject({ ok: true });
    for (const none of [null, '', '2022-02-30'])
      expect(schedule(none).findings).toMatchObject([
        { code: 'diagnosisCase.dateMissing', path: ['facts', 'visitOn'] },
      ]);
    const record = (measurements: number) =>
      decide(
        diagnosisCaseMachine,
        'scheduled',
        { event: 'recordMeasurements', actor: engineer, facts: { measurements } },
        now,
      );
    expect(record(1)).toMatchObject({ ok: true });
    for (const none of [0, Number.NaN])
      expect(record(none).findings).toMatchObject([{ code: 'diagnosisCase.noMeasurement' }]);
  });
  it('reports only measures that state kWh, cost, CO2e and payback', () => {
    const report = (...measures: object[]) =>
      decide(
        diagnosisCaseMachine,
        'measured',
        { event: 'issueReport', actor: engineer, facts: { measures: measures as (typeof measure)[] } },
        now,
      );
    expect(report(measure)).toMatchObject({ ok: true });
    expect(report()).toMatchObject({ ok: true });
    expect(
      report(measure, { id: measure.id, savedKwh: null, savedCost: Number.NaN, avoidedKgCO2e: 1 }).findings,
    ).toMatchObject([
      { code: 'diagnosisCase.measureIncomplete', path: ['facts', 'measures', 1, 'savedKwh'] },
      { path: ['facts', 'measures', 1, 'savedCost'] },
      { path: ['facts', 'measures', 1, 'paybackYears'] },
    ]);
  });
  it('implements what was proposed and chosen', () => {
    const choose = (...chosen: string[]) =>
      decide(
        diagnosisCaseMachine,
        'reported',
        { event: 'decide', actor: factory, facts: { proposed: ['a', 'b'], chosen } },
        now,
      );
    expect(choose('b')).toMatchObject({ ok: true, value: { to: 'implementing' } });
    expect(choose().findings).toMatchObject([{ code: 'diagnosisCase.noMeasureChosen' }]);
    expect(choose('a', 'c').findings).toMatchObject([
      { code: 'diagnosisCase.measureNotProposed', path: ['facts', 'chosen', 1], values: { id: 'c' } },
    ]);
  });
  it('is verified by a measured effect, welcome or not', () => {
    const again = (savedKwhMeasured: number | null) =>
      decide(
        diagnosisCaseMachine,
        'implementing',
        { event: 'measureAgain', actor: engineer, facts: { savedKwhMeasured } },
        now,
      );
    for (const effect of [900, 0, -100]) expect(again(effect)).toMatchObject({ ok: true });
    for (const none of [null, Number.NaN])
      expect(again(none).findings).toMatchObject([{ code: 'diagnosisCase.effectNotMeasured' }]);
  });
});
