import type { NewsItem } from '@slipstream/services';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './news-list.module.css';
import { useMarkRead } from './use-mark-read.ts';
import { useNewsText } from './use-news-text.ts';

interface NewsListProps {
  readonly news: readonly NewsItem[];
  /** The clock of the server when they were read. */
  readonly now: string;
  readonly onOpen?: () => void;
  /** What can be done with one of them beside opening it. */
  readonly tool?: (item: NewsItem) => ReactNode;
}

/** What the other side did, newest first; each leads to its request, and what is new has a mark. */
export function NewsList({ news, now, onOpen, tool }: NewsListProps) {
  const { t } = useTranslation('shell');
  const { sentence, since } = useNewsText();
  const markRead = useMarkRead(news);
  return (
    <ul className={classes.news}>
      {news.map((item) => (
        <li key={item.id} data-unread={!item.isRead || undefined}>
          <Link
            to={item.path}
            onClick={() => {
              markRead(item);
              onOpen?.();
            }}
          >
            <span>
              {!item.isRead && <span className="visually-hidden">{t('notifications.unreadOne')} </span>}
              {sentence(item)}
            </span>
            <time dateTime={item.at}>{since(item.at, now)}</time>
          </Link>
          {tool?.(item)}
        </li>
      ))}
    </ul>
  );
}
