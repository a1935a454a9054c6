import type { ShownLine } from '@slipstream/services';
import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../components/chart.tsx';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';

const shown = 8;
const rowHeight = 34;

/** The largest inputs of a footprint, which come first among `lines`, each with its figure, and how much of the whole they make. */
export function LargestInputsChart({ lines }: { lines: readonly ShownLine[] }) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const largest = useMemo(() => lines.slice(0, shown), [lines]);
  const option = useCallback(
    (token: (name: string) => string): EChartsOption => ({
      grid: { left: 4, right: 70, top: 4, bottom: 4, containLabel: true },
      tooltip: { trigger: 'item' },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: largest.map(({ name }) => name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: token('--ink'), width: 130, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 14,
          data: largest.map(({ emissions }) => emissions),
          itemStyle: { color: token('--primary'), borderRadius: 4 },
          label: {
            show: true,
            position: 'right',
            color: token('--ink-muted'),
            formatter: ({ value }) => `${formatAmount(Number(value), language)} kg`,
          },
        },
      ],
    }),
    [largest, language],
  );
  const share = largest.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0) / 100;
  return (
    <Chart
      title={t('footprint.largest', { count: largest.length, share: formatShare(share, language) })}
      height={largest.length * rowHeight + 12}
      option={option}
      table={{
        columns: [t('footprint.columns.input'), t('footprint.columns.kg'), t('footprint.columns.share')],
        rows: largest.map(({ name, emissions, sharePercent }) => [
          name,
          emissions,
          sharePercent === null ? null : formatShare(sharePercent / 100, language),
        ]),
      }}
    />
  );
}
