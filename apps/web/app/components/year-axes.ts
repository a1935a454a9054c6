import type { EChartsOption } from 'echarts';

/** Axes of a chart of amounts by year: the years below as they are shown, the unit above the amounts. */
export function yearAxes(
  token: (name: string) => string,
  years: readonly string[],
  unit: string,
): Pick<EChartsOption, 'xAxis' | 'yAxis'> {
  const muted = token('--ink-muted');
  return {
    xAxis: { type: 'category', data: [...years], axisLabel: { color: muted } },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { color: muted },
      axisLabel: { color: muted },
      splitLine: { lineStyle: { color: token('--line') } },
    },
  };
}
