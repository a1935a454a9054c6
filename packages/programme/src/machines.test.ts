import { decide, type Machine } from '@slipstream/state-machine';
import { arrows, breaches, everyPair, walk } from '@slipstream/state-machine/laws';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allianceMachine } from './alliance/alliance.ts';
import { offsetProjectMachine } from './offset-project.ts';
import { consultationMachine } from './platform/consultation.ts';
import { guidanceApplicationMachine, guidanceTeamRoles } from './platform/guidance-application.ts';
import { matchingCaseMachine, showsContact } from './platform/matching-case.ts';
import {
  admit,
  promotable,
  type TrainingRegistrationState,
  type TrainingRoom,
  trainingRegistrationMachine,
} from './platform/training-registration.ts';
import { supplierRequestMachine } from './supplier-request.ts';
import { targetHorizons } from './target/reduction-target.ts';

/** The arrows of R34. */
const r34: readonly (readonly [Machine, string])[] = [
  [
    supplierRequestMachine,
    `draft --send--> sent
    draft --cancel--> cancelled
    sent --accept--> accepted
    sent --decline--> declined
    sent --cancel--> cancelled
    accepted --start--> inProgress
    accepted --cancel--> cancelled
    inProgress --submit--> submitted
    inProgress --cancel--> cancelled
    submitted --take--> underReview
    underReview --return--> returned
    underReview --approve--> approved
    returned --resume--> inProgress
    approved --supersede--> superseded`,
  ],
  [
    offsetProjectMachine,
    `draft --submit--> submitted
    submitted --validate--> validated
    submitted --reject--> rejected
    validated --register--> registered
    validated --reject--> rejected
    registered --monitor--> monitoring
    monitoring --verify--> creditsVerified
    creditsVerified --issue--> issued
    issued --transfer--> transferred
    issued --retire--> retired`,
  ],
  [
    consultationMachine,
    `asked --assign--> assigned
    assigned --answer--> answered
    answered --close--> closed
    answered --reopen--> assigned
    closed --reopen--> assigned`,
  ],
  [
    guidanceApplicationMachine,
    `applied --accept--> teamAssigned
    applied --reject--> rejected
    teamAssigned --visit--> inGuidance
    inGuidance --report--> reported
    reported --close--> closed`,
  ],
  [
    matchingCaseMachine,
    `need --offer--> offered
    offered --interest--> mutualInterest
    mutualInterest --outcome--> contracted
    mutualInterest --outcome--> closedNoDeal`,
  ],
  [
    trainingRegistrationMachine,
    `waitlisted --promote--> registered
    registered --attend--> attended
    attended --certify--> certified
    registered --cancel--> cancelled
    waitlisted --cancel--> cancelled
    registered --absent--> noShow`,
  ],
  [
    allianceMachine,
    `forming --found--> active
    active --setTargets--> tracking
    tracking --review--> tracking
    active --dissolve--> dissolved
    tracking --dissolve--> dissolved`,
  ],
];

const goodFacts = {
  dueDate: '2022-03-31',
  recipient: 'chen@screws.example',
  mode: 'either',
  confidentialityOffered: ['full'],
  confidentiality: 'full',
  filler: 'mei',
  reviewer: 'lin',
  blockingChecks: 0,
  version: 1,
  newerApprovedVersion: 2,
  methodologyId: 'TMS-I.001',
  creditTonnes: 3,
  consultant: 'lin',
  answer: 'Read the meter.',
  team: guidanceTeamRoles.map((role) => ({ role, id: role })),
  visits: 1,
  reportId: 'r1',
  vendorAgrees: true,
  factoryAgrees: true,
  contracted: true,
  freeSeats: 1,
  waitingBefore: 0,
  beginsAt: '2022-03-08T01:00:00Z',
  leadFirms: 1,
  members: 1,
  horizons: targetHorizons,
  lastReviewYear: 2021,
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
      const command = fc.record({
        event: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...machine.events) },
          { weight: 1, arbitrary: fc.string() },
        ),
        actor: fc.record({ role: fc.constantFrom(...roles), id: fc.constantFrom('mei', 'lin', ' ') }),
        comment: fc.constantFrom(null, ' ', 'because'),
        facts: fc
          .record({
            contracted: fc.boolean(),
            freeSeats: fc.constantFrom(0, 1, Number.NaN),
            blockingChecks: fc.nat(1),
            dueDate: fc.constantFrom(null, '2022-03-31', '2022-02-31'),
          })
          .map((varied) => ({ ...goodFacts, ...varied })),
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
    consultationMachine,
    'asked',
    'assign',
    'programmeManager',
    { consultant: ' ' },
    'consultation.consultantMissing',
  ],
  [
    consultationMachine,
    'assigned',
    'answer',
    'consultant',
    { consultant: 'mei' },
    'consultation.notTheConsultant',
  ],
  [consultationMachine, 'assigned', 'answer', 'consultant', { answer: null }, 'consultation.answerMissing'],
  [
    guidanceApplicationMachine,
    'applied',
    'accept',
    'programmeManager',
    { team: goodFacts.team.slice(1) },
    'guidance.teamIncomplete',
  ],
  [guidanceApplicationMachine, 'teamAssigned', 'visit', 'consultant', { visits: 0 }, 'guidance.visitMissing'],
  [
    guidanceApplicationMachine,
    'inGuidance',
    'report',
    'consultant',
    { reportId: '' },
    'guidance.reportMissing',
  ],
  [matchingCaseMachine, 'offered', 'interest', 'factory', { vendorAgrees: false }, 'matching.notAgreed'],
  [
    trainingRegistrationMachine,
    'waitlisted',
    'promote',
    'system',
    { waitingBefore: 1 },
    'training.notFirstInLine',
  ],
  [
    trainingRegistrationMachine,
    'registered',
    'attend',
    'trainer',
    { beginsAt: '2022-03-08T02:00:01Z' },
    'training.notBegun',
  ],
  [
    trainingRegistrationMachine,
    'registered',
    'absent',
    'trainer',
    { beginsAt: '?' },
    'training.instantInvalid',
  ],
  [allianceMachine, 'forming', 'found', 'leadFirm', { leadFirms: 0 }, 'alliance.leadFirmMissing'],
  [allianceMachine, 'forming', 'found', 'leadFirm', { members: 0 }, 'alliance.memberMissing'],
  [
    allianceMachine,
    'active',
    'setTargets',
    'leadFirm',
    { horizons: ['short', 'long'] },
    'alliance.horizonWithoutTarget',
  ],
  [
    allianceMachine,
    'tracking',
    'review',
    'association',
    { lastReviewYear: 2022 },
    'alliance.reviewedThisYear',
  ],
];
describe('a guard', () => {
  it.each(refusals.map((row) => [`${row[0].name}: ${row[2]}, ${row[5]}`, ...row] as const))(
    'of %s',
    (_, machine, state, event, role, broken, code) => {
      const command = (facts: object) => ({
        event,
        actor: { role, id: 'lin' },
        comment: 'because',
        facts: { ...goodFacts, ...facts },
      });
      const result = decide(machine, state, command(broken) as never, now);
      expect(result.findings.map((finding) => finding.code)).toEqual([code]);
      expect(walk(machine, state, [command({})], now).visited).toBe(1);
    },
  );
});

