import { NativeSelect } from '@mantine/core';
import type { SupplierCandidateRow } from '@slipstream/services';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import type { action } from '../routes/suppliers.tsx';

const grades = [1, 2, 3, 4, 5] as const;

/** What can be chosen for each supplier of a table. */
export function useWillingnessChoices() {
  const { t } = useTranslation('requests');
  return useMemo(
    () => [
      { value: '', label: t('suppliers.willingness.unknown') },
      ...grades.map((grade) => ({ value: String(grade), label: t(`suppliers.willingness.grade${grade}`) })),
    ],
    [t],
  );
}

interface WillingnessProps {
  readonly supplier: SupplierCandidateRow;
  readonly choices: ReturnType<typeof useWillingnessChoices>;
}

/** How willing we take a supplier to be; saved as it is chosen. */
export function Willingness({ supplier, choices }: WillingnessProps) {
  const { t } = useTranslation('requests');
  const fetcher = useFetcher<typeof action>();
  const refused = fetcher.data && 'refused' in fetcher.data ? fetcher.data.refused : undefined;
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('suppliers.willingness.label', { name: supplier.name })}
        defaultValue={String(supplier.willingness ?? '')}
        disabled={fetcher.state !== 'idle'}
        data={choices}
        onChange={(event) =>
          fetcher.submit(
            { supplierRelationId: supplier.id, willingness: event.currentTarget.value },
            { method: 'post', action: '/suppliers' },
          )
        }
      />
      <RefusalAlert refused={refused} />
    </>
  );
}
