import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';

/** Takes a request back, after asking whether that is meant. */
export function CancelRequest({ name }: { readonly name: string }) {
  const { t } = useTranslation('requests');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('request.cancel')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('request.cancelTitle')} centered>
        <Form method="post" onSubmit={close}>
          <input type="hidden" name="intent" value="cancel" />
          <Stack>
            <Text size="sm">{t('request.cancelDetail', { name })}</Text>
            <Textarea
              name="comment"
              label={t('request.cancelComment')}
              autosize
              minRows={2}
              maxLength={4000}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('request.keep')}
              </Button>
              <Button type="submit" color="red">
                {t('request.cancel')}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Modal>
    </>
  );
}
