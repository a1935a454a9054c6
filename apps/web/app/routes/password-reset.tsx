import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { requestPasswordReset } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { z } from 'zod';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { doorContext } from '../context.ts';
import { refusal } from '../door.ts';
import { GateFrame } from '../shell/gate-frame.tsx';
import type { Route } from './+types/password-reset';

const form = z.object({ email: z.string().max(254) });

export async function action({ context, request }: Route.ActionArgs) {
  const { runtime, visit } = context.get(doorContext);
  try {
    await requestPasswordReset(runtime, visit, form.parse(Object.fromEntries(await request.formData())));
    return { sent: true };
  } catch (error) {
    return refusal(error);
  }
}

export default function PasswordReset({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('identity');
  const busy = useNavigation().state !== 'idle';
  return (
    <GateFrame title={t('passwordReset.title')}>
      {actionData && 'sent' in actionData ? (
        <Alert color="teal" role="status">
          {t('passwordReset.sent')}
        </Alert>
      ) : (
        <Form method="post">
          <Stack>
            <Text c="dimmed" size="sm">
              {t('passwordReset.detail')}
            </Text>
            <RefusalAlert refused={actionData?.refused} />
            <TextInput
              name="email"
              type="email"
              label={t('signIn.email')}
              autoComplete="username"
              required
              size="md"
            />
            <Button type="submit" size="md" loading={busy}>
              {t('passwordReset.action')}
            </Button>
          </Stack>
        </Form>
      )}
    </GateFrame>
  );
}
