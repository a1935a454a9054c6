import { sendRequestMail } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handleSendRequestMail: Handle<'send-request-mail'> = (runtime, { id, payload }) =>
  sendRequestMail(runtime, { id, ...payload });
