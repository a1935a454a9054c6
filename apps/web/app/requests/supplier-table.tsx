import { Checkbox } from '@mantine/core';
import type { SupplierCandidateRow, SupplierList } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { StateTag } from '../components/state-tag.tsx';
import { formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { isAskable } from './open-request.ts';
import { RequestState } from './request-state.tsx';
import { orderOf, type SupplierQuery, type SupplierSort } from './supplier-view.ts';
import classes from './table.module.css';
import { Willingness } from './willingness.tsx';

interface SupplierTableProps {
  readonly suppliers: readonly SupplierCandidateRow[];
  readonly basis: SupplierList['bomBasis'];
  readonly query: SupplierQuery;
}

/** Suppliers to choose from, each with why it stands where it does; a heading sorts by its column. */
export function SupplierTable({ suppliers, basis, query }: SupplierTableProps) {
  const { t } = useTranslation('requests');
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <Heading sort="name" query={query}>
            {t('suppliers.table.supplier')}
          </Heading>
          <Heading sort="bomShare" query={query}>
            {t('suppliers.table.reasons')}
          </Heading>
          <Heading sort="score" query={query} isNumber>
            {t('suppliers.table.score')}
          </Heading>
          <Heading sort="willingness" query={query}>
            {t('suppliers.table.willingness')}
          </Heading>
          <Heading sort="status" query={query}>
            {t('suppliers.table.status')}
          </Heading>
        </tr>
      </thead>
      <tbody>
        {suppliers.map((supplier) => (
          <tr key={supplier.id}>
            <th scope="row">
              <div className={classes.choice}>
                {isAskable(supplier) ? (
                  <Checkbox
                    name="supplier"
                    value={supplier.id}
                    defaultChecked={supplier.isProposed}
                    aria-label={t('suppliers.choose', { name: supplier.name })}
                  />
                ) : (
                  <span className={classes.noBox} />
                )}
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
              <Reasons supplier={supplier} basis={basis} />
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

/** A heading that sorts by its column, the other way round when pressed again. */
function Heading(props: {
  readonly sort: SupplierSort;
  readonly query: SupplierQuery;
  readonly isNumber?: boolean;
  readonly children: string;
}) {
  const { sort, query, isNumber = false, children } = props;
  const [address] = useSearchParams();
  const order = query.sort === sort ? orderOf(query) : undefined;
  const next = new URLSearchParams(address);
  next.set('sort', sort);
  next.set('order', order ? (order === 'asc' ? 'desc' : 'asc') : orderOf({ sort, order: undefined }));
  return (
    <th
      scope="col"
      className={isNumber ? classes.number : undefined}
      aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}
    >
      <Link to={`?${next}`} preventScrollReset replace className={classes.sort}>
        {children}
        <span aria-hidden>{order === 'asc' ? ' ↑' : order === 'desc' ? ' ↓' : ''}</span>
      </Link>
    </th>
  );
}

/** The names of the first parts of a supplier, and how many there are. */
function PartNames({ supplier }: { readonly supplier: SupplierCandidateRow }) {
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
