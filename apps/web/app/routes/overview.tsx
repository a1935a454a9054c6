import { Button, Text } from '@mantine/core';
import { listMemberships, listProducts } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MembershipNotice } from '../alliance/membership-notice.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { requireContext } from '../door.ts';
import { ProductTable } from '../products/product-table.tsx';
import { useStaleFootprints } from '../products/use-stale-footprints.ts';
import type { Route } from './+types/overview';
import classes from './overview.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  return { products: await listProducts(ctx), memberships: await listMemberships(ctx) };
}

const shownProducts = 8;

export default function Overview({ loaderData: { products, memberships } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  useStaleFootprints(products);
  const withOpen = products.filter(({ openInputs }) => openInputs > 0);
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        about={t('overview.about')}
        actions={
          products.length > 0 && (
            <Button component={Link} to="/products/new">
              {t('list.import')}
            </Button>
          )
        }
      />
      <MembershipNotice memberships={memberships} />
      {products.length === 0 ? (
        <EmptyState
          title={t('list.empty.title')}
          detail={t('list.empty.detail')}
          action={
            <Button component={Link} to="/products/new">
              {t('list.import')}
            </Button>
          }
        />
      ) : (
        <Panels>
          <Panel
            title={t('overview.products')}
            span={8}
            tools={
              products.length > shownProducts && (
                <Button component={Link} to="/products" variant="subtle" size="compact-sm">
                  {t('overview.allProducts')}
                </Button>
              )
            }
          >
            <ProductTable products={products.slice(0, shownProducts)} />
          </Panel>
          <Panel title={t('overview.open')} span={4}>
            {withOpen.length === 0 ? (
              <Text>{t('overview.openNone')}</Text>
            ) : (
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
            )}
          </Panel>
        </Panels>
      )}
    </>
  );
}
