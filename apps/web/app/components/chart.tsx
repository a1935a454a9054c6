import { ActionIcon, Menu, Table, useComputedColorScheme } from '@mantine/core';
import { IconDownload, IconTable } from '@tabler/icons-react';
import type { ECharts, EChartsOption } from 'echarts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './chart.module.css';
import { csvOf } from './csv.ts';

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

interface ChartProps {
  /** The finding, not the name of the chart. */
  readonly title: string;
  readonly height: number;
  /** Colours come from the page's tokens, so that light and dark both fit. */
  readonly option: (token: (name: string) => string) => EChartsOption;
  /** The same figures as a table: one press away, and what the CSV holds. */
  readonly table: ChartTable;
}

/** A chart with its figures one press away, and its exports: PNG, SVG and CSV. */
export function Chart({ title, height, option, table }: ChartProps) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const scheme = useComputedColorScheme('light');
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens read below change with the scheme
  useEffect(() => {
    if (asTable || !box.current) return;
    const element = box.current;
    let wanted = true;
    const observer = new ResizeObserver(() => chart.current?.resize());
    import('./echarts.ts').then(({ init }) => {
      if (!wanted) return;
      const style = getComputedStyle(document.documentElement);
      chart.current = init(element, null, { renderer: 'svg' });
      const { tooltip, ...shown } = option((name) => style.getPropertyValue(name).trim());
      chart.current.setOption({
        textStyle: {
          fontFamily: getComputedStyle(element).fontFamily,
          color: style.getPropertyValue('--ink'),
        },
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        animationDuration: 160,
        ...(tooltip && { tooltip: { ...tooltip, confine: true } }),
        ...shown,
      });
      observer.observe(element);
    });
    return () => {
      wanted = false;
      observer.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, [asTable, option, scheme]);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.head}>
        <span className={classes.title}>{title}</span>
        <span className={classes.tools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-pressed={asTable}
            aria-label={t('chart.asTable')}
            onClick={() => setAsTable((shown) => !shown)}
          >
            <IconTable size={18} stroke={1.6} />
          </ActionIcon>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('chart.export')}>
                <IconDownload size={18} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={asTable} onClick={() => savePng(box.current, title)}>
                PNG
              </Menu.Item>
              <Menu.Item disabled={asTable} onClick={() => saveSvg(box.current, title)}>
                SVG
              </Menu.Item>
              <Menu.Item
                onClick={() =>
                  save(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }), `${title}.csv`)
                }
              >
                CSV
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </figcaption>
      {asTable ? (
        <Table.ScrollContainer minWidth={320}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {table.columns.map((column, index) => (
                  <Table.Th key={column} ta={isNumeric(table, index) ? 'right' : 'left'}>
                    {column}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {table.rows.map((row) => (
                <Table.Tr key={row.join(' ')}>
                  {row.map((cell, column) => (
                    <Table.Td key={table.columns[column]} ta={isNumeric(table, column) ? 'right' : 'left'}>
                      {typeof cell === 'number' ? formatAmount(cell, language) : (cell ?? '–')}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : (
        <div ref={box} className={classes.box} style={{ height }} role="img" aria-label={title} />
      )}
    </figure>
  );
}

function isNumeric({ rows }: ChartTable, column: number): boolean {
  return rows.some((row) => typeof row[column] === 'number' || /%$/.test(row[column] ?? ''));
}

function svgOf(box: HTMLDivElement | null): string | null {
  const svg = box?.querySelector('svg');
  return svg ? new XMLSerializer().serializeToString(svg) : null;
}

function saveSvg(box: HTMLDivElement | null, title: string): void {
  const svg = svgOf(box);
  if (svg) save(new Blob([svg], { type: 'image/svg+xml' }), `${title}.svg`);
}

function savePng(box: HTMLDivElement | null, title: string): void {
  const svg = svgOf(box);
  if (!svg || !box) return;
  const scale = 2;
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = box.clientWidth * scale;
    canvas.height = box.clientHeight * scale;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--panel');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((png) => png && save(png, `${title}.png`));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
