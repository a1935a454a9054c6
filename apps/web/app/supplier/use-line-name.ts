import type { AnswerLine } from '@slipstream/programme';
import { useTranslation } from 'react-i18next';

/** What a line of an answer is called: the way of a thing is told from the thing. */
export function useLineName(): (line: Pick<AnswerLine, 'id' | 'name'>) => string {
  const { t } = useTranslation('supplier');
  return ({ id, name }) => (id.endsWith('/way') ? t('preview.transportOf', { name }) : name);
}
