import type { FollowedTarget } from '@slipstream/services';
import type { EChartsOption } from 'echarts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../components/chart.tsx';
import { yearAxes } from '../components/year-axes.ts';
import { formatAmount, formatYear } from '../i18n/format.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';

type Token = (name: string) => string;
const hundredths = (value: number) => Math.round(value * 100) / 100;

/** Cuts in green, changes of method in grey, the promise as the line or frame they are held against. */
function useSeries() {
  const { t } = useTranslation(['targets', 'terms']);
  return (token: Token, cut: readonly (number | null)[], methodChange: readonly (number | null)[]) => [
    {
      name: t('chart.cut'),
      type: 'bar' as const,
      stack: 'achieved',
      barMaxWidth: 26,
      data: [...cut],
      color: token('--good'),
    },
    // Named only where another way of counting changed something.
    ...(methodChange.some(Boolean)
      ? [
          {
            name: t('chart.methodChange'),
            type: 'bar' as const,
            stack: 'achieved',
            barMaxWidth: 26,
            data: [...methodChange],
            color: token('--stage-end-of-life'),
          },
        ]
      : []),
  ];
}

function baseOption(token: Token): EChartsOption {
  return {
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, textStyle: { color: token('--ink') } },
    tooltip: {
      trigger: 'axis',
      backgroundColor: token('--panel'),
      borderColor: token('--line'),
      textStyle: { color: token('--ink') },
    },
  };
}

/** One promise over its years: the promised line, and what each reported year brought. */
export function TargetChart({ target }: { target: FollowedTarget }) {
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const calendar = useCalendar();
  const series = useSeries();
  const base = Number(target.baseTonnes);
  const { latest } = target;
  const years = target.track.years.map(({ year, allowedTonnes, actual }) => ({
    year: formatYear(year, language, calendar),
    promised: hundredths(base - allowedTonnes),
    cut: actual && hundredths(actual.operationalCutTonnes),
    // What another way of counting took off shows as a drop, as a cut does.
    methodChange: actual && hundredths(0 - actual.methodChangeTonnes),
  }));
  const title = latest
    ? t(latest.cutTonnes >= latest.promisedTonnes ? 'chart.ahead' : 'chart.behind', {
        year: formatYear(latest.year, language, calendar),
        cut: formatAmount(latest.cutTonnes, language),
        promised: formatAmount(latest.promisedTonnes, language),
      })
    : t('chart.noData', { year: formatYear(target.targetYear, language, calendar) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new target, language or calendar draws anew
  const option = useCallback(
    (token: Token): EChartsOption => ({
      ...baseOption(token),
      grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
      ...yearAxes(
        token,
        years.map(({ year }) => year),
        t('chart.unit'),
      ),
      series: [
        ...series(
          token,
          years.map(({ cut }) => cut),
          years.map(({ methodChange }) => methodChange),
        ),
        {
          name: t('chart.promised'),
          type: 'line',
          data: years.map(({ promised }) => promised),
          color: token('--ink-muted'),
          lineStyle: { type: 'dashed', width: 2 },
          symbolSize: 5,
        },
      ],
    }),
    [target, language, calendar],
  );
  return (
    <Chart
      title={title}
      height={300}
      option={option}
      table={{
        columns: [t('chart.year'), t('chart.promised'), t('chart.cut'), t('chart.methodChange')],
        rows: years.map(({ year, promised, cut, methodChange }) => [year, promised, cut, methodChange]),
      }}
    />
  );
}

interface PartnersChartProps {
  /** The largest promises with a reported year. */
  readonly targets: readonly FollowedTarget[];
  /** How many there are in all. */
  readonly of: number;
}

/** Promises with a reported year: the promise as a frame beside what was cut by then. */
export function PartnersChart({ targets, of }: PartnersChartProps) {
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const series = useSeries();
  const partners = Map.groupBy(targets, ({ partnerId }) => partnerId);
  const rows = targets.flatMap(({ partnerId, partnerName, horizon, latest }) =>
    latest
      ? {
          // Told apart by their horizon where a partner made several.
          name:
            partners.get(partnerId)?.length === 1
              ? partnerName
              : `${partnerName}\n${t(`terms:targetHorizon.${horizon}`)}`,
          promised: hundredths(latest.promisedTonnes),
          cut: hundredths(latest.cutTonnes),
          methodChange: hundredths(0 - latest.methodChangeTonnes),
        }
      : [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: new targets or another language draw anew
  const option = useCallback(
    (token: Token): EChartsOption => ({
      ...baseOption(token),
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ name }) => name),
        axisLabel: { color: token('--ink'), width: 110, overflow: 'break', lineHeight: 16 },
      },
      xAxis: {
        type: 'value',
        name: t('chart.unit'),
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: token('--ink-muted') },
        axisLabel: { color: token('--ink-muted'), hideOverlap: true },
        splitLine: { lineStyle: { color: token('--line') } },
      },
      grid: { left: 8, right: 20, top: 40, bottom: 28, containLabel: true },
      series: [
        {
          name: t('chart.promised'),
          type: 'bar',
          barMaxWidth: 14,
          data: rows.map(({ promised }) => promised),
          itemStyle: {
            color: 'transparent',
            borderColor: token('--ink-muted'),
            borderType: 'dashed',
            borderWidth: 1,
          },
        },
        ...series(
          token,
          rows.map(({ cut }) => cut),
          rows.map(({ methodChange }) => methodChange),
        ),
      ],
    }),
    [targets, language],
  );
  if (rows.length === 0) return null;
  return (
    <Chart
      title={of > rows.length ? t('chart.largest', { count: rows.length }) : t('chart.byPartner')}
      height={100 + rows.length * 44}
      option={option}
      table={{
        columns: [t('chart.partner'), t('chart.promised'), t('chart.cut'), t('chart.methodChange')],
        rows: rows.map(({ name, promised, cut, methodChange }) => [
          name.replace('\n', ' '),
          promised,
          cut,
          methodChange,
        ]),
      }}
    />
  );
}
