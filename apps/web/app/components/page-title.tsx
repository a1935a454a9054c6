import { useTranslation } from 'react-i18next';

/** The title of the browser's tab, history and bookmark. */
export function PageTitle({ title }: { title: string }) {
  const { t } = useTranslation('common');
  return <title>{`${title} · ${t('productName')}`}</title>;
}
