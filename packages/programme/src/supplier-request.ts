import { dayInTaiwan, dayNumber, errorAt, type Finding, isDay, isInstant } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';
import { type ConfidentialityLevel, confidentialityLevels } from './disclosure/levels.ts';

/** What the supplier is to hand in: its sheet, its calculated footprint, or either as it likes (R15.1). */
export const answerModes = ['inventorySheet', 'computedFootprint', 'either'] as const;
export type AnswerMode = (typeof answerModes)[number];

export const supplierRequestFindingCodes = [
  'supplierRequest.dueDateMissing',
  'supplierRequest.dueDatePast',
  'supplierRequest.recipientMissing',
  'supplierRequest.modeUnknown',
  'supplierRequest.confidentialityNotOffered',
  'supplierRequest.fillerMissing',
  'supplierRequest.reviewerMissing',
  'supplierRequest.fillerIsReviewer',
  'supplierRequest.notTheFiller',
  'supplierRequest.notTheReviewer',
  'supplierRequest.blockingChecks',
  'supplierRequest.noNewerVersion',
] as const;
type Code = (typeof supplierRequestFindingCodes)[number];

const missing = (code: Code, key: string, values: Finding['values'] = {}) => [
  errorAt(code, ['facts', key], values),
];
const isBlank = (text: string | null) => text === null || text.trim() === '';

/** Two different people fill in and review (R15.1, R15.4, R31). */
interface Hands {
  readonly filler: string | null;
  readonly reviewer: string | null;
}

const dueDateAhead: Guard<{ readonly dueDate: string | null }> = ({ dueDate }, { at }) => {
  if (!isDay(dueDate)) return missing('supplierRequest.dueDateMissing', 'dueDate', { dueDate });
  const today = dayInTaiwan(at);
  return dueDate < today ? missing('supplierRequest.dueDatePast', 'dueDate', { dueDate, today }) : [];
};
const recipientNamed: Guard<{ readonly recipient: string | null }> = ({ recipient }) =>
  isBlank(recipient) ? missing('supplierRequest.recipientMissing', 'recipient') : [];
const modeKnown: Guard<{ readonly mode: AnswerMode | null }> = ({ mode }) =>
  answerModes.includes(mode as AnswerMode) ? [] : missing('supplierRequest.modeUnknown', 'mode', { mode });
const somethingOffered: Guard<{ readonly confidentialityOffered: readonly ConfidentialityLevel[] }> = ({
  confidentialityOffered,
}) =>
  confidentialityOffered.some((level) => confidentialityLevels.includes(level))
    ? []
    : missing('supplierRequest.confidentialityNotOffered', 'confidentialityOffered');
const chosenFromOffer: Guard<{
  readonly confidentiality: ConfidentialityLevel | null;
  readonly confidentialityOffered: readonly ConfidentialityLevel[];
}> = ({ confidentiality, confidentialityOffered }) =>
  confidentialityOffered.includes(confidentiality as ConfidentialityLevel)
    ? []
    : missing('supplierRequest.confidentialityNotOffered', 'confidentiality', {
        confidentiality,
        offered: confidentialityOffered.join(', '),
      });
const twoHandsNamed: Guard<Hands> = ({ filler, reviewer }) => [
  ...(isBlank(filler) ? missing('supplierRequest.fillerMissing', 'filler') : []),
  ...(isBlank(reviewer) ? missing('supplierRequest.reviewerMissing', 'reviewer') : []),
  ...(!isBlank(filler) && filler === reviewer
    ? missing('supplierRequest.fillerIsReviewer', 'reviewer', { person: filler })
    : []),
];
const byTheFiller: Guard<{ readonly filler: string | null }> = ({ filler }, { actor }) =>
  actor.id === filler ? [] : missing('supplierRequest.notTheFiller', 'filler', { person: actor.id });
const byTheReviewer: Guard<{ readonly reviewer: string | null }> = ({ reviewer }, { actor }) =>
  actor.id === reviewer ? [] : missing('supplierRequest.notTheReviewer', 'reviewer', { person: actor.id });
const nothingBlocks: Guard<{ readonly blockingChecks: number }> = ({ blockingChecks }) =>
  blockingChecks === 0 ? [] : missing('supplierRequest.blockingChecks', 'blockingChecks', { blockingChecks });
const newerApproved: Guard<{ readonly version: number; readonly newerApprovedVersion: number | null }> = ({
  version,
  newerApprovedVersion,
}) =>
  newerApprovedVersion !== null && newerApprovedVersion > version
    ? []
    : missing('supplierRequest.noNewerVersion', 'newerApprovedVersion', { version, newerApprovedVersion });

const cancel = { to: 'cancelled', by: ['leadFirm'] } as const;

/**
 * A lead firm's request to a supplier (R15.4, R34). `supplier` is anyone who may act for the firm;
 * `supplierFiller` and `supplierReviewer` are the two people named on acceptance.
 */
export const supplierRequestMachine = defineMachine({
  name: 'supplierRequest',
  initial: ['draft'],
  table: {
    draft: {
      send: {
        to: 'sent',
        by: ['leadFirm'],
        guards: [dueDateAhead, recipientNamed, modeKnown, somethingOffered],
      },
      cancel,
    },
    sent: {
      accept: { to: 'accepted', by: ['supplier'], guards: [twoHandsNamed, chosenFromOffer] },
      decline: { to: 'declined', by: ['supplier'], guards: [commentGiven] },
      cancel,
    },
    accepted: {
      start: { to: 'inProgress', by: ['supplierFiller'], guards: [byTheFiller] },
      cancel,
    },
    inProgress: {
      submit: {
        to: 'submitted',
        by: ['supplierReviewer'],
        guards: [twoHandsNamed, byTheReviewer, nothingBlocks],
      },
      cancel,
    },
    submitted: { take: { to: 'underReview', by: ['leadFirm'] } },
    underReview: {
      return: { to: 'returned', by: ['leadFirm'], guards: [commentGiven] },
      approve: { to: 'approved', by: ['leadFirm'] },
    },
    returned: { resume: { to: 'inProgress', by: ['supplierFiller'], guards: [byTheFiller] } },
    approved: { supersede: { to: 'superseded', by: ['system'], guards: [newerApproved] } },
    declined: {},
    cancelled: {},
    superseded: {},
  },
});
export type SupplierRequestState = StateOf<typeof supplierRequestMachine>;

const waitingForTheSupplier: readonly SupplierRequestState[] = ['sent', 'accepted', 'inProgress', 'returned'];

/** Whether it is the supplier's turn. */
export function isWaitingForSupplier(state: SupplierRequestState): boolean {
  return waitingForTheSupplier.includes(state);
}

/** Whether the supplier has accepted and is at its answer, which nobody else sees yet. */
export function isBeingFilledIn(state: SupplierRequestState): boolean {
  return state === 'accepted' || state === 'inProgress';
}

/**
 * Whether the supplier is late: the due day has ended in Taiwan and the answer still lies with the supplier.
 * A flag beside the state, never a state (R15.4). False where the due date or `now` (ISO instant) is unreadable.
 */
export function isOverdue(state: SupplierRequestState, dueDate: string | null, now: string): boolean {
  return daysOverdue(state, dueDate, now) > 0;
}

/** For how many days a supplier is late, as {@link isOverdue} says it; 0 where it is not. */
export function daysOverdue(state: SupplierRequestState, dueDate: string | null, now: string): number {
  if (!isWaitingForSupplier(state) || !isDay(dueDate) || !isInstant(now)) return 0;
  return Math.max(0, dayNumber(dayInTaiwan(now)) - dayNumber(dueDate));
}
