import { useTranslation } from 'react-i18next';
import { StateTag } from '../components/state-tag.tsx';
import { isUnderWay } from '../requests/open-request.ts';
import { RequestState } from '../requests/request-state.tsx';
import { useCanvas } from './canvas-context.ts';
import type { SupplyNodeData } from './diagram.ts';

/** How well a supply is known: asked, without an answer, measured, or calculated by a factor of the database. */
export function SupplyState({ data }: { data: SupplyNodeData }) {
  const { t } = useTranslation('processFlow');
  const { requests } = useCanvas();
  const request = data.supplier === null ? undefined : requests[data.supplier];
  if (request && isUnderWay(request.state)) return <RequestState state={request.state} />;
  if (data.openInputs > 0)
    return <StateTag tone="asked">{t('supply.open', { count: data.openInputs })}</StateTag>;
  return (
    <StateTag tone={data.data === 'secondary' ? 'quiet' : 'ours'}>{t(`supply.data.${data.data}`)}</StateTag>
  );
}
