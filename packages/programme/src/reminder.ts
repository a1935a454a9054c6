import { dayInTaiwan, dayNumber, type IsoDate, isDay, isInstant } from '@slipstream/quantity';
import { isWaitingForSupplier, type SupplierRequestState } from './supplier-request.ts';

/** The reminders that go by themselves, with the day each week of theirs begins, counted from the due day. */
const schedule = [
  { kind: 'weekBefore', from: -7 },
  { kind: 'dueDay', from: 0 },
  { kind: 'weekOverdue', from: 7 },
] as const;
const windowDays = 7;

/** Why a supplier was reminded: by the calendar, or because somebody pressed for it. */
export const reminderKinds = ['weekBefore', 'dueDay', 'weekOverdue', 'byHand'] as const;
export type ReminderKind = (typeof reminderKinds)[number];
export type ScheduledReminderKind = Exclude<ReminderKind, 'byHand'>;

/** A request as far as reminding needs it. */
export interface RemindableRequest {
  readonly state: SupplierRequestState;
  /** ISO day. */
  readonly dueDate: string | null;
  /** Whether reminders go by themselves; the firm that asks may switch them off. */
  readonly remindsBySchedule: boolean;
  /** ISO instant at which it was last put to the supplier: sent, or returned with comments. */
  readonly askedAt: string | null;
  readonly reminders: readonly { readonly kind: ReminderKind; readonly day: IsoDate }[];
}

/**
 * Which reminder is due now, if any: a week before the due day, on it, and a week after it, by the days of Taiwan. Each
 * goes once and within its own week, so that one missed while nothing ran is made up for, and an old request is not
 * reminded of out of the blue. None goes on a day the supplier was reminded already, nor where the request was put to
 * it in the very week.
 *
 * Only a request that waits for the supplier is reminded of (R15.4); an unreadable day or instant reminds of nothing.
 * @param now ISO instant
 */
export function dueReminder(request: RemindableRequest, now: string): ScheduledReminderKind | null {
  const { state, dueDate, remindsBySchedule, askedAt, reminders } = request;
  if (!remindsBySchedule || !isWaitingForSupplier(state) || !isDay(dueDate) || !isInstant(now)) return null;
  const today = dayInTaiwan(now);
  const due = dayNumber(dueDate);
  const late = dayNumber(today) - due;
  const window = schedule.find(({ from }) => late >= from && late < from + windowDays);
  if (!window) return null;
  if (isInstant(askedAt) && dayNumber(dayInTaiwan(askedAt)) >= due + window.from) return null;
  if (reminders.some(({ kind, day }) => kind === window.kind || day === today)) return null;
  return window.kind;
}

/** Whether the firm that asks may remind by hand now: the request waits for the supplier, and not twice in a day. */
export function mayRemindByHand(
  { state, reminders }: Pick<RemindableRequest, 'state' | 'reminders'>,
  now: string,
): boolean {
  return (
    isWaitingForSupplier(state) && isInstant(now) && reminders.every(({ day }) => day !== dayInTaiwan(now))
  );
}
