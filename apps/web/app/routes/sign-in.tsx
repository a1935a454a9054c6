import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { openedBy, sessionCookie, signIn } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { doorContext } from '../context.ts';
import { refusal } from '../door.ts';
import { ownPath } from '../own-path.ts';
import { GateFrame } from '../shell/gate-frame.tsx';
import type { Route } from './+types/sign-in';

const form = z.object({ email: z.string().max(254), password: z.string().max(1000) });

export function loader({ context, request }: Route.LoaderArgs) {
  const { signedIn } = context.get(doorContext);
  if (signedIn?.membership) throw redirect(ownPath(new URL(request.url).searchParams.get('returnTo')));
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const { runtime, visit } = context.get(doorContext);
  const returnTo = ownPath(new URL(request.url).searchParams.get('returnTo'));
  try {
    const entered = form.parse(Object.fromEntries(await request.formData()));
    const organizationId = openedBy(returnTo)?.organizationId;
    const token = await signIn(runtime, visit, { ...entered, organizationId });
    return redirect(returnTo, {
      headers: { 'Set-Cookie': sessionCookie(runtime.publicUrl, token) },
    });
  } catch (error) {
    return refusal(error);
  }
}

export default function SignIn({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('identity');
  const busy = useNavigation().state !== 'idle';
  return (
    <GateFrame title={t('signIn.title')}>
      <Text c="dimmed" size="sm">
        {t('signIn.welcome')}
      </Text>
      <Form method="post">
        <Stack>
          <RefusalAlert refused={actionData?.refused} />
          <TextInput
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            required
            size="md"
          />
          <PasswordInput
            name="password"
            label={t('signIn.password')}
            autoComplete="current-password"
            required
            size="md"
          />
          <Button type="submit" size="md" loading={busy}>
            {t('signIn.action')}
          </Button>
          <Anchor component={Link} to="/password-reset" size="sm">
            {t('signIn.forgot')}
          </Anchor>
        </Stack>
      </Form>
    </GateFrame>
  );
}
