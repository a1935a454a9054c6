import type { BillLine, BillSort } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../components/state-tag.tsx';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { SortHeading } from '../list/sort-heading.tsx';
import type { ListSorting } from '../list/sorting.ts';
import classes from '../requests/table.module.css';

/** Lines of a bill of materials: a row each, on phones a card each. */
export function BillLineTable(props: {
  readonly lines: readonly BillLine[];
  readonly sorting: ListSorting<BillSort>;
}) {
  const { lines, sorting } = props;
  const { t } = useTranslation('products');
  const language = useLanguage();
  const unitText = useUnitText();
  const blank = <span className={classes.small}>{t('bill.blank')}</span>;
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <SortHeading sort="part" sorting={sorting}>
            {t('bill.table.part')}
          </SortHeading>
          <th scope="col">{t('bill.table.material')}</th>
          <th scope="col" className={classes.number}>
            {t('bill.table.amount')}
          </th>
          <th scope="col" className={classes.number}>
            {t('bill.table.mass')}
          </th>
          <SortHeading sort="supplier" sorting={sorting}>
            {t('bill.table.supplier')}
          </SortHeading>
          <SortHeading sort="line" sorting={sorting}>
            {t('bill.table.place')}
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.name}
              <span className={classes.small}>
                {[
                  line.partNumber,
                  line.specification,
                  line.assembly && t('bill.within', { assembly: line.assembly }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </th>
            <td data-label={t('bill.table.material')}>{line.material ?? blank}</td>
            <td data-label={t('bill.table.amount')} className={classes.number}>
              {line.amount === null ? (
                blank
              ) : (
                <span>
                  {formatAmount(line.amount, language)} {unitText(line.unit)}
                </span>
              )}
            </td>
            <td data-label={t('bill.table.mass')} className={classes.number}>
              {line.massPerUnitKg === null ? blank : formatAmount(line.massPerUnitKg, language)}
            </td>
            <td data-label={t('bill.table.supplier')}>
              {line.supplierName === null ? (
                blank
              ) : (
                <span>
                  {line.supplierName}{' '}
                  {line.isSoleSource && <StateTag tone="asked">{t('bill.sole')}</StateTag>}
                </span>
              )}
            </td>
            <td data-label={t('bill.table.place')}>
              {line.place === null ? blank : t('bill.place', { ...line.place })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
