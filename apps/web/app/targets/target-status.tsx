import type { TargetStatus } from '@slipstream/programme';
import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../components/state-tag.tsx';

const toneOf: Readonly<Record<TargetStatus, Tone>> = {
  achieved: 'good',
  onTrack: 'good',
  behind: 'asked',
  missed: 'bad',
  noData: 'quiet',
};

/** Where a promise stands, in one word. */
export function TargetStatusTag({ status }: { status: TargetStatus }) {
  const { t } = useTranslation(['targets', 'terms']);
  return <StateTag tone={toneOf[status]}>{t(`terms:targetStatus.${status}`)}</StateTag>;
}
