import { useTranslation } from 'react-i18next';

/** Units by the name a reader knows: symbols stay as they are, pieces are named in the reader's language. */
export function useUnitName(): (unit: string | null) => string {
  const { t } = useTranslation('products');
  return (unit) => (unit === 'pcs' ? t('units.pcs') : (unit ?? ''));
}
