import { Anchor, Button, Stack, Text } from '@mantine/core';
import { bomFields } from '@slipstream/inventory-sheet';
import {
  cancelImport,
  getImport,
  type ImportedProduct,
  type ImportFinding,
  type ImportProgress,
  type ImportReport,
  type Portion,
  readBillOfMaterialsAgain,
  reportPortion,
} from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { choicesIn } from '../columns/column-choices.ts';
import { ReadColumns } from '../columns/read-columns.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { found, idIn, refusal, requireContext } from '../door.ts';
import { useFindingText } from '../i18n/use-finding-text.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { Pages } from '../list/pages.tsx';
import { useProgress } from '../live/use-progress.ts';
import { ImportSteps } from '../products/import-steps.tsx';
import type { Route } from './+types/products.imports.$importId';
import classes from './products.imports.module.css';

/** Which page of each list the address asks for, counted from 1. */
const page = z.coerce.number().int().positive().catch(1).default(1);
const query = z.object({ products: page, leftOut: page, notes: page });

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const asked = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const offset = (list: keyof typeof asked) => (asked[list] - 1) * reportPortion;
  const from = { products: offset('products'), leftOut: offset('leftOut'), notes: offset('notes') };
  return {
    report: await found(getImport(ctx, { id: idIn(params.importId), from })),
    portion: reportPortion,
    fields: bomFields,
  };
}

const intent = z.enum(['cancel', 'readAgain']);

/** Stops the import, where one that has stored its file meanwhile is shown as it is; or reads its file again. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const id = idIn(params.importId);
  const form = await request.formData();
  try {
    if (intent.parse(form.get('intent')) === 'readAgain') {
      const again = await readBillOfMaterialsAgain(ctx, { id, choices: choicesIn(form, bomFields) });
      return redirect(`/products/imports/${again.importBatchId}`);
    }
    await cancelImport(ctx, { id });
    return { refused: undefined };
  } catch (error) {
    return refusal(error);
  }
}

/** How far the import was when the page was read. */
function progressIn({ state, rowsRead, products, calculated }: ImportReport): ImportProgress {
  return { state, rowsRead, products: products.count, calculated };
}

export default function Import({
  loaderData: { report, portion, fields },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const read = progressIn(report);
  const isRunning = read.state === 'received' || read.state === 'reading' || read.calculated < read.products;
  const followed = useProgress(
    isRunning ? { of: 'billOfMaterials', id: report.id } : null,
    (before, now) => before.state !== now.state,
  );
  const isRefused = report.state === 'refused';
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
          <RefusalAlert refused={isRunning ? actionData?.refused : undefined} />
          {isRunning ? (
            <ImportSteps progress={followed ?? read}>
              <CancelButton />
            </ImportSteps>
          ) : (
            <Outcome report={report} />
          )}
        </Panel>
        {report.products.count > 0 && <Products products={report.products} portion={portion} />}
        {report.leftOut.count > 0 && !report.isCancelled && (
          <Panel title={t(isRefused ? 'report.refusedWhy' : 'report.rejected')}>
            {report.rowsAccepted > 0 && (
              <Text size="sm" c="dimmed" mb="sm">
                {t('report.rejectedDetail')}
              </Text>
            )}
            <FoundList list="leftOut" found={report.leftOut} portion={portion} fileName={report.fileName} />
          </Panel>
        )}
        {!isRunning && report.tables.length > 0 && (
          <ReadColumns
            key={report.id}
            detail={t('report.columnsDetail')}
            tables={report.tables}
            fields={fields}
            hasLeftOut={report.leftOut.count > 0}
            refused={actionData?.refused}
          />
        )}
        {report.notes.count > 0 && (
          <Panel title={t('report.notes')}>
            <Text size="sm" c="dimmed" mb="sm">
              {t('report.notesDetail')}
            </Text>
            <FoundList list="notes" found={report.notes} portion={portion} fileName={report.fileName} />
          </Panel>
        )}
      </Panels>
    </>
  );
}

/** Nothing is stored before the file has been read whole, so that until then it can be stopped. */
function CancelButton() {
  const { t } = useTranslation('products');
  const busy = useNavigation().state !== 'idle';
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="cancel" variant="default" loading={busy}>
        {t('report.cancel')}
      </Button>
    </Form>
  );
}

function Outcome({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation('products');
  const { state, isCancelled, rowsAccepted: accepted, rowsRejected: rejected } = report;
  if (state === 'refused')
    return (
      <div role="status">
        <Text fw={600} size="lg">
          {t(isCancelled ? 'report.cancelled' : 'report.refused')}
        </Text>
        <Text c="dimmed">{t(isCancelled ? 'report.cancelledDetail' : 'report.refusedDetail')}</Text>
      </div>
    );
  return (
    <div role="status">
      <Text fw={600} size="lg">
        {rejected > 0
          ? t('report.read', { count: accepted, accepted, rejected })
          : t('report.readAll', { accepted })}
      </Text>
    </div>
  );
}

interface PortionProps {
  /** How many are shown at once. */
  readonly portion: number;
}

function pagesOf({ offset, count }: Portion<unknown>, portion: number) {
  const page = offset / portion + 1;
  const pages = Math.ceil(count / portion);
  return { page, pages, hasMore: page < pages };
}

function Products({ products, portion }: PortionProps & { readonly products: Portion<ImportedProduct> }) {
  const { t } = useTranslation('products');
  const unitText = useUnitText();
  return (
    <Panel title={t('report.products')}>
      <ul className={classes.products}>
        {products.shown.map((product) => (
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
              variant={products.count === 1 ? 'filled' : 'default'}
              aria-label={`${t('report.open')}: ${product.name}`}
            >
              {t('report.open')}
            </Button>
          </li>
        ))}
      </ul>
      <Pages param="products" label={t('report.products')} {...pagesOf(products, portion)} />
    </Panel>
  );
}

interface FoundListProps extends PortionProps {
  readonly list: 'leftOut' | 'notes';
  readonly found: Portion<ImportFinding>;
  readonly fileName: string;
}

function FoundList({ list, found, portion, fileName }: FoundListProps) {
  const { t } = useTranslation('products');
  const textOf = useFindingText();
  const placeOf = ({ values: { sheet, row, column } }: ImportFinding) => {
    if (typeof sheet !== 'string' || typeof row !== 'number') return sheet ?? fileName;
    return typeof column !== 'string'
      ? t('report.place', { sheet, row })
      : t('report.placeCell', { sheet, row, column });
  };
  return (
    <>
      <ul className={classes.found}>
        {found.shown.map((finding, index) => (
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
      <Pages
        param={list}
        label={t(`report.${list === 'notes' ? 'notes' : 'rejected'}`)}
        {...pagesOf(found, portion)}
      />
    </>
  );
}
