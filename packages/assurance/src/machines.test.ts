import { decide, type Machine } from '@slipstream/state-machine';
import { arrows, breaches, everyPair, walk } from '@slipstream/state-machine/laws';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cfpStudyMachine, scopeFields } from './cfp-study.ts';
import { criticalReviewMachine, reviewQualifications } from './critical-review.ts';
import { labelApplicationMachine, labelDocuments } from './label-application.ts';
import { pcrProposalFiles, productCategoryRuleMachine } from './product-category-rule.ts';
import { reviewDocuments } from './review-documents.ts';
import { verificationMachine } from './verification.ts';
import { verificationFindingMachine } from './verification-finding.ts';

/** The arrows of R34, `from --event--> to`, spaces folded. */
const r34: readonly (readonly [Machine, string])[] = [
  [
    cfpStudyMachine,
    `initiated --defineScope--> scoped
    scoped --mapFlow--> flowMapped
    flowMapped --openCollection--> dataCollection
    dataCollection --calculate--> calculated
    calculated --reviseData--> dataCollection
    calculated --assessUncertainty--> uncertaintyAssessed
    calculated --requestReview--> internalReview
    uncertaintyAssessed --requestReview--> internalReview
    internalReview --returnForData--> dataCollection
    internalReview --confirm--> confirmed
    confirmed --requestVerification--> inVerification
    inVerification --statement--> verified
    confirmed --requestCriticalReview--> inCriticalReview
    inCriticalReview --summaryReport--> reviewed
    confirmed --publish--> published
    verified --publish--> published
    reviewed --publish--> published
    published --newVersion--> dataCollection
    ${cfpStudyMachine.states
      .filter((state) => state !== 'archived')
      .map((state) => `${state} --archive--> archived`)
      .join('\n')}`,
  ],
  [
    verificationMachine,
    `applied --acceptContract--> documentCheck
    documentCheck --documentsComplete--> stage1
    documentCheck --documentsMissing--> applied
    stage1 --findings--> corrections1
    corrections1 --accepted--> stage2
    stage1 --noFindings--> stage2
    stage2 --findings--> corrections2
    corrections2 --accepted--> decision
    stage2 --noFindings--> decision
    decision --issue--> statementIssued
    statementIssued --expire--> expired
    ${['applied', 'documentCheck', 'stage1', 'corrections1', 'stage2', 'corrections2', 'decision']
      .map((state) => `${state} --withdraw--> withdrawn`)
      .join('\n')}`,
  ],
  [
    criticalReviewMachine,
    `applied --submit--> documentCheck
    documentCheck --incomplete--> applicantReply1
    applicantReply1 --resubmit--> documentCheck
    documentCheck --complete--> expertReview
    expertReview --comments--> applicantReply2
    applicantReply2 --resubmit--> expertReview
    expertReview --allClosed--> leadConfirmation
    leadConfirmation --confirm--> reportIssued
    ${['applied', 'documentCheck', 'applicantReply1', 'expertReview', 'applicantReply2', 'leadConfirmation']
      .map((state) => `${state} --reject--> closed\n${state} --withdraw--> closed`)
      .join('\n')}`,
  ],
  [
    productCategoryRuleMachine,
    `needAssessment --existingFits--> closedReuse
    needAssessment --develop--> proposed
    needAssessment --develop--> drafting
    proposed --accept--> drafting
    proposed --reject--> closedRejected
    drafting --publishDraft1--> consulting
    consulting --closeConsultation--> revising
    revising --publishDraft2--> workingGroupReview
    revising --publishDraft2--> waiting
    workingGroupReview --changes--> revising
    workingGroupReview --announce--> published
    waiting --objection--> revising
    waiting --finalise--> published
    published --extend--> published
    published --revise--> needAssessment
    published --abolish--> abolished`,
  ],
  [
    labelApplicationMachine,
    `draft --submit--> submitted
    submitted --return--> returned
    returned --resubmit--> submitted
    submitted --grant--> granted
    granted --nearExpiry--> expiring
    expiring --expire--> expired
    granted --renew--> submitted
    expiring --renew--> submitted
    granted --revoke--> revoked
    expiring --revoke--> revoked`,
  ],
  [
    verificationFindingMachine,
    `open --reply--> replied
    open --close--> closed
    replied --askAgain--> open
    replied --close--> closed`,
  ],
];

/** Facts that satisfy every guard, and the same with one of them broken. */
const goodFacts = {
  writtenFields: scopeFields,
  stagesWithoutNode: [],
  uncalculableLines: [],
  owner: 'owner',
  massBalanceExplained: true,
  unscoredLines: 0,
  missingReportItems: [],
  reportFrozen: true,
  verifierBody: 'sgs',
  consultants: ['itri'],
  forLabel: true,
  bodyAccreditedForLabels: true,
  missingDocuments: 0,
  breadthPercent: 75,
  uncheckedLines: 0,
  validUntil: '2022-01-31',
  qualifications: reviewQualifications,
  documents: [...reviewDocuments, ...labelDocuments],
  isSeriesProduct: true,
  siteVisit: 'recorded',
  existingPcrId: '10-001',
  files: pcrProposalFiles,
  commentsWithoutReply: 0,
  commentsResolvedOn: '2022-01-01',
  lastObjectionResolvedOn: null,
  textChanged: false,
  productExists: false,
  evidence: { basis: 'criticalReviewReport', assurance: null, validUntil: '2030-01-01', pcrConformant: true },
  reply: 'corrected',
};
const now = '2022-03-08T02:00:00Z';

