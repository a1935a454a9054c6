import { sendInvitation } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handleSendInvitation: Handle<'send-invitation'> = (runtime, { id, payload }) =>
  sendInvitation(runtime, { id, invitationId: payload.invitationId });
