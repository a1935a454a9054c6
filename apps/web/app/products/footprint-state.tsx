import { useTranslation } from 'react-i18next';
import { StateTag } from '../components/state-tag.tsx';

interface FootprintStateProps {
  readonly isStale: boolean;
  readonly kgCo2e: number | null;
  readonly openInputs: number;
}

/** How the footprint of a product stands, in one word. */
export function FootprintState({ isStale, kgCo2e, openInputs }: FootprintStateProps) {
  const { t } = useTranslation('products');
  if (isStale) return <StateTag tone="quiet">{t('state.stale')}</StateTag>;
  if (openInputs > 0) return <StateTag tone="asked">{t('state.open')}</StateTag>;
  if (kgCo2e === null) return <StateTag tone="quiet">{t('state.none')}</StateTag>;
  return <StateTag tone="ours">{t('state.calculated')}</StateTag>;
}
