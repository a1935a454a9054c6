import { Button, PasswordInput, Stack } from '@mantine/core';
import { resetPassword, sessionCookie } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { doorContext } from '../context.ts';
import { refusal } from '../door.ts';
import { GateFrame } from '../shell/gate-frame.tsx';
import type { Route } from './+types/password-reset.token';

const form = z.object({ password: z.string().max(1000) });

export async function action({ context, params, request }: Route.ActionArgs) {
  const { runtime, visit } = context.get(doorContext);
  const { password } = form.parse(Object.fromEntries(await request.formData()));
  try {
    const token = await resetPassword(runtime, visit, { token: params.token, password });
    return redirect('/', { headers: { 'Set-Cookie': sessionCookie(runtime.publicUrl, token) } });
  } catch (error) {
    return refusal(error);
  }
}

export default function ChooseNewPassword({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('identity');
  const busy = useNavigation().state !== 'idle';
  return (
    <GateFrame title={t('passwordReset.newTitle')}>
      <Form method="post">
        <Stack>
          <RefusalAlert refused={actionData?.refused} />
          <PasswordInput
            name="password"
            label={t('passwordReset.newPassword')}
            description={t('passwordReset.passwordHint')}
            autoComplete="new-password"
            required
            size="md"
          />
          <Button type="submit" size="md" loading={busy}>
            {t('passwordReset.newAction')}
          </Button>
        </Stack>
      </Form>
    </GateFrame>
  );
}
