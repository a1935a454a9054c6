import type { NewsItem } from '@slipstream/services';
import { useApi } from '../api.tsx';

/**
 * Marks read what somebody has pressed, with whatever else in the list is about the same request: its page shows it all.
 * The page goes on meanwhile; where it fails, the news stay new.
 */
export function useMarkRead(list: readonly NewsItem[]) {
  const api = useApi();
  return ({ requestId }: NewsItem) => {
    const ids = list.filter((item) => item.requestId === requestId && !item.isRead).map(({ id }) => id);
    if (ids.length > 0) api.news.markRead.mutate({ ids }).catch(() => {});
  };
}
