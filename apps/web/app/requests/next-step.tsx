import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { MadeRequestDetail } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, Link, useNavigation } from 'react-router';
import { Panel } from '../components/panel.tsx';

/** What waits for us: complete the draft, take the answer, decide on it. Nothing where it is the supplier's turn. */
export function NextStep({ request }: { readonly request: MadeRequestDetail }) {
  const { t } = useTranslation('requests');
  const busy = useNavigation().state !== 'idle';
  const { allowed, supplierRelationId } = request;
  if (allowed.includes('send') && supplierRelationId)
    return (
      <Panel>
        <Button component={Link} to={`/suppliers/ask?supplier=${supplierRelationId}`}>
          {t('request.continueDraft')}
        </Button>
      </Panel>
    );
  if (allowed.includes('take'))
    return (
      <Panel>
        <Form method="post">
          <input type="hidden" name="intent" value="take" />
          <Group>
            <Button type="submit" loading={busy}>
              {t('request.take')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('request.takeHint')}
            </Text>
          </Group>
        </Form>
      </Panel>
    );
  if (!allowed.includes('approve')) return null;
  return (
    <>
      <Panel title={t('request.decide')} span={6}>
        <Form method="post">
          <input type="hidden" name="intent" value="approve" />
          <Stack align="flex-start">
            <Text size="sm">{t('request.approveHint')}</Text>
            <Button type="submit" loading={busy}>
              {t('request.approve')}
            </Button>
          </Stack>
        </Form>
      </Panel>
      <Panel title={t('request.return')} span={6}>
        <Form method="post">
          <input type="hidden" name="intent" value="return" />
          <Stack>
            <Textarea
              name="comment"
              label={t('request.returnComment')}
              description={t('request.returnHint')}
              autosize
              minRows={2}
              maxLength={4000}
              required
            />
            <Button type="submit" variant="default" loading={busy} style={{ alignSelf: 'flex-start' }}>
              {t('request.return')}
            </Button>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
