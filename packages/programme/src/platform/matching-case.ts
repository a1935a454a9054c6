import { errorAt } from '@slipstream/quantity';
import { defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

export const matchingFindingCodes = ['matching.notAgreed'] as const;

const bothAgreed: Guard<{ readonly vendorAgrees: boolean; readonly factoryAgrees: boolean }> = (agreement) =>
  (['vendorAgrees', 'factoryAgrees'] as const)
    .filter((side) => agreement[side] !== true)
    .map((side) => errorAt('matching.notAgreed', ['facts', side], { side }));

/** A factory's need against a vendor's or an expert's offer (媒合, R28.1, R34). */
export const matchingCaseMachine = defineMachine({
  name: 'matchingCase',
  initial: ['need'],
  table: {
    need: { offer: { to: 'offered', by: ['vendor'] } },
    offered: { interest: { to: 'mutualInterest', by: ['factory'], guards: [bothAgreed] } },
    mutualInterest: {
      outcome: {
        to: {
          among: ['contracted', 'closedNoDeal'],
          choose: ({ contracted }: { readonly contracted: boolean }) =>
            contracted ? 'contracted' : 'closedNoDeal',
        },
        by: ['factory', 'vendor'],
      },
    },
    contracted: {},
    closedNoDeal: {},
  },
});
export type MatchingCaseState = StateOf<typeof matchingCaseMachine>;

/** Whether the two sides see each other's contact data: only once both have agreed, and not after a deal fell through (R28.1). */
export function showsContact(state: MatchingCaseState): boolean {
  return state === 'mutualInterest' || state === 'contracted';
}
