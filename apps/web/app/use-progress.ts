import type { AppRouter } from '@slipstream/api';
import { TRPCClientError } from '@trpc/client';
import { useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { type ApiClient, useApi } from './api.tsx';

const retryMs = 3_000;

interface Listener<State> {
  readonly onData: (state: State) => void;
  readonly onComplete: () => unknown;
  readonly onError: (error: unknown) => void;
}

/**
 * Follows a progress of the server while `key` is not null, and reads the page's data again when `moves` says that
 * they have moved on, and at the end. Returns the latest state, null before the first. A lost connection is taken up
 * again; a refusal (signed out, gone) is the page's own to show, so that is read again too.
 */
export function useProgress<State>(
  key: string | null,
  subscribe: (api: ApiClient, listener: Listener<State>) => { unsubscribe(): void },
  moves: (before: State, now: State) => boolean = () => false,
): State | null {
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<State | null>(null);
  const handlers = useRef({ subscribe, moves, revalidate });
  handlers.current = { subscribe, moves, revalidate };
  useEffect(() => {
    setState(null);
    if (key === null) return;
    let latest: State | null = null;
    let isWanted = true;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let stream: { unsubscribe(): void } | undefined;
    const start = () => {
      stream = handlers.current.subscribe(api, {
        onData(now) {
          if (latest !== null && handlers.current.moves(latest, now)) void handlers.current.revalidate();
          latest = now;
          setState(now);
        },
        async onComplete() {
          await handlers.current.revalidate();
          // The page forgets its key when it is done; where it waits on, something moved again in the meantime.
          if (isWanted) retry = setTimeout(start, retryMs);
        },
        onError(error) {
          if (isRefusal(error)) void handlers.current.revalidate();
          else retry = setTimeout(start, retryMs);
        },
      });
    };
    start();
    return () => {
      isWanted = false;
      clearTimeout(retry);
      stream?.unsubscribe();
    };
  }, [api, key]);
  return state;
}

/** Whether the server has answered, and no waiting will change the answer. */
function isRefusal(error: unknown): boolean {
  const code =
    error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data?.code : undefined;
  return code === 'UNAUTHORIZED' || code === 'FORBIDDEN' || code === 'NOT_FOUND' || code === 'BAD_REQUEST';
}
