import { Button } from '@mantine/core';
import { listProducts } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { requireContext } from '../door.ts';
import { ProductTable } from '../products/product-table.tsx';
import { useStaleFootprints } from '../products/use-stale-footprints.ts';
import type { Route } from './+types/products';

export async function loader({ context, request }: Route.LoaderArgs) {
  return { products: await listProducts(requireContext(context, request)) };
}

export default function Products({ loaderData: { products } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  useStaleFootprints(products);
  const importOne = (
    <Button component={Link} to="/products/new">
      {t('list.import')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        about={t('list.about')}
        actions={products.length > 0 && importOne}
      />
      {products.length === 0 ? (
        <EmptyState title={t('list.empty.title')} detail={t('list.empty.detail')} action={importOne} />
      ) : (
        <Panels>
          <Panel>
            <ProductTable products={products} />
          </Panel>
        </Panels>
      )}
    </>
  );
}
