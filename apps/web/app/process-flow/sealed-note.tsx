import { Text } from '@mantine/core';
import { type SealedProcess, totalOf } from '@slipstream/footprint';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';

/** What a supplier agreed to show of its footprint: the result, and what it is per. */
export function SealedNote({ process }: { process: SealedProcess }) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const unitText = useUnitText();
  const { declaredUnitAmount, declaredUnitOfMeasurement, components } = process.footprint;
  return (
    <Text size="sm" c="dimmed">
      {t('inspector.sealedNote', {
        amount: declaredUnitAmount ?? '–',
        unit: unitText(declaredUnitOfMeasurement),
        kg: formatAmount(totalOf(components), language),
      })}
    </Text>
  );
}
