import { Anchor } from '@mantine/core';
import type { FactorReason, FootprintResult, ShownLine } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Period } from '../components/period.tsx';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { AnswerFacts } from './answer-facts.tsx';
import classes from './contribution-table.module.css';
import { Fact } from './fact.tsx';
import { useFactorText } from './use-factor-text.ts';

interface FootprintLineProps {
  readonly productId: string;
  readonly line: ShownLine;
  /** Where it stood in its workbook. */
  readonly place: FootprintResult['origins']['places'][string] | undefined;
  /** What a supplier's footprint answered. */
  readonly answer: FootprintResult['origins']['answers'][string] | undefined;
}

/** One line in full: activity × factor = emissions, with all that says where each comes from. */
export function FootprintLine({ productId, line, place, answer }: FootprintLineProps) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const unitText = useUnitText();
  const unit = unitText(line.unit);
  const per = line.amount === 0 ? 0 : line.emissions / line.amount;
  return (
    <details className={classes.line}>
      <summary>
        <span>{line.name}</span>
        <span className={classes.kg}>
          {formatAmount(line.emissions, language)} <small>kg</small>
        </span>
      </summary>
      <p className={classes.equation}>
        <span>
          {formatAmount(line.amount, language)} {unit}
        </span>
        <i>×</i>
        <span>
          {formatAmount(per, language)} kg CO₂e/{unit}
        </span>
        <i>=</i>
        <b>{formatAmount(line.emissions, language)} kg CO₂e</b>
      </p>
      <dl className={classes.facts}>
        {line.study && <AnswerFacts study={line.study} answer={answer} />}
        {line.factor && <FactorFacts factor={line.factor} reason={line.reason} />}
        {line.period && (
          <Fact name={t('footprint.explain.period')}>
            <Period {...line.period} />
          </Fact>
        )}
        {place && (
          <Fact name={t('footprint.explain.place')}>
            <Anchor
              component={Link}
              size="sm"
              to={`/products/${productId}/bill-of-materials?${new URLSearchParams({ search: line.name })}`}
            >
              {t('bill.place', { ...place })}
            </Anchor>
          </Fact>
        )}
        {!line.study && !place && (
          <Fact name={t('footprint.explain.evidence')}>
            {line.evidence === 0
              ? t('footprint.explain.evidenceNone')
              : t('footprint.explain.files', { count: line.evidence })}
          </Fact>
        )}
      </dl>
    </details>
  );
}

function FactorFacts({
  factor,
  reason,
}: {
  factor: NonNullable<ShownLine['factor']>;
  reason: FactorReason | null;
}) {
  const { t } = useTranslation(['products', 'terms']);
  const { name, source, sourceLang } = useFactorText()(factor);
  return (
    <>
      <Fact name={t('products:footprint.explain.factor')}>{name}</Fact>
      <Fact name={t('products:footprint.explain.source')} lang={sourceLang}>
        {t('products:footprint.explain.sourceOf', {
          source,
          type: t(`terms:factorSourceType.${factor.sourceType}`),
        })}
      </Fact>
      {factor.referenceYear !== undefined && (
        <Fact name={t('products:footprint.explain.year')}>{factor.referenceYear}</Fact>
      )}
      <Fact name={t('products:footprint.explain.edition')}>{factor.version}</Fact>
      <Fact name={t('products:footprint.explain.boundary')}>
        {t(`terms:factorBoundary.${factor.boundary}`)}
      </Fact>
      <Fact name={t('products:footprint.explain.reason')}>
        <ReasonText reason={reason} />
      </Fact>
    </>
  );
}

function ReasonText({ reason }: { reason: FactorReason | null }) {
  const { t } = useTranslation('products');
  if (reason?.kind !== 'word') return t('footprint.explain.reasonPerson');
  const { word, place, candidates } = reason;
  const kind = candidates === 1 ? 'reasonOnly' : 'reasonWord';
  return t(`footprint.explain.${kind}.${place}`, { word, candidates });
}
