import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { FollowedTarget, TargetEntry } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

const typed = z.string().max(200);
export const targetHorizon = z.enum(['short', 'mid', 'long']);
export const targetEntry = z.object({
  baseYear: typed,
  targetYear: typed,
  reductionPercent: typed,
  baseTonnes: typed,
}) satisfies z.ZodType<TargetEntry>;

/** The unit at the right of a field. */
export function FieldUnit({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed" pr={10}>
      {children}
    </Text>
  );
}

interface TargetFieldsProps {
  readonly present?: FollowedTarget;
  readonly errorOf: (field: string) => string | undefined;
}

/** The fields of a promise: from which year and figure, to which year, by how much. */
export function TargetFields({ present, errorOf }: TargetFieldsProps) {
  const { t } = useTranslation(['targets', 'terms']);
  return (
    <>
      {present ? (
        <input type="hidden" name="horizon" value={present.horizon} />
      ) : (
        <NativeSelect
          name="horizon"
          label={t('form.horizon')}
          data={targetHorizon.options.map((value) => ({ value, label: t(`terms:targetHorizon.${value}`) }))}
          defaultValue="mid"
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
        <TextInput
          name="baseYear"
          label={t('form.baseYear')}
          description={t('form.yearHint')}
          defaultValue={present?.baseYear ?? ''}
          error={errorOf('baseYear')}
          required
        />
        <TextInput
          name="targetYear"
          label={t('form.targetYear')}
          description={t('form.yearHint')}
          defaultValue={present?.targetYear ?? ''}
          error={errorOf('targetYear')}
          required
        />
        <TextInput
          name="baseTonnes"
          label={t('form.baseTonnes')}
          inputMode="decimal"
          defaultValue={present?.baseTonnes ?? ''}
          error={errorOf('baseTonnes')}
          rightSection={<FieldUnit>t CO₂e</FieldUnit>}
          rightSectionWidth={64}
          required
        />
        <TextInput
          name="reductionPercent"
          label={t('form.reductionPercent')}
          inputMode="decimal"
          defaultValue={present?.reductionPercent ?? ''}
          error={errorOf('reductionPercent')}
          rightSection={<FieldUnit>%</FieldUnit>}
          required
        />
      </SimpleGrid>
    </>
  );
}
