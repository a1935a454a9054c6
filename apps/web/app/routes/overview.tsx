import { Button, Text } from '@mantine/core';
import { getOverview, listMemberships, type OverviewProduct, type OverviewStep } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MembershipNotice } from '../alliance/membership-notice.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel } from '../components/panel.tsx';
import { requireContext } from '../door.ts';
import { formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { NextStepList } from '../products/next-step-list.tsx';
import { OverviewProductList } from '../products/overview-product-list.tsx';
import { useStaleFootprints } from '../products/use-stale-footprints.ts';
import { RequestSummary } from '../requests/request-summary.tsx';
import type { Route } from './+types/overview';
import classes from './overview.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const [overview, memberships] = await Promise.all([getOverview(ctx), listMemberships(ctx)]);
  return { overview, memberships };
}

const shownProducts = 8;

/** Where a lead firm begins: its products, what to do next, who has answered, and what is still unknown. */
export default function OverviewPage({ loaderData: { overview, memberships } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const { products, steps, requests, suppliers } = overview;
  useStaleFootprints(products);
  const importOne = (
    <Button component={Link} to="/products/new">
      {t('list.import')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        about={t('overview.about')}
        actions={products.length > 0 && importOne}
      />
      <MembershipNotice memberships={memberships} />
      {products.length === 0 ? (
        <EmptyState title={t('list.empty.title')} detail={t('list.empty.detail')} action={importOne} />
      ) : (
        <div className={classes.columns}>
          <div className={classes.column}>
            <Panel
              title={t('overview.products')}
              tools={
                products.length > shownProducts && (
                  <Button component={Link} to="/products" variant="subtle" size="compact-sm">
                    {t('overview.allProducts')}
                  </Button>
                )
              }
            >
              <OverviewProductList products={products.slice(0, shownProducts)} />
            </Panel>
            <Panel title={t('overview.requests')}>
              <RequestSummary requests={requests} />
            </Panel>
          </div>
          <div className={classes.column}>
            <Panel title={t('overview.next')}>
              <NextSteps steps={steps} suppliers={suppliers} requests={requests.latest} />
            </Panel>
            <Panel title={t('overview.open')}>
              <OpenInputs products={products} />
            </Panel>
          </div>
        </div>
      )}
    </>
  );
}

type Overview = Route.ComponentProps['loaderData']['overview'];

function NextSteps({
  steps,
  suppliers,
  requests,
}: {
  steps: readonly OverviewStep[];
  suppliers: Overview['suppliers'];
  requests: Overview['requests']['latest'];
}) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  if (steps.length === 0) return <Text c="dimmed">{t('footprint.nextNone')}</Text>;
  const known = Object.entries(suppliers);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('overview.nextDetail')}
      </Text>
      <NextStepList
        steps={steps.map((step) => ({
          ...step,
          worth: formatShare(step.gainShare, language),
          otherProducts: step.products - 1,
        }))}
        supplierNames={Object.fromEntries(known.map(([id, { name }]) => [id, name]))}
        supplierRelations={Object.fromEntries(known.map(([id, { relationId }]) => [id, relationId]))}
        requests={requests}
      />
    </>
  );
}

function OpenInputs({ products }: { products: readonly OverviewProduct[] }) {
  const { t } = useTranslation('products');
  const withOpen = products.filter(({ openInputs }) => openInputs > 0);
  if (withOpen.length === 0) return <Text size="sm">{t('overview.openNone')}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('overview.openDetail')}
      </Text>
      <ul className={classes.open}>
        {withOpen.map(({ id, name, openInputs }) => (
          <li key={id}>
            <Link to={`/products/${id}#open-inputs`}>
              <span>{name}</span>
              <b>{t('overview.openCount', { count: openInputs })}</b>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
