import { atLeast, dayInTaiwan, errorAt, type Finding, isDay } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

export const verificationFindingCodes = [
  'verification.verifierNotIndependent',
  'verification.bodyNotAccredited',
  'verification.documentsOpen',
  'verification.findingsOpen',
  'verification.noFindings',
  'verification.breadthTooSmall',
  'verification.depthNotDone',
  'verification.validUntilInvalid',
  'verification.stillValid',
] as const;
type Code = (typeof verificationFindingCodes)[number];

/** Least share of the absolute contributions that the sampled lines must make up, percent (R6). */
export const samplingBreadthPercent = 75;

const fault = (code: Code, key: string, values: Finding['values'] = {}) => [
  errorAt(code, ['facts', key], values),
];

/** Who verifies must not have advised, and for a label must stand on the label list (R16.1, R31). */
const fitToVerify: Guard<{
  readonly verifierBody: string;
  /** Bodies that advised on the study. */
  readonly consultants: readonly string[];
  readonly forLabel: boolean;
  readonly bodyAccreditedForLabels: boolean;
}> = ({ verifierBody, consultants, forLabel, bodyAccreditedForLabels }) => [
  ...(consultants.includes(verifierBody)
    ? fault('verification.verifierNotIndependent', 'verifierBody', { verifierBody })
    : []),
  ...(forLabel && bodyAccreditedForLabels !== true
    ? fault('verification.bodyNotAccredited', 'verifierBody', { verifierBody })
    : []),
];

interface OpenFindings {
  /** Findings of this verification that the verifier has not closed. */
  readonly openFindings: number;
}
const someOpen: Guard<OpenFindings> = ({ openFindings }) =>
  openFindings > 0 ? [] : fault('verification.noFindings', 'openFindings');
const allClosed: Guard<OpenFindings> = ({ openFindings }) =>
  openFindings === 0 ? [] : fault('verification.findingsOpen', 'openFindings', { openFindings });
const nothingMissing: Guard<{ readonly missingDocuments: number }> = ({ missingDocuments }) =>
  missingDocuments === 0 ? [] : fault('verification.documentsOpen', 'missingDocuments', { missingDocuments });
const sampled: Guard<{
  /** Share of the absolute contributions that was sampled, percent. */
  readonly breadthPercent: number;
  /** Sampled lines whose activity datum or choice of factor is not checked yet. */
  readonly uncheckedLines: number;
}> = ({ breadthPercent, uncheckedLines }) => [
  ...(atLeast(breadthPercent, samplingBreadthPercent)
    ? []
    : fault('verification.breadthTooSmall', 'breadthPercent', {
        breadthPercent,
        least: samplingBreadthPercent,
      })),
  ...(uncheckedLines === 0 ? [] : fault('verification.depthNotDone', 'uncheckedLines', { uncheckedLines })),
];
const validityEnded: Guard<{ readonly validUntil: string }> = ({ validUntil }, { at }) => {
  if (!isDay(validUntil)) return fault('verification.validUntilInvalid', 'validUntil', { found: validUntil });
  return dayInTaiwan(at) > validUntil ? [] : fault('verification.stillValid', 'validUntil', { validUntil });
};

const withdraw = { to: 'withdrawn', by: ['applicant', 'verifier'], guards: [commentGiven] } as const;

/**
 * A verification from application to statement (查證, R16, R34): stage 1 on site, stage 2 on factors and what is left,
 * corrections after each; only the verifier says that a finding is closed.
 */
export const verificationMachine = defineMachine({
  name: 'verification',
  initial: ['applied'],
  table: {
    applied: { acceptContract: { to: 'documentCheck', by: ['verifier'], guards: [fitToVerify] }, withdraw },
    documentCheck: {
      documentsComplete: { to: 'stage1', by: ['verifier'], guards: [nothingMissing] },
      documentsMissing: { to: 'applied', by: ['verifier'], guards: [commentGiven] },
      withdraw,
    },
    stage1: {
      findings: { to: 'corrections1', by: ['verifier'], guards: [someOpen] },
      noFindings: { to: 'stage2', by: ['verifier'], guards: [allClosed] },
      withdraw,
    },
    corrections1: { accepted: { to: 'stage2', by: ['verifier'], guards: [allClosed] }, withdraw },
    stage2: {
      findings: { to: 'corrections2', by: ['verifier'], guards: [someOpen] },
      noFindings: { to: 'decision', by: ['verifier'], guards: [allClosed] },
      withdraw,
    },
    corrections2: { accepted: { to: 'decision', by: ['verifier'], guards: [allClosed] }, withdraw },
    decision: {
      issue: { to: 'statementIssued', by: ['verifier'], guards: [allClosed, sampled] },
      withdraw,
    },
    statementIssued: { expire: { to: 'expired', by: ['system'], guards: [validityEnded] } },
    withdrawn: {},
    expired: {},
  },
});
export type VerificationState = StateOf<typeof verificationMachine>;
