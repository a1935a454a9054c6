import { Alert, Box, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { listImports } from '@slipstream/services';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { type Refusal, requireContext } from '../door.ts';
import { ImportList } from '../products/import-list.tsx';
import type { Route } from './+types/products.new';

export async function loader({ context, request }: Route.LoaderArgs) {
  return { imports: await listImports(requireContext(context, request)) };
}

const mostBytes = 30_000_000;

export default function ImportBillOfMaterials({ loaderData: { imports } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const navigate = useNavigate();
  const [sending, setSending] = useState<string>();
  const [isBroken, setBroken] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const refuse = (code: Refusal['code'], values: Refusal['values']) =>
    setRefused({ code, values, findings: [] });
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(file.name);
    setBroken(false);
    setRefused(undefined);
    try {
      const response = await fetch('/uploads/bill-of-materials', {
        method: 'POST',
        body: file,
        headers: {
          'Content-Type': file.type || 'application/octet-stream',
          'X-File-Name': encodeURIComponent(file.name),
        },
      });
      const answer = await response.json();
      if (response.ok) await navigate(`/products/imports/${answer.importBatchId}`);
      else refuse(answer.code, answer.values);
    } catch {
      setBroken(true);
    } finally {
      setSending(undefined);
    }
  };
  return (
    <>
      <PageHeader
        title={t('import.title')}
        about={t('import.about')}
        trail={[{ label: t('list.title'), to: '/products' }]}
      />
      <Panels>
        <Panel span={8}>
          <Stack>
            <RefusalAlert refused={refused} />
            {isBroken && (
              <Alert color="red" role="alert">
                {t('import.failed')}
              </Alert>
            )}
            <Dropzone
              multiple={false}
              maxSize={mostBytes}
              loading={sending !== undefined}
              onDrop={([file]) => send(file)}
              onReject={() => refuse('fileTooLarge', { megabytes: mostBytes / 1e6 })}
              inputProps={{ 'aria-label': t('import.title') }}
              p={{ base: 24, sm: 48 }}
            >
              <Group justify="center" gap="md" style={{ pointerEvents: 'none' }}>
                <IconFileSpreadsheet size={44} stroke={1.2} aria-hidden />
                <Box ta={{ base: 'center', sm: 'left' }}>
                  <Text fw={600}>{t('import.drop')}</Text>
                  <Text size="sm" c="dimmed">
                    {t('import.hint')}
                  </Text>
                </Box>
              </Group>
            </Dropzone>
            <Text size="sm" role="status" c="dimmed">
              {sending && t('import.sending', { name: sending })}
            </Text>
          </Stack>
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
