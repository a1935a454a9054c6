import { decide } from '@slipstream/state-machine';
import { arrows, breaches } from '@slipstream/state-machine/laws';
import { describe, expect, it } from 'vitest';
import { isShownOutside, organizationInventoryMachine } from './organization-inventory.ts';

const now = '2022-03-08T02:00:00Z';
const as = <Role extends string>(role: Role, id: string = role) => ({ role, id }) as const;

describe('an organization inventory', () => {
  it('keeps to its table', () => expect(breaches(organizationInventoryMachine)).toEqual([]));
  it('has the arrows of R34', () =>
    expect(arrows(organizationInventoryMachine).sort()).toEqual(
      [
        'draft --open--> dataCollection',
        'dataCollection --submit--> internalReview',
        'internalReview --return--> dataCollection',
        'internalReview --approve--> approved',
        'approved --startVerification--> underVerification',
        'underVerification --finding--> correctiveAction',
        'correctiveAction --answer--> underVerification',
        'underVerification --statement--> verified',
        'verified --register--> registered',
        'approved --reopen--> dataCollection',
        'verified --reopen--> dataCollection',
      ].sort(),
    ));
  it('is submitted only without unexplained gaps', () => {
    const submit = (unexplainedGaps: number) =>
      decide(
        organizationInventoryMachine,
        'dataCollection',
        { event: 'submit', actor: as('filler'), facts: { unexplainedGaps } },
        now,
      );
    expect(submit(0)).toMatchObject({ ok: true, value: { to: 'internalReview' } });
    for (const left of [1, Number.NaN])
      expect(submit(left).findings).toMatchObject([
        { code: 'organizationInventory.coverageUnexplained', path: ['facts', 'unexplainedGaps'] },
      ]);
  });
  it('is approved by someone who filled in nothing', () => {
    const approve = (id: string, fillers: readonly string[]) =>
      decide(
        organizationInventoryMachine,
        'internalReview',
        { event: 'approve', actor: as('reviewer', id), facts: { fillers } },
        now,
      );
    expect(approve('boss', ['mei', 'lin'])).toMatchObject({ ok: true, value: { to: 'approved' } });
    expect(approve('lin', ['mei', 'lin']).findings).toMatchObject([
      { code: 'organizationInventory.reviewerIsFiller', values: { person: 'lin' } },
    ]);
    expect(approve('boss', []).findings).toMatchObject([{ code: 'organizationInventory.fillerUnknown' }]);
  });
  it.each([
    ['internalReview', 'return', 'reviewer'],
    ['underVerification', 'finding', 'verifier'],
    ['correctiveAction', 'answer', 'filler'],
    ['approved', 'reopen', 'reviewer'],
    ['verified', 'reopen', 'reviewer'],
  ] as const)('from %s by %s says why', (state, event, role) => {
    const told = decide(
      organizationInventoryMachine,
      state,
      { event, actor: as(role), comment: 'line 3' } as never,
      now,
    );
    expect(told).toMatchObject({ ok: true, value: { newVersion: event === 'reopen', comment: 'line 3' } });
    const silent = decide(organizationInventoryMachine, state, { event, actor: as(role) } as never, now);
    expect(silent.findings).toMatchObject([{ code: 'transition.commentMissing' }]);
  });
  it('is shown outside from approval on', () =>
    expect(organizationInventoryMachine.states.filter(isShownOutside)).toEqual([
      'approved',
      'underVerification',
      'correctiveAction',
      'verified',
      'registered',
    ]));
});
