import type { OwnMembership } from '@slipstream/services';
import type { Tone } from '../components/state-tag.tsx';

/** The colour of a membership's state, the same on both sides. */
export const membershipTone: Readonly<Record<OwnMembership['state'], Tone>> = {
  invited: 'asked',
  joined: 'good',
  declined: 'quiet',
  left: 'quiet',
};
