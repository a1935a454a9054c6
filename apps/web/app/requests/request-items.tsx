import { Text } from '@mantine/core';
import type { MadeRequestDetail } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './table.module.css';

/** What was asked for. */
export function RequestedItems({ items }: Pick<MadeRequestDetail, 'items'>) {
  const { t } = useTranslation('requests');
  const unitText = useUnitText();
  const language = useLanguage();
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <th scope="col">{t('request.itemName')}</th>
          <th scope="col">{t('request.itemCode')}</th>
          <th scope="col">{t('request.itemUnit')}</th>
          <th scope="col" className={classes.number}>
            {t('request.itemAnnual')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, name, code, declaredUnit, annualAmount }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={t('request.itemCode')}>{code}</td>
            <td data-label={t('request.itemUnit')}>{unitText(declaredUnit)}</td>
            <td data-label={t('request.itemAnnual')} className={classes.number}>
              {annualAmount === null ? '–' : formatAmount(annualAmount, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In which form, at which levels and with which words it was asked for. */
export function RequestTerms({ request }: { readonly request: MadeRequestDetail }) {
  const { t } = useTranslation(['requests', 'terms']);
  const language = useLanguage();
  const { confidentialityOffered: offered, confidentialityChosen: chosen, message, mode, state } = request;
  if (state === 'draft') return null;
  return (
    <>
      <Text size="sm" mt="md">
        {t('requests:request.asked', { mode: t(`requests:ask.modes.${mode}`) })}
      </Text>
      <Text size="sm">
        {t('requests:request.offered')}
        {language === 'zh-TW' ? '：' : ': '}
        {offered.map((level) => t(`terms:confidentiality.${level}`)).join(language === 'zh-TW' ? '、' : ', ')}
      </Text>
      {chosen && (
        <Text size="sm">
          {t('requests:request.chosen')}
          {language === 'zh-TW' ? '：' : ': '}
          {t(`terms:confidentiality.${chosen}`)}
        </Text>
      )}
      {message && (
        <>
          <Text size="sm" mt="md" fw={600}>
            {t('requests:request.message')}
          </Text>
          <p className={classes.words}>{message}</p>
        </>
      )}
    </>
  );
}
