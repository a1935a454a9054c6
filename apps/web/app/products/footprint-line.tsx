import type { FactorReason, FootprintResult, ShownLine } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './contribution-table.module.css';
import { useFactorText } from './use-factor-text.ts';

interface FootprintLineProps {
  readonly line: ShownLine;
  /** Where it stood in its workbook. */
  readonly place: FootprintResult['places'][string] | undefined;
}

/** One line in full: activity × factor = emissions, with all that says where each comes from. */
export function FootprintLine({ line, place }: FootprintLineProps) {
  const { t } = useTranslation(['products', 'terms']);
  const language = useLanguage();
  const unitText = useUnitText();
  const factorText = useFactorText();
  const { factor, reason } = line;
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
        {factor ? (
          <>
            <Fact name={t('products:footprint.explain.factor')}>{factorText(factor).name}</Fact>
            <Fact name={t('products:footprint.explain.source')} lang={factorText(factor).sourceLang}>
              {t('products:footprint.explain.sourceOf', {
                source: factorText(factor).source,
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
        ) : (
          <Fact name={t('products:footprint.explain.factor')}>{t('products:footprint.explain.sealed')}</Fact>
        )}
        {place && (
          <Fact name={t('products:footprint.explain.place')}>{t('products:bill.place', { ...place })}</Fact>
        )}
        <Fact name={t('products:footprint.explain.evidence')}>
          {line.evidence === 0 ? t('products:footprint.explain.evidenceNone') : line.evidence}
        </Fact>
      </dl>
    </details>
  );
}

function ReasonText({ reason }: { reason: FactorReason | null }) {
  const { t } = useTranslation('products');
  if (reason?.kind !== 'word') return t('footprint.explain.reasonPerson');
  const { word, place, candidates } = reason;
  const kind = candidates === 1 ? 'reasonOnly' : 'reasonWord';
  return t(`footprint.explain.${kind}.${place}`, { word, candidates });
}

function Fact(props: { name: string; lang?: 'en' | undefined; children: React.ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd lang={props.lang}>{props.children}</dd>
    </div>
  );
}