describe.each(r34.map(([machine, told]) => [machine.name, machine, told] as const))(
  '%s',
  (_, machine, told) => {
    it('keeps to its table', () => expect(breaches(machine)).toEqual([]));
    it('has the arrows of R34 and no other', () =>
      expect(arrows(machine).sort()).toEqual(
        told
          .split('\n')
          .map((line) => line.trim())
          .sort(),
      ));
    it('never strays, whatever it is told', () => {
      const roles = [
        ...new Set(everyPair(machine).flatMap(({ transition }) => transition?.by ?? [])),
        'stranger',
      ];
      const counts = fc.record({
        openFindings: fc.nat(1),
        openComments: fc.nat(1),
        forLabel: fc.boolean(),
        reportFrozen: fc.boolean(),
        breadthPercent: fc.constantFrom(74.9, 75, Number.NaN),
      });
      const command = fc.record({
        event: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...machine.events) },
          { weight: 1, arbitrary: fc.string() },
        ),
        actor: fc.record({ role: fc.constantFrom(...roles), id: fc.constantFrom('owner', 'lin', ' ') }),
        comment: fc.constantFrom(null, ' ', 'because'),
        facts: counts.map((counted) => ({ ...goodFacts, ...counted })),
      });
      let moves = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...machine.states),
          fc.array(command, { minLength: 60, maxLength: 90 }),
          (start, commands) => {
            const { strayings, visited } = walk(machine, start, commands, now);
            moves += visited;
            expect(strayings).toEqual([]);
          },
        ),
      );
      expect(moves).toBeGreaterThan(20);
    });
  },
);

