import { Anchor, Button, Group, Text } from '@mantine/core';
import { type FollowedTarget, listTargets } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { requireContext } from '../door.ts';
import { formatAmount, formatYear } from '../i18n/format.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ListControls } from '../list/list-controls.tsx';
import { ListFilters } from '../list/list-filters.tsx';
import { Pages } from '../list/pages.tsx';
import { SortHeading } from '../list/sort-heading.tsx';
import { type ListSorting, listAddress } from '../list/sorting.ts';
import { PartnersChart } from '../targets/progress-charts.tsx';
import { targetSide } from '../targets/side.ts';
import { TargetStatusTag } from '../targets/target-status.tsx';
import { TargetSummary } from '../targets/target-summary.tsx';
import {
  type TargetPage,
  type TargetSort,
  targetFilters,
  targetPage,
  targetQuery,
  targetSorting,
} from '../targets/target-view.ts';
import type { Route } from './+types/targets';
import classes from './targets.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const side = targetSide(context, request);
  const query = targetQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { side, query, list: targetPage(await listTargets(requireContext(context, request)), query) };
}

const partnersPage = { leadFirm: '/suppliers', supplier: '/inbox' } as const;

/** From so many targets on they can be searched. */
const searchFrom = 10;

export default function Targets({ loaderData }: Route.ComponentProps) {
  const { side, query, list } = loaderData;
  const { partners, totals, counts } = list;
  const { t } = useTranslation(['targets', 'terms']);
  const sorting = targetSorting(query);
  const setTarget = (
    <Button component={Link} to="/targets/new">
      {t('set')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t(`about.${side}`)}
        actions={counts.all > 0 ? setTarget : undefined}
      />
      {counts.all === 0 && partners.length === 0 && (
        <EmptyState
          title={t(`empty.noPartner.${side}.title`)}
          detail={t(`empty.noPartner.${side}.detail`)}
          action={
            <Button component={Link} to={partnersPage[side]}>
              {t(`empty.noPartner.${side}.action`)}
            </Button>
          }
        />
      )}
      {counts.all === 0 && partners.length > 0 && (
        <EmptyState title={t(`empty.${side}.title`)} detail={t(`empty.${side}.detail`)} action={setTarget} />
      )}
      {counts.all > 0 && (
        <Panels>
          {totals && (
            <>
              <Panel title={t('totals.title')} span={4}>
                <TargetSummary totals={totals} counts={counts} />
              </Panel>
              <Panel span={8}>
                <PartnersChart targets={list.largest} of={list.reported} />
              </Panel>
            </>
          )}
          <Panel title={t('table.title')}>
            <Filters list={list} present={query.show} />
            <ListControls
              sorting={sorting}
              labelOf={(sort) =>
                sort === 'name' ? t(`table.partner.${side}`) : t(`table.${columnOf[sort]}`)
              }
              search={
                counts.all >= searchFrom ? { label: t('table.search'), words: query.search } : undefined
              }
              hasHeadings
            />
            {list.rows.length === 0 ? (
              <Group gap="sm">
                <Text c="dimmed">{t('table.none')}</Text>
                <Anchor component={Link} to="/targets">
                  {t('table.clear')}
                </Anchor>
              </Group>
            ) : (
              <TargetTable side={side} targets={list.rows} sorting={sorting} />
            )}
            <Pages page={list.page} pages={list.pages} hasMore={list.page < list.pages} />
          </Panel>
        </Panels>
      )}
    </>
  );
}

/** The heading of what the list is sorted by. */
const columnOf = { reported: 'latest', cut: 'cut', status: 'status' } as const;

function Filters({ list: { counts }, present }: { list: TargetPage; present: string }) {
  const { t } = useTranslation(['targets', 'terms']);
  const [address] = useSearchParams();
  const held = targetFilters.filter((filter) => filter === 'all' || filter === present || counts[filter] > 0);
  // Where all stand alike there is nothing to tell apart.
  if (held.length < 3 && present === 'all') return null;
  const filters = held.map((filter) => {
    const next = listAddress(address);
    next.set('show', filter);
    const label = filter === 'all' ? t('table.all') : t(`terms:targetStatus.${filter}`);
    return { key: filter, label, to: `?${next}`, count: counts[filter] };
  });
  return <ListFilters label={t('table.filter')} filters={filters} present={present} />;
}

interface TargetTableProps {
  readonly side: 'leadFirm' | 'supplier';
  readonly targets: readonly FollowedTarget[];
  readonly sorting: ListSorting<TargetSort>;
}

function TargetTable({ side, targets, sorting }: TargetTableProps) {
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const calendar = useCalendar();
  const year = (value: number) => formatYear(value, language, calendar);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <SortHeading sort="name" sorting={sorting}>
            {t(`table.partner.${side}`)}
          </SortHeading>
          <SortHeading sort="reported" sorting={sorting}>
            {t('table.latest')}
          </SortHeading>
          <SortHeading sort="cut" sorting={sorting} className={classes.number}>
            {t('table.cut')}
          </SortHeading>
          <SortHeading sort="status" sorting={sorting}>
            {t('table.status')}
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <tr key={target.id}>
            <th scope="row">
              <Link to={`/targets/${target.id}`}>{target.partnerName}</Link>
              <span>
                {t(`terms:targetHorizon.${target.horizon}`)}
                {language === 'zh-TW' ? '：' : ': '}
                {t('table.promiseText', {
                  base: year(target.baseYear),
                  target: year(target.targetYear),
                  percent: target.reductionPercent,
                })}
              </span>
            </th>
            <td data-label={t('table.latest')}>
              {target.latest ? year(target.latest.year) : t('table.notYet')}
            </td>
            <td data-label={t('table.cut')} className={classes.number}>
              {target.latest ? formatAmount(target.latest.cutTonnes, language) : '–'}
              {target.latest && (
                <span>
                  {t('table.cutOfPromised', {
                    promised: formatAmount(target.latest.promisedTonnes, language),
                  })}
                </span>
              )}
            </td>
            <td data-label={t('table.status')}>
              <TargetStatusTag status={target.track.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
