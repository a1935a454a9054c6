import { errorAt, type Finding } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

export const organizationInventoryFindingCodes = [
  'organizationInventory.coverageUnexplained',
  'organizationInventory.fillerUnknown',
  'organizationInventory.reviewerIsFiller',
] as const;
type Code = (typeof organizationInventoryFindingCodes)[number];

const missing = (code: Code, key: string, values: Finding['values'] = {}) => [
  errorAt(code, ['facts', key], values),
];

/** No gap and no overlap of a bill is left without a reason (R2.3); the number comes from `unexplained`. */
const coverageExplained: Guard<{ readonly unexplainedGaps: number }> = ({ unexplainedGaps }) =>
  unexplainedGaps === 0
    ? []
    : missing('organizationInventory.coverageUnexplained', 'unexplainedGaps', { unexplainedGaps });

/** Who entered data does not approve them (R31). */
const reviewerIsNotFiller: Guard<{ readonly fillers: readonly string[] }> = ({ fillers }, { actor }) => {
  if (fillers.length === 0) return missing('organizationInventory.fillerUnknown', 'fillers');
  return fillers.includes(actor.id)
    ? missing('organizationInventory.reviewerIsFiller', 'fillers', { person: actor.id })
    : [];
};

const reopen = {
  to: 'dataCollection',
  by: ['reviewer'],
  guards: [commentGiven],
  newVersion: true,
} as const;

/**
 * An organization's inventory of one year (R1.8, R34). `filler` enters data, `reviewer` answers for them inside the
 * firm, `verifier` is the verification body's.
 */
export const organizationInventoryMachine = defineMachine({
  name: 'organizationInventory',
  initial: ['draft'],
  table: {
    draft: { open: { to: 'dataCollection', by: ['filler', 'reviewer'] } },
    dataCollection: { submit: { to: 'internalReview', by: ['filler'], guards: [coverageExplained] } },
    internalReview: {
      return: { to: 'dataCollection', by: ['reviewer'], guards: [commentGiven] },
      approve: { to: 'approved', by: ['reviewer'], guards: [reviewerIsNotFiller] },
    },
    approved: { startVerification: { to: 'underVerification', by: ['reviewer'] }, reopen },
    underVerification: {
      finding: { to: 'correctiveAction', by: ['verifier'], guards: [commentGiven] },
      statement: { to: 'verified', by: ['verifier'] },
    },
    correctiveAction: {
      answer: { to: 'underVerification', by: ['filler', 'reviewer'], guards: [commentGiven] },
    },
    verified: { register: { to: 'registered', by: ['reviewer'] }, reopen },
    registered: {},
  },
});
export type OrganizationInventoryState = StateOf<typeof organizationInventoryMachine>;

const internalStates: readonly OrganizationInventoryState[] = ['draft', 'dataCollection', 'internalReview'];

/** Whether an inventory may be seen outside the firm: approved and later (R1.8). */
export function isShownOutside(state: OrganizationInventoryState): boolean {
  return !internalStates.includes(state);
}