it('contact data are shown while both sides want each other', () =>
  expect(matchingCaseMachine.states.filter(showsContact)).toEqual(['mutualInterest', 'contracted']));

describe('a training session', () => {
  const room = (capacity: number, ...states: TrainingRegistrationState[]): TrainingRoom => ({
    capacity,
    isOpen: true,
    registrations: states.map((state, index) => ({ id: `r${index}`, personId: `p${index}`, state })),
  });
  it('fills its seats, then its waiting list, and gives a freed seat to the first who waits', () => {
    expect(admit(room(2, 'registered'), 'new')).toMatchObject({ value: 'registered' });
    expect(admit(room(2, 'registered', 'registered'), 'new')).toMatchObject({ value: 'waitlisted' });
    const freed = room(2, 'registered', 'cancelled', 'waitlisted', 'waitlisted');
    expect(promotable(freed)).toMatchObject({ value: ['r2'] });
    expect(admit(freed, 'new')).toMatchObject({ value: 'waitlisted' });
  });
  it('takes a person once, and again after cancelling', () => {
    expect(admit(room(3, 'registered'), 'p0').findings[0]?.code).toBe('training.alreadyRegistered');
    expect(admit(room(3, 'cancelled'), 'p0')).toMatchObject({ ok: true });
    expect(admit({ ...room(3), isOpen: false }, 'new').findings[0]?.code).toBe('training.registrationClosed');
    expect(admit(room(0), 'new').findings[0]?.code).toBe('training.capacityInvalid');
    expect(promotable(room(Number.NaN)).findings[0]?.code).toBe('training.capacityInvalid');
  });
  it('never holds more people than seats, and never lets a later one overtake', () => {
    const steps = fc.array(fc.record({ cancels: fc.boolean(), who: fc.nat(30) }), {
      minLength: 20,
      maxLength: 80,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), steps, (capacity, moves) => {
        let state: TrainingRoom = room(capacity);
        const set = (id: string, next: TrainingRegistrationState) => {
          const registrations = state.registrations.map((one) =>
            one.id === id ? { ...one, state: next } : one,
          );
          state = { ...state, registrations };
        };
        moves.forEach(({ cancels, who }, index) => {
          const target = state.registrations[who % Math.max(1, state.registrations.length)];
          const admitted = admit(state, `p${index}`);
          if (cancels && target) set(target.id, 'cancelled');
          else if (admitted.ok)
            state = {
              ...state,
              registrations: [
                ...state.registrations,
                { id: `r${index}`, personId: `p${index}`, state: admitted.value },
              ],
            };
          const promoted = promotable(state);
          if (promoted.ok) for (const id of promoted.value) set(id, 'registered');
          const active = state.registrations
            .filter((one) => one.state !== 'cancelled')
            .map((one) => one.state);
          expect(active.filter((one) => one === 'registered').length).toBe(Math.min(capacity, active.length));
          expect(active.lastIndexOf('registered')).toBeLessThan(
            active.includes('waitlisted') ? active.indexOf('waitlisted') : Number.POSITIVE_INFINITY,
          );
        });
      }),
    );
  });
});
