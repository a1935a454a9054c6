import { sendReminder } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handleSendReminder: Handle<'send-reminder'> = (runtime, { id, payload }) =>
  sendReminder(runtime, { id, ...payload });