/** What a guard refuses: the machine, the move, who moves, one fact broken, and the code. */
const refusals: readonly (readonly [Machine, string, string, string, object, string])[] = [
  [
    cfpStudyMachine,
    'initiated',
    'defineScope',
    'owner',
    { writtenFields: scopeFields.slice(1) },
    'cfpStudy.scopeFieldMissing',
  ],
  [
    cfpStudyMachine,
    'scoped',
    'mapFlow',
    'owner',
    { stagesWithoutNode: ['use'] },
    'cfpStudy.stageWithoutNode',
  ],
  [
    cfpStudyMachine,
    'dataCollection',
    'calculate',
    'owner',
    { uncalculableLines: ['l1'] },
    'cfpStudy.linesNotCalculable',
  ],
  [
    cfpStudyMachine,
    'internalReview',
    'confirm',
    'reviewer',
    { owner: 'someone' },
    'cfpStudy.reviewerIsOwner',
  ],
  [
    cfpStudyMachine,
    'internalReview',
    'confirm',
    'reviewer',
    { massBalanceExplained: false },
    'cfpStudy.massBalanceUnexplained',
  ],
  [
    cfpStudyMachine,
    'internalReview',
    'confirm',
    'reviewer',
    { unscoredLines: 1 },
    'cfpStudy.dataQualityUnscored',
  ],
  [
    cfpStudyMachine,
    'internalReview',
    'confirm',
    'reviewer',
    { missingReportItems: [11] },
    'cfpStudy.reportItemsMissing',
  ],
  [cfpStudyMachine, 'confirmed', 'publish', 'owner', { reportFrozen: false }, 'cfpStudy.reportNotFrozen'],
  [
    verificationMachine,
    'applied',
    'acceptContract',
    'verifier',
    { consultants: ['sgs'] },
    'verification.verifierNotIndependent',
  ],
  [
    verificationMachine,
    'applied',
    'acceptContract',
    'verifier',
    { bodyAccreditedForLabels: false },
    'verification.bodyNotAccredited',
  ],
  [
    verificationMachine,
    'documentCheck',
    'documentsComplete',
    'verifier',
    { missingDocuments: 1 },
    'verification.documentsOpen',
  ],
  [verificationMachine, 'stage1', 'findings', 'verifier', { openFindings: 0 }, 'verification.noFindings'],
  [verificationMachine, 'stage1', 'noFindings', 'verifier', { openFindings: 1 }, 'verification.findingsOpen'],
  [
    verificationMachine,
    'corrections2',
    'accepted',
    'verifier',
    { openFindings: 1 },
    'verification.findingsOpen',
  ],
  [verificationMachine, 'decision', 'issue', 'verifier', { openFindings: 1 }, 'verification.findingsOpen'],
  [
    verificationMachine,
    'decision',
    'issue',
    'verifier',
    { breadthPercent: 74.9 },
    'verification.breadthTooSmall',
  ],
  [verificationMachine, 'decision', 'issue', 'verifier', { uncheckedLines: 1 }, 'verification.depthNotDone'],
  [
    verificationMachine,
    'statementIssued',
    'expire',
    'system',
    { validUntil: '2022-03-08' },
    'verification.stillValid',
  ],
  [
    verificationMachine,
    'statementIssued',
    'expire',
    'system',
    { validUntil: '' },
    'verification.validUntilInvalid',
  ],
  [
    criticalReviewMachine,
    'applied',
    'submit',
    'applicant',
    { documents: reviewDocuments.slice(1) },
    'criticalReview.documentMissing',
  ],
  [
    criticalReviewMachine,
    'applied',
    'submit',
    'applicant',
    { qualifications: [...reviewQualifications].slice(1) },
    'criticalReview.notQualified',
  ],
  [
    criticalReviewMachine,
    'expertReview',
    'comments',
    'reviewExpert',
    { siteVisit: 'held', openComments: 1 },
    'criticalReview.siteVisitNotRecorded',
  ],
  [
    criticalReviewMachine,
    'expertReview',
    'comments',
    'reviewExpert',
    { openComments: 0 },
    'criticalReview.noComments',
  ],
  [
    criticalReviewMachine,
    'expertReview',
    'allClosed',
    'reviewExpert',
    { openComments: 2 },
    'criticalReview.commentsOpen',
  ],
  [
    productCategoryRuleMachine,
    'needAssessment',
    'existingFits',
    'pcrOperator',
    { existingPcrId: null },
    'pcr.existingRuleMissing',
  ],
  [
    productCategoryRuleMachine,
    'proposed',
    'accept',
    'workingGroup',
    { files: pcrProposalFiles.slice(1) },
    'pcr.fileMissing',
  ],
  [
    productCategoryRuleMachine,
    'consulting',
    'closeConsultation',
    'pcrOperator',
    { commentsWithoutReply: 1 },
    'pcr.commentsWithoutReply',
  ],
  [
    productCategoryRuleMachine,
    'waiting',
    'finalise',
    'pcrOperator',
    { lastObjectionResolvedOn: '2022-03-07' },
    'pcr.tooEarly',
  ],
  [
    productCategoryRuleMachine,
    'waiting',
    'finalise',
    'pcrOperator',
    { commentsResolvedOn: null },
    'pcr.tooEarly',
  ],
  [
    productCategoryRuleMachine,
    'published',
    'extend',
    'pcrOperator',
    { textChanged: true },
    'pcr.textChanged',
  ],
  [
    productCategoryRuleMachine,
    'published',
    'abolish',
    'pcrOperator',
    { productExists: true },
    'pcr.productStillExists',
  ],
  [
    labelApplicationMachine,
    'draft',
    'submit',
    'applicant',
    { documents: ['applicationForm', 'wayOfMarking'] },
    'labelApplication.documentMissing',
  ],
  [
    labelApplicationMachine,
    'draft',
    'submit',
    'applicant',
    { evidence: { ...goodFacts.evidence, validUntil: '2023-03-07' } },
    'labelApplication.notEligible',
  ],
  [
    labelApplicationMachine,
    'granted',
    'nearExpiry',
    'system',
    { validUntil: '2022-06-07' },
    'labelApplication.notNearExpiry',
  ],
  [
    labelApplicationMachine,
    'granted',
    'nearExpiry',
    'system',
    { validUntil: 'soon' },
    'labelApplication.validUntilInvalid',
  ],
  [
    labelApplicationMachine,
    'expiring',
    'expire',
    'system',
    { validUntil: '2022-03-08' },
    'labelApplication.stillValid',
  ],
  [
    verificationFindingMachine,
    'open',
    'reply',
    'applicant',
    { reply: ' ' },
    'verificationFinding.replyMissing',
  ],
];
describe('a guard', () => {
  it.each(refusals.map((row) => [`${row[0].name}: ${row[2]}, ${row[5]}`, ...row] as const))(
    'of %s',
    (_, machine, state, event, role, broken, code) => {
      const counted = {
        openFindings: event === 'findings' ? 1 : 0,
        openComments: event === 'comments' ? 1 : 0,
      };
      const command = (facts: object) => ({
        event,
        actor: { role, id: 'someone' },
        comment: 'because',
        facts: { ...goodFacts, ...counted, ...facts },
      });
      const result = decide(machine, state, command(broken) as never, now);
      expect(result.findings.map((finding) => finding.code)).toEqual([code]);
      expect(walk(machine, state, [command({})], now).visited).toBe(1);
    },
  );
  it('near the edges of 90 days and of the last day', () => {
    const move = (machine: Machine, state: string, event: string, validUntil: string) =>
      walk(machine, state, [{ event, actor: { role: 'system', id: 's' }, facts: { validUntil } }], now)
        .visited;
    expect(move(labelApplicationMachine, 'granted', 'nearExpiry', '2022-06-06')).toBe(1);
    expect(move(labelApplicationMachine, 'expiring', 'expire', '2022-03-07')).toBe(1);
    expect(move(verificationMachine, 'statementIssued', 'expire', '2022-03-07')).toBe(1);
  });
});
