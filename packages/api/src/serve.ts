import type { Runtime } from '@slipstream/services';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { type ApiCaller, openApiContext } from './context.ts';
import { apiErrorOf } from './errors.ts';
import { appRouter } from './router.ts';
import { makeStreamLimit } from './stream-limit.ts';
import type { EventSources } from './topics.ts';

/** Streams one session may have open: a page in sight has one, and few are in sight at once. */
const mostStreams = 8;

/** What the procedures need of their process. */
export interface ApiHost extends EventSources {
  readonly runtime: Runtime;
  /** Aborted when the process is asked to stop: streams end, and their pages connect to the next process. */
  readonly stopping: AbortSignal;
}

/**
 * Answers calls of procedures below `endpoint`. One call a request: batches are refused, and so is every body but
 * JSON, since a browser sends the other kinds for a page of another site without asking.
 */
export function makeApi({ runtime, jobEvents, newsEvents, stopping }: ApiHost) {
  const host = { runtime, jobEvents, newsEvents, streams: makeStreamLimit(mostStreams) };
  return async (request: Request, endpoint: string, caller: ApiCaller): Promise<Response> => {
    const { method, signal, headers } = request;
    if (method !== 'GET' && method !== 'POST') return new Response(null, { status: 405 });
    const type = headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/json' && (type !== undefined || method === 'POST'))
      return new Response(null, { status: 415 });
    return fetchRequestHandler({
      endpoint,
      router: appRouter,
      allowBatching: false,
      req: new Request(request, { signal: AbortSignal.any([signal, stopping]) }),
      createContext: async () => {
        try {
          return openApiContext(host, caller);
        } catch (error) {
          throw apiErrorOf(error);
        }
      },
      onError({ error, path }) {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          runtime.log.error({ err: error, requestId: caller.requestId, path }, 'A procedure failed');
      },
    });
  };
}
