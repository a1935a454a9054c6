import { ActionIcon, Popover, Text } from '@mantine/core';
import type { NewsItem } from '@slipstream/services';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './bell.module.css';

interface BellProps {
  readonly news: readonly NewsItem[];
  /** Where a request opens for the reader's kind of organization, e.g. `/requests`. */
  readonly requestsPath: string;
  /** The reader's clock at the time of the page, so that server and browser agree. */
  readonly now: string;
}

/** What the other side did lately, newest first; each line leads to its request. */
export function Bell({ news, requestsPath, now }: BellProps) {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const say = t as unknown as (key: string, values: object) => string;
  return (
    <Popover width={320} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={t('notifications.label')}>
          <IconBell size={22} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Text fw={600} size="sm" px="md" pt="sm">
          {t('notifications.label')}
        </Text>
        {news.length === 0 ? (
          <Text c="dimmed" size="sm" p="md">
            {t('notifications.none')}
          </Text>
        ) : (
          <ul className={classes.news}>
            {news.map((item) => (
              <li key={item.id}>
                <Link to={`${requestsPath}/${item.requestId}`}>
                  {say(`notifications.event.${item.event}`, { by: item.by, about: item.about })}
                  <time dateTime={item.at}>{since(item.at, now, language)}</time>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** How long ago, in the largest unit that is not zero. */
function since(at: string, now: string, language: string): string {
  const minutes = Math.round((Date.parse(now) - Date.parse(at)) / 60_000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 24 * 60) return relative.format(-Math.round(minutes / 60), 'hour');
  return relative.format(-Math.round(minutes / (24 * 60)), 'day');
}
