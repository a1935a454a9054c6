import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { listNews, markAllNewsRead, markNewsRead } from '@slipstream/services';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFetcher, useOutletContext, useRevalidator } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { refusal, requireContext } from '../door.ts';
import { ListFilters } from '../list/list-filters.tsx';
import { Pages } from '../list/pages.tsx';
import type { LiveBell } from '../live/use-bell.ts';
import { NewsList } from '../news/news-list.tsx';
import { tellUnread } from '../news/tell-unread.ts';
import type { Route } from './+types/news';

/** What the address says; anything else in it counts as not said. */
const query = z.object({
  show: z.literal('unread').optional().catch(undefined),
  page: z.coerce.number().int().positive().optional().catch(undefined),
});
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('read'), id: z.uuid() }),
  z.object({ intent: z.literal('readAll'), upTo: z.uuid() }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const { show, page } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const now = ctx.clock().toISOString();
  return { ...(await listNews(ctx, { page, unreadOnly: show === 'unread' })), show: show ?? 'all', now };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const wanted = form.parse(Object.fromEntries(await request.formData()));
  try {
    await (wanted.intent === 'read' ? markNewsRead(ctx, { ids: [wanted.id] }) : markAllNewsRead(ctx, wanted));
    return null;
  } catch (error) {
    return refusal(error);
  }
}

/** Everything the other side did, and what of it is new to the reader. */
export default function News({ loaderData: { news, page, hasMore, show, now } }: Route.ComponentProps) {
  const { t } = useTranslation('shell');
  const { bell } = useOutletContext<LiveBell>();
  useFreshList(bell);
  const [newest] = news;
  if (!newest && page === 1 && show === 'all')
    return (
      <>
        <PageHeader title={t('notifications.label')} />
        <EmptyState title={t('notifications.empty')} detail={t('notifications.emptyDetail')} />
      </>
    );
  return (
    <>
      <PageHeader
        title={t('notifications.label')}
        about={t('notifications.about')}
        actions={
          bell.unread > 0 &&
          page === 1 &&
          newest && (
            <Form method="post">
              <input type="hidden" name="upTo" value={newest.id} />
              <Button type="submit" name="intent" value="readAll" variant="default">
                {t('notifications.markAllRead')}
              </Button>
            </Form>
          )
        }
      />
      <Panels>
        <Panel>
          <ListFilters
            label={t('notifications.filter')}
            filters={[
              { key: 'all', label: t('notifications.show.all'), to: '/news' },
              {
                key: 'unread',
                label: t('notifications.show.unread'),
                to: '/news?show=unread',
                count: bell.unread > 0 ? tellUnread(bell.unread) : undefined,
              },
            ]}
            present={show}
          />
          {newest ? (
            <NewsList
              news={news}
              now={now}
              tool={({ id, isRead }) => (isRead ? null : <MarkRead id={id} />)}
            />
          ) : (
            <Text c="dimmed">{t(page > 1 ? 'notifications.noMore' : 'notifications.allRead')}</Text>
          )}
          <Pages page={page} hasMore={hasMore} />
        </Panel>
      </Panels>
    </>
  );
}

/** Marks one of them read without opening it. */
function MarkRead({ id }: { readonly id: string }) {
  const { t } = useTranslation('shell');
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="id" value={id} />
      <Tooltip label={t('notifications.markRead')}>
        <ActionIcon
          type="submit"
          name="intent"
          value="read"
          variant="subtle"
          size={40}
          aria-label={t('notifications.markRead')}
          loading={fetcher.state !== 'idle'}
        >
          <IconCheck size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </fetcher.Form>
  );
}

/** Reads the list again when the bell says that something came or was read elsewhere. */
function useFreshList({ unread, news }: LiveBell['bell']) {
  const { revalidate } = useRevalidator();
  const state = `${unread} ${news[0]?.id}`;
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    void revalidate();
  }, [state, revalidate]);
}
