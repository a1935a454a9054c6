import { errorAt } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

/** `major`: must be corrected before a statement; `minor`: an error without weight; `clarification`: a question. */
export const findingSeverities = ['major', 'minor', 'clarification'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** Where a finding can be raised (R16.2). */
export const findingStages = ['documentCheck', 'stage1', 'stage2'] as const;
export type FindingStage = (typeof findingStages)[number];

/** What a verifier found and the firm replied (缺失／改善, R16.3). */
export interface VerificationFinding {
  readonly id: string;
  readonly stage: FindingStage;
  /** Line of the inventory it is about; null where it is about the whole. */
  readonly lineId: string | null;
  readonly text: string;
  readonly severity: FindingSeverity;
  readonly reply: string | null;
  readonly evidence: readonly string[];
  readonly state: VerificationFindingState;
}

export const verificationReplyFindingCodes = ['verificationFinding.replyMissing'] as const;

const replyWritten: Guard<{ readonly reply: string | null }> = ({ reply }) =>
  reply?.trim() ? [] : [errorAt('verificationFinding.replyMissing', ['facts', 'reply'])];

/** The life of one finding: the firm replies, the verifier alone closes or asks again (R16.3). */
export const verificationFindingMachine = defineMachine({
  name: 'verificationFinding',
  initial: ['open'],
  table: {
    open: {
      reply: { to: 'replied', by: ['applicant'], guards: [replyWritten] },
      close: { to: 'closed', by: ['verifier'], guards: [commentGiven] },
    },
    replied: {
      askAgain: { to: 'open', by: ['verifier'], guards: [commentGiven] },
      close: { to: 'closed', by: ['verifier'] },
    },
    closed: {},
  },
});
export type VerificationFindingState = StateOf<typeof verificationFindingMachine>;

/** The findings a statement still waits for (R16.3, R34). */
export function openFindings(findings: readonly VerificationFinding[]): readonly VerificationFinding[] {
  return findings.filter(({ state }) => state !== 'closed');
}
