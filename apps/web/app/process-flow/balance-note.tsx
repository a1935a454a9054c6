import { Text, Title } from '@mantine/core';
import type { ProductSystemDraft, UnitProcess } from '@slipstream/footprint';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { BalanceLight } from './balance-light.ts';
import classes from './balance-note.module.css';

/** How the balance of a process stands, in a few words. */
export function useBalanceText(): (light: BalanceLight) => string {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  return (light) => {
    if (light.kind === 'unknown') return t('balance.unknown');
    const percent = formatShare(light.balance.errorPercent / 100, language);
    if (light.kind === 'off') return t('balance.off', { percent });
    return light.balance.direction === 'equal' ? t('balance.balanced') : t('balance.balancedBy', { percent });
  };
}

/** The light on a process: it says the state in colour, in sign and in words. */
export function BalanceSign({ light }: { light: BalanceLight }) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const textOf = useBalanceText();
  const label = `${t('balance.title')}: ${textOf(light)}`;
  return (
    <span className={classes.sign} data-kind={light.kind} title={label}>
      <IconScale size={13} stroke={1.8} aria-hidden />
      <span aria-hidden>
        {light.kind === 'balanced'
          ? '✓'
          : light.kind === 'off'
            ? formatShare(light.balance.errorPercent / 100, language)
            : '?'}
      </span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

interface BalanceNoteProps {
  readonly draft: ProductSystemDraft;
  readonly process: UnitProcess;
  readonly light: BalanceLight;
}

const namedFlows = 4;
const askedQuestions = 3;

/** The balance of a process with its reason: both sides, what lacks a mass, what to ask. */
export function BalanceNote({ draft, process, light }: BalanceNoteProps) {
  const { t } = useTranslation(['processFlow', 'reading']);
  const language = useLanguage();
  const textOf = useBalanceText();
  const flowOf = (id: string) => {
    const flow = process.exchanges.find((exchange) => exchange.id === id)?.flow;
    return draft.flows.find((one) => one.id === flow)?.name ?? id;
  };
  return (
    <section className={classes.note} data-kind={light.kind}>
      <Title order={3}>
        {t('processFlow:balance.title')} · {textOf(light)}
      </Title>
      {light.kind === 'unknown' ? (
        <Text size="sm">
          {t(`processFlow:balance.gap.${light.gap}`, {
            flows: namesOf(light.unweighed.map(flowOf), language === 'zh-TW' ? '、' : ', '),
          })}
        </Text>
      ) : (
        <>
          <Text size="sm">
            {t('processFlow:balance.sums', {
              input: formatAmount(light.balance.inputTotal, language),
              output: formatAmount(light.balance.outputTotal, language),
              percent: formatShare(light.balance.errorPercent / 100, language),
            })}
          </Text>
          {light.kind === 'off' && (
            <>
              <Text size="sm" mt={4}>
                {t(`reading:balanceDirection.${light.balance.direction}`)}
                {language === 'zh-TW' ? '。' : '. '}
                {t('processFlow:balance.ask')}
              </Text>
              <ul>
                {light.balance.questions.slice(0, askedQuestions).map((question) => (
                  <li key={question}>{t(`reading:balanceQuestion.${question}`)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}

function namesOf(names: readonly string[], comma: string): string {
  const unlike = [...new Set(names)];
  return unlike.slice(0, namedFlows).join(comma) + (unlike.length > namedFlows ? '…' : '');
}
