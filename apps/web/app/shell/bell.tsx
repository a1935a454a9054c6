import { ActionIcon, Anchor, Button, Popover, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '../api.tsx';
import type { LiveBell } from '../live/use-bell.ts';
import { NewsList } from '../news/news-list.tsx';
import { tellUnread } from '../news/tell-unread.ts';
import { useNewsText } from '../news/use-news-text.ts';
import classes from './bell.module.css';

/** What the other side did lately, newest first, and how much of it is new. */
export function Bell({ live: { bell, at } }: { readonly live: LiveBell }) {
  const { t } = useTranslation('shell');
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const { news, unread } = bell;
  const [newest] = news;
  const many = tellUnread(unread);
  const close = () => setOpen(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={340}
      position="bottom-end"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={40}
          className={classes.bell ?? ''}
          aria-label={unread > 0 ? t('notifications.labelUnread', { many }) : t('notifications.label')}
          onClick={() => setOpen((now) => !now)}
        >
          <IconBell size={22} stroke={1.6} />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {many}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div className={classes.head}>
          <Text fw={600} size="sm">
            {t('notifications.label')}
          </Text>
          {unread > 0 && newest && (
            <Button
              variant="subtle"
              px="xs"
              onClick={() => api.news.markAllRead.mutate({ upTo: newest.id }).catch(() => {})}
            >
              {t('notifications.markAllRead')}
            </Button>
          )}
        </div>
        {news.length === 0 ? (
          <Text c="dimmed" size="sm" px="md" pb="sm">
            {t('notifications.none')}
          </Text>
        ) : (
          <div className={classes.news}>
            <NewsList news={news} now={at} onOpen={close} />
          </div>
        )}
        <Anchor component={Link} to="/news" size="sm" className={classes.all ?? ''} onClick={close}>
          {t('notifications.all')}
        </Anchor>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says to who does not see the count that something has come; nothing on opening a page. */
export function BellVoice({ live: { arrived } }: { readonly live: LiveBell }) {
  const { t } = useTranslation('shell');
  const { sentence } = useNewsText();
  const [newest] = arrived;
  return (
    <div aria-live="polite" className="visually-hidden">
      {newest && (
        // What is said anew is another element, also where the words are the same.
        <span key={newest.id}>
          {t(arrived.length === 1 ? 'notifications.arrivedOne' : 'notifications.arrivedMany', {
            many: tellUnread(arrived.length),
            what: sentence(newest),
          })}
        </span>
      )}
    </div>
  );
}
