import { addDays } from '@slipstream/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueReminder, mayRemindByHand, type RemindableRequest, type ReminderKind } from './reminder.ts';
import { supplierRequestMachine } from './supplier-request.ts';

const request: RemindableRequest = {
  state: 'sent',
  dueDate: '2026-04-30',
  remindsBySchedule: true,
  askedAt: '2026-03-02T08:00:00Z',
  reminders: [],
};
/** Noon in Taiwan of a day. */
const noon = (day: string) => `${day}T04:00:00Z`;
const on = (day: string, more: Partial<RemindableRequest> = {}) =>
  dueReminder({ ...request, ...more }, noon(day));

describe('a reminder', () => {
  it('is due a week before, on the due day and a week after it, and made up for within its week', () => {
    const days = ['04-22', '04-23', '04-29', '04-30', '05-06', '05-07', '05-13', '05-14'];
    expect(days.map((day) => on(`2026-${day}`))).toEqual([
      null,
      'weekBefore',
      'weekBefore',
      'dueDay',
      'dueDay',
      'weekOverdue',
      'weekOverdue',
      null,
    ]);
  });

  it('begins with the day in Taiwan', () => {
    expect(dueReminder(request, '2026-04-22T15:59:59Z')).toBeNull();
    expect(dueReminder(request, '2026-04-22T16:00:00Z')).toBe('weekBefore');
  });

  it('goes for a request that waits for the supplier, and for no other', () => {
    const reminded = supplierRequestMachine.states.filter((state) => on('2026-04-30', { state }) !== null);
    expect(reminded).toEqual(['sent', 'accepted', 'inProgress', 'returned']);
  });

  it('does not go where it is switched off, nor twice, nor on a day there was one already', () => {
    expect(on('2026-04-30', { remindsBySchedule: false })).toBeNull();
    expect(on('2026-05-01', { reminders: [{ kind: 'dueDay', day: '2026-04-30' }] })).toBeNull();
    const pressed = { reminders: [{ kind: 'byHand', day: '2026-04-30' }] as const };
    expect(on('2026-04-30', pressed)).toBeNull();
    expect(on('2026-05-01', pressed)).toBe('dueDay');
  });

  it('does not follow on the heels of what was just sent or returned', () => {
    expect(on('2026-04-25', { askedAt: noon('2026-04-24') })).toBeNull();
    expect(on('2026-04-30', { askedAt: noon('2026-04-24') })).toBe('dueDay');
    expect(on('2026-05-03', { state: 'returned', askedAt: noon('2026-05-02') })).toBeNull();
  });

  it('goes for nothing that cannot be read', () => {
    expect(on('2026-04-30', { dueDate: null })).toBeNull();
    expect(on('2026-04-30', { dueDate: 'soon' })).toBeNull();
    expect(dueReminder(request, 'now')).toBeNull();
  });

  it('goes at most once of each kind and once a day, whenever one looks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.integer({ min: -12, max: 20 }), hand: fc.boolean() }), {
          maxLength: 40,
        }),
        (looks) => {
          const sent: { kind: ReminderKind; day: string }[] = [];
          for (const { day, hand } of looks.toSorted((one, other) => one.day - other.day)) {
            const today = addDays('2026-04-30', day);
            const state = { ...request, reminders: sent };
            const kind =
              hand && mayRemindByHand(state, noon(today)) ? 'byHand' : dueReminder(state, noon(today));
            if (kind) sent.push({ kind, day: today });
          }
          expect(new Set(sent.map(({ day }) => day)).size).toBe(sent.length);
          const scheduled = sent.filter(({ kind }) => kind !== 'byHand');
          expect(new Set(scheduled.map(({ kind }) => kind)).size).toBe(scheduled.length);
        },
      ),
    );
  });
});

it('is given by hand once a day, while the supplier is asked for something', () => {
  const may = (more: Partial<RemindableRequest>) =>
    mayRemindByHand({ ...request, ...more }, noon('2026-04-01'));
  expect(may({})).toBe(true);
  expect(may({ remindsBySchedule: false })).toBe(true);
  expect(may({ reminders: [{ kind: 'byHand', day: '2026-04-01' }] })).toBe(false);
  expect(may({ reminders: [{ kind: 'byHand', day: '2026-03-31' }] })).toBe(true);
  for (const state of ['draft', 'submitted', 'approved', 'declined', 'cancelled'] as const)
    expect(may({ state })).toBe(false);
});
