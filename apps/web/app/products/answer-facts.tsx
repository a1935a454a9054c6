import { Anchor } from '@mantine/core';
import type { FootprintResult, ShownLine } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatShare } from '../i18n/format.ts';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Fact } from './fact.tsx';

interface AnswerFactsProps {
  readonly study: NonNullable<ShownLine['study']>;
  readonly answer: FootprintResult['origins']['answers'][string] | undefined;
}

/** Where a supplier's footprint comes from: what it covers, who took it in and when, and the request it answers. */
export function AnswerFacts({ study, answer }: AnswerFactsProps) {
  const { t } = useTranslation(['products', 'requests', 'terms']);
  const language = useLanguage();
  const dateOf = useDate();
  const { business, primaryDataSharePercent, version, gwpSet } = study;
  const ends = business === 'B2B' ? 'cradleToGate' : 'cradleToGrave';
  const { approvedAt, approvedBy } = answer ?? {};
  return (
    <>
      <Fact name={t('products:footprint.explain.answer')}>
        {answer ? (
          <Anchor component={Link} size="sm" to={`/requests/${answer.requestId}`}>
            {t('products:footprint.explain.toAnswer', { version })}
          </Anchor>
        ) : (
          t('products:footprint.explain.version', { version })
        )}
      </Fact>
      {approvedAt && (
        <Fact name={t('products:footprint.explain.approved')}>
          {approvedBy
            ? t('products:footprint.explain.approvedBy', { name: approvedBy, date: dateOf(approvedAt) })
            : dateOf(approvedAt)}
        </Fact>
      )}
      {answer?.level && (
        <Fact name={t('requests:request.level')}>{t(`terms:confidentiality.${answer.level}`)}</Fact>
      )}
      <Fact name={t('requests:request.boundary')}>{t(`terms:factorBoundary.${ends}`)}</Fact>
      <Fact name={t('requests:request.primary')}>
        {primaryDataSharePercent === null
          ? t('requests:request.primaryUnknown')
          : formatShare(primaryDataSharePercent / 100, language)}
      </Fact>
      <Fact name={t('requests:request.gwp')}>
        {gwpSet === undefined || gwpSet === 'notStated' ? t('requests:request.gwpNotStated') : gwpSet}
      </Fact>
    </>
  );
}
