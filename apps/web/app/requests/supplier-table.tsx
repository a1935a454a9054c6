import { Checkbox } from '@mantine/core';
import type { SupplierCandidateRow, SupplierList } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateTag } from '../components/state-tag.tsx';
import { formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { SortHeading } from '../list/sort-heading.tsx';
import type { ListSorting } from '../list/sorting.ts';
import { isAskable } from './open-request.ts';
import { RequestState } from './request-state.tsx';
import type { SupplierSort } from './supplier-view.ts';
import classes from './table.module.css';
import type { ChosenSuppliers } from './use-chosen-suppliers.ts';
import { useWillingnessChoices, Willingness } from './willingness.tsx';

interface SupplierTableProps {
  readonly suppliers: readonly SupplierCandidateRow[];
  readonly basis: SupplierList['bomBasis'];
  readonly sorting: ListSorting<SupplierSort>;
  readonly chosen: Pick<ChosenSuppliers, 'isChosen' | 'choose'>;
}

/** Suppliers to choose from, each with why it stands where it does; a heading sorts by its column. */
export function SupplierTable({ suppliers, basis, sorting, chosen }: SupplierTableProps) {
  const { t } = useTranslation('requests');
  const choices = useWillingnessChoices();
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <SortHeading sort="name" sorting={sorting}>
            {t('suppliers.table.supplier')}
          </SortHeading>
          <SortHeading sort="bomShare" sorting={sorting}>
            {t('suppliers.table.reasons')}
          </SortHeading>
          <SortHeading sort="score" sorting={sorting} className={classes.number}>
            {t('suppliers.table.score')}
          </SortHeading>
          <SortHeading sort="willingness" sorting={sorting}>
            {t('suppliers.table.willingness')}
          </SortHeading>
          <SortHeading sort="status" sorting={sorting}>
            {t('suppliers.table.status')}
          </SortHeading>
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
                    checked={chosen.isChosen(supplier)}
                    onChange={({ currentTarget }) => chosen.choose(supplier, currentTarget.checked)}
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
              <Willingness supplier={supplier} choices={choices} />
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
