import { expect, it } from 'vitest';
import { supplierRequestMachine } from './supplier-request.ts';
import { isWorthAsking, standingAfter } from './supplier-standing.ts';

it('tells who was not asked, who is at it, who answered and who declined', () => {
  const by = Map.groupBy(supplierRequestMachine.states, standingAfter);
  expect(standingAfter(null)).toBe('notAsked');
  expect(Object.fromEntries(by)).toEqual({
    notAsked: ['draft', 'cancelled'],
    underWay: ['sent', 'accepted', 'inProgress', 'returned'],
    answered: ['submitted', 'underReview', 'approved', 'superseded'],
    declined: ['declined'],
  });
});

it('proposes who was never asked or declined 180 days ago, and nobody who is at it or has answered', () => {
  const now = '2026-06-30T16:00:00Z'; // 1 July in Taiwan
  expect(isWorthAsking('notAsked', null, now)).toBe(true);
  expect(isWorthAsking('underWay', null, now)).toBe(false);
  expect(isWorthAsking('answered', null, now)).toBe(false);
  expect(isWorthAsking('declined', '2026-01-01T16:00:00Z', now)).toBe(true); // 2 January: 180 days
  expect(isWorthAsking('declined', '2026-01-02T16:00:00Z', now)).toBe(false);
  for (const unreadable of [null, 'long ago']) expect(isWorthAsking('declined', unreadable, now)).toBe(false);
});
