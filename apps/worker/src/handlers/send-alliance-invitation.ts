import { sendAllianceInvitation } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handleSendAllianceInvitation: Handle<'send-alliance-invitation'> = (runtime, { id, payload }) =>
  sendAllianceInvitation(runtime, { id, ...payload });
