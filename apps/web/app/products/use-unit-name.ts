import { useTranslation } from 'react-i18next';

const named = ['pcs', 't'] as const;

/** Units by the name a reader knows: symbols stay as they are, pieces and tonnes are named in the reader's language. */
export function useUnitName(): (unit: string | null) => string {
  const { t } = useTranslation('products');
  return (unit) => {
    const known = named.find((one) => one === unit);
    return known ? t(`units.${known}`) : (unit ?? '');
  };
}
