import { Text } from '@mantine/core';
import type { RecipientView } from '@slipstream/programme';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeroFigure } from '../components/hero-figure.tsx';
import { Period } from '../components/period.tsx';
import { StageBar } from '../components/stage-bar.tsx';
import { formatAmount } from '../i18n/format.ts';
import { useFootprintWords } from '../i18n/use-footprint-words.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './table.module.css';

/**
 * What a supplier lets us see of one item: the number, its stages, or all its lines, and no more than it chose. Beside
 * other items the lines are folded away.
 */
export function DisclosedAnswer({ view, isAlone }: { view: RecipientView; isAlone: boolean }) {
  const { t } = useTranslation('requests');
  const language = useLanguage();
  const { footprint } = view;
  const { amount, unit } = footprint.declaredUnit;
  const unitText = useUnitText();
  const total = footprint.kgCO2e;
  return (
    <>
      <HeroFigure
        value={total}
        unit={t('request.perUnit', {
          unit: amount === 1 ? unitText(unit) : `${formatAmount(amount, language)} ${unitText(unit)}`,
        })}
      />
      <Facts view={view} />
      {view.level !== 'footprintOnly' && view.stageTotals.length === 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {t('request.noStages')}
        </Text>
      )}
      {view.level !== 'footprintOnly' && view.stageTotals.length > 0 && (
        <>
          <Text fw={600} size="sm" mt="lg" mb="xs">
            {t('request.stages')}
          </Text>
          <StageBar
            parts={view.stageTotals.map(({ stage, kgCO2e }) => ({
              stage,
              kgCO2e,
              share: total > 0 ? kgCO2e / total : 0,
            }))}
          />
        </>
      )}
      {view.level === 'full' && view.lines.length > 0 && (
        <details className={classes.lines} open={isAlone}>
          <summary>{t('request.lines', { count: view.lines.length })}</summary>
          <Lines lines={view.lines} />
        </details>
      )}
    </>
  );
}

function Facts({ view }: { view: RecipientView }) {
  const { t } = useTranslation(['requests', 'terms']);
  const language = useLanguage();
  const words = useFootprintWords();
  const { boundary, gwpSet, dataQualityScore, primaryDataSharePercent } = view.footprint;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('requests:request.level'), t(`terms:confidentiality.${view.level}`)],
    [t('requests:request.boundary'), words.boundary(boundary.business)],
    [t('requests:request.period'), <Period key="period" {...boundary.period} />],
    [t('requests:request.gwp'), words.gwpSet(gwpSet)],
    [
      t('requests:request.quality'),
      dataQualityScore === null
        ? t('requests:request.qualityUnknown')
        : formatAmount(dataQualityScore, language),
    ],
    [t('requests:request.primary'), words.primaryData(primaryDataSharePercent)],
  ];
  return (
    <dl className={classes.facts} style={{ marginTop: 14 }}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: { lines: Extract<RecipientView, { level: 'full' }>['lines'] }) {
  const { t } = useTranslation(['requests', 'footprint']);
  const language = useLanguage();
  const unitText = useUnitText();
  const largestFirst = lines.toSorted((one, other) => other.kgCO2e - one.kgCO2e);
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <th scope="col">{t('requests:request.line.name')}</th>
          <th scope="col">{t('requests:request.line.stage')}</th>
          <th scope="col" className={classes.number}>
            {t('requests:request.line.amount')}
          </th>
          <th scope="col">{t('requests:request.line.factor')}</th>
          <th scope="col" className={classes.number}>
            {t('requests:request.line.emissions')} (kg CO₂e)
          </th>
        </tr>
      </thead>
      <tbody>
        {largestFirst.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.name}
              <span className={classes.small}>{t(`footprint:dataType.${line.dataType}`)}</span>
            </th>
            <td data-label={t('requests:request.line.stage')}>{t(`footprint:stage.${line.stage}`)}</td>
            <td data-label={t('requests:request.line.amount')} className={classes.number}>
              {formatAmount(line.amount, language)} {unitText(line.unit)}
            </td>
            <td data-label={t('requests:request.line.factor')}>
              <span>
                {formatAmount(line.factor.value, language)} {unitText(line.factor.unit)}
                <span className={classes.small}>
                  {[line.factor.name, line.factor.source, line.factor.referenceYear]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </td>
            <td data-label={`${t('requests:request.line.emissions')} (kg CO₂e)`} className={classes.number}>
              {formatAmount(line.kgCO2e, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
