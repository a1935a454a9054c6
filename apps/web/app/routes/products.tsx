import { Button, Text } from '@mantine/core';
import { listProducts } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { requireContext } from '../door.ts';
import { ListControls } from '../list/list-controls.tsx';
import { ProductTable } from '../products/product-table.tsx';
import { productQuery, productSorting, productsIn } from '../products/product-view.ts';
import { useStaleFootprints } from '../products/use-stale-footprints.ts';
import type { Route } from './+types/products';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = productQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { products: await listProducts(requireContext(context, request)), query };
}

/** Above as many products they can be searched. */
const searchFrom = 10;

export default function Products({ loaderData: { products, query } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  useStaleFootprints(products);
  const shown = productsIn(products, query);
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
            {products.length > 1 && (
              <ListControls
                sorting={productSorting(query)}
                labelOf={(sort) => t(`list.sorts.${sort}`)}
                search={
                  products.length > searchFrom ? { label: t('list.search'), words: query.search } : undefined
                }
              />
            )}
            {shown.length === 0 ? (
              <Text c="dimmed">{t('list.none')}</Text>
            ) : (
              <ProductTable products={shown} />
            )}
          </Panel>
        </Panels>
      )}
    </>
  );
}
