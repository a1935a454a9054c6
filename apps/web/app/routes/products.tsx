import { Alert, Anchor, Button, Text } from '@mantine/core';
import { listImports, listProducts } from '@slipstream/services';
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
  const ctx = requireContext(context, request);
  const query = productQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [products, running] = await Promise.all([listProducts(ctx), listImports(ctx, { isRunning: true })]);
  return { products, running, query };
}

/** Above as many products they can be searched. */
const searchFrom = 10;

export default function Products({ loaderData: { products, running, query } }: Route.ComponentProps) {
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
      {running.map(({ id, fileName }) => (
        <Alert key={id} color="teal" mb="md">
          {t('imports.running', { name: fileName })}{' '}
          <Anchor component={Link} to={`/products/imports/${id}`} inherit c="inherit" td="underline" fw={600}>
            {t('imports.follow')}
          </Anchor>
        </Alert>
      ))}
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
