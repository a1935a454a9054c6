import type { Bell, NewsItem } from '@slipstream/services';
import { useState } from 'react';
import { useFollow } from './live.tsx';

/** What the frame of a page knows of the bell. */
export interface LiveBell {
  readonly bell: Bell;
  /** When it was read: ISO instant. */
  readonly at: string;
  /** What has come since the page was opened and was not there before, newest first; of one arrival alone. */
  readonly arrived: readonly NewsItem[];
}

/** The bell as it stands: as the page's loader read it, or as the server has told since, whichever is newer. */
export function useBell(read: Bell, at: string): LiveBell {
  const [told, setTold] = useState<LiveBell | null>(null);
  const known = told && told.at > at ? told : { bell: read, at, arrived: told?.arrived ?? [] };
  useFollow(
    { of: 'bell' },
    {
      onNews(news) {
        const bell = news.state as Bell;
        const before = new Set(known.bell.news.map(({ id }) => id));
        const arrived = bell.news.filter(({ id, isRead }) => !isRead && !before.has(id));
        setTold({ bell, at: news.at, arrived: arrived.length > 0 ? arrived : known.arrived });
      },
      onSettled: () => {},
      onRefused: () => {},
    },
  );
  return known;
}
