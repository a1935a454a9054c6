import { Text } from '@mantine/core';
import type { AllianceView } from '@slipstream/services';
import type { EChartsOption } from 'echarts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../components/chart.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { HeroFigure } from '../components/hero-figure.tsx';
import { Panel } from '../components/panel.tsx';
import { yearAxes } from '../components/year-axes.ts';
import { formatAmount, formatYear } from '../i18n/format.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from '../routes/targets.module.css';

/** The released totals, newest first; a hidden one says why. */
export function Releases({ alliance }: { readonly alliance: AllianceView }) {
  const { t } = useTranslation('alliance');
  const language = useLanguage();
  const calendar = useCalendar();
  const totals = alliance.releases.flatMap(({ period, cells }) => {
    const total = cells.find(({ dimension }) => dimension === null);
    return total ? { year: formatYear(Number(period), language, calendar), total } : [];
  });
  const published = totals.flatMap(({ year, total }) =>
    'values' in total ? { year, ...total.values, membersAtLeast: total.membersAtLeast } : [],
  );
  const [newest] = totals;
  if (!newest)
    return (
      <Panel>
        <EmptyState title={t('none.title')} detail={t('none.detail')} />
      </Panel>
    );
  const amount = (value: number | undefined) => (value === undefined ? '–' : formatAmount(value, language));
  return (
    <>
      <Panel title={t('latest', { year: newest.year })} span={published.length > 0 ? 4 : 12}>
        {'values' in newest.total ? (
          <HeroFigure value={newest.total.values.cutTonnes ?? 0} unit={t('unit')}>
            <Text size="sm" mt="sm">
              {t('promised', { promised: amount(newest.total.values.promisedTonnes) })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('members', {
                count: newest.total.membersAtLeast,
                answered: amount(newest.total.values.answered),
              })}
            </Text>
          </HeroFigure>
        ) : (
          <Text>{t(`hidden.${newest.total.hidden}`)}</Text>
        )}
      </Panel>
      {published.length > 0 && (
        <Panel span={8}>
          <ReleaseChart years={published} />
        </Panel>
      )}
      <Panel title={t('table.title')}>
        <table className={classes.table} aria-label={t('table.title')}>
          <thead>
            <tr>
              <th scope="col">{t('table.year')}</th>
              {(['members', 'answered', 'promised', 'cut'] as const).map((column) => (
                <th key={column} scope="col" className={classes.number}>
                  {t(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map(({ year, total }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {'values' in total ? (
                  <>
                    <td data-label={t('table.members')} className={classes.number}>
                      {t('table.atLeast', { count: total.membersAtLeast })}
                    </td>
                    <td data-label={t('table.answered')} className={classes.number}>
                      {amount(total.values.answered)}
                    </td>
                    <td data-label={t('table.promised')} className={classes.number}>
                      {amount(total.values.promisedTonnes)}
                    </td>
                    <td data-label={t('table.cut')} className={classes.number}>
                      {amount(total.values.cutTonnes)}
                    </td>
                  </>
                ) : (
                  <td colSpan={4}>{t(`hidden.${total.hidden}`)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  );
}

function ReleaseChart({
  years,
}: {
  years: readonly { readonly year: string; readonly promisedTonnes?: number; readonly cutTonnes?: number }[];
}) {
  const { t } = useTranslation('alliance');
  const rows = [...years].reverse();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other years or another language draw anew
  const option = useCallback(
    (token: (name: string) => string): EChartsOption => ({
      grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14, textStyle: { color: token('--ink') } },
      tooltip: { trigger: 'axis', backgroundColor: token('--panel'), textStyle: { color: token('--ink') } },
      ...yearAxes(
        token,
        rows.map(({ year }) => year),
        t('chart.unit'),
      ),
      series: [
        {
          name: t('chart.promised'),
          type: 'bar',
          barMaxWidth: 26,
          data: rows.map(({ promisedTonnes }) => promisedTonnes ?? null),
          itemStyle: {
            color: 'transparent',
            borderColor: token('--ink-muted'),
            borderType: 'dashed',
            borderWidth: 1,
          },
        },
        {
          name: t('chart.cut'),
          type: 'bar',
          barMaxWidth: 26,
          data: rows.map(({ cutTonnes }) => cutTonnes ?? null),
          color: token('--good'),
        },
      ],
    }),
    [years, t],
  );
  return (
    <Chart
      title={t('chart.title')}
      height={240}
      option={option}
      table={{
        columns: [t('chart.year'), t('chart.promised'), t('chart.cut')],
        rows: rows.map(({ year, promisedTonnes, cutTonnes }) => [
          year,
          promisedTonnes ?? null,
          cutTonnes ?? null,
        ]),
      }}
    />
  );
}
