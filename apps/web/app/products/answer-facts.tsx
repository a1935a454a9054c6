import { Anchor } from '@mantine/core';
import type { FootprintResult, ShownLine } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDate } from '../i18n/use-date.ts';
import { useFootprintWords } from '../i18n/use-footprint-words.ts';
import { Fact } from './fact.tsx';

interface AnswerFactsProps {
  readonly study: NonNullable<ShownLine['study']>;
  readonly answer: FootprintResult['origins']['answers'][string] | undefined;
}

/** Where a supplier's footprint comes from: what it covers, who took it in and when, and the request it answers. */
export function AnswerFacts({ study, answer }: AnswerFactsProps) {
  const { t } = useTranslation(['products', 'requests', 'terms']);
  const words = useFootprintWords();
  const dateOf = useDate();
  const { business, primaryDataSharePercent, version, gwpSet } = study;
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
      <Fact name={t('requests:request.boundary')}>{words.boundary(business)}</Fact>
      <Fact name={t('requests:request.primary')}>{words.primaryData(primaryDataSharePercent)}</Fact>
      <Fact name={t('requests:request.gwp')}>{words.gwpSet(gwpSet)}</Fact>
    </>
  );
}
