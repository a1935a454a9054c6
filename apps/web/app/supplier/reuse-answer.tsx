import { Button } from '@mantine/core';
import type { ReusableAnswer } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './request.module.css';

/** Answers given before that may stand for an item as well, each at the press of a button. */
export function ReuseAnswer({
  itemId,
  answers,
}: {
  readonly itemId: string;
  readonly answers: readonly ReusableAnswer[];
}) {
  const { t } = useTranslation('supplier');
  const language = useLanguage();
  const unitText = useUnitText();
  const busy = useNavigation().state !== 'idle';
  if (answers.length === 0) return null;
  return (
    <details className={classes.reuse}>
      <summary>{t('request.reuse')}</summary>
      <p>{t('request.reuseDetail')}</p>
      <ul>
        {answers.map((answer) => (
          <li key={answer.itemId}>
            <span>
              <b>{answer.name}</b>
              <small>
                {t('request.reuseFor', {
                  customer: (language === 'en' && answer.askedByEnglish) || answer.askedBy,
                  value: formatAmount(answer.kgCO2e, language),
                  unit: unitText(answer.declaredUnit),
                })}
              </small>
            </span>
            <Form method="post">
              <input type="hidden" name="intent" value="reuse" />
              <input type="hidden" name="itemId" value={itemId} />
              <input type="hidden" name="fromItemId" value={answer.itemId} />
              <Button
                type="submit"
                variant="default"
                size="compact-md"
                loading={busy}
                aria-label={`${t('request.reuseAction')}: ${answer.name}`}
              >
                {t('request.reuseAction')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
