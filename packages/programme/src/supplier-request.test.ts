import { decide } from '@slipstream/state-machine';
import { describe, expect, it } from 'vitest';
import {
  daysOverdue,
  isOverdue,
  type SupplierRequestState,
  supplierRequestMachine,
} from './supplier-request.ts';

const now = '2022-03-08T02:00:00Z';
const as = <Role extends string>(role: Role, id: string = role) => ({ role, id }) as const;
const codes = (result: ReturnType<typeof decide>) => result.findings.map(({ code }) => code);
const sending = {
  event: 'send',
  actor: as('leadFirm'),
  facts: {
    dueDate: '2022-03-31',
    recipient: 'chen@screws.example',
    mode: 'either',
    confidentialityOffered: ['full', 'stageTotals', 'footprintOnly'],
  },
} as const;
const accepting = {
  event: 'accept',
  actor: as('supplier'),
  facts: {
    filler: 'mei',
    reviewer: 'boss',
    confidentiality: 'stageTotals',
    confidentialityOffered: ['full', 'stageTotals'],
  },
} as const;
const submitting = {
  event: 'submit',
  actor: as('supplierReviewer', 'boss'),
  facts: { filler: 'mei', reviewer: 'boss', blockingChecks: 0 },
} as const;

describe('a supplier request', () => {
  it('walks from draft to superseded', () => {
    const steps = [
      [sending, 'sent'],
      [accepting, 'accepted'],
      [{ event: 'start', actor: as('supplierFiller', 'mei'), facts: { filler: 'mei' } }, 'inProgress'],
      [submitting, 'submitted'],
      [{ event: 'take', actor: as('leadFirm') }, 'underReview'],
      [{ event: 'return', actor: as('leadFirm'), comment: 'Which bill is line 3?' }, 'returned'],
      [{ event: 'resume', actor: as('supplierFiller', 'mei'), facts: { filler: 'mei' } }, 'inProgress'],
      [submitting, 'submitted'],
      [{ event: 'take', actor: as('leadFirm') }, 'underReview'],
      [{ event: 'approve', actor: as('leadFirm') }, 'approved'],
      [
        { event: 'supersede', actor: as('system'), facts: { version: 1, newerApprovedVersion: 2 } },
        'superseded',
      ],
    ] as const;
    let state: SupplierRequestState = 'draft';
    for (const [command, next] of steps) {
      expect(decide(supplierRequestMachine, state, command, now)).toMatchObject({
        ok: true,
        value: { to: next },
      });
      state = next;
    }
  });
});

describe('sending', () => {
  const send = (facts: Partial<Record<keyof (typeof sending)['facts'], unknown>>) =>
    codes(
      decide(
        supplierRequestMachine,
        'draft',
        { ...sending, facts: { ...sending.facts, ...facts } as (typeof sending)['facts'] },
        now,
      ),
    );
  it.each([
    [{ dueDate: null }, 'supplierRequest.dueDateMissing'],
    [{ dueDate: '111/3/31' }, 'supplierRequest.dueDateMissing'],
    [{ dueDate: '2022-03-07' }, 'supplierRequest.dueDatePast'],
    [{ recipient: ' ' }, 'supplierRequest.recipientMissing'],
    [{ mode: null }, 'supplierRequest.modeUnknown'],
    [{ confidentialityOffered: [] }, 'supplierRequest.confidentialityNotOffered'],
  ])('%j is refused: %s', (facts, code) => expect(send(facts)).toEqual([code]));
  it('says all that is missing at once; today is soon enough', () => {
    expect(send({ dueDate: null, recipient: null, mode: null, confidentialityOffered: [] })).toHaveLength(4);
    expect(send({ dueDate: '2022-03-08' })).toEqual([]);
  });
});

describe('two pairs of hands', () => {
  it.each([
    [{ filler: 'mei', reviewer: 'mei' }, 'supplierRequest.fillerIsReviewer'],
    [{ filler: null }, 'supplierRequest.fillerMissing'],
    [{ reviewer: '' }, 'supplierRequest.reviewerMissing'],
    [{ confidentiality: 'footprintOnly' }, 'supplierRequest.confidentialityNotOffered'],
  ] as const)('accepting with %j is refused: %s', (facts, code) =>
    expect(
      codes(
        decide(
          supplierRequestMachine,
          'sent',
          { ...accepting, facts: { ...accepting.facts, ...facts } },
          now,
        ),
      ),
    ).toEqual([code]),
  );
  it('only the named filler starts, only the named reviewer submits, and nothing may block', () => {
    const start = { event: 'start', actor: as('supplierFiller', 'lin'), facts: { filler: 'mei' } } as const;
    expect(codes(decide(supplierRequestMachine, 'accepted', start, now))).toEqual([
      'supplierRequest.notTheFiller',
    ]);
    const submit = (actorId: string, facts: object) =>
      codes(
        decide(
          supplierRequestMachine,
          'inProgress',
          {
            ...submitting,
            actor: as('supplierReviewer', actorId),
            facts: { ...submitting.facts, ...facts },
          },
          now,
        ),
      );
    expect(submit('mei', {})).toEqual(['supplierRequest.notTheReviewer']);
    expect(submit('mei', { reviewer: 'mei' })).toEqual(['supplierRequest.fillerIsReviewer']);
    expect(submit('boss', { blockingChecks: 2 })).toEqual(['supplierRequest.blockingChecks']);
    expect(submit('boss', { blockingChecks: Number.NaN })).toEqual(['supplierRequest.blockingChecks']);
  });
  it('declining and returning need words, superseding a newer version', () => {
    const decline = { event: 'decline', actor: as('supplier') } as const;
    expect(codes(decide(supplierRequestMachine, 'sent', decline, now))).toEqual([
      'transition.commentMissing',
    ]);
    const back = { event: 'return', actor: as('leadFirm'), comment: '\n' } as const;
    expect(codes(decide(supplierRequestMachine, 'underReview', back, now))).toEqual([
      'transition.commentMissing',
    ]);
    const same = {
      event: 'supersede',
      actor: as('system'),
      facts: { version: 2, newerApprovedVersion: 2 },
    } as const;
    expect(codes(decide(supplierRequestMachine, 'approved', same, now))).toEqual([
      'supplierRequest.noNewerVersion',
    ]);
  });
});

describe('overdue', () => {
  it('begins when the due day has ended in Taiwan', () => {
    expect(isOverdue('sent', '2022-03-08', '2022-03-08T15:59:59Z')).toBe(false);
    expect(isOverdue('sent', '2022-03-08', '2022-03-08T16:00:00Z')).toBe(true);
    expect(daysOverdue('sent', '2022-02-27', '2022-03-08T16:00:00Z')).toBe(10);
    expect(daysOverdue('submitted', '2022-02-27', '2022-03-08T16:00:00Z')).toBe(0);
  });
  it('is only said of what lies with the supplier', () => {
    const late = supplierRequestMachine.states.filter((state) => isOverdue(state, '2022-01-01', now));
    expect(late.sort()).toEqual(['accepted', 'inProgress', 'returned', 'sent']);
    expect(isOverdue('sent', null, now)).toBe(false);
    expect(isOverdue('sent', '2022-01-01', 'yesterday')).toBe(false);
  });
});
