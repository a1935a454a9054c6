import { addDays, dayInTaiwan, errorAt, type Finding, isDay } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';
import { type LabelEvidence, labelEligibility } from './label-eligibility.ts';

export const labelApplicationFindingCodes = [
  'labelApplication.notEligible',
  'labelApplication.documentMissing',
  'labelApplication.validUntilInvalid',
  'labelApplication.notNearExpiry',
  'labelApplication.stillValid',
] as const;
type Code = (typeof labelApplicationFindingCodes)[number];

/** The footprint label, and the label for its reduction (碳標籤、減碳標籤, R19.1). */
export const labelKinds = ['footprint', 'reduction'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** What is handed in beside the statement or report (R19.1). */
export const labelDocuments = ['applicationForm', 'verificationSummary', 'wayOfMarking'] as const;
export type LabelDocument = (typeof labelDocuments)[number];

/** From so many days before its last valid day a label counts as expiring (R19.4). */
const expiringDays = 90;

const fault = (code: Code, key: string, values: Finding['values'] = {}) =>
  errorAt(code, ['facts', key], values);

/** R19.1, judged on the Taiwanese day of the application. */
const eligible: Guard<{ readonly evidence: Omit<LabelEvidence, 'applicationDate'> }> = (
  { evidence },
  { at },
) => {
  const verdict = labelEligibility({ ...evidence, applicationDate: dayInTaiwan(at) });
  if (!verdict.ok) return verdict.findings;
  return verdict.value.reasons.map((reason) => fault('labelApplication.notEligible', 'evidence', { reason }));
};
const documentsHandedIn: Guard<{ readonly documents: readonly string[] }> = ({ documents }) =>
  labelDocuments
    .filter((document) => !documents.includes(document))
    .map((document) => fault('labelApplication.documentMissing', 'documents', { document }));

interface Validity {
  /** Last valid day of the label, ISO date. */
  readonly validUntil: string;
}
const lastDaysBegun: Guard<Validity> = ({ validUntil }, { at }) =>
  onValidity(
    validUntil,
    'labelApplication.notNearExpiry',
    (day) => dayInTaiwan(at) >= addDays(day, -expiringDays),
  );
const validityEnded: Guard<Validity> = ({ validUntil }, { at }) =>
  onValidity(validUntil, 'labelApplication.stillValid', (day) => dayInTaiwan(at) > day);

function onValidity(validUntil: string, code: Code, holds: (day: string) => boolean): Finding[] {
  if (!isDay(validUntil))
    return [fault('labelApplication.validUntilInvalid', 'validUntil', { found: validUntil })];
  return holds(validUntil) ? [] : [fault(code, 'validUntil', { validUntil })];
}

const handIn = { to: 'submitted', by: ['applicant'], guards: [eligible, documentsHandedIn] } as const;
const revoke = { to: 'revoked', by: ['agency'], guards: [commentGiven] } as const;

/** An application for a label, and the label it becomes (R19, R34). */
export const labelApplicationMachine = defineMachine({
  name: 'labelApplication',
  initial: ['draft'],
  table: {
    draft: { submit: handIn },
    submitted: {
      return: { to: 'returned', by: ['agency'], guards: [commentGiven] },
      grant: { to: 'granted', by: ['agency'] },
    },
    returned: { resubmit: handIn },
    granted: {
      nearExpiry: { to: 'expiring', by: ['system'], guards: [lastDaysBegun] },
      renew: handIn,
      revoke,
    },
    expiring: {
      expire: { to: 'expired', by: ['system'], guards: [validityEnded] },
      renew: handIn,
      revoke,
    },
    expired: {},
    revoked: {},
  },
});
export type LabelApplicationState = StateOf<typeof labelApplicationMachine>;
