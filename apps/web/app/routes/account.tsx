import { Alert, Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { changePassword, sessionCookie, signOutEverywhere } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { doorContext } from '../context.ts';
import { refusal, requireSignedIn } from '../door.ts';
import type { Route } from './+types/account';
import classes from './account.module.css';

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('changePassword'),
    presentPassword: z.string().max(1000),
    newPassword: z.string().max(1000),
  }),
  z.object({ intent: z.literal('signOutEverywhere') }),
]);

export function loader({ context, request }: Route.LoaderArgs) {
  const { user, memberships } = requireSignedIn(context, request);
  return { name: user.name, email: user.email, memberships };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { runtime, visit } = context.get(doorContext);
  const signedIn = requireSignedIn(context, request);
  const input = form.parse(Object.fromEntries(await request.formData()));
  try {
    if (input.intent === 'signOutEverywhere') {
      await signOutEverywhere(runtime, signedIn, visit.requestId);
      return redirect('/sign-in', { headers: { 'Set-Cookie': sessionCookie(runtime.publicUrl, undefined) } });
    }
    const token = await changePassword(runtime, visit, signedIn, input);
    return data({ changed: true }, { headers: { 'Set-Cookie': sessionCookie(runtime.publicUrl, token) } });
  } catch (error) {
    return refusal(error);
  }
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(['identity', 'shell']);
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <PageHeader
        title={t('identity:account.title')}
        about={t('identity:account.about', { name: loaderData.name, email: loaderData.email })}
      />
      <Panels>
        <Panel title={t('identity:account.changePassword')} span={6}>
          <Form method="post">
            <input type="hidden" name="intent" value="changePassword" />
            <Stack maw={380}>
              {actionData && 'changed' in actionData && (
                <Alert color="teal" role="status">
                  {t('identity:account.passwordChanged')}
                </Alert>
              )}
              <RefusalAlert
                refused={actionData && 'refused' in actionData ? actionData.refused : undefined}
              />
              <PasswordInput
                name="presentPassword"
                label={t('identity:account.presentPassword')}
                autoComplete="current-password"
                required
              />
              <PasswordInput
                name="newPassword"
                label={t('identity:account.newPassword')}
                description={t('identity:passwordReset.passwordHint')}
                autoComplete="new-password"
                required
              />
              <Button type="submit" loading={busy}>
                {t('identity:account.savePassword')}
              </Button>
            </Stack>
          </Form>
        </Panel>
        <Panel title={t('identity:account.organizations')} span={6}>
          <ul className={classes.organizations}>
            {loaderData.memberships.map((membership) => (
              <li key={membership.organizationId}>
                <b>{membership.organizationName}</b>
                <span>{t(`shell:organization.kind.${membership.organizationKind}`)}</span>
              </li>
            ))}
          </ul>
          <Anchor component={Link} to="/memberships" size="sm" mt="md" display="inline-block">
            {t('identity:account.memberships')}
          </Anchor>
        </Panel>
        <Panel title={t('identity:account.devices')} span={6}>
          <Form method="post">
            <input type="hidden" name="intent" value="signOutEverywhere" />
            <Stack align="flex-start">
              <Text size="sm" c="dimmed">
                {t('identity:account.signOutEverywhereDetail')}
              </Text>
              <Button type="submit" variant="default">
                {t('identity:account.signOutEverywhere')}
              </Button>
            </Stack>
          </Form>
        </Panel>
      </Panels>
    </>
  );
}
