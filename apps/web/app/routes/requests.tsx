import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { supplierRequestMachine } from '@slipstream/programme';
import {
  firstRequestOrder,
  listRequests,
  type RequestRow,
  type RequestSort,
  requestSorts,
} from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ListControls } from '../list/list-controls.tsx';
import { ListFilters } from '../list/list-filters.tsx';
import { Pages } from '../list/pages.tsx';
import { SortHeading } from '../list/sort-heading.tsx';
import { type ListSorting, listAddress, sortingOf, sortOrders } from '../list/sorting.ts';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import { RequestState } from '../requests/request-state.tsx';
import classes from '../requests/table.module.css';
import type { Route } from './+types/requests';

/** What the address says; anything else in it counts as not said. */
const query = z.object({
  state: z.enum(supplierRequestMachine.states).optional().catch(undefined),
  overdue: z
    .literal('1')
    .optional()
    .catch(undefined)
    .transform((said) => said === '1'),
  search: z.string().max(200).optional().catch(undefined),
  sort: z.enum(requestSorts).default('dueDate').catch('dueDate'),
  order: z.enum(sortOrders).optional().catch(undefined),
  page: z.coerce.number().int().positive().optional().catch(undefined),
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireLeadFirm(context, request);
  const asked = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const sorting = sortingOf(requestSorts, firstRequestOrder, asked);
  return { board: await listRequests(ctx, asked), asked, sorting };
}

export default function Requests({ loaderData }: Route.ComponentProps) {
  const { board, asked, sorting } = loaderData;
  const { t } = useTranslation('requests');
  const [address] = useSearchParams();
  const all = Object.values(board.countByState).reduce((sum, count) => sum + count, 0);
  const sent = Number(address.get('sent')) || 0;
  if (all === 0)
    return (
      <>
        <PageHeader title={t('board.title')} />
        <EmptyState
          title={t('board.empty.title')}
          detail={t('board.empty.detail')}
          action={
            <Button component={Link} to="/suppliers">
              {t('board.empty.action')}
            </Button>
          }
        />
      </>
    );
  return (
    <>
      <PageHeader
        title={t('board.title')}
        actions={
          <Button component={Link} to="/suppliers">
            {t('board.invite')}
          </Button>
        }
      />
      {sent > 0 && (
        <Alert color="teal" role="status" mb="md">
          {t('board.sent', { count: sent })}
        </Alert>
      )}
      <Panels>
        <Panel>
          <Filters board={board} all={all} />
          <ListControls
            sorting={sorting}
            labelOf={(sort) => t(`board.table.${sort}`)}
            search={{ label: t('board.search'), words: asked.search ?? '' }}
            hasHeadings
          />
          {board.requests.length === 0 ? (
            <Group gap="sm">
              <Text c="dimmed">{t('board.none')}</Text>
              <Anchor component={Link} to="/requests">
                {t('board.clear')}
              </Anchor>
            </Group>
          ) : (
            <RequestTable rows={board.requests} sorting={sorting} />
          )}
          <Pages page={board.page} pages={board.pages} hasMore={board.page < board.pages} />
        </Panel>
      </Panels>
    </>
  );
}

function Filters({ board, all }: { board: Route.ComponentProps['loaderData']['board']; all: number }) {
  const { t } = useTranslation(['requests', 'terms']);
  const [address] = useSearchParams();
  const states = supplierRequestMachine.states.filter((state) => board.countByState[state]);
  const present = address.get('overdue') ? 'overdue' : (address.get('state') ?? 'all');
  const to = (named: Readonly<Record<string, string>>) => {
    const next = listAddress(address);
    for (const name of ['state', 'overdue']) next.delete(name);
    for (const [name, value] of Object.entries(named)) next.set(name, value);
    return `?${next}`;
  };
  const filters = [
    { key: 'all', label: t('requests:board.all'), to: to({}), count: all },
    { key: 'overdue', label: t('requests:board.overdue'), to: to({ overdue: '1' }), count: board.overdue },
    ...states.map((state) => ({
      key: state,
      label: t(`terms:requestState.${state}`),
      to: to({ state }),
      count: board.countByState[state] ?? 0,
    })),
  ].filter(({ key, count }) => key === 'all' || count > 0 || key === present);
  return <ListFilters label={t('requests:board.filter')} filters={filters} present={present} />;
}

function RequestTable({
  rows,
  sorting,
}: {
  readonly rows: readonly RequestRow[];
  readonly sorting: ListSorting<RequestSort>;
}) {
  const { t } = useTranslation('requests');
  const language = useLanguage();
  const dateOf = useDate();
  const listed = ({ items, itemCount }: RequestRow) => {
    const names = items.join(language === 'zh-TW' ? '、' : ', ');
    return itemCount > items.length ? t('board.itemsMore', { items: names, count: itemCount }) : names;
  };
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <SortHeading sort="supplier" sorting={sorting}>
            {t('board.table.supplier')}
          </SortHeading>
          <th scope="col">{t('board.table.items')}</th>
          <SortHeading sort="state" sorting={sorting}>
            {t('board.table.state')}
          </SortHeading>
          <SortHeading sort="dueDate" sorting={sorting}>
            {t('board.table.dueDate')}
          </SortHeading>
          <SortHeading sort="updated" sorting={sorting}>
            {t('board.table.updated')}
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to={`/requests/${row.id}`}>{row.supplierName}</Link>
            </th>
            <td data-label={t('board.table.items')}>{listed(row)}</td>
            <td data-label={t('board.table.state')}>
              <RequestState state={row.state} />
            </td>
            <td data-label={t('board.table.dueDate')}>
              <span>
                {row.dueDate ? dateOf(row.dueDate) : t('board.noDate')}{' '}
                {row.daysOverdue > 0 && (
                  <StateTag tone="bad">{t('board.late', { count: row.daysOverdue })}</StateTag>
                )}
              </span>
            </td>
            <td data-label={t('board.table.updated')}>{dateOf(row.updatedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
