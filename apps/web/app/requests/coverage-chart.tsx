import type { EChartsOption } from 'echarts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../components/chart.tsx';
import { formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { SupplierPage } from './supplier-view.ts';

/** How much of the bill of materials is covered by asking the first, the first two, and so on. */
export function CoverageChart({
  list,
}: {
  list: Pick<SupplierPage, 'best' | 'coverage' | 'targetCoverage'>;
}) {
  const { t } = useTranslation('requests');
  const language = useLanguage();
  const { best: ranked, targetCoverage } = list;
  const option = useCallback(
    (token: (name: string) => string): EChartsOption => ({
      grid: { left: 44, right: 56, top: 16, bottom: 44 },
      tooltip: {
        trigger: 'axis',
        backgroundColor: token('--panel'),
        borderColor: token('--line'),
        textStyle: { color: token('--ink') },
        valueFormatter: (value) => formatShare(Number(value), language),
      },
      xAxis: {
        type: 'category',
        data: ranked.map(({ rank, name }) => `${rank} ${name}`),
        axisLabel: { formatter: (label: string) => label.split(' ')[0] ?? '', color: token('--ink-muted') },
        name: t('suppliers.coverage.rank'),
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: token('--ink-muted') },
        axisLine: { lineStyle: { color: token('--line') } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        max: 1,
        axisLabel: {
          formatter: (value: number) => formatShare(value, language),
          color: token('--ink-muted'),
        },
        splitLine: { lineStyle: { color: token('--line-soft') } },
      },
      series: [
        {
          name: t('suppliers.coverage.own'),
          type: 'bar',
          barMaxWidth: 26,
          data: ranked.map(({ bomShare, isSelected }) => ({
            value: bomShare,
            itemStyle: { color: token(isSelected ? '--primary' : '--line'), borderRadius: [3, 3, 0, 0] },
          })),
        },
        {
          name: t('suppliers.coverage.cumulative'),
          type: 'line',
          symbol: 'circle',
          symbolSize: 6,
          data: ranked.map(({ cumulativeBomShare }) => Math.min(cumulativeBomShare, 1)),
          lineStyle: { color: token('--attention'), width: 2 },
          itemStyle: { color: token('--attention') },
          endLabel: { show: true, color: token('--ink'), formatter: t('suppliers.coverage.cumulative') },
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: token('--ink-muted'), type: 'dashed' },
            label: {
              position: 'insideStartTop',
              color: token('--ink-muted'),
              formatter: t('suppliers.coverage.target', { share: formatShare(targetCoverage, language) }),
            },
            data: [{ yAxis: targetCoverage }],
          },
        },
      ],
    }),
    [ranked, language, targetCoverage, t],
  );
  const count = ranked.filter(({ isSelected }) => isSelected).length;
  const { coverage, targetReached } = list.coverage;
  const title =
    count === 0
      ? t('suppliers.coverage.none')
      : t(targetReached ? 'suppliers.coverage.reached' : 'suppliers.coverage.missed', {
          count,
          share: formatShare(Math.min(coverage, 1), language),
        });
  return (
    <Chart
      title={title}
      height={240}
      option={option}
      table={{
        columns: [
          t('suppliers.coverage.rank'),
          t('suppliers.table.supplier'),
          t('suppliers.coverage.own'),
          t('suppliers.coverage.cumulative'),
        ],
        rows: ranked.map(({ rank, name, bomShare, cumulativeBomShare }) => [
          rank,
          name,
          formatShare(bomShare, language),
          formatShare(Math.min(cumulativeBomShare, 1), language),
        ]),
      }}
    />
  );
}
