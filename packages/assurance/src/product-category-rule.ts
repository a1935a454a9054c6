import { dayInTaiwan, errorAt, type Finding } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';
import { pcrFinalisation } from './pcr-finalisation.ts';

export const pcrFindingCodes = [
  'pcr.existingRuleMissing',
  'pcr.fileMissing',
  'pcr.commentsWithoutReply',
  'pcr.tooEarly',
  'pcr.textChanged',
  'pcr.productStillExists',
] as const;
type Code = (typeof pcrFindingCodes)[number];

/** The five files of a proposal to the agency (R18.3). */
export const pcrProposalFiles = [
  'productInformation',
  'photo',
  'organizationOfWork',
  'stakeholderList',
  'consultant',
] as const;
export type PcrProposalFile = (typeof pcrProposalFiles)[number];

const fault = (code: Code, key: string, values: Finding['values'] = {}) =>
  errorAt(code, ['facts', key], values);

const existingRuleNamed: Guard<{ readonly existingPcrId: string | null }> = ({ existingPcrId }) =>
  existingPcrId?.trim() ? [] : [fault('pcr.existingRuleMissing', 'existingPcrId')];
const fiveFiles: Guard<{ readonly files: readonly string[] }> = ({ files }) =>
  pcrProposalFiles
    .filter((file) => !files.includes(file))
    .map((file) => fault('pcr.fileMissing', 'files', { file }));
const everyCommentReplied: Guard<{ readonly commentsWithoutReply: number }> = ({ commentsWithoutReply }) =>
  commentsWithoutReply === 0
    ? []
    : [fault('pcr.commentsWithoutReply', 'commentsWithoutReply', { commentsWithoutReply })];
const waitedLongEnough: Guard<{
  readonly commentsResolvedOn: string | null;
  readonly lastObjectionResolvedOn: string | null;
}> = (dates, { at }) => {
  const verdict = pcrFinalisation({ ...dates, forLabel: false, today: dayInTaiwan(at) });
  if (!verdict.ok) return verdict.findings;
  const { canFinalise, earliestDate } = verdict.value;
  return canFinalise ? [] : [fault('pcr.tooEarly', 'commentsResolvedOn', { earliestDate })];
};
const textUnchanged: Guard<{ readonly textChanged: boolean }> = ({ textChanged }) =>
  textChanged === false ? [] : [fault('pcr.textChanged', 'textChanged')];
const productGone: Guard<{ readonly productExists: boolean }> = ({ productExists }) =>
  productExists === false ? [] : [fault('pcr.productStillExists', 'productExists')];

interface Use {
  /** Whether the rule is to carry labels: then the working group decides on it. */
  readonly forLabel: boolean;
}

/**
 * The making and keeping of a product category rule (產品類別規則, R18, R34). `pcrOperator` writes it, `workingGroup`
 * decides on rules for labels, a `stakeholder` may object to any other in its 14 days.
 */
export const productCategoryRuleMachine = defineMachine({
  name: 'productCategoryRule',
  initial: ['needAssessment'],
  table: {
    needAssessment: {
      existingFits: { to: 'closedReuse', by: ['pcrOperator'], guards: [existingRuleNamed] },
      develop: {
        to: {
          among: ['proposed', 'drafting'],
          choose: ({ forLabel }: Use) => (forLabel ? 'proposed' : 'drafting'),
        },
        by: ['pcrOperator'],
      },
    },
    proposed: {
      accept: { to: 'drafting', by: ['workingGroup'], guards: [fiveFiles] },
      reject: { to: 'closedRejected', by: ['workingGroup'], guards: [commentGiven] },
    },
    drafting: { publishDraft1: { to: 'consulting', by: ['pcrOperator'] } },
    consulting: {
      closeConsultation: { to: 'revising', by: ['pcrOperator'], guards: [everyCommentReplied] },
    },
    revising: {
      publishDraft2: {
        to: {
          among: ['workingGroupReview', 'waiting'],
          choose: ({ forLabel }: Use) => (forLabel ? 'workingGroupReview' : 'waiting'),
        },
        by: ['pcrOperator'],
      },
    },
    workingGroupReview: {
      changes: { to: 'revising', by: ['workingGroup'], guards: [commentGiven] },
      announce: { to: 'published', by: ['workingGroup'] },
    },
    waiting: {
      objection: { to: 'revising', by: ['stakeholder'], guards: [commentGiven] },
      finalise: { to: 'published', by: ['pcrOperator'], guards: [waitedLongEnough] },
    },
    published: {
      extend: { to: 'published', by: ['pcrOperator'], guards: [textUnchanged], newVersion: true },
      revise: { to: 'needAssessment', by: ['pcrOperator'] },
      abolish: { to: 'abolished', by: ['pcrOperator'], guards: [productGone] },
    },
    closedReuse: {},
    closedRejected: {},
    abolished: {},
  },
});
export type ProductCategoryRuleState = StateOf<typeof productCategoryRuleMachine>;
