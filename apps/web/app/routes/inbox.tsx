import { listInbox, listMemberships } from '@slipstream/services';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MembershipNotice } from '../alliance/membership-notice.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { StateTag, type Tone } from '../components/state-tag.tsx';
import { requireContext } from '../door.ts';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from '../supplier/inbox.module.css';
import type { Route } from './+types/inbox';

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  return { requests: await listInbox(ctx), memberships: await listMemberships(ctx) };
}

type Received = Route.ComponentProps['loaderData']['requests'][number];

const toneOf = (state: Received['state']): Tone =>
  state === 'sent' || state === 'returned'
    ? 'asked'
    : state === 'approved'
      ? 'good'
      : state === 'declined' || state === 'cancelled' || state === 'superseded'
        ? 'quiet'
        : 'ours';

export default function Inbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('supplier');
  const { requests, memberships } = loaderData;
  const waiting = requests.filter(({ isWaiting }) => isWaiting);
  const others = requests.filter(({ isWaiting }) => !isWaiting);
  return (
    <>
      <PageHeader title={t('inbox.title')} about={t('inbox.about')} />
      <MembershipNotice memberships={memberships} />
      {requests.length === 0 ? (
        <EmptyState title={t('inbox.empty')} detail={t('inbox.emptyDetail')} />
      ) : (
        <Panels>
          {waiting.length > 0 && (
            <Panel title={t('inbox.waiting')}>
              <Requests requests={waiting} />
            </Panel>
          )}
          {others.length > 0 && (
            <Panel title={t('inbox.done')}>
              <Requests requests={others} />
            </Panel>
          )}
        </Panels>
      )}
    </>
  );
}

function Requests({ requests }: { requests: readonly Received[] }) {
  const { t } = useTranslation('supplier');
  const language = useLanguage();
  const dateOf = useDate();
  return (
    <ul className={classes.requests}>
      {requests.map((request) => {
        const [first] = request.items;
        return (
          <li key={request.id}>
            <Link to={`/inbox/${request.id}${request.isForReview ? '/preview' : ''}`} prefetch="intent">
              <span className={classes.words}>
                <b>
                  {request.items.length > 1
                    ? t('inbox.items', { first: first?.name ?? '', count: request.items.length })
                    : first?.name}
                </b>
                <span>{(language === 'en' && request.askedByEnglish) || request.askedBy}</span>
              </span>
              <span className={classes.state}>
                {request.isForReview ? (
                  <StateTag tone="asked">{t('inbox.forReview')}</StateTag>
                ) : (
                  <StateTag tone={toneOf(request.state)}>{t(`inbox.state.${request.state}`)}</StateTag>
                )}
                {request.isWaiting && (
                  <span data-overdue={request.isOverdue || undefined}>
                    {request.dueDate ? t('inbox.due', { date: dateOf(request.dueDate) }) : t('inbox.noDue')}
                    {request.isOverdue && ` · ${t('inbox.overdue')}`}
                  </span>
                )}
              </span>
              <IconChevronRight size={18} aria-hidden />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
