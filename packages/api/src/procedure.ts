import { ServiceError } from '@slipstream/services';
import { initTRPC } from '@trpc/server';
import type { ApiContext } from './context.ts';
import { apiErrorOf, refusalIn } from './errors.ts';

const heartbeatMs = 15_000;
/** A stream that lasts longer is ended, and the page connects again: nothing is kept open for ever. */
const mostStreamMs = 10 * 60_000;

const t = initTRPC.context<ApiContext>().create({
  isDev: false,
  sse: {
    ping: { enabled: true, intervalMs: heartbeatMs },
    maxDurationMs: mostStreamMs,
    client: { reconnectAfterInactivityMs: 3 * heartbeatMs },
  },
  errorFormatter({ shape, error }) {
    const refusal = refusalIn(error);
    const { code, httpStatus } = shape.data;
    return {
      code: shape.code,
      message: refusal?.code ?? 'internalError',
      data: { code, httpStatus, refusal },
    };
  },
});

export const { router } = t;

/** Every procedure is made of this: its caller is known, and a verb's refusal becomes an answer here and nowhere else. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof ServiceError) throw apiErrorOf(result.error.cause);
  return result;
});
