import type { AppRouter, Topic } from '@slipstream/api';
import { TRPCClientError } from '@trpc/client';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useApi } from '../api.tsx';
import { type Connection, type Follower, makeConnection } from './connection.ts';

const LiveContext = createContext<Connection | null>(null);

/** Gives the pages inside the one stream by which they hear of what moves. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const api = useApi();
  const connection = useMemo(
    () =>
      makeConnection(
        (topics, listener) => api.page.follow.subscribe({ topics: [...topics] }, listener),
        isRefusal,
      ),
    [api],
  );
  useEffect(() => {
    const look = () => connection.setInSight(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [connection]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}

/** Follows a topic for as long as it is not null and the page is there. */
export function useFollow(topic: Topic | null, follower: Follower): void {
  const connection = useContext(LiveContext);
  if (!connection) throw new Error('A page outside the signed-in frame follows nothing');
  const latest = useRef(follower);
  latest.current = follower;
  const key = topic && JSON.stringify(topic);
  useEffect(() => {
    if (key === null) return;
    return connection.follow(JSON.parse(key), {
      onNews: (news) => latest.current.onNews(news),
      onSettled: () => latest.current.onSettled(),
      onRefused: () => latest.current.onRefused(),
    });
  }, [connection, key]);
}

/** Whether the server has answered, and no waiting will change the answer. */
function isRefusal(error: unknown): boolean {
  const code =
    error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data?.code : undefined;
  return code === 'UNAUTHORIZED' || code === 'FORBIDDEN' || code === 'NOT_FOUND' || code === 'BAD_REQUEST';
}
