import { errorAt, type Finding, isDay } from '@slipstream/quantity';
import { defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';
import type { Measure } from './measures/appraise.ts';

export const diagnosisCaseFindingCodes = [
  'diagnosisCase.dateMissing',
  'diagnosisCase.noMeasurement',
  'diagnosisCase.measureIncomplete',
  'diagnosisCase.noMeasureChosen',
  'diagnosisCase.measureNotProposed',
  'diagnosisCase.effectNotMeasured',
] as const;
type Code = (typeof diagnosisCaseFindingCodes)[number];

const missing = (code: Code, at: Finding['path'], values: Finding['values'] = {}) =>
  errorAt(code, ['facts', ...at], values);

/** What every prescription must state before a report goes out (R26.4, R34). */
const prescribed = ['savedKwh', 'savedCost', 'avoidedKgCO2e', 'paybackYears'] as const;
type Prescribed = { readonly [Field in (typeof prescribed)[number]]: number | null } & Pick<Measure, 'id'>;

const visitDated: Guard<{ readonly visitOn: string | null }> = ({ visitOn }) =>
  isDay(visitOn) ? [] : [missing('diagnosisCase.dateMissing', ['visitOn'], { date: visitOn })];
const somethingMeasured: Guard<{ readonly measurements: number }> = ({ measurements }) =>
  measurements > 0 ? [] : [missing('diagnosisCase.noMeasurement', ['measurements'])];
const measuresComplete: Guard<{ readonly measures: readonly Prescribed[] }> = ({ measures }) =>
  measures.flatMap((measure, index) =>
    prescribed
      .filter((field) => !Number.isFinite(measure[field]))
      .map((field) =>
        missing('diagnosisCase.measureIncomplete', ['measures', index, field], { id: measure.id }),
      ),
  );
const chosenFromReport: Guard<{
  readonly proposed: readonly string[];
  readonly chosen: readonly string[];
}> = ({ proposed, chosen }) =>
  chosen.length === 0
    ? [missing('diagnosisCase.noMeasureChosen', ['chosen'])]
    : chosen.flatMap((id, index) =>
        proposed.includes(id) ? [] : [missing('diagnosisCase.measureNotProposed', ['chosen', index], { id })],
      );
const effectMeasured: Guard<{ readonly savedKwhMeasured: number | null }> = ({ savedKwhMeasured }) =>
  Number.isFinite(savedKwhMeasured) ? [] : [missing('diagnosisCase.effectNotMeasured', ['savedKwhMeasured'])];

const engineer = ['diagnosisEngineer'] as const;

/**
 * A diagnosis from symptom to cure (R26.4, R34): measurement, prescription, implementation, check of the effect.
 * The measured effect may be negative; it must be known. `factory` is whoever may decide for the diagnosed firm.
 */
export const diagnosisCaseMachine = defineMachine({
  name: 'diagnosisCase',
  initial: ['requested'],
  table: {
    requested: {
      schedule: { to: 'scheduled', by: ['diagnosisEngineer', 'programmeManager'], guards: [visitDated] },
    },
    scheduled: { recordMeasurements: { to: 'measured', by: engineer, guards: [somethingMeasured] } },
    measured: { issueReport: { to: 'reported', by: engineer, guards: [measuresComplete] } },
    reported: {
      decide: { to: 'implementing', by: ['factory'], guards: [chosenFromReport] },
      noMeasure: { to: 'closed', by: ['factory'] },
    },
    implementing: { measureAgain: { to: 'verified', by: engineer, guards: [effectMeasured] } },
    verified: { close: { to: 'closed', by: ['diagnosisEngineer', 'programmeManager'] } },
    closed: {},
  },
});
export type DiagnosisCaseState = StateOf<typeof diagnosisCaseMachine>;
