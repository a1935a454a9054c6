import type { stateMachineFindings as zhTW } from '../../zh-TW/findings/state-machine.ts';

export const stateMachineFindings = {
  'transition.unknownState':
    'The state of this record cannot be read, so nothing was done. Reload and try again.',
  'transition.notAllowed':
    'This step is not possible in the present state. Reload to see whether somebody has already acted.',
  'transition.actorNotAllowed': 'Your role may not take this step. Ask the person in charge.',
  'transition.actorMissing': 'It is not known who takes this step. Sign in again and retry.',
  'transition.instantInvalid': 'The time could not be read, so nothing was done. Please try again later.',
  'transition.commentMissing': 'Write down why, so that the other side understands.',
} satisfies Record<keyof typeof zhTW, string>;
