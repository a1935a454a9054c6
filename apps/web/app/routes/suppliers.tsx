import { Button, Group, Text } from '@mantine/core';
import { listSuppliers, setWillingness } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, Link, useSearchParams } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { refusal } from '../door.ts';
import { ListControls } from '../list/list-controls.tsx';
import { ListFilters } from '../list/list-filters.tsx';
import { Pages } from '../list/pages.tsx';
import { listAddress } from '../list/sorting.ts';
import { CoverageChart } from '../requests/coverage-chart.tsx';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import { isAskable } from '../requests/open-request.ts';
import { SupplierTable } from '../requests/supplier-table.tsx';
import {
  type SupplierFilter,
  type SupplierPage,
  supplierFilters,
  supplierPage,
  supplierQuery,
  supplierSorting,
} from '../requests/supplier-view.ts';
import classes from '../requests/table.module.css';
import { useChosenSuppliers } from '../requests/use-chosen-suppliers.ts';
import type { Route } from './+types/suppliers';

const form = z.object({
  supplierRelationId: z.uuid(),
  willingness: z.enum(['', '1', '2', '3', '4', '5']),
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireLeadFirm(context, request);
  const query = supplierQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const list = await listSuppliers(ctx, { part: query.search });
  return { list: supplierPage(list, query), query };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireLeadFirm(context, request);
  const { supplierRelationId, willingness } = form.parse(Object.fromEntries(await request.formData()));
  try {
    await setWillingness(ctx, { supplierRelationId, willingness: willingness ? Number(willingness) : null });
    return { done: true };
  } catch (error) {
    return refusal(error);
  }
}

export default function Suppliers({ loaderData }: Route.ComponentProps) {
  const { list, query } = loaderData;
  const { t } = useTranslation('requests');
  const chosen = useChosenSuppliers(list.rows);
  if (list.counts.all === 0)
    return (
      <>
        <PageHeader title={t('suppliers.title')} />
        <EmptyState
          title={t('suppliers.empty.title')}
          detail={t('suppliers.empty.detail')}
          action={
            <Button component={Link} to="/products/new">
              {t('suppliers.empty.action')}
            </Button>
          }
        />
      </>
    );
  const { rows: shown } = list;
  const sorting = supplierSorting(query);
  return (
    <>
      <PageHeader title={t('suppliers.title')} about={t('suppliers.about')} />
      <Panels>
        <Panel>
          <CoverageChart list={list} />
          <Basis list={list} />
        </Panel>
        <Panel>
          <Filters list={list} />
          <ListControls
            sorting={sorting}
            labelOf={(sort) => t(`suppliers.sorts.${sort}`)}
            search={
              list.counts.all > searchFrom ? { label: t('suppliers.search'), words: query.search } : undefined
            }
            hasHeadings
          />
          {shown.length === 0 ? (
            <Text c="dimmed">{t('suppliers.none')}</Text>
          ) : (
            <Form method="get" action="/suppliers/ask" ref={chosen.form}>
              <div className={classes.scroll}>
                <SupplierTable suppliers={shown} basis={list.bomBasis} sorting={sorting} chosen={chosen} />
              </div>
              <Pages page={list.page} pages={list.pages} hasMore={list.page < list.pages} />
              {chosen.elsewhere.map((id) => (
                <input key={id} type="hidden" name="supplier" value={id} />
              ))}
              {(shown.some(isAskable) || chosen.elsewhere.length > 0) && (
                <Group mt="md" gap="md">
                  <Button type="submit">{t('suppliers.ask')}</Button>
                  {chosen.count > 0 && (
                    <Button variant="subtle" onClick={chosen.clear}>
                      {t('suppliers.clear')}
                    </Button>
                  )}
                  <Text size="sm" c="dimmed" component="div">
                    <div>
                      {t('suppliers.chosen', { count: chosen.count })}
                      {chosen.elsewhere.length > 0 && (
                        <> · {t('suppliers.chosenElsewhere', { count: chosen.elsewhere.length })}</>
                      )}
                    </div>
                    <div>
                      {t(
                        shown.some(({ isProposed }) => isProposed)
                          ? 'suppliers.askHint'
                          : 'suppliers.askHintNone',
                      )}
                    </div>
                    <div>{t('suppliers.declinedHint')}</div>
                  </Text>
                </Group>
              )}
            </Form>
          )}
        </Panel>
      </Panels>
    </>
  );
}

/** Above as many suppliers they can be searched. */
const searchFrom = 10;

/** Who was not asked, is at it, has answered or declined: one of these at a time, with how many there are. */
function Filters({ list: { counts, show: present } }: { readonly list: SupplierPage }) {
  const { t } = useTranslation('requests');
  const [address] = useSearchParams();
  const to = (filter: SupplierFilter) => {
    const next = listAddress(address);
    next.set('show', filter);
    return `?${next}`;
  };
  const filters = supplierFilters.map((filter) => ({
    key: filter,
    label: t(`suppliers.standing.${filter}`),
    to: to(filter),
    count: counts[filter],
  }));
  return <ListFilters label={t('suppliers.filter')} filters={filters} present={present} />;
}

function Basis({ list }: { list: SupplierPage }) {
  const { t } = useTranslation('requests');
  const { bomBasis, volumeBasis, lines, linesWithoutMass: without } = list;
  const basis = bomBasis === 'mass' && without > 0 ? 'massWithUnknown' : bomBasis;
  return (
    <Text size="xs" c="dimmed" mt="xs" component="div">
      <div>{t(`suppliers.basis.${basis}`, { lines, without, count: without })}</div>
      <div>{t(`suppliers.volume.${volumeBasis}`)}</div>
    </Text>
  );
}
