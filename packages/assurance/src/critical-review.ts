import { errorAt, type Finding } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';
import { missingReviewDocuments } from './review-documents.ts';

export const criticalReviewFindingCodes = [
  'criticalReview.notQualified',
  'criticalReview.documentMissing',
  'criticalReview.siteVisitNotRecorded',
  'criticalReview.commentsOpen',
  'criticalReview.noComments',
] as const;
type Code = (typeof criticalReviewFindingCodes)[number];

/** What applicant and product must be to be reviewed at all (R17.1). */
export const reviewQualifications = [
  'applicantRegistered',
  'productReallyMade',
  'meetsNationalStandards',
  'calculatedWithPcr',
  'noEnvironmentalPenalty',
] as const;
export type ReviewQualification = (typeof reviewQualifications)[number];

const fault = (code: Code, key: string, values: Finding['values'] = {}) =>
  errorAt(code, ['facts', key], values);

const qualified: Guard<{ readonly qualifications: readonly string[] }> = ({ qualifications }) =>
  reviewQualifications
    .filter((qualification) => !qualifications.includes(qualification))
    .map((qualification) => fault('criticalReview.notQualified', 'qualifications', { qualification }));
const documentsHandedIn: Guard<{
  readonly documents: readonly string[];
  readonly isSeriesProduct: boolean;
}> = ({ documents, isSeriesProduct }) =>
  missingReviewDocuments(documents, isSeriesProduct).missing.map((document) =>
    fault('criticalReview.documentMissing', 'documents', { document }),
  );
const visitRecorded: Guard<{ readonly siteVisit: 'notHeld' | 'held' | 'recorded' }> = ({ siteVisit }) =>
  siteVisit === 'held' ? [fault('criticalReview.siteVisitNotRecorded', 'siteVisit')] : [];

interface OpenComments {
  /** Comments of the reviewers that are not closed. */
  readonly openComments: number;
}
const someOpen: Guard<OpenComments> = ({ openComments }) =>
  openComments > 0 ? [] : [fault('criticalReview.noComments', 'openComments')];
const noneOpen: Guard<OpenComments> = ({ openComments }) =>
  openComments === 0 ? [] : [fault('criticalReview.commentsOpen', 'openComments', { openComments })];

const leave = {
  reject: { to: 'closed', by: ['reviewOffice', 'leadReviewer'], guards: [commentGiven] },
  withdraw: { to: 'closed', by: ['applicant'] },
} as const;

/**
 * A critical review in its six steps (關鍵性審查, R17, R34): application, document check and reply as often as needed,
 * expert review and reply as often as needed, confirmation by the lead reviewer.
 */
export const criticalReviewMachine = defineMachine({
  name: 'criticalReview',
  initial: ['applied'],
  table: {
    applied: {
      submit: { to: 'documentCheck', by: ['applicant'], guards: [qualified, documentsHandedIn] },
      ...leave,
    },
    documentCheck: {
      incomplete: { to: 'applicantReply1', by: ['reviewOffice'], guards: [commentGiven] },
      complete: { to: 'expertReview', by: ['reviewOffice'] },
      ...leave,
    },
    applicantReply1: { resubmit: { to: 'documentCheck', by: ['applicant'] }, ...leave },
    expertReview: {
      comments: { to: 'applicantReply2', by: ['reviewExpert'], guards: [visitRecorded, someOpen] },
      allClosed: { to: 'leadConfirmation', by: ['reviewExpert'], guards: [visitRecorded, noneOpen] },
      ...leave,
    },
    applicantReply2: { resubmit: { to: 'expertReview', by: ['applicant'] }, ...leave },
    leadConfirmation: { confirm: { to: 'reportIssued', by: ['leadReviewer'] }, ...leave },
    reportIssued: {},
    closed: {},
  },
});
export type CriticalReviewState = StateOf<typeof criticalReviewMachine>;
