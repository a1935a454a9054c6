import { Anchor, Button, Stack, Text } from '@mantine/core';
import { getImport, type ImportProgress, type ImportReport } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { ProgressNote } from '../components/progress-note.tsx';
import { found, idIn, requireContext } from '../door.ts';
import { useFindingText } from '../i18n/use-finding-text.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { useProgress } from '../live/use-progress.ts';
import type { Route } from './+types/products.imports.$importId';
import classes from './products.imports.module.css';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return { report: await found(getImport(requireContext(context, request), { id: idIn(params.importId) })) };
}

/** How far the import was when the page was read. */
function progressIn({ state, rowsRead, products }: ImportReport): ImportProgress {
  const calculated = products.filter(({ isCalculated }) => isCalculated).length;
  return { state, rowsRead, products: products.length, calculated };
}

export default function Import({ loaderData: { report } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const unitText = useUnitText();
  const read = progressIn(report);
  const isRunning = read.state === 'received' || read.state === 'reading' || read.calculated < read.products;
  const followed = useProgress(
    isRunning ? { of: 'billOfMaterials', id: report.id } : null,
    (before, now) => before.state !== now.state,
  );
  const { state, rowsRead: rows, products, calculated } = followed ?? read;
  const runningText = () => {
    if (state === 'received') return t('report.running.received');
    if (state === 'reading')
      return t(rows > 0 ? 'report.running.storing' : 'report.running.reading', { rows });
    return t('report.running.calculating', { calculated, products });
  };
  const { rowsAccepted: accepted, rowsRejected: rejected } = report;
  const leftOut = report.findings.filter(({ severity }) => severity === 'error');
  const notes = report.findings.filter(({ severity }) => severity !== 'error');
  return (
    <>
      <PageHeader
        title={t('report.title')}
        about={report.fileName}
        trail={[{ label: t('list.title'), to: '/products' }]}
        actions={
          !isRunning && (
            <Button component={Link} to="/products/new" variant="default">
              {t('report.again')}
            </Button>
          )
        }
      />
      <Panels>
        <Panel>
          {isRunning ? (
            <ProgressNote
              text={runningText()}
              share={state === 'read' && products > 1 ? calculated / products : null}
            />
          ) : (
            <div role="status">
              <Text fw={600} size="lg">
                {report.state === 'refused'
                  ? t('report.refused')
                  : rejected > 0
                    ? t('report.read', { count: accepted, accepted, rejected })
                    : t('report.readAll', { accepted })}
              </Text>
              {report.state === 'refused' && <Text c="dimmed">{t('report.refusedDetail')}</Text>}
            </div>
          )}
        </Panel>
        {report.products.length > 0 && (
          <Panel title={t('report.products')}>
            <ul className={classes.products}>
              {report.products.map((product) => (
                <li key={product.id}>
                  <span>
                    <b>{product.name}</b>
                    <small>
                      {t('list.parts', { count: product.parts })} ·{' '}
                      {t('list.perUnit', {
                        amount: product.declaredUnit.amount,
                        unit: unitText(product.declaredUnit.unit),
                      })}{' '}
                      <Anchor
                        component={Link}
                        to={`/products/${product.id}/declared-unit`}
                        inherit
                        underline="always"
                      >
                        {t('declaredUnit.change')}
                      </Anchor>
                    </small>
                  </span>
                  <Button
                    component={Link}
                    to={`/products/${product.id}`}
                    variant={report.products.length === 1 ? 'filled' : 'default'}
                    aria-label={`${t('report.open')}: ${product.name}`}
                  >
                    {t('report.open')}
                  </Button>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {leftOut.length > 0 && (
          <Panel title={t(report.state === 'refused' ? 'report.refusedWhy' : 'report.rejected')}>
            {accepted > 0 && (
              <Text size="sm" c="dimmed" mb="sm">
                {t('report.rejectedDetail')}
              </Text>
            )}
            <FoundList findings={leftOut} fileName={report.fileName} />
          </Panel>
        )}
        {notes.length > 0 && (
          <Panel title={t('report.notes')}>
            <Text size="sm" c="dimmed" mb="sm">
              {t('report.notesDetail')}
            </Text>
            <FoundList findings={notes} fileName={report.fileName} />
          </Panel>
        )}
      </Panels>
    </>
  );
}

function FoundList({ findings, fileName }: Pick<ImportReport, 'findings' | 'fileName'>) {
  const { t } = useTranslation('products');
  const textOf = useFindingText();
  const placeOf = ({ values: { sheet, row, column } }: ImportReport['findings'][number]) => {
    if (typeof sheet !== 'string' || typeof row !== 'number') return sheet ?? fileName;
    return typeof column !== 'string'
      ? t('report.place', { sheet, row })
      : t('report.placeCell', { sheet, row, column });
  };
  return (
    <ul className={classes.found}>
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings keep their order, and two may read alike
        <li key={index}>
          <span className={classes.place}>{placeOf(finding)}</span>
          <Stack gap={2}>
            <Text size="sm">{textOf(finding)}</Text>
            {finding.rejectedRow !== null && <span className={classes.rowText}>{finding.rejectedRow}</span>}
          </Stack>
        </li>
      ))}
    </ul>
  );
}
