import { Button, Text } from '@mantine/core';
import { listImports } from '@slipstream/services';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { requireContext } from '../door.ts';
import { FileDrop } from '../files/file-drop.tsx';
import { ImportList } from '../products/import-list.tsx';
import type { Route } from './+types/products.new';

export async function loader({ context, request }: Route.LoaderArgs) {
  return { imports: await listImports(requireContext(context, request)) };
}

export default function ImportBillOfMaterials({ loaderData: { imports } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={t('import.title')}
        about={t('import.about')}
        trail={[{ label: t('list.title'), to: '/products' }]}
        actions={
          <Button
            component="a"
            href="/products/new/template"
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('import.template')}
          </Button>
        }
      />
      <Panels>
        <Panel span={8}>
          <FileDrop<{ readonly importBatchId: string }>
            url="/uploads/bill-of-materials"
            label={t('import.drop')}
            hint={t('import.hint')}
            takesPaste
            onSent={async ({ importBatchId }) => navigate(`/products/imports/${importBatchId}`)}
          />
        </Panel>
        <Panel title={t('import.expectTitle')} span={4}>
          <Text size="sm">{t('import.expect')}</Text>
          <Text size="sm" c="dimmed" mt="sm">
            {t('import.expectDetail')}
          </Text>
        </Panel>
        {imports.length > 0 && (
          <Panel title={t('imports.title')}>
            <ImportList imports={imports} />
          </Panel>
        )}
      </Panels>
    </>
  );
}
