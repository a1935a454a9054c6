import { sendPasswordReset } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handleSendPasswordReset: Handle<'send-password-reset'> = (runtime, { id, payload }) =>
  sendPasswordReset(runtime, { id, passwordResetId: payload.passwordResetId });
