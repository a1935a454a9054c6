import { Anchor, Button, Group, Text } from '@mantine/core';
import { type BillVersion, billSorts, getBillOfMaterials } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { found } from '../door.ts';
import { useDate } from '../i18n/use-date.ts';
import { ListControls } from '../list/list-controls.tsx';
import { Pages } from '../list/pages.tsx';
import { sortingOf, sortOrders } from '../list/sorting.ts';
import { BillLineTable } from '../products/bill-line-table.tsx';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import tables from '../requests/table.module.css';
import type { Route } from './+types/products.$productId.bill-of-materials';

/** What the address says; anything else in it counts as not said. */
const query = z.object({
  version: z.coerce.number().int().positive().optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
  sort: z.enum(billSorts).default('line').catch('line'),
  order: z.enum(sortOrders).optional().catch(undefined),
  page: z.coerce.number().int().positive().optional().catch(undefined),
});

export async function loader({ context, request, params: { productId } }: Route.LoaderArgs) {
  const ctx = requireLeadFirm(context, request);
  const asked = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const sorting = sortingOf(billSorts, () => 'asc', asked);
  return { bill: await found(getBillOfMaterials(ctx, { productId, ...asked })), asked, sorting };
}

export default function BillOfMaterials({ loaderData: { bill, asked, sorting } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const { product, shown, versions } = bill;
  const path = `/products/${product.id}`;
  const about = useVersionWords();
  return (
    <>
      <PageHeader
        title={t('bill.title')}
        about={shown ? `${t('bill.lines', { count: shown.lines })} · ${about(shown)}` : product.name}
        trail={[
          { label: t('list.title'), to: '/products' },
          { label: product.name, to: path },
        ]}
        actions={
          <>
            {shown?.file && (
              <Button component="a" href={fileOf(shown.file)} variant="subtle">
                {t('bill.download')}
              </Button>
            )}
            <Button component={Link} to="/products/new" variant="default">
              {t('bill.renew')}
            </Button>
          </>
        }
      />
      {shown === null ? (
        <EmptyState
          title={t('bill.empty.title')}
          detail={t('bill.empty.detail')}
          action={
            <Button component={Link} to={`${path}/process-flow`}>
              {t('footprint.processFlow')}
            </Button>
          }
        />
      ) : (
        <Panels>
          <Panel>
            <ListControls
              sorting={sorting}
              labelOf={(sort) => t(`bill.sorts.${sort}`)}
              search={{ label: t('bill.search'), words: asked.search ?? '' }}
              hasHeadings
            />
            {bill.lines.length === 0 ? (
              <Group gap="sm">
                <Text c="dimmed">{t('bill.none')}</Text>
                <Anchor component={Link} to={`${path}/bill-of-materials`}>
                  {t('bill.clear')}
                </Anchor>
              </Group>
            ) : (
              <BillLineTable lines={bill.lines} sorting={sorting} />
            )}
            <Pages page={bill.page} pages={bill.pages} hasMore={bill.page < bill.pages} />
          </Panel>
          {versions.length > 1 && (
            <Panel title={t('bill.versions')} span={8}>
              <ul className={tables.history}>
                {versions.map((version) => (
                  <li key={version.version}>
                    <Anchor
                      component={Link}
                      to={`${path}/bill-of-materials?version=${version.version}`}
                      aria-current={version.version === shown.version ? 'true' : undefined}
                      fw={version.version === shown.version ? 600 : 400}
                    >
                      {t('footprint.version', { version: version.version })}
                    </Anchor>
                    <span className={tables.small}>
                      {t('bill.lines', { count: version.lines })} · {about(version)}
                    </span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </Panels>
      )}
    </>
  );
}

const fileOf = ({ importId }: { readonly importId: string }) => `/products/imports/${importId}/file`;

/** A version in words: from which file, when, by whom. */
function useVersionWords(): (version: BillVersion) => string {
  const { t } = useTranslation('products');
  const dateOf = useDate();
  return ({ createdAt, createdBy, file }) =>
    [
      ...(file ? [t('bill.from', { file: file.name })] : []),
      dateOf(createdAt),
      ...(createdBy === null ? [] : [createdBy]),
    ].join(' · ');
}
