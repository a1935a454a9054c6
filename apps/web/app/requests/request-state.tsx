import type { SupplierRequestState } from '@slipstream/programme';
import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../components/state-tag.tsx';

const toneOf: Readonly<Record<SupplierRequestState, Tone>> = {
  draft: 'quiet',
  sent: 'asked',
  accepted: 'asked',
  inProgress: 'asked',
  submitted: 'ours',
  underReview: 'ours',
  returned: 'asked',
  approved: 'good',
  declined: 'quiet',
  cancelled: 'quiet',
  superseded: 'quiet',
};

/** The state of a request as the firm that asks sees it: `asked` waits for the supplier, `ours` for ourselves. */
export function RequestState({ state }: { state: SupplierRequestState }) {
  const { t } = useTranslation('terms');
  return <StateTag tone={toneOf[state]}>{t(`requestState.${state}`)}</StateTag>;
}
