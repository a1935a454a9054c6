import { errorAt, type Finding } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

export const cfpStudyFindingCodes = [
  'cfpStudy.scopeFieldMissing',
  'cfpStudy.stageWithoutNode',
  'cfpStudy.linesNotCalculable',
  'cfpStudy.reviewerIsOwner',
  'cfpStudy.massBalanceUnexplained',
  'cfpStudy.dataQualityUnscored',
  'cfpStudy.reportItemsMissing',
  'cfpStudy.reportNotFrozen',
] as const;
type Code = (typeof cfpStudyFindingCodes)[number];

/** The fields of the goal and scope statements that must be written before data are collected (R3.6). */
export const scopeFields = [
  'intendedApplication',
  'reasons',
  'audience',
  'intendedCommunication',
  'systemAndFunction',
  'functionalUnit',
  'systemBoundary',
  'dataQualityRequirements',
  'dataTimeLimits',
  'useAndEndOfLifeAssumptions',
  'allocation',
  'specificEmissionsAndRemovals',
  'productCategoryMethods',
  'report',
  'criticalReviewType',
  'limitations',
] as const;
export type ScopeField = (typeof scopeFields)[number];

const fault = (code: Code, key: string, values: Finding['values'] = {}) =>
  errorAt(code, ['facts', key], values);

const scopeComplete: Guard<{
  /** Fields that are written; what does not apply is written as such. */
  readonly writtenFields: readonly string[];
}> = ({ writtenFields }) =>
  scopeFields
    .filter((field) => !writtenFields.includes(field))
    .map((field) => fault('cfpStudy.scopeFieldMissing', 'writtenFields', { field }));
const everyStageDrawn: Guard<{ readonly stagesWithoutNode: readonly string[] }> = ({ stagesWithoutNode }) =>
  stagesWithoutNode.map((stage) => fault('cfpStudy.stageWithoutNode', 'stagesWithoutNode', { stage }));
const everyLineCalculable: Guard<{
  /** Lines without a factor or without a conversion to its unit. */
  readonly uncalculableLines: readonly string[];
}> = ({ uncalculableLines }) =>
  uncalculableLines.map((line) => fault('cfpStudy.linesNotCalculable', 'uncalculableLines', { line }));
const reviewedByAnother: Guard<{ readonly owner: string }> = ({ owner }, { actor }) =>
  actor.id === owner ? [fault('cfpStudy.reviewerIsOwner', 'owner', { person: owner })] : [];
const readyToConfirm: Guard<{
  readonly massBalanceExplained: boolean;
  readonly unscoredLines: number;
  /** Numbers of the report items still missing (R20.1). */
  readonly missingReportItems: readonly number[];
}> = ({ massBalanceExplained, unscoredLines, missingReportItems }) => [
  ...(massBalanceExplained === true
    ? []
    : [fault('cfpStudy.massBalanceUnexplained', 'massBalanceExplained')]),
  ...(unscoredLines === 0 ? [] : [fault('cfpStudy.dataQualityUnscored', 'unscoredLines', { unscoredLines })]),
  ...(missingReportItems.length === 0
    ? []
    : [fault('cfpStudy.reportItemsMissing', 'missingReportItems', { items: missingReportItems.join(', ') })]),
];
const reportFrozen: Guard<{ readonly reportFrozen: boolean }> = ({ reportFrozen: frozen }) =>
  frozen === true ? [] : [fault('cfpStudy.reportNotFrozen', 'reportFrozen')];

const archive = { archive: { to: 'archived', by: ['owner'] } } as const;
const publish = { publish: { to: 'published', by: ['owner'], guards: [reportFrozen] } } as const;
const requestReview = { requestReview: { to: 'internalReview', by: ['owner'] } } as const;

/** A product footprint study from its goal to its publication (導入程序, R32, R34); a study goes back by a new version. */
export const cfpStudyMachine = defineMachine({
  name: 'cfpStudy',
  initial: ['initiated'],
  table: {
    initiated: { defineScope: { to: 'scoped', by: ['owner'], guards: [scopeComplete] }, ...archive },
    scoped: { mapFlow: { to: 'flowMapped', by: ['owner'], guards: [everyStageDrawn] }, ...archive },
    flowMapped: { openCollection: { to: 'dataCollection', by: ['owner'] }, ...archive },
    dataCollection: {
      calculate: { to: 'calculated', by: ['owner'], guards: [everyLineCalculable] },
      ...archive,
    },
    calculated: {
      reviseData: { to: 'dataCollection', by: ['owner'] },
      assessUncertainty: { to: 'uncertaintyAssessed', by: ['owner'] },
      ...requestReview,
      ...archive,
    },
    uncertaintyAssessed: { ...requestReview, ...archive },
    internalReview: {
      returnForData: { to: 'dataCollection', by: ['reviewer'], guards: [commentGiven] },
      confirm: { to: 'confirmed', by: ['reviewer'], guards: [reviewedByAnother, readyToConfirm] },
      ...archive,
    },
    confirmed: {
      requestVerification: { to: 'inVerification', by: ['owner'] },
      requestCriticalReview: { to: 'inCriticalReview', by: ['owner'] },
      ...publish,
      ...archive,
    },
    inVerification: { statement: { to: 'verified', by: ['verifier'] }, ...archive },
    inCriticalReview: { summaryReport: { to: 'reviewed', by: ['leadReviewer'] }, ...archive },
    verified: { ...publish, ...archive },
    reviewed: { ...publish, ...archive },
    published: { newVersion: { to: 'dataCollection', by: ['owner'], newVersion: true }, ...archive },
    archived: {},
  },
});
export type CfpStudyState = StateOf<typeof cfpStudyMachine>;
