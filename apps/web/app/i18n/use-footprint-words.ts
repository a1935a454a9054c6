import type { RecipientView } from '@slipstream/programme';
import { useTranslation } from 'react-i18next';
import { formatShare } from './format.ts';
import { useLanguage } from './use-language.ts';

type Footprint = RecipientView['footprint'];

/** Says in words what a supplier states of its footprint: where it ends, how much of it is primary data, which GWPs. */
export function useFootprintWords() {
  const { t } = useTranslation(['requests', 'terms']);
  const language = useLanguage();
  return {
    boundary: (business: Footprint['boundary']['business']) =>
      t(`terms:factorBoundary.${business === 'B2B' ? 'cradleToGate' : 'cradleToGrave'}`),
    primaryData: (percent: Footprint['primaryDataSharePercent']) =>
      percent === null ? t('requests:request.primaryUnknown') : formatShare(percent / 100, language),
    gwpSet: (gwpSet: Footprint['gwpSet'] | undefined) =>
      gwpSet === undefined || gwpSet === 'notStated' ? t('requests:request.gwpNotStated') : gwpSet,
  };
}
