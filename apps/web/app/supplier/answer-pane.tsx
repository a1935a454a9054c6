import type { AnswerFootprint, AnswerLine, AnswerStageTotal, DisclosedLine } from '@slipstream/programme';
import { useTranslation } from 'react-i18next';
import { HeroFigure } from '../components/hero-figure.tsx';
import { Period } from '../components/period.tsx';
import { StageBar } from '../components/stage-bar.tsx';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './preview.module.css';
import { useLineName } from './use-line-name.ts';

interface AnswerPaneProps {
  readonly name: string;
  readonly footprint: AnswerFootprint;
  readonly stageTotals: readonly AnswerStageTotal[];
  readonly lines: readonly (AnswerLine | DisclosedLine)[];
}

/** An answer, as much of it as is given: what one side of the preview shows. */
export function AnswerPane({ name, footprint, stageTotals, lines }: AnswerPaneProps) {
  const { t } = useTranslation('supplier');
  const language = useLanguage();
  const unitText = useUnitText();
  const lineName = useLineName();
  const { kgCO2e, declaredUnit, boundary, dataQualityScore, primaryDataSharePercent } = footprint;
  return (
    <>
      <HeroFigure value={kgCO2e} unit={t('result.unit', { unit: unitText(declaredUnit.unit) })} />
      <dl className={classes.facts}>
        <dt>{t('sheet.item')}</dt>
        <dd>{name}</dd>
        <dt>{t('preview.boundary')}</dt>
        <dd>{t(`figure.boundaries.${boundary.business}`)}</dd>
        <dt>{t('preview.period')}</dt>
        <dd>
          <Period {...boundary.period} />
        </dd>
        <dt>{t('preview.quality')}</dt>
        <dd>
          {dataQualityScore === null ? t('preview.qualityNone') : formatAmount(dataQualityScore, language)}
        </dd>
        <dt>{t('preview.primary')}</dt>
        <dd>
          {primaryDataSharePercent === null
            ? t('preview.primaryNone')
            : formatShare(primaryDataSharePercent / 100, language)}
        </dd>
      </dl>
      {stageTotals.length > 0 && (
        <div className={classes.stages}>
          <StageBar
            parts={stageTotals.map((part) => ({ ...part, share: kgCO2e === 0 ? 0 : part.kgCO2e / kgCO2e }))}
          />
        </div>
      )}
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line.id}>
              <span>{lineName(line)}</span>
              <b>{formatAmount(line.kgCO2e, language)} kg</b>
              <small>
                {t('preview.perUnit', {
                  amount: formatAmount(line.amount, language),
                  unit: unitText(line.unit),
                })}
                {'held' in line &&
                  line.held.siteTotal !== null &&
                  ` · ${t('preview.siteTotal', { amount: formatAmount(line.held.siteTotal, language), unit: unitText(line.unit) })}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
