import { errorAt } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

export const consultationFindingCodes = [
  'consultation.consultantMissing',
  'consultation.notTheConsultant',
  'consultation.answerMissing',
] as const;

interface Assignment {
  /** Person who answers. */
  readonly consultant: string | null;
}
const consultantNamed: Guard<Assignment> = ({ consultant }) =>
  consultant?.trim() ? [] : [errorAt('consultation.consultantMissing', ['facts', 'consultant'])];
const byTheConsultant: Guard<Assignment> = ({ consultant }, { actor }) =>
  actor.id === consultant
    ? []
    : [errorAt('consultation.notTheConsultant', ['facts', 'consultant'], { person: actor.id })];
const answerWritten: Guard<{ readonly answer: string | null }> = ({ answer }) =>
  answer?.trim() ? [] : [errorAt('consultation.answerMissing', ['facts', 'answer'])];

const reopen = { to: 'assigned', by: ['asker'], guards: [commentGiven] } as const;

/** A question and its answer (線上諮詢, R28.1, R34). */
export const consultationMachine = defineMachine({
  name: 'consultation',
  initial: ['asked'],
  table: {
    asked: { assign: { to: 'assigned', by: ['programmeManager'], guards: [consultantNamed] } },
    assigned: { answer: { to: 'answered', by: ['consultant'], guards: [byTheConsultant, answerWritten] } },
    answered: { close: { to: 'closed', by: ['asker'] }, reopen },
    closed: { reopen },
  },
});
export type ConsultationState = StateOf<typeof consultationMachine>;
