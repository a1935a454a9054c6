import { dayInTaiwan } from '@slipstream/quantity';
import type { NewsItem } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';

const hour = 60;
const day = 24 * hour;
/** What is older is told by its day. */
const longestAgo = 7 * day;

/** How news are told: what happened, and how long ago. */
export function useNewsText() {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const dateOf = useDate();
  const say = t as unknown as (key: string, values: object) => string;
  return {
    sentence: ({ event, by, about }: NewsItem) => say(`notifications.event.${event}`, { by, about }),
    /** In the largest unit that is not zero; `now` is the clock of the server, so that server and browser agree. */
    since(at: string, now: string): string {
      const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 60_000));
      if (minutes >= longestAgo) return dateOf(dayInTaiwan(at));
      if (minutes === 0) return t('notifications.justNow');
      const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
      if (minutes < hour) return relative.format(-minutes, 'minute');
      if (minutes < day) return relative.format(-Math.round(minutes / hour), 'hour');
      return relative.format(-Math.round(minutes / day), 'day');
    },
  };
}
