import { Progress, Text } from '@mantine/core';
import type { TargetTotals } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { HeroFigure } from '../components/hero-figure.tsx';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { TargetStatusTag } from './target-status.tsx';
import classes from './target-summary.module.css';
import { standings, type TargetPage } from './target-view.ts';

interface TargetSummaryProps {
  readonly totals: TargetTotals;
  readonly counts: TargetPage['counts'];
}

/** What all promises brought so far, held against what was promised by then, and how many stand how. */
export function TargetSummary({ totals, counts }: TargetSummaryProps) {
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const { cutTonnes, promisedTonnes, partners } = totals;
  const share = promisedTonnes > 0 ? cutTonnes / promisedTonnes : null;
  return (
    <HeroFigure value={cutTonnes} unit={t('totals.cut')}>
      <Text size="sm" c="dimmed" mt="sm">
        {t('totals.promised', { count: partners, promised: formatAmount(promisedTonnes, language) })}
      </Text>
      {share !== null && share >= 0 && (
        <>
          <Progress
            value={Math.min(100, share * 100)}
            color="var(--good)"
            size={10}
            radius="xl"
            mt="lg"
            aria-hidden
          />
          <Text size="sm" mt={6}>
            {t('totals.share', { share: formatShare(share, language) })}
          </Text>
        </>
      )}
      <ul className={classes.standings}>
        {standings
          .filter((status) => counts[status] > 0)
          .map((status) => (
            <li key={status}>
              <b>{counts[status]}</b> <TargetStatusTag status={status} />
            </li>
          ))}
      </ul>
    </HeroFigure>
  );
}
