import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import {
  listSuppliers,
  type SupplierCandidateRow,
  type SupplierList,
  setWillingness,
} from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, Link, useFetcher } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { refusal } from '../door.ts';
import { formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CoverageChart } from '../requests/coverage-chart.tsx';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import { isAskable } from '../requests/open-request.ts';
import { RequestState } from '../requests/request-state.tsx';
import classes from '../requests/table.module.css';
import type { Route } from './+types/suppliers';

const form = z.object({
  supplierRelationId: z.uuid(),
  willingness: z.enum(['', '1', '2', '3', '4', '5']),
});

export async function loader({ context, request }: Route.LoaderArgs) {
  return { list: await listSuppliers(requireLeadFirm(context, request)) };
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
  const { list } = loaderData;
  const { t } = useTranslation('requests');
  if (list.suppliers.length === 0)
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
  return (
    <>
      <PageHeader title={t('suppliers.title')} about={t('suppliers.about')} />
      <Panels>
        <Panel>
          <CoverageChart list={list} />
          <Basis list={list} />
        </Panel>
        <Panel>
          <Form method="get" action="/suppliers/ask">
            <div className={classes.scroll}>
              <SupplierTable list={list} />
            </div>
            <Group mt="md" gap="md">
              <Button type="submit">{t('suppliers.ask')}</Button>
              <Text size="sm" c="dimmed" component="div">
                <div>{t('suppliers.askHint')}</div>
                <div>{t('suppliers.declinedHint')}</div>
              </Text>
            </Group>
          </Form>
        </Panel>
      </Panels>
    </>
  );
}

function Basis({ list }: { list: SupplierList }) {
  const { t } = useTranslation('requests');
  const { bomBasis, volumeBasis, lines, linesWithoutMass: without } = list;
  const basis = bomBasis === 'mass' && without > 0 ? 'massWithUnknown' : bomBasis;
  return (
    <Text size="xs" c="dimmed" mt="xs" component="div">
      <div>{t(`suppliers.basis.${basis}`, { lines, without })}</div>
      <div>{t(`suppliers.volume.${volumeBasis}`)}</div>
    </Text>
  );
}

function SupplierTable({ list }: { list: SupplierList }) {
  const { t } = useTranslation('requests');
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <th scope="col">{t('suppliers.table.supplier')}</th>
          <th scope="col">{t('suppliers.table.reasons')}</th>
          <th scope="col" className={classes.number}>
            {t('suppliers.table.score')}
          </th>
          <th scope="col">{t('suppliers.table.willingness')}</th>
          <th scope="col">{t('suppliers.table.status')}</th>
        </tr>
      </thead>
      <tbody>
        {list.suppliers.map((supplier) => (
          <tr key={supplier.id}>
            <th scope="row">
              <div className={classes.choice}>
                <Checkbox
                  name="supplier"
                  value={supplier.id}
                  disabled={!isAskable(supplier)}
                  defaultChecked={isAskable(supplier) && supplier.ranked?.isSelected === true}
                  aria-label={t('suppliers.choose', { name: supplier.name })}
                />
                <span>
                  {supplier.ranked && `${supplier.ranked.rank}. `}
                  {supplier.name}
                  <span className={classes.small}>
                    <PartNames supplier={supplier} />
                  </span>
                </span>
              </div>
            </th>
            <td>
              <Reasons supplier={supplier} basis={list.bomBasis} />
            </td>
            <td data-label={t('suppliers.table.score')} className={classes.number}>
              {supplier.ranked ? Math.round(supplier.ranked.score * 100) : '–'}
            </td>
            <td data-label={t('suppliers.table.willingness')}>
              <Willingness supplier={supplier} />
            </td>
            <td data-label={t('suppliers.table.status')}>
              {supplier.request ? (
                <Link to={`/requests/${supplier.request.id}`}>
                  <RequestState state={supplier.request.state} />
                </Link>
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The names of the first parts of a supplier, and how many there are. */
function PartNames({ supplier }: { supplier: SupplierCandidateRow }) {
  const { t } = useTranslation('requests');
  const language = useLanguage();
  const parts = supplier.parts.join(language === 'zh-TW' ? '、' : ', ');
  return supplier.partCount > supplier.parts.length
    ? t('suppliers.partsMore', { parts, count: supplier.partCount })
    : parts;
}

const worthSaying = 0.05;

function Reasons({ supplier, basis }: { supplier: SupplierCandidateRow; basis: SupplierList['bomBasis'] }) {
  const { t } = useTranslation('requests');
  const language = useLanguage();
  const { bomShare, volumeShare, isSoleSource, willingness } = supplier;
  const bomReason = basis === 'mass' ? 'bomShareMass' : 'bomShareLineCount';
  return (
    <div className={classes.tags}>
      {bomShare > 0 && (
        <StateTag tone="ours">
          {t(`suppliers.reason.${bomReason}`, { share: formatShare(bomShare, language) })}
        </StateTag>
      )}
      {volumeShare >= worthSaying && (
        <StateTag tone="ours">
          {t('suppliers.reason.volumeShare', { share: formatShare(volumeShare, language) })}
        </StateTag>
      )}
      {isSoleSource && <StateTag tone="asked">{t('suppliers.reason.soleSource')}</StateTag>}
      {(willingness ?? 0) >= 4 && <StateTag tone="good">{t('suppliers.reason.willing')}</StateTag>}
    </div>
  );
}

const grades = [1, 2, 3, 4, 5] as const;

function Willingness({ supplier }: { supplier: SupplierCandidateRow }) {
  const { t } = useTranslation('requests');
  const fetcher = useFetcher<typeof action>();
  const refused = fetcher.data && 'refused' in fetcher.data ? fetcher.data.refused : undefined;
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('suppliers.willingness.label', { name: supplier.name })}
        defaultValue={String(supplier.willingness ?? '')}
        disabled={fetcher.state !== 'idle'}
        data={[
          { value: '', label: t('suppliers.willingness.unknown') },
          ...grades.map((grade) => ({
            value: String(grade),
            label: t(`suppliers.willingness.grade${grade}`),
          })),
        ]}
        onChange={(event) =>
          fetcher.submit(
            { supplierRelationId: supplier.id, willingness: event.currentTarget.value },
            { method: 'post', action: '/suppliers' },
          )
        }
      />
      <RefusalAlert refused={refused} />
    </>
  );
}
