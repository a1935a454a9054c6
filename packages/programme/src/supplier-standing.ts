import { dayInTaiwan, dayNumber, isInstant } from '@slipstream/quantity';
import type { SupplierRequestState } from './supplier-request.ts';

/** How a supplier stands with the firm that asks: by the newest request that was sent to it. */
export const supplierStandings = ['notAsked', 'underWay', 'answered', 'declined'] as const;
export type SupplierStanding = (typeof supplierStandings)[number];

const standingIn: Readonly<Record<SupplierRequestState, SupplierStanding>> = {
  draft: 'notAsked',
  cancelled: 'notAsked',
  sent: 'underWay',
  accepted: 'underWay',
  inProgress: 'underWay',
  returned: 'underWay',
  submitted: 'answered',
  underReview: 'answered',
  approved: 'answered',
  superseded: 'answered',
  declined: 'declined',
};

/** The standing after a request in a state; `notAsked` where there is none. Exhaustive over the machine's states. */
export function standingAfter(state: SupplierRequestState | null): SupplierStanding {
  return state === null ? 'notAsked' : standingIn[state];
}

/** Days after which a supplier that declined may be proposed again. */
export const askAgainAfterDays = 180;

/**
 * Whether a supplier may be proposed for a request: it was never asked, or it declined half a year ago or longer.
 * @param declinedAt ISO instant of the refusal; unreadable or null counts as just now
 * @param now ISO instant
 */
export function isWorthAsking(standing: SupplierStanding, declinedAt: string | null, now: string): boolean {
  if (standing !== 'declined') return standing === 'notAsked';
  if (!isInstant(declinedAt) || !isInstant(now)) return false;
  return dayNumber(dayInTaiwan(now)) - dayNumber(dayInTaiwan(declinedAt)) >= askAgainAfterDays;
}
