import { Anchor, Button, Loader, Stack, Text } from '@mantine/core';
import { getImport, type ImportReport } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { found, requireContext } from '../door.ts';
import { useFindingText } from '../i18n/use-finding-text.ts';
import { useFollow } from '../products/use-follow.ts';
import { useUnitName } from '../products/use-unit-name.ts';
import type { Route } from './+types/products.imports.$importId';
import classes from './products.imports.module.css';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return { report: await found(getImport(requireContext(context, request), { id: params.importId })) };
}

type Running = 'received' | 'reading' | 'calculating';

function runningPart({ state, products }: ImportReport): Running | null {
  if (state === 'received' || state === 'reading') return state;
  return products.some(({ isCalculated }) => !isCalculated) ? 'calculating' : null;
}

export default function Import({ loaderData: { report } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const unitName = useUnitName();
  const running = runningPart(report);
  useFollow(running !== null);
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
          running === null && (
            <Button component={Link} to="/products/new" variant="default">
              {t('report.again')}
            </Button>
          )
        }
      />
      <Panels>
        <Panel>
          <div role="status" className={classes.status}>
            {running !== null && <Loader size="sm" />}
            <div>
              <Text fw={600} size="lg">
                {running !== null
                  ? t(`report.running.${running}`)
                  : report.state === 'refused'
                    ? t('report.refused')
                    : rejected > 0
                      ? t('report.read', { accepted, rejected })
                      : t('report.readAll', { accepted })}
              </Text>
              {report.state === 'refused' && <Text c="dimmed">{t('report.refusedDetail')}</Text>}
            </div>
          </div>
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
                        unit: unitName(product.declaredUnit.unit),
                      })}{' '}
                      <Anchor component={Link} to={`/products/${product.id}/declared-unit`} inherit>
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
            {report.state === 'read' && (
              <Text size="sm" c="dimmed" mb="sm">
                {t('report.rejectedDetail')}
              </Text>
            )}
            <FoundList findings={leftOut} />
          </Panel>
        )}
        {notes.length > 0 && (
          <Panel title={t('report.notes')}>
            <Text size="sm" c="dimmed" mb="sm">
              {t('report.notesDetail')}
            </Text>
            <FoundList findings={notes} />
          </Panel>
        )}
      </Panels>
    </>
  );
}

function FoundList({ findings }: { findings: ImportReport['findings'] }) {
  const { t } = useTranslation('products');
  const textOf = useFindingText();
  const placeOf = ({ values: { sheet, row, column } }: ImportReport['findings'][number]) => {
    if (typeof sheet !== 'string' || typeof row !== 'number') return sheet ?? null;
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
