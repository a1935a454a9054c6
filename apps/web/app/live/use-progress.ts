import type { Topic, TopicStates } from '@slipstream/api';
import { useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useFollow } from './live.tsx';

type Progress = Exclude<Topic['of'], 'bell'>;

/**
 * Follows a progress of the server while `topic` is not null, and reads the page's data again when `moves` says that they
 * have moved on, and at the end. Returns the latest state, null before the first. A refusal (signed out, gone) is the
 * page's own to show, so that is read again too.
 */
export function useProgress<Of extends Progress>(
  topic: Extract<Topic, { readonly of: Of }> | null,
  moves: (before: TopicStates[Of], now: TopicStates[Of]) => boolean = () => false,
): TopicStates[Of] | null {
  const { revalidate } = useRevalidator();
  const key = topic && JSON.stringify(topic);
  const before = useRef<TopicStates[Of] | null>(null);
  const [latest, setLatest] = useState<TopicStates[Of] | null>(null);
  useFollow(topic, {
    onNews(news) {
      const now = news.state as TopicStates[Of];
      if (before.current !== null && moves(before.current, now)) void revalidate();
      before.current = now;
      setLatest(now);
    },
    onSettled: () => void revalidate(),
    onRefused: () => void revalidate(),
  });
  // Another topic begins from nothing, and so does the same one followed again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it depends on is what it resets for
  useEffect(
    () => () => {
      before.current = null;
      setLatest(null);
    },
    [key],
  );
  return latest;
}
