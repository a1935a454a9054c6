import { appRouter, makeApi } from '@slipstream/api';
import { type Runtime, readSession } from '@slipstream/services';

/** An answer as the wire carries it, and what stands in it. */
export interface ApiAnswer {
  readonly status: number;
  /** The bytes of the body, and of a stream its events; heartbeats left out. */
  readonly body: string;
  /** The error's code, e.g. `NOT_FOUND`; null for an answer. */
  readonly code: string | null;
  /** The answer, or what a stream yielded. */
  readonly data: unknown;
}

export interface ApiCall {
  readonly path: string;
  readonly input?: unknown;
  readonly token?: string | undefined;
  readonly organizationId: string;
  readonly signal?: AbortSignal;
}

/** The kind of every procedure there is, by its path. */
export const procedureTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(appRouter._def.procedures).map(([path, procedure]) => [
    path,
    (procedure as unknown as { readonly _def: { readonly type: string } })._def.type,
  ]),
);

/**
 * The procedures of one process, called as a browser calls them; `announce` stands for the jobs of an organization,
 * `ring` for what is new to it.
 */
export function openApi(runtime: Runtime) {
  const stopping = new AbortController();
  const jobs = makeFollowers();
  const news = makeFollowers();
  const serve = makeApi({
    runtime,
    stopping: stopping.signal,
    jobEvents: { follow: jobs.follow },
    newsEvents: { follow: ({ organizationId }, listener) => news.follow(organizationId, listener) },
  });
  /** The response itself, for tests of streams. */
  const open = async ({ path, input, token, organizationId, signal }: ApiCall) => {
    const endpoint = `/trpc/${organizationId}`;
    const isWrite = procedureTypes[path] === 'mutation';
    const text = JSON.stringify(input);
    const query = isWrite || text === undefined ? '' : `?input=${encodeURIComponent(text)}`;
    const request = new Request(`https://carbon.example${endpoint}/${path}${query}`, {
      ...(isWrite && {
        method: 'POST',
        body: text ?? null,
        headers: { 'Content-Type': 'application/json' },
      }),
      ...(signal && { signal }),
    });
    return serve(request, endpoint, {
      sessionToken: token,
      signedIn: await readSession(runtime, token),
      organizationId,
      requestId: crypto.randomUUID(),
    });
  };
  return {
    serve,
    open,
    stop: () => stopping.abort(),
    following: (organizationId: string) => jobs.count(organizationId) + news.count(organizationId),
    announce: jobs.tell,
    ring: news.tell,
    /** Calls, and reads the answer to its end; of a stream, no further than `most` of what it yields. */
    async call(call: ApiCall, most = Number.POSITIVE_INFINITY): Promise<ApiAnswer> {
      const response = await open(call);
      const body = await textOf(response, most);
      if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        const { error, result } = body === '' ? {} : JSON.parse(body);
        return { status: response.status, body, code: error?.data.code ?? null, data: result?.data };
      }
      const events = eventsIn(body).filter(({ event }) => event !== 'ping');
      const error = events.find(({ event }) => event === 'serialized-error');
      return {
        status: response.status,
        body: JSON.stringify(events),
        code: error ? JSON.parse(error.data).data.code : null,
        data: events.filter(({ event }) => event === 'message').map(({ data }) => JSON.parse(data)),
      };
    },
  };
}

function makeFollowers() {
  const followers = new Map<string, Set<() => void>>();
  return {
    follow(organizationId: string, listener: () => void) {
      const listeners = followers.get(organizationId) ?? new Set();
      followers.set(organizationId, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    count: (organizationId: string) => followers.get(organizationId)?.size ?? 0,
    tell: (organizationId: string) => {
      for (const listener of followers.get(organizationId) ?? []) listener();
    },
  };
}

/** The body of an answer; of a stream as much as holds `most` messages. */
async function textOf(response: Response, most: number): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    if (eventsIn(text).filter(({ event, data }) => event === 'message' && data !== '').length >= most) break;
  }
  await reader?.cancel();
  return text;
}

/** The server-sent events of a text. */
export function eventsIn(text: string): readonly { readonly event: string; readonly data: string }[] {
  return text
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? 'message',
      data: /^data: (.*)$/m.exec(block)?.[1] ?? '',
    }));
}
