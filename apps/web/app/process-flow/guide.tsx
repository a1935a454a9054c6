import { Stack, Text, Title } from '@mantine/core';
import type { ProductSystemDraft } from '@slipstream/footprint';
import { useTranslation } from 'react-i18next';
import { Period } from '../components/period.tsx';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './inspector.module.css';

const steps = ['select', 'connect', 'stage', 'supplies', 'undo'] as const;

/** While nothing is selected: what is calculated, within which boundary, and how the canvas is used. */
export function Guide({ draft }: { draft: ProductSystemDraft }) {
  const { t } = useTranslation(['processFlow', 'products']);
  const language = useLanguage();
  const unitText = useUnitText();
  const { referenceFlow, boundary, period } = draft;
  const product = draft.processes.find(({ id }) => id === referenceFlow?.process);
  return (
    <Stack gap="sm">
      <dl className={classes.ends}>
        <dt>{t('processFlow:guide.reference')}</dt>
        <dd>
          {referenceFlow && product ? (
            <b>
              {referenceFlow.amount === null ? '–' : formatAmount(referenceFlow.amount, language)}{' '}
              {unitText(referenceFlow.unit)} {product.name}
            </b>
          ) : (
            t('processFlow:guide.referenceNone')
          )}
        </dd>
        <dt>{t('processFlow:guide.boundary')}</dt>
        <dd>{t(`products:footprint.boundary.${boundary.business}`)}</dd>
        {period && (
          <>
            <dt>{t('processFlow:guide.period')}</dt>
            <dd>
              <Period {...period} />
            </dd>
          </>
        )}
      </dl>
      <Title order={2}>{t('processFlow:guide.title')}</Title>
      <ul className={classes.guide}>
        {steps.map((step) => (
          <li key={step}>{t(`processFlow:guide.steps.${step}`)}</li>
        ))}
      </ul>
      <Text size="sm" c="dimmed" className={classes.keys ?? ''}>
        {t('processFlow:guide.keys')}
      </Text>
    </Stack>
  );
}
