import { sendReviewAsking } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handleSendReviewAsking: Handle<'send-review-asking'> = (runtime, { id, payload }) =>
  sendReviewAsking(runtime, { id, ...payload });
