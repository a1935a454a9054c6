import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../door.ts';
import { FindingList } from './finding-list.tsx';

/** Why something was refused, in words that say what to do. */
export function RefusalAlert({ refused }: { refused: Refusal | undefined }) {
  const { t } = useTranslation('refusals');
  if (!refused) return null;
  const isToldByFindings = refused.code === 'refused' && refused.findings.length > 0;
  const say = t as unknown as (code: string, values: Refusal['values']) => string;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />}>
      {!isToldByFindings && say(refused.code, refused.values)}
      <FindingList title={t('refused')} findings={refused.findings} />
    </Alert>
  );
}
